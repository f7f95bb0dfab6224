import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/kit/browser.ts";
import { whenDone } from "./open-once.ts";

let launched: Promise<Browser> | undefined;

/**
 * The one browser of all files that a worker runs; unpacking it takes some seconds, once after an installation. It ends
 * with the worker, whichever way that ends: Chromium goes when nobody holds the other end of its pipe any more.
 */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launchBrowser();
  return launched;
}

/** What a living page can take on. */
type Manner = Pick<BrowserContextOptions, "viewport" | "colorScheme" | "reducedMotion" | "permissions">;
/** What a page is like; whether it is a phone's is settled when it is made. */
export type PageOptions = Manner & Pick<BrowserContextOptions, "hasTouch" | "isMobile">;

/** Empty, and of the same site as what tests serve, so that it needs no process of its own. Nobody is asked for it. */
const NOWHERE = "http://127.0.0.1/nowhere";

const idle = new Map<string, Page>();

/**
 * An empty page until the test has ended, or the tests of `openOnce` have. A new one costs a process, so one that a test
 * has left is cleared and lent again, with what its process has compiled.
 */
export async function borrowPage({ permissions, ...options }: PageOptions): Promise<Page> {
  const { viewport, colorScheme = "light", reducedMotion = "reduce", ...device } = options;
  const kind = JSON.stringify(device);
  const page = idle.get(kind) ?? (await newPage(device));
  idle.delete(kind);
  whenDone(async () => {
    const isClear = !spoilt.has(page) && (await cleared(page).catch(() => false));
    if (isClear && !idle.has(kind)) idle.set(kind, page);
    else await page.context().close();
  });
  await page.emulateMedia({ colorScheme, reducedMotion, media: null });
  await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
  if (permissions) await page.context().grantPermissions(permissions);
  return page;
}

/** Closes the pages that nobody has borrowed. */
export async function closeIdlePages(): Promise<void> {
  const pages = [...idle.values()];
  idle.clear();
  for (const page of pages) await page.context().close();
}

/** For a page with what cannot be taken from it, as a clock or a script of its own: no other test gets it. */
export function spoil(page: Page): void {
  spoilt.add(page);
}

const spoilt = new WeakSet<Page>();

async function newPage(device: BrowserContextOptions): Promise<Page> {
  const browser = await sharedBrowser();
  const context = await browser.newContext(device);
  return context.newPage();
}

/** Leaves nothing behind: no window, request, route or listener, nothing stored, and no pointer over anything. */
async function cleared(page: Page): Promise<boolean> {
  const context = page.context();
  for (const event of ["console", "pageerror", "request", "requestfailed", "dialog"] as const)
    page.removeAllListeners(event);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.evaluate("localStorage.clear(); sessionStorage.clear()");
  await page.route(NOWHERE, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(NOWHERE);
  await page.unroute(NOWHERE);
  await page.mouse.move(-1, -1);
  await context.clearCookies();
  await context.clearPermissions();
  return true;
}

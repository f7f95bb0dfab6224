import type { Frame, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { sharedBrowser } from "../../support/browser.ts";
import { serve } from "../../support/loopback-server.ts";
import { challengeOfPage, deskOfBank } from "../../support/signed-in.ts";

/** A page of another site, as the agent workspace is one, with a page of the desk in a frame. */
async function workspaceWith(path: string, ancestors = "http://localhost") {
  let publicUrl = "";
  const host = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><iframe src="${publicUrl}${path}"></iframe>`);
  });
  const { port } = new URL(host);
  const desk = await deskOfBank({ DESK_FRAME_ANCESTORS: `${ancestors}:${port}` });
  publicUrl = desk.publicUrl;
  const context = await (await sharedBrowser()).newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  return { ...desk, context, page };
}

/** The frame of this number, the page itself being 0, when it has arrived at such an address. */
async function frameAt(page: Page, number: number, address: RegExp): Promise<Frame> {
  await expect.poll(() => page.frames()[number]?.url(), { timeout: 15_000 }).toMatch(address);
  return page.frames()[number] as Frame;
}

function codeIn(frame: Frame): string {
  return new URL(frame.url()).hash.slice("#code=".length);
}

/** What a page or frame of the desk gets for it. */
function openSession(from: Frame | Page, request: { code: string; verifier?: string }) {
  return from.evaluate(async (request) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/session", { method: "POST", headers, body: JSON.stringify(request) });
    return answer.status;
  }, request);
}

describe("the desk in a frame of another site", () => {
  it("signs in by redirects, and gives the session once, to the frame that has the cookie", async () => {
    const { page, context } = await workspaceWith("/sign-in");
    const frame = await frameAt(page, 1, /\/#code=/);
    const kept = async () => (await context.cookies()).map(({ name }) => name);
    expect(await kept(), "that of the sign-in is gone").toEqual([expect.stringMatching(/^__Host-code-/)]);
    expect(await openSession(frame, { code: codeIn(frame) })).toBe(200);
    expect(await kept()).toEqual([]);
    expect(await openSession(frame, { code: codeIn(frame) })).toBe(401);
  });

  it("has cookies there that its own page does not have", async () => {
    const { page, context, publicUrl } = await workspaceWith("/sign-in");
    const frame = await frameAt(page, 1, /\/#code=/);
    const own = await context.newPage();
    await own.goto(publicUrl);
    expect(await openSession(own, { code: codeIn(frame) })).toBe(401);
    expect(await openSession(frame, { code: codeIn(frame) })).toBe(200);
  });

  it("signs in within a frame of its own page, by the challenge of that page", async () => {
    const { page } = await workspaceWith("/");
    const widget = await frameAt(page, 1, /\/$/);
    const { challenge, verifier } = challengeOfPage();
    await widget.evaluate(`{
      const inner = document.createElement("iframe");
      inner.src = "/sign-in?challenge=${challenge}";
      document.body.append(inner);
    }`);
    const code = codeIn(await frameAt(page, 2, /\/signed-in\.html#code=/));
    expect(await openSession(widget, { code })).toBe(401);
    expect(await openSession(widget, { code, verifier })).toBe(200);
  });

  it("is not shown where nobody allows it", async () => {
    const { page } = await workspaceWith("/", "http://127.0.0.1");
    await frameAt(page, 1, /^chrome-error:/);
  });
});

import type { FrameLocator, Locator, Page, Request } from "playwright-core";
import { type Playground, startPlayground } from "../../scripts/playground/server.ts";
import type { Secrets } from "../../scripts/stand-ins/functions/secrets.ts";
import { borrowPage, type PageOptions } from "./browser.ts";
import { openOnce, whenDone } from "./open-once.ts";

/** The page as a person sees it, with what went wrong on it so far. */
export type OpenPage = {
  page: Page;
  playground: Playground;
  /** Everything in the console that is a complaint, failed requests, and requests to elsewhere. */
  complaints: string[];
  /** Says it once everything that was asked for is shown, and waits for the answer. */
  say(text: string): Promise<void>;
  /** Begins a new conversation; settings, switches and what is unfolded stay. */
  anew(): Promise<void>;
  /** Waits until everything that was asked for is shown. */
  settled(): Promise<void>;
  bubbles(): Promise<string[]>;
  transcript: Locator;
  agent: Locator;
  /** What the agent's widget shows, in its frame. */
  widget: FrameLocator;
  /** Writes to the agent who has the conversation. */
  tell(text: string): Promise<void>;
  developers: Locator;
  /** Opens the settings, with all of their groups. */
  settings(): Promise<void>;
  /** Keeps the next answer of this path back until what is returned is called: a turn takes as long as one likes. */
  hold(path: string): Promise<() => void>;
};

/** Opens the page of a playground of its own; both are gone when the test has ended. */
export async function openPage({
  live,
  ...options
}: PageOptions & { live?: Secrets } = {}): Promise<OpenPage> {
  const playground = await startPlayground(live ? { live } : {});
  whenDone(() => playground.close());
  const page = await borrowPage({ viewport: { width: 1440, height: 900 }, ...options });
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  // The widget comes from a desk of its own on this machine, and a frame that is taken away breaks off what it asks.
  const isWidgets = (request: Request) =>
    request.url().startsWith("http://127.0.0.1:") && request.frame() !== page.mainFrame();
  page.on("requestfailed", (request) => {
    if (!isWidgets(request)) complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (isWidgets(request)) return;
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(playground.address))
      complaints.push(`went elsewhere: ${request.url()}`);
  });
  await page.goto(playground.address);
  await page.locator("body[data-ready]").waitFor();
  const settled = () => page.locator("body:not([aria-busy])").waitFor();
  const transcript = page.getByRole("log", { name: "Conversation" });
  return {
    page,
    playground,
    complaints,
    settled,
    transcript,
    agent: page.getByRole("region", { name: "Agent", exact: true }),
    widget: page.frameLocator("#widget"),
    developers: page.getByRole("region", { name: "Developers" }),
    async settings() {
      await page.getByRole("button", { name: "Settings" }).click();
      const closed = page.locator(".group:not([open]) > summary");
      while ((await closed.count()) > 0) await closed.first().click();
    },
    async hold(path) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(
        `**${path}`,
        async (route) => {
          const response = await route.fetch();
          await released;
          await route.fulfill({ response });
        },
        { times: 1 },
      );
      return release;
    },
    async anew() {
      await page.getByRole("button", { name: "New", exact: true }).click();
      await page.getByText("Nothing was said yet.").waitFor();
      await settled();
    },
    async say(text) {
      await settled();
      const before = await page.locator("#agent-turns > li").count();
      await page.getByLabel("Message", { exact: true }).fill(text);
      await page.keyboard.press("Enter");
      await page.locator("#agent-turns > li").nth(before).waitFor({ state: "attached" });
      await settled();
    },
    async tell(text) {
      await settled();
      const said = transcript.locator("#said .bubble.consumer");
      const before = await said.count();
      await page.getByPlaceholder("Write to the agent").fill(text);
      await page.keyboard.press("Enter");
      await said.nth(before).waitFor();
      await settled();
    },
    async bubbles() {
      const texts = await transcript.locator(".bubble").allInnerTexts();
      return texts.map((text) => text.replace(/^(Agent|Bot|Consumer): ?\s*/, "").trim());
    },
  };
}

/**
 * One page for the tests of a file that leave nothing behind but a conversation, and Clinc's health: each begins with a
 * new one and a Clinc that is well.
 */
export function useConversations(): () => Promise<OpenPage> {
  const shared = openOnce(() => openPage());
  return async () => {
    const { page, anew, settled } = shared();
    const health = page.getByLabel("Clinc", { exact: true });
    if ((await health.inputValue()) !== "") {
      await health.selectOption("");
      await settled();
    }
    await anew();
    return shared();
  };
}

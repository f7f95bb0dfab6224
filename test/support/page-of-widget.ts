import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import {
  type MockWorkspace,
  startMockWorkspace,
  workspacePage,
} from "../../scripts/stand-ins/workspace/server.ts";
import { type StandInDesk, startStandInDesk } from "./desk-of-widget.ts";

/** The widget in a workspace, as an agent sees it. */
export type OpenWidget = {
  page: Page;
  desk: StandInDesk;
  workspace: MockWorkspace;
  widget: FrameLocator;
  /** The frame itself, for what is not to be seen. */
  frame(): Frame;
  /** Everything in the console that is a complaint. */
  complaints: string[];
  /** Lines of the transcript; only what is given differs from a consumer's line of today. */
  say(...lines: Array<Record<string, unknown>>): Promise<void>;
  set(path: string, value: unknown): Promise<void>;
  /** What the widget has put into the agent's input. */
  written(): Promise<string[]>;
};

/** A conversation that this agent holds. */
export const HELD = {
  "chatInfo.rtSessionId": "c-1",
  "chatInfo.isMessaging": true,
  "agentInfo.agentId": 4711,
  "chattingAgentInfo.agentId": "4711",
};

let place = 0;

/** A line as LivePerson's workspace shows it. */
export function line(changes: Record<string, unknown> = {}): Record<string, unknown> {
  place += 1;
  return {
    id: `d-1::${place}`,
    dialogId: "d-1",
    source: "visitor",
    by: "Visitor",
    type: "line",
    status: "read",
    text: "I lost my card yesterday, what should I do now?",
    time: Date.now() + place,
    ...changes,
  };
}

/** What an agent or bot has said. */
export function agentLine(text = "One moment, please."): Record<string, unknown> {
  return line({ source: "agent", by: "Jo", text });
}

export type Given = {
  model?: Record<string, unknown>;
  prepare?: (desk: StandInDesk) => unknown;
  /** Of the pane that holds the widget. */
  width?: number;
  context?: BrowserContextOptions;
  onPage?: (page: Page, workspace: MockWorkspace) => Promise<unknown>;
};

/** Opens the widget in a workspace of another site; both are gone when the test has ended. */
export async function openWidget(browser: Browser, given: Given = {}): Promise<OpenWidget> {
  const workspace = await startMockWorkspace();
  onTestFinished(() => workspace.close());
  const desk = await startStandInDesk(workspace.sdk);
  await given.prepare?.(desk);
  const context = await browser.newContext({
    viewport: { width: 1000, height: 800 },
    reducedMotion: "reduce",
    ...given.context,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await given.onPage?.(page, workspace);
  await page.goto(workspace.address + workspacePage(`${desk.address}/`, { ...HELD, ...given.model }), {
    waitUntil: "commit",
  });
  await page.locator("#widget").waitFor();
  if (given.width)
    await page.locator("#pane").evaluate((pane, width) => {
      Reflect.set(pane as object, "style", `width: ${width}px`);
    }, given.width);
  const play = (method: string, ...values: unknown[]) =>
    page.evaluate(`workspace.${method}(${values.map((value) => JSON.stringify(value)).join()})`);
  return {
    page,
    desk,
    workspace,
    complaints,
    widget: page.frameLocator("#widget"),
    frame: () => page.frames().find((frame) => frame.url().startsWith(desk.address)) as Frame,
    say: async (...lines) => {
      await play("say", ...lines);
    },
    set: async (path, value) => {
      await play("set", path, value);
    },
    written: () => page.evaluate("written") as Promise<string[]>,
  };
}

/** For the end of each test: a widget that is well has nothing to complain about. */
export function expectNoComplaints({ complaints }: OpenWidget): void {
  expect(complaints).toEqual([]);
}

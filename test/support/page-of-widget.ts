import type { Frame, FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { heldConversation } from "../../scripts/stand-ins/workspace/scene.ts";
import { type MockWorkspace, startMockWorkspace } from "../../scripts/stand-ins/workspace/server.ts";
import { borrowPage, type PageOptions, spoil } from "./browser.ts";
import { ORDINARY, type StandInDesk, startStandInDesk } from "./desk-of-widget.ts";
import { whenDone } from "./open-once.ts";

/** A workspace with the widget in it, as an agent sees it. */
export type FramedWidget = {
  page: Page;
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

/** The same, with a desk that plays a part. */
export type OpenWidget = FramedWidget & { desk: StandInDesk };

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

/** What differs from a workspace with a conversation that this agent holds. */
export type Place = {
  model?: Record<string, unknown>;
  /** Of the pane that holds the widget. */
  width?: number;
  page?: PageOptions;
  /** Before anything is loaded. */
  onPage?: (page: Page, workspace: MockWorkspace) => Promise<unknown>;
};

/** What differs in a conversation, of the workspace and of what the desk says to it. */
export type InConversation = Pick<Place, "model"> & { prepare?: (desk: StandInDesk) => unknown };

export type Given = Place & InConversation;

/** Opens the widget with a desk of its own, in a workspace of another site; all are gone when the test has ended. */
export async function openWidget({ prepare, ...place }: Given = {}): Promise<OpenWidget> {
  const workspace = await ownWorkspace();
  const desk = await startStandInDesk(workspace.sdk);
  await prepare?.(desk);
  return { ...(await openFramed(workspace, desk.address, place)), desk };
}

/** The agent of an open widget goes on to another conversation; what is not given is as at first, and the pointer nowhere. */
export async function goOn(
  { desk, widget, set, page }: OpenWidget,
  { model, prepare }: InConversation,
): Promise<void> {
  await page.mouse.move(-1, -1);
  await set("chatInfo.rtSessionId", null);
  await widget.getByText("No conversation is open").waitFor();
  Object.assign(desk.behaviour, ORDINARY);
  await prepare?.(desk);
  place += 1;
  const { "chatInfo.rtSessionId": id, ...others } = { ...heldConversation(`c-${place}`), ...model };
  for (const [path, value] of Object.entries(others)) await set(path, value);
  await set("chatInfo.rtSessionId", id);
}

/** A workspace until the test has ended. */
export async function ownWorkspace(): Promise<MockWorkspace> {
  const workspace = await startMockWorkspace();
  whenDone(() => workspace.close());
  return workspace;
}

/** @param address of the desk that serves the widget */
export async function openFramed(
  workspace: MockWorkspace,
  address: string,
  { model, width, page: options, onPage }: Place = {},
): Promise<FramedWidget> {
  const page = await borrowPage({ viewport: { width: 1000, height: 800 }, ...options });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await onPage?.(page, workspace);
  workspace.scene = { widget: `${address}/`, model: { ...heldConversation("c-1"), ...model } };
  await page.goto(workspace.address, { waitUntil: "commit" });
  await page.locator("#widget").waitFor();
  if (width)
    await page.locator("#pane").evaluate((pane, width) => {
      Reflect.set(pane as object, "style", `width: ${width}px`);
    }, width);
  const play = (method: string, ...values: unknown[]) =>
    page.evaluate(`workspace.${method}(${values.map((value) => JSON.stringify(value)).join()})`);
  return {
    page,
    complaints,
    widget: page.frameLocator("#widget"),
    frame: () => page.frames().find((frame) => frame.url().startsWith(address)) as Frame,
    say: async (...lines) => {
      await play("say", ...lines);
    },
    set: async (path, value) => {
      await play("set", path, value);
    },
    written: () => page.evaluate("written") as Promise<string[]>,
  };
}

/** For `onPage`: time that a test may let pass at once. */
export function withClock(page: Page): Promise<void> {
  spoil(page);
  return page.clock.install();
}

/** Lets the time pass after which the widget no longer waits for a provider that shows a page and may not be framed. */
export async function letProviderStandStill({ page }: FramedWidget): Promise<void> {
  const isRefused = () => page.frames().some((frame) => frame.url().startsWith("chrome-error:"));
  await expect.poll(isRefused, { timeout: 20_000, interval: 10 }).toBe(true);
  await page.clock.fastForward(1_500);
}

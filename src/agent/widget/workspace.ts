import { type Line, readLine } from "./lines.ts";
import type { Seat, State } from "./state.ts";

/**
 * The part of LivePerson's client SDK that is used here. The script is loaded from LivePerson's address and never
 * bundled: it is proprietary, and has no versions.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-methods.html
 */
type AgentSdk = {
  init(callbacks: Record<string, () => void>): void;
  bind(path: string, update: (data: unknown) => void, done: (error?: unknown) => void): void;
  command(name: string, data: unknown, done: (error?: unknown) => void): void;
};

/** What the workspace tells. */
export type Listeners = {
  workspace(is: State["workspace"]): void;
  seat(seat: Partial<Seat>): void;
  lines(lines: Line[]): void;
  /** `""`: the workspace does not say. */
  theme(theme: "light" | "dark" | ""): void;
};

/** What the widget asks of the workspace. */
export type Workspace = {
  /**
   * Puts a text into the agent's input. Whether it replaces what stands there is not documented.
   *
   * @param text as it is to be read; escaped here where the input takes markup
   */
  write(text: string, isChat: boolean): Promise<void>;
};

/** Without a workspace around it the SDK is silent for half a minute. */
const PATIENCE_MS = 5_000;

/**
 * Leaves, since a bound parent binds all that is below it. Who looks on comes before the conversation, so that it is known
 * before anything is asked about that.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-public-model-structure.html
 */
const PATHS = {
  "applicationInfo.theme": (value, { theme }) => theme(themeIn(asText(value))),
  "agentInfo.agentId": (value, { seat }) => seat({ viewer: asText(value) }),
  "chattingAgentInfo.agentId": (value, { seat }) => seat({ assigned: asText(value) }),
  "chatInfo.spectatedEngagement": (value, { seat }) => seat({ isSpectated: isTrue(value) }),
  "chatInfo.isMessaging": (value, { seat }) => seat({ isChat: asText(value) !== "" && !isTrue(value) }),
  "chatInfo.rtSessionId": (value, { seat }) => seat({ conversation: asText(value) }),
  "chatTranscript.lines": (value, { lines }) => lines(linesIn(value)),
} satisfies Record<string, (value: unknown, listeners: Listeners) => void>;

/** Loads the SDK from this address and connects to the workspace around this page. */
export async function connect(address: string, listeners: Listeners): Promise<Workspace> {
  if (window.parent === window) {
    listeners.workspace("absent");
    return nowhere;
  }
  let [isLate, hasAnswered] = [false, false];
  const tell = () => listeners.workspace(hasAnswered ? "connected" : "absent");
  const late = setTimeout(() => {
    isLate = true;
    tell();
  }, PATIENCE_MS);
  const sdk = await load(address).catch(() => undefined);
  if (!sdk) {
    clearTimeout(late);
    listeners.workspace("blocked");
    return nowhere;
  }
  sdk.init({});
  const bound = Object.entries(PATHS).map(async ([path, hear]) => {
    hasAnswered = (await bind(sdk, path, (value) => hear(value, listeners))) || hasAnswered;
    // A workspace that never says what it thinks of one path is a workspace all the same.
    if (isLate) tell();
  });
  void Promise.all(bound).then(() => {
    clearTimeout(late);
    tell();
  });
  return { write: (text, isChat) => write(sdk, isChat ? escaped(text) : text) };
}

/** Without a workspace no suggestion is shown that could be written. */
const nowhere: Workspace = {
  write: () => Promise.reject(new Error("There is no workspace around this page")),
};

function load(address: string): Promise<AgentSdk> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("error", () => reject(new Error("The script was not loaded")));
    script.addEventListener("load", () => {
      const { agentSDK } = (window as { lpTag?: { agentSDK?: AgentSdk } }).lpTag ?? {};
      if (agentSDK) resolve(agentSDK);
      else reject(new Error("The script has no lpTag.agentSDK"));
    });
    document.head.append(script);
  });
}

/** @returns whether the workspace has answered; a path that it lacks counts as answered */
function bind(sdk: AgentSdk, path: string, hear: (value: unknown) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const update = (data: unknown) => {
      hear((data as { newValue?: unknown } | null)?.newValue);
      resolve(true);
    };
    sdk.bind(path, update, (error) => resolve(!/timeout/i.test(messageOf(error))));
  });
}

function write(sdk: AgentSdk, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sdk.command("Write ChatLine", { text }, (error) => (error ? reject(error) : resolve()));
  });
}

/** In chat the input takes markup: what Clinc says is text. */
function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "<br>");
}

function themeIn(name: string): "light" | "dark" | "" {
  return /dark/i.test(name) ? "dark" : /light/i.test(name) ? "light" : "";
}

function linesIn(value: unknown): Line[] {
  const lines = Array.isArray(value) ? value : [value];
  return lines.flatMap((line) => readLine(line) ?? []);
}

/** Ids are numbers in some places and texts in others. */
function asText(value: unknown): string {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}

function isTrue(value: unknown): boolean {
  return asText(value).toLowerCase() === "true";
}

function messageOf(error: unknown): string {
  return error instanceof Error
    ? error.message
    : String((error as { message?: unknown } | null)?.message ?? error ?? "");
}

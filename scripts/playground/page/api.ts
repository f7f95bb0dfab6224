import type { OwnAnswer } from "../../conversations/own-answer.ts";
import type { Act } from "../act.ts";
import type { ConversationView, Options, Progress, Setup, ShownView, WidgetView } from "../view.ts";

/** The server's side of the conversation; what it refuses is an error in its words. */
export const api = {
  options: () => get<Options>("/api/options"),
  conversation: () => get<ConversationView>("/api/conversation"),
  /** Once the desk behind it runs. */
  widget: () => get<WidgetView>("/api/widget"),
  answer: (text: string) => post("/api/answer", { text }),
  /** What all channels show of an author's answer; nothing of it happens. */
  onAllChannels: (own: { text: string; clinc: OwnAnswer }) => send<ShownView[]>("/api/channels", posted(own)),
  act: (act: Act) => post("/api/act", act),
  change: (changes: Partial<Setup>) => post("/api/setup", changes),
  /** Goes back to a turn; `event` takes the place of its own. */
  from: (turn: number, event?: Record<string, unknown>) => post("/api/from", { turn, event }),
  /** `null` while nothing happens again. */
  progress: () => get<Progress | null>("/api/progress"),
  transcript: async () => (await asked("/api/transcript.txt")).text(),
  restart: () => post("/api/restart", {}),
  load: (name: string, text: string) => post("/api/load", { name, text }),
};

function get<Value>(path: string): Promise<Value> {
  return send(path);
}

function post(path: string, body: unknown): Promise<ConversationView> {
  return send(path, posted(body));
}

function posted(body: unknown): RequestInit {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

async function send<Value>(path: string, options?: RequestInit): Promise<Value> {
  return (await (await asked(path, options)).json()) as Value;
}

async function asked(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(path, options).catch(() => {
    throw new Error("The playground does not answer. Is `npm run playground` still running?");
  });
  if (response.ok) return response;
  const { error } = (await response.json()) as { error?: string };
  throw new Error(error ?? `The playground answered with ${response.status}.`);
}

import type { Act } from "../act.ts";
import type { ConversationView, Options, Setup, WidgetView } from "../view.ts";

/** The server's side of the conversation; what it refuses is an error in its words. */
export const api = {
  options: () => get<Options>("/api/options"),
  conversation: () => get<ConversationView>("/api/conversation"),
  /** Once the desk behind it runs. */
  widget: () => get<WidgetView>("/api/widget"),
  answer: (text: string) => post("/api/answer", { text }),
  act: (act: Act) => post("/api/act", act),
  change: (changes: Partial<Setup>) => post("/api/setup", changes),
  restart: () => post("/api/restart", {}),
  load: (name: string, text: string) => post("/api/load", { name, text }),
};

function get<Value>(path: string): Promise<Value> {
  return send(path);
}

function post(path: string, body: unknown): Promise<ConversationView> {
  const headers = { "content-type": "application/json" };
  return send(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function send<Value>(path: string, options?: RequestInit): Promise<Value> {
  const response = await fetch(path, options).catch(() => {
    throw new Error("The playground does not answer. Is `npm run playground` still running?");
  });
  const body = (await response.json()) as Value & { error?: string };
  if (!response.ok) throw new Error(body.error ?? `The playground answered with ${response.status}.`);
  return body;
}

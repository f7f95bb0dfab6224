import { freePort } from "../kit/loopback.ts";
import { type DeskProcess, startDeskProcess } from "../stand-ins/desk/desk-process.ts";
import { startExample } from "../stand-ins/desk/example.ts";

/** The Node versions for the desk, from the oldest that it takes. */
export const DESK_VERSIONS: readonly string[] = ["20.12.2", "20.20.2", "22.23.3", "24.21.0"];

/**
 * Runs the committed desk on a Node: begins a session, asks for a briefing and a suggestion, and ends it.
 *
 * @param node the path of its binary
 * @returns what was otherwise than it should be; `undefined` for nothing
 */
export async function wrongWithDesk(node: string): Promise<unknown> {
  const example = await startExample();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = { ...example.environment, DESK_PUBLIC_URL: address, PORT: String(port) };
  const desk = await startDeskProcess(environment, { node });
  try {
    const answers = await askAll(desk, example.conversationId);
    const status = await desk.end();
    return answers.some(({ status }) => status !== "ok") || status !== 0 ? { answers, status } : undefined;
  } finally {
    await desk.end("SIGKILL");
    await example.close();
  }
}

type Answer = { status?: string; token?: string };

async function askAll({ address }: DeskProcess, conversationId: string): Promise<Answer[]> {
  const post = async (call: string, body: unknown, token = ""): Promise<Answer> => {
    const headers = { origin: address, "content-type": "application/json", authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}/api/${call}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Answer;
  };
  const { token = "" } = await post("session", {});
  const asked = { conversationId, messageId: "line-1", text: "How long does a new card take?" };
  return [await post("briefing", { conversationId }, token), await post("suggestion", asked, token)];
}

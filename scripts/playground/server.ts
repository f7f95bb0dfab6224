import { createServer, type IncomingMessage } from "node:http";
import { CommandFailure } from "../kit/command.ts";
import { listenOnLoopback } from "../kit/loopback.ts";
import { MOCK_APP_KEY } from "../stand-ins/clinc/server.ts";
import { MOCK_CONTEXT_KEY } from "../stand-ins/context-service/service.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { settingsOfShell } from "../stand-ins/functions/shell-account.ts";
import { apiOf } from "./api.ts";
import { admit, bodyOf, Refused, SECURITY_HEADERS } from "./guard.ts";
import { masked } from "./mask.ts";
import { optionsOf } from "./options.ts";
import { type PageFile, pageFiles } from "./page-files.ts";
import { picture } from "./picture.ts";
import { Session } from "./session.ts";
import { transcriptOf } from "./transcript.ts";
import type { ConversationView, Setup } from "./view.ts";

/** A running playground. */
export type Playground = { address: string; close(): Promise<void> };

/** With the example bank a transfer finds a skill and the agent sees a slot, unless the shell says otherwise. */
const EXAMPLE_SETTINGS = { TRANSFER_SKILL: "human-agents", AGENT_DETAILS: "ACCOUNT, CARD_NUMBER" };

/**
 * Serves the page and its conversation on the loopback interface.
 *
 * @param port 0 for any free one
 * @param live the secrets of a real Clinc; the mock's without
 */
export async function startPlayground({
  port = 0,
  live,
}: {
  port?: number;
  live?: Secrets;
} = {}): Promise<Playground> {
  const { CHANNEL, ...environment } = {
    ...(live ? {} : EXAMPLE_SETTINGS),
    ...settingsOfShell(),
  } as Record<string, string>;
  const channel = CHANNEL?.trim() || "auto";
  const record = Boolean(live?.clinc_context_key);
  const setup: Setup = {
    generation: "v2",
    ...{ isChat: false, channel, language: "", instances: 1, record, fault: "", environment },
  };
  const files = await pageFiles();
  const session = await Session.open(setup, live);
  const api = apiOf(session, optionsOf(live !== undefined));
  // The function reads a secret without the blanks around it, and a pasted key often brings some.
  const keys = live ? [live.clinc_app_key, live.clinc_context_key ?? ""] : [MOCK_APP_KEY, MOCK_CONTEXT_KEY];
  const secrets = keys.map((key) => String(key).trim()).filter((key) => key !== "");

  const server = createServer(async (request, response) => {
    const answer = await answerTo(request).catch((error) => failure(error, secrets));
    const { status, type, content, headers } = answer;
    // Nobody reads the rest of a body that is too long, so nothing can follow it.
    const isCutOff = status === 413;
    const ending = isCutOff ? { connection: "close" } : {};
    response.writeHead(status, { ...SECURITY_HEADERS, "content-type": type, ...ending, ...headers });
    response.end(request.method === "HEAD" ? undefined : content);
    if (isCutOff) request.destroy();
  });

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    admit(request);
    const [pathname = "", query = ""] = (request.url ?? "").split("?", 2);
    const isReading = request.method === "GET" || request.method === "HEAD";
    const file = files.get(pathname);
    if (file && isReading) return whole(file);
    if (pathname === "/picture.svg" && isReading)
      return whole({
        type: "image/svg+xml; charset=utf-8",
        content: picture(new URLSearchParams(query).get("of") ?? ""),
      });
    if (pathname === "/api/conversation.json" && isReading) return download(session.file());
    if (pathname === "/api/transcript.txt" && isReading) return transcript(session.view());
    if (pathname === "/api/widget" && isReading) return json(await widget(request));
    const call = api.get(pathname);
    if (!call && !file) throw new Refused(404, "There is nothing at this address.");
    const isQuestion = QUESTIONS.has(pathname);
    if (!call || !(isQuestion ? isReading : request.method === "POST"))
      throw new Refused(405, "Not with this method.");
    return json(await call(isReading ? undefined : await bodyOf(request)));
  }

  /** @throws {Refused} with what the desk says of its settings */
  async function widget({ socket }: IncomingMessage) {
    const ancestors = ["127.0.0.1", "localhost"].map((host) => `http://${host}:${socket.localPort}`);
    try {
      return await session.widget(ancestors);
    } catch (error) {
      throw error instanceof CommandFailure ? new Refused(503, error.message) : error;
    }
  }

  function json(value: unknown): Answer {
    return { status: 200, type: JSON_TYPE, content: JSON.stringify(masked(value, secrets)) };
  }

  function download(value: { turns: unknown[] }): Answer {
    if (value.turns.length === 0)
      throw new Refused(409, "Nothing was said yet, so there is nothing to save.");
    const content = `${JSON.stringify(masked(value, secrets), null, 2)}\n`;
    const headers = { "content-disposition": 'attachment; filename="conversation.json"' };
    return { status: 200, type: JSON_TYPE, content, headers };
  }

  function transcript(view: ConversationView): Answer {
    if (view.turns.length === 0) throw new Refused(409, "Nothing was said yet.");
    const content = String(masked(transcriptOf(view), secrets));
    const headers = { "content-disposition": 'attachment; filename="conversation.txt"' };
    return { status: 200, type: "text/plain; charset=utf-8", content, headers };
  }

  const { address, close } = await listenOnLoopback(server, port).catch(async (error) => {
    await session.close();
    throw error;
  });
  return {
    address: `${address}/`,
    async close() {
      await close();
      await session.close();
    },
  };
}

const QUESTIONS = new Set(["/api/options", "/api/conversation", "/api/progress"]);

type Answer = { status: number; type: string; content: string; headers?: Record<string, string> };

const JSON_TYPE = "application/json; charset=utf-8";

function whole(file: PageFile): Answer {
  return { status: 200, ...file };
}

/** What was refused is told; a defect of the playground goes to the terminal, whole. A page that has gone is none. */
function failure(error: unknown, secrets: readonly string[]): Answer {
  const isGone = (error as NodeJS.ErrnoException).code === "ECONNRESET";
  if (!(error instanceof Refused) && !isGone) console.error(error);
  const [status, message] =
    error instanceof Refused
      ? [error.status, error.message]
      : [500, "The playground failed: see its terminal."];
  return { status, type: JSON_TYPE, content: JSON.stringify(masked({ error: message }, secrets)) };
}

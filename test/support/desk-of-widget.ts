import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { widgetFiles } from "../../scripts/build/widget.ts";
import { listenOnLoopback, textOf } from "../../scripts/kit/loopback.ts";
import type { BriefingAnswer, SessionAnswer, SuggestionAnswer } from "../../src/agent/api.ts";
import { whenDone } from "./open-once.ts";

/** A status and what is answered with it. */
export type Answer = [status: number, body?: unknown];
/** What a call came with. */
export type Call = { path: string; body: Record<string, string>; token: string };

/** How the desk answers; may change at any time. */
export type Behaviour = Record<
  "session" | "briefing" | "suggestion",
  (call: Call) => Answer | Promise<Answer>
> & {
  /** Where `/sign-in` leads, with the challenge; nowhere without. */
  signIn?: (challenge: string) => string;
};

/** A desk on loopback that serves the built widget and plays a part. */
export type StandInDesk = {
  /** Another site than the workspace's: `localhost`, not `127.0.0.1`. */
  address: string;
  calls: Call[];
  /** Paths and events of the calls that tell what became of suggestions. */
  told(): string[];
  behaviour: Behaviour;
};

const SESSION: SessionAnswer = { token: "token", expiresIn: 900, agent: { id: "local" }, suggest: "auto" };

export function session(changes: Partial<SessionAnswer> = {}): Answer {
  return [200, { ...SESSION, ...changes }];
}

/** Five turns, the last one a hand-over; times of today, so that clocks show no date. */
export function briefing(changes: Partial<BriefingAnswer> = {}): Answer {
  const at = new Date().setHours(9, 41, 0, 0);
  const turn = (minutes: number, intent: string, score: number, more: object = {}) => ({
    ...{ at: at - minutes * 60_000, said: "words", intent, name: intent.replace(/_/g, " "), score },
    ...{ outcome: "continue", ...more },
  });
  return [
    200,
    {
      status: "ok",
      at,
      why: "the consumer asked for a person",
      turns: [
        turn(6, "clean_hello", 0.99, { said: "welcome" }),
        turn(5, "get_balance", 0.97, { details: { ACCOUNT: "Rainy Day Savings" } }),
        turn(3, "card_lost", 0.94, { details: { "Card number": "••••1111", Case: "C-20931" } }),
        turn(2, "branch_nearby", 0.71, { said: "location" }),
        turn(1, "out_of_scope", 0.22),
        turn(0, "live_agent", 0.91, { outcome: "transfer" }),
      ],
      ...changes,
    },
  ];
}

export function suggestion(messageId: string | undefined, changes: Partial<SuggestionAnswer> = {}): Answer {
  const text = "I am sorry to hear that. I have blocked your card; a new one is with you within five days.";
  const answer = {
    id: `sealed-${messageId}`,
    messageId,
    status: "ok",
    text,
    intent: "card_lost",
    score: 0.93,
  };
  return [200, { ...answer, ...changes }];
}

export function refusal(status: number, code: string, retryAfter?: number): Answer {
  return [status, { error: { code, ...(retryAfter && { retryAfter }) } }];
}

/** A desk that knows the agent, and has an answer to everything. */
export const ORDINARY: Behaviour = {
  session: () => session(),
  briefing: () => briefing(),
  suggestion: ({ body }) => suggestion(body.messageId),
};

let built: Promise<Map<string, string>> | undefined;

/**
 * Starts it for the time of a test, or of those that share it.
 *
 * @param sdk address of the SDK's stand-in; its origin is the only other one that scripts may come from
 */
export async function startStandInDesk(sdk: string): Promise<StandInDesk> {
  built ??= widgetFiles();
  const files = new Map([...(await built)].map(([path, text]) => [path.replace("desk/public", ""), text]));
  const page = (files.get("/index.html") ?? "").replace(
    /(name="liveperson-sdk" content=)"[^"]*"/,
    `$1"${sdk}"`,
  );
  files.set("/", page);
  const calls: Call[] = [];
  const headers = {
    "content-security-policy": `default-src 'none'; script-src 'self' ${new URL(sdk).origin}; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'self' http://127.0.0.1:*`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    if (file !== undefined) {
      response.writeHead(200, { ...headers, "content-type": typeOf(pathname) }).end(file);
      return;
    }
    if (pathname === "/sign-in" && desk.behaviour.signIn) {
      const location = desk.behaviour.signIn(searchParams.get("challenge") ?? "");
      response.writeHead(302, { ...headers, location }).end();
      return;
    }
    const handle = desk.behaviour[pathname.replace("/api/", "") as "session"];
    if (pathname !== "/api/feedback" && !handle) {
      response.writeHead(404, headers).end();
      return;
    }
    const body = JSON.parse(await textOf(request));
    const call = { path: pathname, body, token: String(request.headers.authorization ?? "") };
    calls.push(call);
    const [status, content] = handle ? await handle(call) : [204];
    response.writeHead(status, { ...headers, "content-type": "application/json" });
    response.end(content === undefined ? undefined : JSON.stringify(content));
  }

  const server = createServer((request, response) => void answer(request, response));
  const { address, close } = await listenOnLoopback(server);
  whenDone(close);
  const desk: StandInDesk = {
    address: address.replace("127.0.0.1", "localhost"),
    calls,
    told: () =>
      calls.flatMap(({ path, body }) =>
        path === "/api/feedback" ? [`${body.event} ${body.suggestionId?.replace("sealed-", "")}`] : [],
      ),
    behaviour: { ...ORDINARY },
  };
  return desk;
}

function typeOf(path: string): string {
  if (path.endsWith(".js")) return "text/javascript; charset=utf-8";
  return path.endsWith(".css") ? "text/css; charset=utf-8" : "text/html; charset=utf-8";
}

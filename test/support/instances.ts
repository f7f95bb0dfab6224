import { onTestFinished } from "vitest";
import type { Generation } from "../../scripts/build/generation.ts";
import {
  type ContextService,
  contextService,
  MOCK_CONTEXT_KEY,
} from "../../scripts/stand-ins/context-service/service.ts";
import {
  fetchInMemory,
  type InMemoryAnswer,
  type InMemoryRequest,
  toolbeltV1InMemory,
} from "../../scripts/stand-ins/functions/in-memory.ts";
import type { Secrets } from "../../scripts/stand-ins/functions/secrets.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { VirtualTime } from "../../scripts/stand-ins/functions/virtual-time.ts";
import { buildBot } from "../../src/bot/lambda.ts";
import { takeTurn } from "../../src/bot/turn.ts";
import type { Reply } from "../../src/liveperson/reply.ts";
import { pause } from "../../src/runtime/deadline.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";

const CLINC_HOST = "api.clinc.example";
const KEYS = { clinc_host: CLINC_HOST, clinc_app_key: "an-app-key" };

/** Secrets with which the bot keeps records. */
export const WITH_RECORD: Secrets = { ...KEYS, clinc_context_key: MOCK_CONTEXT_KEY };

/** The same account without the key of the service. */
export const WITHOUT_RECORD: Secrets = KEYS;

/** Several instances of the bot in one account, with a Clinc and a Conversation Context Service in common. */
export type SharedAccount = {
  time: VirtualTime;
  context: ContextService;
  /** What Clinc was asked, in the order in which it came. */
  asked: string[];
  /** The calls of the service: method and address. */
  calls: InMemoryRequest[];
  /** What Clinc answers to these words, and after how many milliseconds. */
  clinc: { answer: (words: string) => Record<string, unknown>; takesMs: number };
  /** Milliseconds that a call of the service takes, there and back. */
  latencyMs: () => number;
  /** What the service does instead of answering; `never` for no answer at all. */
  disturbed: (request: InMemoryRequest) => InMemoryAnswer | "never" | undefined;
  /** A new instance of the bot. */
  instance: (environment?: Record<string, string>, secrets?: Secrets) => (input: unknown) => Promise<Reply>;
};

/** An account in which time is virtual; the service takes 20 ms unless told otherwise. */
export function sharedAccount(generation: Generation): SharedAccount {
  const context = contextService();
  const account: SharedAccount = {
    time: new VirtualTime(),
    context,
    asked: [],
    calls: [],
    clinc: { answer: () => clincBody(), takesMs: 1_000 },
    latencyMs: () => 20,
    disturbed: () => undefined,
    instance(environment = {}, secrets = WITH_RECORD) {
      const toolbelt = generation === "v1" ? toolbeltV1InMemory(secrets, respond) : toolbeltV2(secrets);
      const bot = buildBot(toolbelt, { CONTEXT_ACCOUNT: "12345678", TRANSFER_SKILL: "desk", ...environment });
      return (input) => takeTurn(input, bot);
    },
  };
  async function respond(request: InMemoryRequest): Promise<InMemoryAnswer> {
    const { method, url, headers, body } = request;
    const { host, pathname, search } = new URL(url);
    if (host === CLINC_HOST) {
      const { query } = JSON.parse(body);
      account.asked.push(query);
      await pause(account.clinc.takesMs);
      return { status: 200, body: JSON.stringify(account.clinc.answer(query)) };
    }
    account.calls.push(request);
    const oneWay = account.latencyMs() / 2;
    await pause(oneWay);
    const disturbance = account.disturbed(request);
    if (disturbance === "never") return new Promise(() => {});
    if (disturbance) return disturbance;
    const answer = context.answer({ method, path: pathname + search, headers, body });
    await pause(oneWay);
    return { status: answer.status, body: answer.body === undefined ? "" : JSON.stringify(answer.body) };
  }
  onTestFinished(fetchInMemory(respond));
  return account;
}

/** The properties that are stored of the fixtures' conversation, as LivePerson would see them. */
export function storedIn({ context }: SharedAccount): Record<string, Record<string, unknown>> {
  const properties = context.stored("12345678", "clinc_conversation", events.CONVERSATION_ID);
  return properties as Record<string, Record<string, unknown>>;
}

/** The claims among those, the oldest first. */
export function claimsIn(account: SharedAccount): Array<Record<string, unknown>> {
  return Object.entries(storedIn(account)).flatMap(([name, claim]) => (CLAIM.test(name) ? [claim] : []));
}

/** Method and kind of each call since the last time that somebody wanted to know. */
export function callsOf({ calls }: SharedAccount): string[] {
  const kind = (name: string) => (CLAIM.test(name) ? "claim" : name);
  return calls
    .splice(0)
    .map(({ method, body }) =>
      method === "PATCH" ? `PATCH ${Object.keys(JSON.parse(body)).map(kind).join(" ")}` : method,
    );
}

/** The name of the property that an instance has for its claims. */
const CLAIM = /^claim/;

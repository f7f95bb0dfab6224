import * as z from "zod";
import { GENERATIONS } from "../build/generation.ts";
import { environment, instances, spokenLanguage } from "../conversations/conversation-file.ts";
import { ownAnswer } from "../conversations/own-answer.ts";
import { BadConversation } from "../conversations/read-conversation.ts";
import { readBy, spelledPath } from "../conversations/told.ts";
import { act } from "./act.ts";
import { Refused } from "./guard.ts";
import { NotNow } from "./not-now.ts";
import type { Session } from "./session.ts";
import type { ConversationView, Options } from "./view.ts";

/** @param faults the names of those that can be chosen */
const setupWith = (faults: readonly string[]) =>
  z.strictObject({
    generation: z.enum(GENERATIONS).optional(),
    isChat: z.boolean().optional(),
    channel: z.string().trim().min(1).max(500).optional(),
    language: z.union([z.literal(""), spokenLanguage]).optional(),
    instances: instances.optional(),
    record: z.boolean().optional(),
    fault: z.enum(["", ...faults]).optional(),
    environment: environment.optional(),
  });

const answer = z.strictObject({ text: z.string().trim().min(1).max(5_000) });

const from = z.strictObject({
  turn: z.int().min(1),
  event: z.record(z.string(), z.unknown()).optional(),
});

const own = z.strictObject({ text: z.string().trim().min(1).max(5_000), clinc: ownAnswer });

const file = z.strictObject({ name: z.string().min(1).max(500), text: z.string() });

/** What the page asks for and the session does, by path. */
export function apiOf(session: Session, options: Options): Map<string, (body: unknown) => Promise<unknown>> {
  const then = async (work: Promise<void>): Promise<ConversationView> => {
    await work;
    return session.view();
  };
  const setup = setupWith(options.faults.map(({ value }) => value));
  return new Map<string, (body: unknown) => Promise<unknown>>([
    ["/api/act", (body) => then(possible(session.act(read(act, body))))],
    ["/api/answer", (body) => then(possible(session.answer(read(answer, body).text)))],
    [
      "/api/setup",
      (body) => {
        const { environment, ...changes } = defined(read(setup, body));
        return then(session.change({ ...changes, ...(environment && { environment: filled(environment) }) }));
      },
    ],
    [
      "/api/channels",
      async (body) => {
        const { text, clinc } = read(own, body);
        return possible(session.onAllChannels(text, clinc));
      },
    ],
    [
      "/api/from",
      (body) => {
        const { turn, event } = read(from, body);
        return then(possible(session.from(turn, event)));
      },
    ],
    ["/api/restart", () => then(session.restart())],
    ["/api/load", (body) => then(load(session, read(file, body)))],
    ["/api/options", async () => options],
    ["/api/progress", async () => session.progress ?? null],
    ["/api/conversation", async () => session.view()],
  ]);
}

async function possible<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotNow ? new Refused(409, error.message) : error;
  }
}

async function load(session: Session, { name, text }: z.infer<typeof file>): Promise<void> {
  try {
    await session.load(text, name);
  } catch (error) {
    throw error instanceof BadConversation ? new Refused(400, error.message) : error;
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const told = readBy(schema, body);
  if ("data" in told) return told.data;
  const problems = told.problems.map(({ path, message }) => `${spelledPath(path) || "the body"} ${message}`);
  throw new Refused(400, problems.join("; "));
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Defined<Value>;
}

/** An empty field means the default. */
function filled(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
}

import type { Generation } from "../build/generation.ts";
import type { Conversation, ConversationEvent } from "../conversations/read-conversation.ts";
import { ASSIST_SECRETS, type MockClinc, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { type Delivery, deliver } from "../stand-ins/functions/connector.ts";
import { loadBuilt } from "../stand-ins/functions/load-built.ts";
import type { Invocation, LoadedFunction } from "../stand-ins/functions/load-function.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { settingsOfShell } from "../stand-ins/functions/shell-account.ts";
import { type Difference, differencesOf, type Strictness } from "./difference.ts";
import { type Seen, seenOf, seenOfCommand } from "./seen.ts";

/** A turn that was played. */
export type PlayedTurn = Pick<ConversationEvent, "by" | "said"> & {
  /** From 1. */
  number: number;
  /** Absent for what an agent says, which no function hears of. */
  invocation?: Invocation;
  /** What the platform made of a reply; absent where there is none. */
  delivery?: Delivery;
  seen?: Seen;
  /** What is otherwise than it was expected. */
  differences: Difference[];
  /** What is wrong whatever was expected, a sentence each. */
  problems: string[];
  /** From 1; absent where one instance takes all turns. */
  instance?: number;
  /** Calls of the service that keeps the record; absent where there is none. */
  recordCalls?: number;
};

/** How conversations are played. */
export type PlayOptions = Strictness & {
  /** Those of a real Clinc; the stand-in's without. */
  live?: Secrets | undefined;
  /** Hears of each turn when it has ended. */
  onTurn?: (turn: PlayedTurn) => void;
};

/** Plays a conversation through the built files of a generation, on instances of its own. */
export async function play(
  conversation: Conversation,
  generation: Generation,
  { live, onTurn = () => {}, ...strictness }: PlayOptions,
): Promise<PlayedTurn[]> {
  const clinc = live ? undefined : await startMockClinc();
  const context = !live && conversation.record ? await startMockContextService() : undefined;
  const kept = context && mockRecord(context.host);
  const ofMock = { ...mockSecrets(clinc?.host ?? ""), ...ASSIST_SECRETS };
  const secrets = { ...(live ?? ofMock), ...kept?.secrets };
  const environment = { ...settingsOfShell(), ...conversation.environment, ...kept?.environment };
  try {
    const instances = await loadBuilt(generation, conversation.instances, secrets, environment);
    const [agents] = await loadBuilt(generation, 1, secrets, environment, { name: "ClincAgent" });
    const turns: PlayedTurn[] = [];
    let ofConsumer = 0;
    for (const event of conversation.events) {
      const isAgents = event.by === "agent";
      const index = ofConsumer % instances.length;
      const calls = context?.seen.length ?? 0;
      const taken = await take(event, (isAgents ? agents : instances[index]) as LoadedFunction, clinc);
      const turn: PlayedTurn = {
        ...{ by: event.by, said: event.said, number: turns.length + 1 },
        ...judged(taken, event, conversation.isChat, strictness),
        ...(!isAgents && instances.length > 1 && { instance: index + 1 }),
        ...(!isAgents && context && { recordCalls: context.seen.length - calls }),
      };
      if (!isAgents) ofConsumer += 1;
      turns.push(turn);
      onTurn(turn);
    }
    return turns;
  } finally {
    await clinc?.close();
    await context?.close();
  }
}

/** Whether nothing is wrong with a turn. */
export function isRight({ differences, problems }: PlayedTurn): boolean {
  return differences.length + problems.length === 0;
}

type Taken = { invocation?: Invocation; queries: number };

/** Lets a function take a turn; Clinc gives the answer of the file to this turn, and to no other. */
async function take(
  { input, clinc: answer }: ConversationEvent,
  bot: LoadedFunction,
  clinc: MockClinc | undefined,
): Promise<Taken> {
  if (input === undefined) return { queries: 0 };
  const before = clinc?.seen.length ?? 0;
  if (clinc) clinc.ownAnswer = answer;
  const invocation = await bot.invoke(input);
  if (clinc) clinc.ownAnswer = undefined;
  return { invocation, queries: (clinc?.seen.length ?? 0) - before };
}

function judged(
  { invocation, queries }: Taken,
  { by, clinc, expect }: ConversationEvent,
  isChat: boolean,
  strictness: Strictness,
): Pick<PlayedTurn, "invocation" | "delivery" | "seen" | "differences" | "problems"> {
  const unused =
    clinc && queries === 0 ? ["Clinc was not asked, so the answer in the file was not used"] : [];
  if (!invocation) {
    const unheard = expect
      ? ["no function hears of what an agent says, so nothing can be expected of it"]
      : [];
    return { differences: [], problems: [...unused, ...unheard] };
  }
  if (by === "agent") {
    const seen = seenOfCommand(invocation);
    return { invocation, seen, differences: differencesOf(expect, seen, strictness), problems: unused };
  }
  const delivery = invocation.error ? undefined : deliver(invocation.result, isChat);
  const refusals = delivery?.problems.map((problem) => `LivePerson refuses the reply: ${problem}`) ?? [];
  const seen = seenOf(invocation, refusals.length === 0);
  const differences = refusals.length > 0 ? [] : differencesOf(expect, seen, strictness);
  return {
    invocation,
    ...(delivery && { delivery }),
    ...{ seen, differences, problems: [...refusals, ...unused] },
  };
}

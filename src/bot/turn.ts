import { readReply } from "../answer/read.ts";
import { channelOf } from "../liveperson/channel.ts";
import { type ConsumerTurn, parseEvent } from "../liveperson/consumer-turn.ts";
import type { Reply } from "../liveperson/reply.ts";
import { now } from "../runtime/clock.ts";
import { Deadline } from "../runtime/deadline.ts";
import type { Bot } from "./bot.ts";
import type { Conversation, Spoken } from "./conversations.ts";
import { conclude, type Thought } from "./decide/conclude.ts";
import { failed, tooLate, wasNeverAsked } from "./decide/failure.ts";
import { answerInPublic, located } from "./decide/in-public.ts";
import { ownWords } from "./decide/own-words.ts";
import { remembered, withSummary } from "./decide/summary.ts";
import { questionOf } from "./decide/words.ts";
import { afterwards, inLanguage, type Memory } from "./memory.ts";
import { answerProbe } from "./probe.ts";
import { renderInPublic } from "./render/public.ts";
import { type Rendering, render } from "./render/render.ts";
import { reportRepeat, reportTurn, startTrace, type Trace } from "./report.ts";

/**
 * One turn: LivePerson's event comes in, Clinc is asked, LivePerson's reply goes out.
 *
 *     parse ──▶ ask ──▶ read ──▶ conclude ──▶ render
 *
 * Whatever fails on the way becomes an answer too. Only two things make a turn fail, both on purpose: a transfer
 * without a skill, and a connection test while a secret is missing.
 *
 * @param input whatever the platform passed to the function
 */
export async function takeTurn(input: unknown, bot: Bot): Promise<Reply> {
  const turn = parseEvent(input);
  if (turn.said.kind === "probe") return answerProbe(bot);
  const conversation = bot.conversations.of(turn.conversationId);
  return conversation.once(
    turn.repeatKey,
    () => answerInOrder(turn, conversation, bot),
    () => reportRepeat(turn),
  );
}

/** Messages of one conversation are answered in the order in which they came; one that waits too long gets an apology. */
async function answerInOrder(event: ConsumerTurn, conversation: Conversation, bot: Bot): Promise<Spoken> {
  const trace = startTrace();
  const place = await conversation.enter(new Deadline(bot.settings.CLINC_TIMEOUT_MS));
  let memory = inLanguage(conversation.memory, event.language);
  try {
    trace.waitedMs = now() - trace.startedAt;
    const { turn, memory: here } = located(event, memory);
    const thought = place.isMyTurn
      ? await think(turn, here, bot, trace)
      : tooLate(turn, here, bot.settingsIn(here.language));
    const said = speak(thought, turn, bot, trace);
    memory = said.memory;
    if (said.failure) throw said.failure;
    return said;
  } finally {
    place.leave(memory);
  }
}

/** Finds the answer: Clinc's, our own where there is nothing to ask, or the one for what went wrong. */
async function think(turn: ConsumerTurn, before: Memory, bot: Bot, trace: Trace): Promise<Thought> {
  const settings = bot.settingsIn(before.language);
  let memory = before;
  try {
    if (turn.said.kind === "public") return answerInPublic(turn.said.post, before, settings);
    const question = questionOf(turn, before, settings);
    if (!question) return { answer: ownWords(turn, settings), memory };
    memory = { ...before, lastWords: question.typed };
    const reply = await bot.askClinc(question, new Deadline(settings.CLINC_TIMEOUT_MS), trace);
    const reading = readReply(reply, settings);
    memory = remembered(memory, reading.intent, reply, settings);
    return conclude(reading, memory, settings, turn.said.kind === "words");
  } catch (error) {
    return failed(error, wasNeverAsked(error) ? before : memory, settings);
  }
}

/** Renders, and leaves one line for the operator. */
function speak(thought: Thought, turn: ConsumerTurn, bot: Bot, trace: Trace): Rendering & { memory: Memory } {
  const settings = bot.settingsIn(thought.memory.language);
  const channel = channelOf(turn.origin, settings.CHANNEL);
  const put = ({ answer: given, memory }: Thought) => {
    const answer = withSummary(given, memory, turn.origin, settings);
    const rendering =
      turn.said.kind === "public"
        ? renderInPublic(answer, turn.said.post)
        : render(answer, channel, settings);
    return { ...rendering, answer, memory };
  };
  const said = orElse(
    () => put(thought),
    (error) => put(failed(error, thought.memory, settings)),
  );
  reportTurn(turn, said.answer, channel, trace, [
    ...bot.complaints.splice(0),
    ...trace.remarks,
    ...said.answer.remarks,
    ...said.remarks,
  ]);
  return { ...said, memory: afterwards(said.memory, said.answer.outcome, said.open) };
}

function orElse<T>(work: () => T, otherwise: (error: unknown) => T): T {
  try {
    return work();
  } catch (error) {
    return otherwise(error);
  }
}

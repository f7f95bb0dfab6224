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
import { noted, withSummary } from "./decide/summary.ts";
import { questionOf } from "./decide/words.ts";
import { afterwards, inLanguage, type Memory } from "./memory.ts";
import { answerProbe } from "./probe.ts";
import { keep } from "./recall/keep.ts";
import { recall, unrecalled } from "./recall/recall.ts";
import { renderInPublic } from "./render/public.ts";
import { render } from "./render/render.ts";
import { reportRepeat, reportTurn, type Said, startTrace, type Trace } from "./report.ts";
import { withoutStale } from "./staleness.ts";

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

/**
 * Messages of one conversation are answered in the order in which they came. One that waits too long, or that another
 * instance may be answering, gets an apology.
 */
async function answerInOrder(event: ConsumerTurn, conversation: Conversation, bot: Bot): Promise<Spoken> {
  const trace = startTrace();
  const { CLINC_TIMEOUT_MS } = bot.settings;
  const waiting = new Deadline(CLINC_TIMEOUT_MS);
  const whole = new Deadline(Math.min(LONGEST_TURN_MS, 2 * CLINC_TIMEOUT_MS + 2_000));
  const place = await conversation.enter(waiting);
  let memory = conversation.memory;
  try {
    trace.waitedMs = now() - trace.startedAt;
    const recalled = place.isMyTurn
      ? await recall(event, conversation, bot, { waiting, whole }, trace)
      : unrecalled(memory, true);
    memory = recalled.memory;
    if (recalled.repeat) {
      reportRepeat(event);
      return recalled.repeat;
    }
    const { turn, memory: here } = located(event, inLanguage(memory, event.language));
    const known = withoutStale(here, turn, recalled.isSure, bot.records.isShared);
    const thought = recalled.isTaken
      ? tooLate(turn, known, bot.settingsIn(known.language))
      : await think(turn, known, bot, trace, recalled.failure);
    const said = speak(thought, turn, bot);
    memory = await keep(said, turn, recalled, whole, trace);
    reportTurn(turn, said, trace, bot.complaints.splice(0));
    if (said.failure) throw said.failure;
    return said;
  } finally {
    place.leave(memory);
  }
}

/** Finds the answer: Clinc's, our own where there is nothing to ask, or the one for what went wrong. */
async function think(
  turn: ConsumerTurn,
  before: Memory,
  bot: Bot,
  trace: Trace,
  failure: unknown,
): Promise<Thought> {
  const settings = bot.settingsIn(before.language);
  let memory = before;
  try {
    if (turn.said.kind === "public") return answerInPublic(turn.said.post, before, settings);
    const question = questionOf(turn, before, settings);
    if (!question) return { answer: ownWords(turn, settings), memory };
    if (failure) throw failure;
    memory = { ...before, lastWords: question.typed };
    // Reading the secrets has taken its part already.
    const deadline = new Deadline(settings.CLINC_TIMEOUT_MS - trace.secretsMs);
    const reply = await bot.askClinc(question, deadline, trace);
    const thought = conclude(readReply(reply, settings), memory, settings, turn.said.kind !== "welcome");
    return noted(thought, turn, reply, settings);
  } catch (error) {
    return failed(error, wasNeverAsked(error) ? before : memory, settings);
  }
}

/** Puts an answer into LivePerson's terms, or what went wrong with it. */
function speak(thought: Thought, turn: ConsumerTurn, bot: Bot): Said {
  try {
    return put(thought, turn, bot);
  } catch (error) {
    return put(failed(error, thought.memory, bot.settingsIn(thought.memory.language)), turn, bot);
  }
}

function put({ answer: given, memory }: Thought, turn: ConsumerTurn, bot: Bot): Said {
  const settings = bot.settingsIn(memory.language);
  const channel = channelOf(turn.origin, settings.CHANNEL);
  const answer = withSummary(given, memory, turn.origin, settings);
  const rendering =
    turn.said.kind === "public" ? renderInPublic(answer, turn.said.post) : render(answer, channel, settings);
  return { ...rendering, answer, channel, memory: afterwards(memory, turn, answer.outcome, rendering) };
}

/** The platform ends a turn after 30 seconds. */
const LONGEST_TURN_MS = 25_000;

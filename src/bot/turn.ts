import { type Answer, ownIntent } from "../answer/answer.ts";
import { readReply } from "../answer/read.ts";
import type { AskClinc, AskingCourse } from "../clinc/ask.ts";
import { type Channel, channelOf } from "../liveperson/channel.ts";
import { type ConsumerTurn, parseEvent } from "../liveperson/consumer-turn.ts";
import type { Reply } from "../liveperson/reply.ts";
import { Deadline } from "../runtime/deadline.ts";
import { loggableId, logTurn, type TurnLine } from "../runtime/log.ts";
import type { Conversation, Conversations } from "./conversations.ts";
import { chosen } from "./decide/chosen.ts";
import { conclude } from "./decide/conclude.ts";
import { apology, failureAnswer } from "./decide/failure.ts";
import { agentSummary, rememberForAgent } from "./decide/summary.ts";
import { MissingSkill } from "./render/action.ts";
import { render } from "./render/render.ts";
import type { Settings } from "./settings.ts";
import { VERSION } from "./version.ts";

/** What a turn needs; built once per instance. */
export type Bridge = {
  settings: Settings;
  /** What is wrong with the settings; named in the first turn and then no more. */
  complaints: string[];
  conversations: Conversations;
  askClinc: AskClinc;
  /** Rejects when a secret is missing that nothing works without; resolves to what else is wrong with the secrets. */
  checkSecrets: (deadline: Deadline) => Promise<string[]>;
};

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
export async function takeTurn(input: unknown, bridge: Bridge): Promise<Reply> {
  const turn = parseEvent(input);
  if (turn.said.kind === "probe") return answerProbe(bridge);
  const conversation = bridge.conversations.of(turn.conversationId);
  return conversation.once(
    turn.repeatKey,
    () => answerConsumer(turn, conversation, bridge),
    () => logTurn(repeatLine(turn), []),
  );
}

/** Messages of one conversation are answered in the order in which they came. */
async function answerConsumer(
  turn: ConsumerTurn,
  conversation: Conversation,
  bridge: Bridge,
): Promise<Reply> {
  const { settings } = bridge;
  const course: TurnCourse = { startedAt: Date.now(), waitedMs: 0, queries: 0, secretsMs: 0, clincMs: 0 };
  const patience = new Deadline(settings.CLINC_TIMEOUT_MS);
  try {
    return await conversation.inOrder(patience, waitedTooLong, async () => {
      course.waitedMs = Date.now() - course.startedAt;
      return speak(await think(turn, conversation, bridge, course), turn, course, conversation, bridge);
    });
  } catch (error) {
    if (error instanceof MissingSkill) throw error;
    if (error === TOO_LATE) course.waitedMs = Date.now() - course.startedAt;
    const answer =
      error === TOO_LATE
        ? apology("earlier_turn_pending", settings)
        : failureAnswer(error, conversation, settings);
    return speak(answer, turn, course, conversation, bridge);
  }
}

/** Finds the answer: Clinc's, our own where there is nothing to ask, or the one for what went wrong. */
async function think(
  turn: ConsumerTurn,
  conversation: Conversation,
  bridge: Bridge,
  course: AskingCourse,
): Promise<Answer> {
  const { settings } = bridge;
  const words = wordsForClinc(turn, conversation, settings);
  if (words === undefined) return sayOurselves(turn, settings);
  try {
    const question = {
      words,
      conversationId: turn.conversationId,
      externalUserId: externalUser(turn, settings),
    };
    const reply = await bridge.askClinc(question, new Deadline(settings.CLINC_TIMEOUT_MS), course);
    conversation.lastWords = words;
    const reading = readReply(reply, settings);
    rememberForAgent(conversation, reading.intent, reply, settings.AGENT_SUMMARY_SLOTS);
    return conclude(reading, conversation, settings, turn.said.kind === "words");
  } catch (error) {
    return failureAnswer(error, conversation, settings);
  }
}

/** What Clinc is asked, if anything: a conversation that comes back goes on with what the consumer said last. */
function wordsForClinc(
  { said }: ConsumerTurn,
  conversation: Conversation,
  settings: Settings,
): string | undefined {
  if (said.kind === "words") return chosen(said.words, conversation.open);
  if (said.kind !== "welcome") return undefined;
  if (said.lastMessage !== "" && said.lastMessage !== conversation.lastWords) return said.lastMessage;
  return settings.WELCOME_MESSAGE === "" ? settings.WELCOME_QUERY : undefined;
}

function sayOurselves({ said }: ConsumerTurn, settings: Settings): Answer {
  const isWelcome = said.kind === "welcome";
  const text = isWelcome ? settings.WELCOME_MESSAGE : settings.UNSUPPORTED_MESSAGE;
  return {
    blocks: [{ kind: "text", text }],
    intent: ownIntent(isWelcome ? "welcome" : "unsupported_message"),
    outcome: { kind: "continue" },
    remarks: [],
  };
}

/** On a transfer the agent learns why. */
function withSummary(
  answer: Answer,
  turn: ConsumerTurn,
  conversation: Conversation,
  settings: Settings,
): Answer {
  if (answer.outcome.kind !== "transfer") return answer;
  const summary = { kind: "note", text: agentSummary(conversation, answer.outcome.why) } as const;
  const isWanted = settings.AGENT_SUMMARY && !turn.origin.isChat;
  return isWanted ? { ...answer, blocks: [...answer.blocks, summary] } : answer;
}

function externalUser(turn: ConsumerTurn, settings: Settings): string {
  const ids = { none: "", visitor: turn.visitorId, customer: turn.customerId };
  return ids[settings.CLINC_EXTERNAL_USER];
}

/** Renders, and leaves one line for the operator. */
function speak(
  given: Answer,
  turn: ConsumerTurn,
  course: TurnCourse,
  conversation: Conversation,
  { settings, complaints }: Bridge,
): Reply {
  const channel = channelOf(turn.origin, settings.CHANNEL);
  const answer = withSummary(given, turn, conversation, settings);
  const leave = (remarks: readonly string[]) => {
    if (answer.outcome.kind === "transfer") conversation.handedOver();
    const warnings = [...complaints.splice(0), ...answer.remarks, ...remarks];
    logTurn(turnLine(answer, turn, course, channel), warnings);
  };
  try {
    const { reply, open, remarks } = render(answer, channel, settings);
    assertWritable(reply);
    conversation.open = open;
    leave(remarks);
    return reply;
  } catch (error) {
    if (error instanceof MissingSkill) leave([error.message]);
    throw error;
  }
}

/** The platform writes the reply as JSON, which fails beyond our reach for what an author nested too deep. */
function assertWritable(reply: Reply): void {
  JSON.stringify(reply);
}

/** Ids, numbers and names of Clinc's classes only: function logs are kept for 30 days. */
function turnLine(answer: Answer, turn: ConsumerTurn, course: TurnCourse, channel: Channel): TurnLine {
  const totalMs = Date.now() - course.startedAt;
  return {
    v: VERSION,
    conversation: loggableId(turn.conversationId),
    sequence: loggableId(turn.sequence),
    said: turn.said.kind === "unsupported" ? turn.said.what : turn.said.kind,
    outcome: answer.outcome.kind,
    fault: answer.fault,
    intent: answer.intent.id,
    score: answer.intent.score,
    integration: loggableId(turn.origin.integration),
    appId: loggableId(turn.origin.appId),
    queries: course.queries,
    totalMs,
    waitedMs: course.waitedMs,
    secretsMs: course.secretsMs,
    clincMs: course.clincMs,
    ownMs: totalMs - course.waitedMs - course.secretsMs - course.clincMs,
    channel,
  };
}

function repeatLine({ conversationId, sequence }: ConsumerTurn): TurnLine {
  return { conversation: loggableId(conversationId), sequence: loggableId(sequence), said: "repeat" };
}

/** The bot wizard's Test Connection: quick and without a question to Clinc, but not while a secret is missing. */
async function answerProbe({ checkSecrets, complaints }: Bridge): Promise<Reply> {
  const warnings = await checkSecrets(new Deadline(PROBE_MS));
  logTurn({ said: "probe" }, [...complaints.splice(0), ...warnings]);
  return {
    messages: [`The Clinc bot ${VERSION} is connected.`],
    context: { intentId: "probe", intentName: "probe", confidenceScore: 0 },
  };
}

/** LivePerson's test fails when the function is slow. */
const PROBE_MS = 3_000;

type TurnCourse = AskingCourse & { startedAt: number; waitedMs: number };

/** Told apart by identity: it is no failure of anybody's, and does not count as one. */
const TOO_LATE = new Error("An earlier turn of this conversation is still being answered");
const waitedTooLong = () => TOO_LATE;

import type { Answer } from "../../answer/answer.ts";
import { stateOf } from "../../answer/classification.ts";
import type { ClincReply } from "../../clinc/reply.ts";
import type { ConsumerTurn, Origin } from "../../liveperson/consumer-turn.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";
import type { Thought } from "./conclude.ts";
import { detailsOf } from "./details.ts";

const SUMMED_UP = 5;
const REMEMBERED_TURNS = 20;

/** Keeps of a turn that Clinc answered what an agent may have to know later, and whether Clinc still knew the dialog. */
export function noted(
  { answer, memory }: Thought,
  { said }: ConsumerTurn,
  reply: ClincReply,
  { AGENT_DETAILS }: Pick<Settings, "AGENT_DETAILS">,
): Thought {
  const { details, remarks } = detailsOf(reply, AGENT_DETAILS);
  const { id: intent, name, score } = answer.intent;
  const turn = {
    at: Date.now(),
    said: said.kind,
    ...{ intent, name, score },
    outcome: answer.outcome.kind,
    state: stateOf(reply),
    qid: reply.qid,
    details,
  };
  const hasRestarted =
    ![reply.session_id, memory.session].includes("") && reply.session_id !== memory.session;
  return {
    answer: {
      ...answer,
      remarks: [
        ...answer.remarks,
        ...remarks,
        ...(hasRestarted ? ["Clinc started over: it has a new session"] : []),
      ],
    },
    memory: {
      ...memory,
      session: reply.session_id || memory.session,
      isRestarted: memory.isRestarted || hasRestarted,
      turns: [...memory.turns, turn].slice(-REMEMBERED_TURNS),
    },
  };
}

/** On a transfer the agent learns why; chat has no private messages. */
export function withSummary(answer: Answer, memory: Memory, origin: Origin, settings: Settings): Answer {
  if (answer.outcome.kind !== "transfer" || !settings.AGENT_SUMMARY || origin.isChat) return answer;
  const summary = { kind: "note", text: agentSummary(memory, answer.outcome.why) } as const;
  return { ...answer, blocks: [...answer.blocks, summary] };
}

/** What the agent reads when the conversation arrives. The transcript is there anyway; this says why. */
function agentSummary({ turns, transferredAt, isRestarted }: Memory, why: string): string {
  const intents = turns.slice(-SUMMED_UP).map(({ name, score }) => `${name} (${score.toFixed(2)})`);
  const [details = {}] = turns
    .filter(({ at, details }) => at > transferredAt && Object.keys(details).length > 0)
    .slice(-1)
    .map((turn) => turn.details);
  const lines = Object.entries(details).map(([label, value]) => `- ${label}: ${value}`);
  return [
    `Handed over by the bot: ${why}.`,
    ...(isRestarted ? ["The bot's AI started over in this conversation, without what was said before."] : []),
    ...(intents.length > 0 ? [`Last intents: ${intents.join(", ")}`] : []),
    ...(lines.length > 0 ? ["Details:", ...lines] : []),
  ].join("\n");
}

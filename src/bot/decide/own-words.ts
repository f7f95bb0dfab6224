import { type Answer, type Block, ownIntent } from "../../answer/answer.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Settings } from "../settings.ts";

/** A pause alone is the documented way to say nothing; no reply at all would escalate. */
export const SILENCE: readonly Block[] = [{ kind: "pause", seconds: 1 }];

/** The bank's own words, where there is nothing to ask Clinc; none for what is not the consumer's. */
export function ownWords({ said }: ConsumerTurn, settings: Settings): Answer {
  const isWelcome = said.kind === "welcome";
  const text = isWelcome ? settings.WELCOME_MESSAGE : settings.UNSUPPORTED_MESSAGE;
  const isOthers = said.kind === "not_consumer";
  return {
    blocks: isOthers ? SILENCE : [{ kind: "text", text }],
    intent: ownIntent(isOthers ? said.kind : isWelcome ? "welcome" : "unsupported_message"),
    outcome: { kind: "continue" },
    remarks: [],
  };
}

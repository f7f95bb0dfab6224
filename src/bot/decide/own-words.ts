import { type Answer, ownIntent } from "../../answer/answer.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Settings } from "../settings.ts";

/** The bank's own words, where there is nothing to ask Clinc. */
export function ownWords({ said }: ConsumerTurn, settings: Settings): Answer {
  const isWelcome = said.kind === "welcome";
  const text = isWelcome ? settings.WELCOME_MESSAGE : settings.UNSUPPORTED_MESSAGE;
  return {
    blocks: [{ kind: "text", text }],
    intent: ownIntent(isWelcome ? "welcome" : "unsupported_message"),
    outcome: { kind: "continue" },
    remarks: [],
  };
}

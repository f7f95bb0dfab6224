import type { Ending } from "../view.ts";

/** The end of the bot's part, as the consumer's window tells it. */
export function endingInWords(ending: Ending): string {
  if (ending.kind === "transfer") return `Handed over to ${ending.skill}`;
  if (ending.kind === "close") return "The conversation was closed";
  return "Handed over by the bot's own escalation";
}

/** The same for the agent's banner: a headline and what it means. */
export function endingForAgent(ending: Ending): [headline: string, meaning: string] {
  if (ending.kind === "transfer")
    return [
      `Transferred to ${ending.skill}`,
      "The bot has left: an agent of this skill has the conversation, and the bot gets no further message.",
    ];
  if (ending.kind === "close")
    return [
      "Closed by the bot",
      ending.withSurvey ? "LivePerson may ask for the survey now." : "LivePerson asks for no survey.",
    ];
  return [
    "Escalated by LivePerson",
    `The bot has left: LivePerson sends the bot's configured transfer message and moves the conversation to the skill of the bot's configuration. ${ending.why}`,
  ];
}

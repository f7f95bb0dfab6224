import type { Outcome } from "../../answer/answer.ts";
import type { Channel } from "../../liveperson/channel.ts";
import type { Action } from "../../liveperson/reply.ts";

/**
 * The action of an outcome, in the connector's terms.
 *
 * @throws {MissingSkill} for a transfer that names no skill
 */
export function actionOf(
  outcome: Outcome,
  channel: Channel,
  transferSkill: string,
  remarks: string[],
): Action {
  switch (outcome.kind) {
    case "continue":
      return {};
    case "close":
      return {
        action: "CLOSE_CONVERSATION",
        ...(outcome.withoutSurvey && { actionParameters: { withoutPcs: true } }),
      };
    case "transfer": {
      const skill = outcome.skill || transferSkill;
      if (skill === "") throw new MissingSkill();
      return {
        action: "TRANSFER",
        actionParameters: { skill, ...(outcome.agentId && { agentId: outcome.agentId }) },
      };
    }
    case "native":
      if (outcome.action !== "CHANGE_TTR" || channel !== "chat")
        return { action: outcome.action, actionParameters: outcome.parameters };
      remarks.push("CHANGE_TTR is for messaging only and was left out on chat");
      return {};
  }
}

/**
 * One of the two failures on purpose: LivePerson's connector answers a failed function with the escalation that is
 * configured for the bot, which is the only transfer there is without the name of a skill.
 *
 * @see https://developers.liveperson.com/third-party-bots-bot-conversation-errors.html
 */
export class MissingSkill extends Error {
  override readonly name = "MissingSkill";

  constructor() {
    super(
      "A transfer needs a skill: set the environment variable TRANSFER_SKILL to the name of a LivePerson skill (or name " +
        "one in the author's TRANSFER). Until then LivePerson escalates as the bot is configured to, without Clinc's words.",
    );
  }
}

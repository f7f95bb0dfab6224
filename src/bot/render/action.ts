import type { Outcome } from "../../answer/answer.ts";
import type { Channel } from "../../liveperson/channel.ts";
import type { Action } from "../../liveperson/reply.ts";

/** An action, or why there is none. */
type Enacted = { action: Action; remark?: string; failure?: MissingSkill };

/** The action of an outcome, in the connector's terms; a failure for a transfer that names no skill. */
export function actionOf(outcome: Outcome, channel: Channel, transferSkill: string): Enacted {
  switch (outcome.kind) {
    case "continue":
      return { action: {} };
    case "close": {
      const parameters = outcome.withoutSurvey && { actionParameters: { withoutPcs: true } };
      return { action: { action: "CLOSE_CONVERSATION", ...parameters } };
    }
    case "transfer": {
      const skill = outcome.skill || transferSkill;
      if (skill === "") {
        const failure = new MissingSkill();
        return { action: {}, remark: failure.message, failure };
      }
      const actionParameters = { skill, ...(outcome.agentId && { agentId: outcome.agentId }) };
      return { action: { action: "TRANSFER", actionParameters } };
    }
    case "native":
      if (outcome.action !== "CHANGE_TTR" || channel !== "chat")
        return { action: { action: outcome.action, actionParameters: outcome.parameters } };
      return { action: {}, remark: "CHANGE_TTR is for messaging only and was left out on chat" };
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

import { asFlag, asNumber, asText, isJsonObject, type JsonObject } from "../../runtime/tolerant.ts";
import type { Outcome } from "../answer.ts";

/**
 * Reads an author's action with the aliases of LivePerson's other connectors: `{action, actionParameters}`,
 * `{action, parameters}`, `{action, data}` and `{action: {name, parameters}}`.
 *
 * @returns the outcome, or what is wrong with the action
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 */
export function readAction(entry: JsonObject, closeWithoutSurvey: boolean): Outcome | string {
  const holder = isJsonObject(entry.action) ? entry.action : entry;
  const name = isJsonObject(entry.action) ? entry.action.name : entry.action;
  const parameters = firstObject(holder.actionParameters, holder.parameters, holder.data);
  const read = typeof name === "string" ? ACTIONS[name.trim().toUpperCase()] : undefined;
  if (!read) return `unknown; LivePerson knows ${Object.keys(ACTIONS).join(", ")}`;
  return read(parameters, closeWithoutSurvey);
}

const ACTIONS: Record<string, (parameters: JsonObject, closeWithoutSurvey: boolean) => Outcome | string> = {
  TRANSFER: (parameters) => ({
    kind: "transfer",
    skill: asText(parameters.skill) || asText(parameters.skillName),
    agentId: asText(parameters.agentId),
    why: "the bot's author hands over here",
  }),
  CLOSE_CONVERSATION: (parameters, closeWithoutSurvey) => ({
    kind: "close",
    withoutSurvey: asFlag(parameters.withoutPcs) ?? closeWithoutSurvey,
  }),
  INVOCATION: (parameters) => {
    const lambdaUuid = asText(parameters.lambdaUuid);
    if (lambdaUuid === "") return "INVOCATION without lambdaUuid";
    const payload = firstObject(parameters.payload);
    const failOnError = asFlag(parameters.failOnError) ?? false;
    return { kind: "native", action: "INVOCATION", parameters: { lambdaUuid, payload, failOnError } };
  },
  CHANGE_TTR: (parameters) => {
    const ttrType = (asText(parameters.ttrType) || asText(parameters.ttrtype)).toUpperCase();
    const value = asNumber(parameters.value);
    if (ttrType === "CUSTOM" && value !== undefined) {
      return { kind: "native", action: "CHANGE_TTR", parameters: { ttrType, value: String(value) } };
    }
    if (!["URGENT", "NORMAL", "PRIORITIZED"].includes(ttrType)) {
      return "CHANGE_TTR needs ttrType URGENT, NORMAL, PRIORITIZED, or CUSTOM with a value";
    }
    return { kind: "native", action: "CHANGE_TTR", parameters: { ttrType } };
  },
};

function firstObject(...candidates: unknown[]): JsonObject {
  return candidates.find(isJsonObject) ?? {};
}

import { asFlag, asNumber, asObject, asText, isJsonObject, type JsonObject } from "../../runtime/tolerant.ts";
import type { Outcome } from "../answer.ts";
import { nameUnknown, type Remark, words } from "./neutral.ts";

/** The actions of LivePerson's connector, each with its parameters and their aliases. */
export const ACTIONS = {
  TRANSFER: ["skill", "skillName", "agentId"],
  CLOSE_CONVERSATION: ["withoutPcs"],
  INVOCATION: ["lambdaUuid", "payload", "failOnError"],
  CHANGE_TTR: ["ttrType", "ttrtype", "value"],
};

type ActionName = keyof typeof ACTIONS;

/** Where LivePerson's connectors keep parameters; in its Dialogflow template they lie beside the action. */
const HOLDERS = ["actionParameters", "parameters", "data"];

/**
 * Reads an author's action with the aliases of LivePerson's other connectors: `{action, actionParameters}`,
 * `{action, parameters}`, `{action, data}`, `{action: {name, parameters}}` and the flat `{action, skill, agentId}`. An
 * object of parameters may be JSON in a text. What cannot be read is named, for nothing else would tell the author.
 *
 * @returns `undefined` for what is no action of LivePerson's, or lacks what it cannot do without
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 */
export function readAction(
  entry: JsonObject,
  closeWithoutSurvey: boolean,
  remark: Remark,
): Outcome | undefined {
  const action = actionName(entry);
  if (!action) {
    remark(".action", `unknown; LivePerson knows ${Object.keys(ACTIONS).join(", ")}`);
    return undefined;
  }
  const parameters = parametersOf(entry, action, remark);
  const text = (field: string, what: string) => readAs(filledText, parameters, field, what, remark);
  const flag = (field: string) => readAs(asFlag, parameters, field, "true or false", remark);
  switch (action) {
    case "TRANSFER": {
      const skill = text("skill", "the name of a skill") ?? text("skillName", "the name of a skill") ?? "";
      const agentId = words(parameters, "agentId", ".action", remark);
      return { kind: "transfer", skill, agentId, why: "the bot's author hands over here" };
    }
    case "CLOSE_CONVERSATION":
      return { kind: "close", withoutSurvey: flag("withoutPcs") ?? closeWithoutSurvey };
    case "INVOCATION": {
      const lambdaUuid = text("lambdaUuid", "an id");
      const payload = readAs(asObject, parameters, "payload", OBJECT, remark) || {};
      const failOnError = flag("failOnError") ?? false;
      if (lambdaUuid !== undefined)
        return { kind: "native", action, parameters: { lambdaUuid, payload, failOnError } };
      remark(".action", "INVOCATION without lambdaUuid");
      return undefined;
    }
    case "CHANGE_TTR": {
      const ttrType = (asText(parameters.ttrType) || asText(parameters.ttrtype)).toUpperCase();
      const value = asNumber(parameters.value);
      const isCustom = ttrType === "CUSTOM" && value !== undefined;
      if (isCustom || ["URGENT", "NORMAL", "PRIORITIZED"].includes(ttrType))
        return {
          kind: "native",
          action,
          parameters: { ttrType, ...(isCustom && { value: String(value) }) },
        };
      remark(".action", "CHANGE_TTR needs ttrType URGENT, NORMAL, PRIORITIZED, or CUSTOM with a value");
      return undefined;
    }
  }
}

/** The keys of an entry that belong to its action: parameters may lie beside it. */
export function actionKeys(entry: JsonObject): string[] {
  const action = actionName(entry);
  return ["action", ...HOLDERS, ...(action ? ACTIONS[action] : [])];
}

function actionName({ action }: JsonObject): ActionName | undefined {
  const written = asText(isJsonObject(action) ? action.name : action).toUpperCase();
  return Object.keys(ACTIONS).find((name): name is ActionName => name === written);
}

/** All that is given for the action, wherever it stands; an object of parameters counts more than what lies beside. */
function parametersOf(entry: JsonObject, action: ActionName, remark: Remark): JsonObject {
  const nested: JsonObject = isJsonObject(entry.action) ? entry.action : {};
  const beside: JsonObject = { ...entry, ...nested };
  const [parameters = {}] = HOLDERS.map((holder) => readAs(asObject, beside, holder, OBJECT, remark)).filter(
    isJsonObject,
  );
  nameUnknown(nested, ["name", ...HOLDERS, ...ACTIONS[action]], ".action", remark);
  nameUnknown(parameters, ACTIONS[action], ".action", remark);
  return { ...beside, ...parameters };
}

/** A parameter; one of the wrong type is named instead of taken for none. */
function readAs<Value>(
  read: (given: unknown) => Value | undefined,
  holder: JsonObject,
  field: string,
  what: string,
  remark: Remark,
): Value | undefined {
  const given = holder[field];
  const value = read(given);
  if (value === undefined && given !== undefined && given !== null) remark(`.action.${field}`, `not ${what}`);
  return value;
}

const OBJECT = "an object or JSON of one";

function filledText(given: unknown): string | undefined {
  return asText(given) || undefined;
}

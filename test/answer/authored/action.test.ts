import { describe, expect, it } from "vitest";
import { actionKeys, readAction } from "../../../src/answer/authored/action.ts";

/** What became of an action, and what was named. */
function readWithRemarks(entry: Record<string, unknown>, closeWithoutSurvey = false) {
  const remarks: string[] = [];
  const outcome = readAction(entry, closeWithoutSurvey, (field, what) => remarks.push(`${field}: ${what}`));
  return { outcome, remarks };
}

function read(entry: Record<string, unknown>, closeWithoutSurvey = false) {
  const { outcome, remarks } = readWithRemarks(entry, closeWithoutSurvey);
  expect(remarks).toEqual([]);
  return outcome;
}

const transfer = {
  kind: "transfer",
  skill: "human-cards",
  agentId: "",
  why: "the bot's author hands over here",
};

describe("an author's action", () => {
  it.each([
    ["actionParameters", { action: "TRANSFER", actionParameters: { skill: "human-cards" } }],
    ["parameters", { action: "TRANSFER", parameters: { skill: "human-cards" } }],
    ["data", { action: "TRANSFER", data: { skillName: "human-cards" } }],
    ["one object", { action: { name: "transfer", parameters: { skill: " human-cards " } } }],
    ["other letters", { action: " Transfer ", actionParameters: { skillName: "human-cards" } }],
    ["JSON in a text", { action: "TRANSFER", actionParameters: '{"skill":"human-cards"}' }],
    [
      "JSON in a text of one object",
      { action: { name: "TRANSFER", data: ' {"skillName": "human-cards"} ' } },
    ],
    [
      "parameters beside its name",
      { action: { name: "TRANSFER" }, actionParameters: { skill: "human-cards" } },
    ],
    ["null", { action: "TRANSFER", actionParameters: null, parameters: { skill: "human-cards" } }],
  ])("may be a transfer, written with %s", (_, entry) => {
    expect(read(entry)).toEqual(transfer);
  });

  it.each([
    [
      { action: "TRANSFER", skill: "human-cards", agentId: "1" },
      { ...transfer, agentId: "1" },
    ],
    [{ action: "TRANSFER", skillName: "human-cards" }, transfer],
    [{ action: { name: "TRANSFER", skill: "human-cards", agentId: 1 } }, { ...transfer, agentId: "1" }],
    [
      { action: "TRANSFER", skill: "human-cards", actionParameters: { agentId: "1" } },
      { ...transfer, agentId: "1" },
    ],
    [
      { action: "CLOSE_CONVERSATION", withoutPcs: "true" },
      { kind: "close", withoutSurvey: true },
    ],
    [
      { action: "CHANGE_TTR", ttrtype: "urgent" },
      { kind: "native", action: "CHANGE_TTR", parameters: { ttrType: "URGENT" } },
    ],
    [
      { action: "INVOCATION", lambdaUuid: "u-1", payload: '{"a":1}', failOnError: true },
      {
        kind: "native",
        action: "INVOCATION",
        parameters: { lambdaUuid: "u-1", payload: { a: 1 }, failOnError: true },
      },
    ],
  ])("may have its parameters beside it, as LivePerson's Dialogflow template has: %j", (entry, outcome) => {
    expect(read(entry)).toEqual(outcome);
  });

  it("counts an object of parameters more than what lies beside", () => {
    const entry = { action: "TRANSFER", skill: "beside", actionParameters: { skill: "human-cards" } };
    expect(read(entry)).toEqual(transfer);
  });

  it("may name an agent, as text or number, or no skill at all", () => {
    expect(read({ action: "TRANSFER", actionParameters: { skill: "s", agentId: 123 } })).toMatchObject({
      skill: "s",
      agentId: "123",
    });
    expect(read({ action: "TRANSFER" })).toMatchObject({ kind: "transfer", skill: "", agentId: "" });
    expect(read({ action: "TRANSFER", skill: null, agentId: null })).toMatchObject({ skill: "" });
    expect(read({ action: "TRANSFER", skill: "human-cards", agentId: "" })).toEqual(transfer);
  });

  it("closes with or without survey, the setting being the default", () => {
    expect(read({ action: "CLOSE_CONVERSATION" })).toEqual({ kind: "close", withoutSurvey: false });
    expect(read({ action: "CLOSE_CONVERSATION" }, true)).toEqual({ kind: "close", withoutSurvey: true });
    const written = { action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: false } };
    expect(read(written, true)).toEqual({ kind: "close", withoutSurvey: false });
  });

  it("changes the response time", () => {
    for (const parameters of [{ ttrType: "URGENT" }, { ttrtype: "urgent" }]) {
      expect(read({ action: "CHANGE_TTR", parameters })).toEqual({
        kind: "native",
        action: "CHANGE_TTR",
        parameters: { ttrType: "URGENT" },
      });
    }
    expect(read({ action: "CHANGE_TTR", parameters: { ttrType: "CUSTOM", value: 120 } })).toEqual({
      kind: "native",
      action: "CHANGE_TTR",
      parameters: { ttrType: "CUSTOM", value: "120" },
    });
  });

  it("gives a response time in figures to a custom one alone, and to none that LivePerson does not know", () => {
    expect(read({ action: "CHANGE_TTR", parameters: { ttrType: "NORMAL", value: 120 } })).toEqual({
      kind: "native",
      action: "CHANGE_TTR",
      parameters: { ttrType: "NORMAL" },
    });
    expect(readWithRemarks({ action: "CHANGE_TTR", parameters: { ttrType: "SOON", value: 120 } })).toEqual({
      outcome: undefined,
      remarks: [".action: CHANGE_TTR needs ttrType URGENT, NORMAL, PRIORITIZED, or CUSTOM with a value"],
    });
  });

  it("invokes another function, with a payload as object or as JSON of one", () => {
    for (const payload of [{ a: 1 }, '{"a":1}', ' { "a": 1 } ']) {
      const parameters = { lambdaUuid: "u-1", payload, failOnError: "true" };
      expect(read({ action: "INVOCATION", parameters })).toEqual({
        kind: "native",
        action: "INVOCATION",
        parameters: { lambdaUuid: "u-1", payload: { a: 1 }, failOnError: true },
      });
    }
    expect(read({ action: "INVOCATION", parameters: { lambdaUuid: "u-1" } })).toMatchObject({
      parameters: { payload: {}, failOnError: false },
    });
  });

  it("is named and left out when LivePerson does not know it, or when it lacks what it needs", () => {
    for (const action of ["BACK_TO_BOT", "toString", "__proto__", 7, null, {}, ["TRANSFER"]]) {
      expect(readWithRemarks({ action })).toEqual({
        outcome: undefined,
        remarks: [".action: unknown; LivePerson knows TRANSFER, CLOSE_CONVERSATION, INVOCATION, CHANGE_TTR"],
      });
    }
    expect(readWithRemarks({ action: "INVOCATION", parameters: {} })).toEqual({
      outcome: undefined,
      remarks: [".action: INVOCATION without lambdaUuid"],
    });
    for (const parameters of [{ ttrType: "SOON" }, { ttrType: "CUSTOM" }, { ttrType: ["URGENT"] }, {}])
      expect(readWithRemarks({ action: "CHANGE_TTR", parameters })).toEqual({
        outcome: undefined,
        remarks: [".action: CHANGE_TTR needs ttrType URGENT, NORMAL, PRIORITIZED, or CUSTOM with a value"],
      });
  });
});

describe("a parameter of the wrong type", () => {
  const OBJECT = "not an object or JSON of one";

  it.each([
    ["TRANSFER", { skill: ["human-cards"] }, [".action.skill: not the name of a skill"]],
    ["TRANSFER", { skill: { name: "human-cards" } }, [".action.skill: not the name of a skill"]],
    ["TRANSFER", { skill: " " }, [".action.skill: not the name of a skill"]],
    ["TRANSFER", { skillName: true }, [".action.skillName: not the name of a skill"]],
    ["TRANSFER", { skill: "s", agentId: ["1"] }, [".action.agentId: not a text"]],
    ["TRANSFER", { skil: "human-cards" }, [".action.skil: not known there"]],
    ["CLOSE_CONVERSATION", { withoutPcs: "yes" }, [".action.withoutPcs: not true or false"]],
    ["INVOCATION", { lambdaUuid: "u", payload: [1] }, [`.action.payload: ${OBJECT}`]],
    ["INVOCATION", { lambdaUuid: "u", payload: "hello" }, [`.action.payload: ${OBJECT}`]],
    ["INVOCATION", { lambdaUuid: "u", payload: "[1]" }, [`.action.payload: ${OBJECT}`]],
    ["INVOCATION", { lambdaUuid: "u", payload: '{"a":' }, [`.action.payload: ${OBJECT}`]],
    ["INVOCATION", { lambdaUuid: "u", failOnError: 1 }, [".action.failOnError: not true or false"]],
  ])("is named, and the action goes on without it: %s %j", (action, parameters, remarks) => {
    const { outcome, remarks: named } = readWithRemarks({ action, parameters });
    expect(named).toEqual(remarks);
    expect(outcome).toBeDefined();
  });

  it("is named beside the action that cannot do without it", () => {
    expect(readWithRemarks({ action: "INVOCATION", parameters: { lambdaUuid: ["u-1"] } })).toEqual({
      outcome: undefined,
      remarks: [".action.lambdaUuid: not an id", ".action: INVOCATION without lambdaUuid"],
    });
  });

  it.each(["actionParameters", "parameters", "data"])("is named when it is all of %s", (holder) => {
    for (const given of ["human-cards", ["human-cards"], '["human-cards"]', 7, true]) {
      expect(readWithRemarks({ action: "TRANSFER", [holder]: given })).toEqual({
        outcome: { ...transfer, skill: "" },
        remarks: [`.action.${holder}: ${OBJECT}`],
      });
    }
  });

  it("is named within a nested action as well, and so is what is not known there", () => {
    expect(readWithRemarks({ action: { name: "TRANSFER", parameters: "human-cards", skil: "x" } })).toEqual({
      outcome: { ...transfer, skill: "" },
      remarks: [`.action.parameters: ${OBJECT}`, ".action.skil: not known there"],
    });
  });
});

describe("the keys that belong to an action", () => {
  it("are its parameters and where those may stand, and none of another action", () => {
    expect(actionKeys({ action: "TRANSFER" })).toEqual(expect.arrayContaining(["action", "skill", "data"]));
    expect(actionKeys({ action: "TRANSFER" })).not.toContain("payload");
    expect(actionKeys({ text: "hello" })).toEqual(["action", "actionParameters", "parameters", "data"]);
  });
});

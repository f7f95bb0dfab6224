import { describe, expect, it } from "vitest";
import { readAction } from "../../../src/answer/authored/action.ts";

const read = (entry: Record<string, unknown>) => readAction(entry, false);
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
  ])("may be a transfer, written with %s", (_, entry) => {
    expect(read(entry)).toEqual(transfer);
  });

  it("may name an agent, as text or number, or no skill at all", () => {
    expect(read({ action: "TRANSFER", actionParameters: { skill: "s", agentId: 123 } })).toMatchObject({
      skill: "s",
      agentId: "123",
    });
    expect(read({ action: "TRANSFER" })).toMatchObject({ kind: "transfer", skill: "", agentId: "" });
  });

  it("closes with or without survey, the setting being the default", () => {
    expect(read({ action: "CLOSE_CONVERSATION" })).toEqual({ kind: "close", withoutSurvey: false });
    expect(readAction({ action: "CLOSE_CONVERSATION" }, true)).toEqual({
      kind: "close",
      withoutSurvey: true,
    });
    const written = { action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: false } };
    expect(readAction(written, true)).toEqual({ kind: "close", withoutSurvey: false });
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
    expect(read({ action: "CHANGE_TTR", parameters: { ttrType: "SOON" } })).toMatch(/needs ttrType/);
  });

  it("invokes another function", () => {
    const parameters = { lambdaUuid: "u-1", payload: { a: 1 }, failOnError: "true" };
    expect(read({ action: "INVOCATION", parameters })).toEqual({
      kind: "native",
      action: "INVOCATION",
      parameters: { lambdaUuid: "u-1", payload: { a: 1 }, failOnError: true },
    });
    expect(read({ action: "INVOCATION", parameters: {} })).toBe("INVOCATION without lambdaUuid");
  });

  it("is named when LivePerson does not know it", () => {
    for (const action of ["BACK_TO_BOT", "toString", "__proto__", 7, null, {}]) {
      expect(read({ action })).toBe(
        "unknown; LivePerson knows TRANSFER, CLOSE_CONVERSATION, INVOCATION, CHANGE_TTR",
      );
    }
  });
});

import { describe, expect, it } from "vitest";
import { parseReply, slotValues } from "../../src/clinc/reply.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";

describe("a reply of Clinc", () => {
  it("is read with strings for numbers", () => {
    expect(parseReply(clincBody({ intent_probability: "0.81" })).intent_probability).toBe(0.81);
    expect(parseReply(clincBody({ intent_probability: "high" })).intent_probability).toBeUndefined();
  });

  it("may lack everything, or hold something else", () => {
    for (const body of [{}, { slots: null, response: "x", bl_resp: [], intent: 7, visuals: 3 }]) {
      const reply = parseReply(body);
      expect(reply.response.type).toBe("");
      expect(reply.bl_resp.state).toBe("");
      expect(slotValues(reply)).toEqual([]);
    }
  });

  it("keeps fields that we do not know", () => {
    expect(parseReply(clincBody({ orchestration_id: "o-1" }))).toHaveProperty("orchestration_id", "o-1");
  });

  it("has slots in two shapes", () => {
    const slots = {
      _ACCOUNT_: ["checking account"],
      _AMOUNT_: {
        type: "money",
        values: [
          { tokens: "fifty", resolved: 1, value: 50 },
          { tokens: "sixty", status: "EXTRACTED" },
        ],
      },
      _MIXED_: ["one", "", 7, "two"],
      _ODD_: "text",
      _EMPTY_: { values: [] },
    };
    expect(slotValues(parseReply(clincBody({ slots })))).toEqual([
      { slot: "_ACCOUNT_", value: "checking account" },
      { slot: "_AMOUNT_", value: "50, sixty" },
      { slot: "_MIXED_", value: "one, two" },
      { slot: "_ODD_", value: "" },
      { slot: "_EMPTY_", value: "" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { detailsOf } from "../../../src/bot/decide/details.ts";
import { parseReply } from "../../../src/clinc/reply.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";

const REPLY = {
  slots: {
    _ACCOUNT_: { values: [{ value: "Everyday Checking 12345678" }] },
    _CARD_NUMBER_: ["4111 1111 1111 1111"],
    _PIN_: ["1234"],
  },
  visuals: { formattedResponse: "Yes.", case_id: "C-1", urgent: true, lines: ["a"], nothing: null },
  bl_resp: { visual_payload: { offer: { name: "Gold", rate: 3.5 } } },
};

/** What an agent may see of a reply; `agent` is what the author wrote for agents. */
function shown(allowed: string[], agent?: unknown, changes: object = {}) {
  const payload = agent === undefined ? {} : { bl_resp: { visual_payload: { agent } } };
  return detailsOf(parseReply(clincBody({ ...REPLY, ...payload, ...changes })), allowed);
}

describe("the details that a bank allows", () => {
  it("are slots by their names, however they are written, masked", () => {
    const details = { account: "Everyday Checking ••••5678", "card number": "••••1111" };
    expect(shown(["account", "_Card_Number_"])).toEqual({ details, remarks: [] });
    expect(shown(["slots.ACCOUNT", "slots._CARD_NUMBER_"])).toEqual({ details, remarks: [] });
    expect(shown(["__account__", "__card_number"])).toEqual({ details, remarks: [] });
    const slots = { __ACCOUNT__: ["Everyday Checking 12345678"], "_CARD.NUMBER_": ["4111 1111 1111 1111"] };
    expect(shown(["account", "slots.card.number"], undefined, { slots }).details).toEqual({
      account: "Everyday Checking ••••5678",
      "card.number": "••••1111",
    });
  });

  it("are values at paths into the reply, called by the end of the path", () => {
    expect(shown(["visuals.case_id", "visuals.urgent", "bl_resp.visual_payload.offer.rate"]).details).toEqual(
      {
        "case id": "C-1",
        urgent: "true",
        rate: "3.5",
      },
    );
  });

  it("are none where a path leads to nothing, to a list or to an object, and that is no fault", () => {
    const paths = [
      "visuals.none",
      "visuals.lines",
      "visuals.nothing",
      "bl_resp.visual_payload.offer",
      "x.y.z",
    ];
    expect(shown(paths)).toEqual({ details: {}, remarks: [] });
    expect(shown(["visuals.case_id.deeper", "limit"])).toEqual({ details: {}, remarks: [] });
  });

  it("are no others: what is not allowed is not shown", () => {
    expect(shown([])).toEqual({ details: {}, remarks: [] });
    expect(JSON.stringify(shown(["account"]))).not.toContain("1234 ");
    expect(Object.keys(shown(["account"]).details)).toEqual(["account"]);
  });
});

describe("what an author writes for the agent", () => {
  it("stands beside what the bank allows: texts, numbers, true and false", () => {
    const agent = { Case: "C-7", Limit: 1_500, "Fraud suspected": false };
    expect(shown(["account"], agent)).toEqual({
      details: {
        account: "Everyday Checking ••••5678",
        Case: "C-7",
        Limit: "1500",
        "Fraud suspected": "false",
      },
      remarks: [],
    });
  });

  it("is found in the visuals as well, and there first", () => {
    const visuals = { formattedResponse: "Yes.", agent: { Case: "C-8" } };
    expect(shown([], { Case: "C-7" }, { visuals }).details).toEqual({ Case: "C-8" });
  });

  it("is masked, labels too, and each detail is one line", () => {
    const agent = { "Card 4111111111111111": "ask\nIdentity verified: yes", Mail: "jane@bank.example" };
    expect(shown([], agent).details).toEqual({
      "Card ••••1111": "ask Identity verified: yes",
      Mail: "[e-mail]",
    });
  });

  it("is one level: deeper is left out and named by its place, never by its text", () => {
    const { details, remarks } = shown([], { Case: "C-7", canary: { deep: "canary" }, list: ["canary"] });
    expect(details).toEqual({ Case: "C-7" });
    expect(remarks).toEqual([
      "agent[1]: neither a text, a number nor true or false",
      "agent[2]: neither a text, a number nor true or false",
    ]);
  });

  it("is named when it is no object, and nothing where there is none", () => {
    for (const agent of ["C-7", ["C-7"], 7])
      expect(shown([], agent)).toEqual({
        details: {},
        remarks: ["agent: not an object of labels and values"],
      });
    expect(shown([], null)).toEqual({ details: {}, remarks: [] });
  });
});

describe("a detail", () => {
  it("is short however long the value is, and is masked before it is cut", () => {
    const slots = { _ACCOUNT_: [`${"x".repeat(94)} 4111111111111111`], _LONG_: ["y".repeat(5_000)] };
    const { details } = shown(["account", "long"], undefined, { slots });
    expect(details.account).toContain("x ••••…");
    expect(details.account).not.toContain("4111");
    expect(details.long?.length).toBeLessThanOrEqual(101);
  });

  it("is looked at in its first 300 characters alone, so that a huge one costs no time", () => {
    const slots = { _ACCOUNT_: [`first${" ".repeat(295)}last`] };
    expect(shown(["account"], undefined, { slots }).details).toEqual({ account: "first" });
  });

  it("is left out where it is blank, and beyond the twentieth", () => {
    const entries = Array.from({ length: 30 }, (_, place) => [`label ${place}`, place === 0 ? " " : place]);
    const labels = Object.keys(shown([], Object.fromEntries(entries)).details);
    expect(labels).toHaveLength(20);
    expect(labels[0]).toBe("label 1");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../src/record/shape.ts";
import { NOW } from "../fixtures/record.ts";

const NOTHING = {
  agent: { v: 0, rev: 0, at: 0, why: "", turns: [], sealed: "" },
  bot: {
    v: 0,
    rev: 0,
    at: 0,
    dialog: "",
    sequence: undefined,
    messages: 0,
    misunderstood: 0,
    failed: 0,
    transferredAt: 0,
    isPublic: false,
    language: "",
    session: "",
    isRestarted: false,
    lastWords: "",
    sealed: "",
  },
  claims: [],
};

describe("a record", () => {
  it("is empty where nothing was found", () => {
    expect(parseRecord({}, 0)).toEqual(NOTHING);
  });

  it("is read whatever stands there", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("agent", "bot", "claim0", "x"), fc.jsonValue()),
        (properties) => {
          const record = parseRecord(properties as Record<string, unknown>, 0);
          expect(Object.keys(record.agent)).toEqual(Object.keys(NOTHING.agent));
          expect(Object.keys(record.bot)).toEqual(Object.keys(NOTHING.bot));
        },
      ),
    );
  });

  it("is read without what an older version did not know and a newer one knows better", () => {
    const record = parseRecord(
      {
        agent: { v: 9, rev: 3, at: NOW, turns: [{ intent: "card_lost", mood: "angry" }, "?"], colour: "red" },
        bot: { at: String(NOW), sequence: "12", misunderstood: null, isPublic: "true", lastWords: "my card" },
      },
      0,
    );
    const turn = { at: 0, said: "", name: "", score: 0, outcome: "", state: "", qid: "" };
    expect(record.agent).toEqual({
      ...NOTHING.agent,
      v: 9,
      rev: 3,
      at: NOW,
      turns: [
        { ...turn, intent: "card_lost" },
        { ...turn, intent: "" },
      ],
    });
    expect(record.bot).toEqual({ ...NOTHING.bot, at: NOW, sequence: 12, isPublic: true });
  });

  it.each(["AAAAAAAAAAAAAAAAAAAAAA==", "ab+/12AAAAAAAAAAAAAAAA=="])("knows words by %j", (mark) => {
    expect(parseRecord({ bot: { lastWords: mark } }, 0).bot.lastWords).toBe(mark);
  });

  it.each([
    "my card AAAAAAAAAAAAAAAAAAAAAA==",
    "AAAAAAAAAAAAAAAAAAAAAA== my card",
    "AAAAAAAAAAAAAAAAAAAAAA",
    ["AAAAAAAAAAAAAAAAAAAAAA=="],
  ])("takes nothing else for the mark of words: %j", (lastWords) => {
    expect(parseRecord({ bot: { lastWords } }, 0).bot.lastWords).toBe("");
  });

  it("knows an event without a number from the first one", () => {
    expect(parseRecord({ bot: { sequence: 0 } }, 0).bot.sequence).toBe(0);
    expect(parseRecord({ bot: { sequence: "" } }, 0).bot.sequence).toBeUndefined();
  });

  it("is as if it were not there when it is too old, each property for itself", () => {
    const properties = { agent: { rev: 7, at: NOW - 1 }, bot: { rev: 8, at: NOW } };
    expect(parseRecord(properties, NOW)).toMatchObject({
      agent: { rev: 0, at: 0 },
      bot: { rev: 8, at: NOW },
    });
    expect(parseRecord(properties, NOW + 1).bot).toEqual(NOTHING.bot);
  });

  it("has the claims that stand in properties of their instances, however old", () => {
    const claim = {
      by: "0815",
      key: "AAAAAAAAAAAAAAAAAAAAAA==",
      dialog: "d",
      sequence: 3,
      at: 1,
      forMs: 9_000,
      done: false,
    };
    const { claims } = parseRecord({ claim0815: claim, xclaim1: claim, claim3: {} }, NOW);
    expect(claims).toEqual([
      claim,
      { by: "", key: "", dialog: "", sequence: 0, at: 0, forMs: 0, done: false },
    ]);
  });
});

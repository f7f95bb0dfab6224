import { describe, expect, it } from "vitest";
import type { SuggestionAnswer } from "../../../src/agent/api.ts";
import { announcementOf, screenOf } from "../../../src/agent/widget/screen.ts";
import { EMPTY_SEAT, type Problem, START, type State } from "../../../src/agent/widget/state.ts";
import { clock, percent, sentence, spoken } from "../../../src/agent/widget/written.ts";

/** An agent at work: the consumer's line waits, and the desk has answered so. */
function working(status: SuggestionAnswer["status"], changes: Partial<SuggestionAnswer> = {}): State {
  const answer: SuggestionAnswer = { id: "s", messageId: "1", status, ...changes };
  return {
    ...START,
    workspace: "connected",
    seat: { ...EMPTY_SEAT, conversation: "c-1" },
    session: { kind: "open", suggest: "auto" },
    newest: { id: "1", by: "consumer", text: "I lost my card", at: 1 },
    briefing: { kind: "answered", answer: { status: "none" } },
    suggestion: { kind: "answered", answer, isUsed: false, isCopied: false },
  };
}

function suggestionOf(state: State) {
  const screen = screenOf(state);
  return screen.kind === "cards" ? screen.suggestion : undefined;
}

describe("why there is no suggestion", () => {
  it.each<
    [status: SuggestionAnswer["status"], changes: Partial<SuggestionAnswer>, title: string, text: RegExp]
  >([
    ["low_score", { intent: "card_lost", score: 0.31 }, "Clinc is not sure enough", /“card lost” \(31%\)/],
    ["low_score", {}, "Clinc is not sure enough", /no answer that is likely enough/],
    ["out_of_scope", {}, "Outside of what Clinc knows", /taught/],
    [
      "refused",
      { intent: "live_agent", score: 0.9 },
      "This one is yours",
      /^“live agent” \(90%\) is left to people/,
    ],
    ["refused", {}, "This one is yours", /^This matter is left to people/],
    ["too_short", {}, "Too short to suggest from", /a few words more/],
    ["off", {}, "Suggestions are switched off", /administrator/],
    ["unavailable", {}, "Clinc does not answer", /briefing still works/],
    ["ok", { text: "" }, "No suggestion", /without words/],
  ])("is said in words: %s %j", (status, changes, title, text) => {
    const card = suggestionOf(working(status, changes));
    expect(card).toMatchObject({ kind: "nothing", trouble: { title, text: expect.stringMatching(text) } });
    expect(announcementOf(working(status, changes))).toBe("");
  });

  it.each<Problem["code"]>([
    "unavailable",
    "not_found",
    "too_many",
    "not_assigned",
    "bad_request",
    "sign_in_required",
  ])("is said in words, with a way on: %s", (code) => {
    const state: State = { ...working("ok"), suggestion: { kind: "failed", problem: { code, until: 5 } } };
    expect(suggestionOf(state)).toMatchObject({
      trouble: {
        title: expect.stringMatching(/\w/),
        text: expect.stringMatching(/\.$/),
        canRetry: true,
        until: 5,
      },
    });
  });
});

describe("what an agent has before their eyes", () => {
  it("is left there while a session is renewed", () => {
    const state = working("ok", { text: "Yes." });
    for (const session of [{ kind: "opening" }, { kind: "sign_in", way: { step: "quiet" } }] as const)
      expect(screenOf({ ...state, session }).kind).toBe("cards");
    expect(screenOf({ ...state, session: { kind: "sign_in", way: { step: "popup" } } }).kind).toBe("notice");
    expect(screenOf({ ...state, session: { kind: "opening" }, briefing: { kind: "asking" } }).kind).toBe(
      "notice",
    );
  });

  it("is told to a screen reader with the words of the suggestion", () => {
    expect(announcementOf(working("ok", { text: "Yes." }))).toBe("New suggestion: Yes.");
    const watching = {
      ...working("ok", { text: "Yes." }),
      seat: { ...EMPTY_SEAT, conversation: "c-1", isSpectated: true },
    };
    expect(announcementOf(watching)).toBe("");
  });

  it("has the details of all turns, the last of each, and the newest turn first", () => {
    const turn = { said: "words", intent: "x", name: "", score: 0.5, outcome: "continue" };
    const turns = [
      { ...turn, at: 1, intent: "get_balance", details: { Account: "Savings", Card: "••••1111" } },
      {
        ...turn,
        at: 2,
        said: "location",
        name: "card lost",
        outcome: "transfer",
        details: { Account: "Checking" },
      },
    ];
    const briefing = {
      kind: "answered",
      answer: { status: "ok", why: "not understood", at: 3, turns },
    } as const;
    expect(screenOf({ ...working("ok"), briefing })).toMatchObject({
      briefing: {
        kind: "known",
        why: "Not understood",
        details: [
          ["Account", "Checking"],
          ["Card", "••••1111"],
        ],
        turns: [
          { at: 2, name: "card lost", remarks: ["shared a location", "handed over"] },
          { at: 1, name: "get balance", remarks: [] },
        ],
      },
    });
  });
});

describe("names, shares and times are written for people", () => {
  it("without the marks of machines", () => {
    expect(spoken("card_lost_")).toBe("card lost");
    expect([percent(0.974), percent(7), percent(-1)]).toEqual(["97%", "100%", "0%"]);
    expect([sentence(" élan vital"), sentence("")]).toEqual(["Élan vital", ""]);
  });

  it("with the date where it is another day's", () => {
    const now = new Date(2025, 10, 25, 15, 0).getTime();
    expect(clock(now - 60_000, now)).toMatch(/^\D*\d?2:59/);
    expect(clock(now - 90_000_000, now)).toMatch(/24/);
    expect(clock(0, now)).toBe("");
  });
});

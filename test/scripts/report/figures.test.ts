import { describe, expect, it } from "vitest";
import { Calendar } from "../../../scripts/report/count/calendar.ts";
import { callText, timed, turnText } from "../../fixtures/report-lines.ts";
import { figuresIn } from "../../support/report-of.ts";

const KEY_REFUSED = { outcome: "transfer", fault: "settings", intent: "key_refused", score: 0 };

describe("conversations", () => {
  it("are kept by the bot unless one of their turns handed over", () => {
    const { conversations, turns } = figuresIn([
      timed(turnText({ conversation: "a" })),
      timed(turnText({ conversation: "a", outcome: "close", intent: "clean_goodbye" }), 1, 1),
      timed(turnText({ conversation: "b" })),
      timed(turnText({ conversation: "b", outcome: "transfer", intent: "agent_handover" }), 1, 2),
      timed(turnText({ conversation: "c" }), 2),
    ]);
    expect(conversations).toEqual({ total: 3, handedOver: 1, closed: 1, contained: 2 });
    expect(turns.answered).toBe(5);
  });

  it("do not begin with a test, a repeat, a post in public or somebody else's message", () => {
    const { conversations, turns } = figuresIn([
      timed('[clinc] turn {"v":"1.1.0","said":"probe"}'),
      timed('[clinc] turn {"v":"1.1.0","conversation":"a","sequence":"1","said":"repeat"}'),
      timed(turnText({ conversation: "b", said: "public" })),
      timed(turnText({ conversation: "c", said: "not_consumer", told: "messageAudience" })),
    ]);
    expect(conversations.total).toBe(0);
    expect(turns).toMatchObject({ probes: 1, repeats: 1 });
  });

  it("belong to the day on which they began, days without any included", () => {
    const { days } = figuresIn([
      timed(turnText({ conversation: "a" }), 1),
      timed(turnText({ conversation: "a", outcome: "transfer" }), 3),
    ]);
    expect(days).toEqual([
      expect.objectContaining({ day: "2026-09-01", conversations: 1, handedOver: 1, turns: 1, p95: 1240 }),
      expect.objectContaining({ day: "2026-09-02", conversations: 0, turns: 0 }),
      expect.objectContaining({ day: "2026-09-03", conversations: 0, handedOver: 0, turns: 1 }),
    ]);
  });

  it("lie in the hours of the zone that was named, in summer as well", () => {
    const { hours, zone } = figuresIn([timed(turnText())], { zone: "Europe/London" });
    expect(hours).toEqual([{ weekday: 1, hour: 11, conversations: 1, turns: 1 }]);
    expect(zone).toBe("Europe/London");
    expect(() => new Calendar("Europe/Nowhere")).toThrow(/--zone Europe\/Nowhere/);
  });

  it("are in no figure by time where the log tells none", () => {
    const { days, hours, invocations, lines, period } = figuresIn([turnText()]);
    expect({ days, hours, invocations, period }).toEqual({ days: [], hours: [] });
    expect(lines).toMatchObject({ turns: 1, untimed: 1 });
  });
});

describe("hand-overs", () => {
  const reasonOf = (more: Record<string, unknown>, environment = {}) =>
    figuresIn([timed(turnText({ outcome: "transfer", ...more }))], { environment }).handOvers;

  it.each([
    ["a person was asked for", { intent: "agent_handover" }, "asked_for_a_person"],
    ["the AI had not understood", { intent: "out_of_scope" }, "misunderstood"],
    ["an author wrote so", { intent: "card_lost" }, "authored"],
    ["the bot was off", { intent: "switched_off", score: 0 }, "switched_off"],
    ["of a fault", KEY_REFUSED, "fault"],
  ])("say that %s", (_, more, name) => {
    expect(reasonOf(more)).toEqual([{ name, count: 1 }]);
  });

  it("go by the bank's own names of competencies where the shell has them", () => {
    const environment = { TRANSFER_COMPETENCIES: "human_please" };
    expect(reasonOf({ intent: "human_please" }, environment)).toEqual([
      { name: "asked_for_a_person", count: 1 },
    ]);
  });
});

describe("faults", () => {
  it("are counted by reason, with what the document for operators says of them", () => {
    const { faults } = figuresIn([
      timed("[clinc] key_refused: Clinc refused the App-Key"),
      timed(turnText(KEY_REFUSED)),
      timed("[clinc] context_unavailable: LivePerson's service is down"),
      timed("[clinc] some: other warning"),
    ]);
    expect(faults.map(({ reason, turns, warnings }) => [reason, turns, warnings])).toEqual([
      ["key_refused", 1, 1],
      ["context_unavailable", 0, 1],
    ]);
    expect(faults[0]).toMatchObject({ responsible: "settings", handedOver: 1 });
    expect(faults[0]?.remedy).toBe("store a valid key; see Rotate the App-Key");
  });
});

describe("understanding", () => {
  it("is the share of messages in words that Clinc answered, and the weakest intents come first", () => {
    const { understanding } = figuresIn([
      timed(turnText({ intent: "get_balance", score: 0.9 })),
      timed(turnText({ intent: "loan_rates", score: 0.5 }), 1, 1),
      timed(turnText({ intent: "loan_rates", score: 0.7 }), 1, 2),
      timed(turnText({ intent: "out_of_scope", score: 0.3 }), 1, 3),
      timed(turnText({ said: "welcome", intent: "clean_hello" }), 1, 4),
      timed(turnText(KEY_REFUSED), 1, 5),
    ]);
    expect(understanding).toEqual({
      asked: 4,
      misunderstood: 1,
      intents: [
        { intent: "loan_rates", turns: 2, meanScore: 0.6, handedOver: 0 },
        { intent: "get_balance", turns: 1, meanScore: 0.9, handedOver: 0 },
      ],
    });
  });

  it("sums up as others what are too many intents to tell apart", () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => turnText({ intent: `intent_${index}` }));
    const { intents } = figuresIn(lines).understanding;
    expect(intents).toHaveLength(2_001);
    expect(intents.find(({ intent }) => intent === "others")?.turns).toBe(8_000);
  });
});

describe("times", () => {
  it("tell what each part of a turn takes at most in 50, 95 and 99 of 100 turns", () => {
    const lines = Array.from({ length: 100 }, (_, index) => turnText({ totalMs: (index + 1) * 100 }));
    const { parts, slow } = figuresIn(lines).latency;
    const total = parts.find(({ part }) => part === "totalMs")?.durations;
    expect(total?.count).toBe(100);
    for (const [percentile, value] of [
      ["p50", 5_000],
      ["p95", 9_500],
      ["p99", 9_900],
    ] as const)
      expect(Math.abs((total?.[percentile] ?? 0) - value)).toBeLessThanOrEqual(value / 100);
    expect(slow).toBe(50);
  });

  it("leave out what an older version did not tell", () => {
    const parts = figuresIn([turnText({ contextMs: undefined })]).latency.parts.map(({ part }) => part);
    expect(parts).toEqual(["totalMs", "clincMs", "secretsMs", "waitedMs", "ownMs"]);
  });
});

describe("the agent's side", () => {
  it("tells what became of suggestions, by the desk and by the slash command", () => {
    const { agents } = figuresIn([
      callText({ op: "briefing", event: undefined }),
      callText({ op: "suggestion", event: undefined, intent: "loan_rates", score: 0.9 }),
      callText({ event: "shown" }),
      callText({ event: "used", ms: 4 }),
      callText({ event: "good", ms: 5 }),
      callText({ event: "used", status: "not_assigned", ms: 6 }),
      timed('[clinc] command {"v":"1.1.0","conversation":"a","said":"suggestion","status":"low_score"}'),
    ]);
    expect(agents?.briefings).toEqual({ desk: 1, command: 0, found: 1 });
    expect(agents?.suggestions).toMatchObject({ desk: 1, command: 1 });
    expect(agents?.feedback).toMatchObject({ shown: 1, used: 1, good: 1, bad: 0 });
  });

  it("is left out where the log has nothing of it", () => {
    expect(figuresIn([turnText()])).not.toHaveProperty("agents");
  });
});

describe("invocations", () => {
  it("are forecast for the log's last month by the days of it that the log covers", () => {
    const lines = [1, 2, 3].flatMap((day) => [
      `2026-09-0${day}T00:10:00Z ${turnText({ sequence: "1" })}`,
      `2026-09-0${day}T23:50:00Z ${turnText({ sequence: "2" })}`,
    ]);
    expect(figuresIn([`2026-08-31T12:00:00Z ${turnText()}`, ...lines]).invocations).toEqual({
      ...{ month: "2026-09", soFar: 6, days: 3, forecast: 60 },
      ...{ freeAMonth: 150_000, share: 60 / 150_000 },
    });
  });
});

describe("lines", () => {
  it("that two exports share are counted once", () => {
    const line = timed(turnText());
    expect(figuresIn([line, line, timed(turnText(), 1, 1)]).lines).toMatchObject({
      read: 3,
      turns: 2,
      twice: 1,
    });
  });

  it("name the versions that answered, the latest first", () => {
    const { versions } = figuresIn([
      timed(turnText({ v: "1.0.0" }), 1),
      timed(turnText(), 2),
      timed(turnText(), 3),
    ]);
    expect(versions.map(({ version, lines, first }) => [version, lines, first])).toEqual([
      ["1.1.0", 2, "2026-09-02T10:00:00.000Z"],
      ["1.0.0", 1, "2026-09-01T10:00:00.000Z"],
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockerOf, claimOf, claimProperty, REREAD_AFTER_MS, wasAnswered } from "../../src/record/claims.ts";
import { type Claim, parseRecord } from "../../src/record/shape.ts";
import { NOW } from "../fixtures/record.ts";

const FOR_MS = 9_000;

/** The claim of the event of this number, as another instance has made it. */
function claim(sequence: number, changes: Partial<Claim> = {}): Claim {
  return {
    by: "another",
    key: `${String(sequence).padStart(22, "A")}==`,
    dialog: "dialog-1",
    sequence,
    at: NOW,
    forMs: FOR_MS,
    done: false,
    ...changes,
  };
}

const mine = claim(12, { by: "mine" });

/** What a turn has to wait for that finds these, where the last event that was answered is the one of this number. */
function waitedFor(own: Claim, claims: Claim[], now = NOW, last = 10, dialog = "dialog-1") {
  const { agent, bot } = parseRecord({ bot: { at: NOW, dialog, sequence: last } }, 0);
  return blockerOf(own, { agent, bot, claims }, now);
}

describe("a claim", () => {
  it("says who takes which event of which dialog, since when and for how long", () => {
    const { key } = mine;
    const claimed = claimOf({ by: "mine", key, dialog: "dialog-1", sequence: 12 }, NOW, FOR_MS);
    expect(claimed).toEqual(mine);
  });

  it("says nothing else of what a caller has, and takes no text for a key", () => {
    const claimant = { by: "b", key: "my card is lost", dialog: "d", sequence: 12, words: "my card is lost" };
    expect(JSON.stringify(claimOf(claimant, NOW, FOR_MS))).not.toContain("card");
  });

  it("is not made for an event without a number, nor for a turn that need not be in order", () => {
    expect(claimOf({ by: "b", key: "k", dialog: "d", sequence: undefined }, NOW, FOR_MS)).toBeUndefined();
    expect(claimOf({ by: "", key: "k", dialog: "d", sequence: 12 }, NOW, FOR_MS)).toBeUndefined();
    expect(claimOf({ by: "b", key: "k", dialog: "d", sequence: 0 }, NOW, FOR_MS)).toBeDefined();
  });

  it("stands in a property of its instance, and ends in the same", () => {
    expect(claimProperty(mine)).toEqual({ claimmine: mine });
    expect(Object.keys(claimProperty({ ...mine, sequence: 14, done: true }))).toEqual(["claimmine"]);
    expect(Object.keys(claimProperty(claim(12)))).toEqual(["claimanother"]);
  });

  it("stays as it was written, whatever becomes of the turn meanwhile", () => {
    const own = { ...mine };
    const { claimmine } = claimProperty(own);
    own.forMs = 0;
    expect(claimmine).toEqual(mine);
  });

  it("is found again in the record", () => {
    const ended = claim(8, { by: "third", done: true });
    const properties = { ...claimProperty(claim(7)), ...claimProperty(ended) };
    expect(parseRecord(properties, NOW).claims).toEqual([claim(7), ended]);
  });
});

describe("a turn waits", () => {
  it("for nobody where nobody is under way", () => {
    expect(waitedFor(mine, [])).toBeUndefined();
    expect(waitedFor(mine, [claim(11, { done: true }), claim(12, { done: true })])).toBeUndefined();
  });

  it("for an earlier event of its dialog", () => {
    expect(waitedFor(mine, [claim(11)])).toBe("earlier event");
  });

  it("for earlier events by their numbers, not by their letters", () => {
    expect(waitedFor(claim(10, { by: "mine" }), [claim(9)], NOW, 8)).toBeDefined();
    expect(waitedFor(claim(9, { by: "mine" }), [claim(10)], NOW, 8)).toBeUndefined();
  });

  it("not for an earlier event that is past: a repeat of it has left its claim open", () => {
    expect(waitedFor(mine, [claim(10)])).toBeUndefined();
    expect(waitedFor(mine, [claim(10), claim(11, { by: "third" })])).toBe("earlier event");
  });

  it("for an earlier event where the numbers of another dialog were higher", () => {
    expect(waitedFor(mine, [claim(11)], NOW, 40, "dialog-0")).toBe("earlier event");
  });

  it("for the same event on another instance, before any earlier one", () => {
    expect(waitedFor(mine, [claim(11), claim(12, { by: "first" })])).toBe("same event");
    expect(waitedFor(mine, [claim(11), claim(12, { by: "second" })])).toBe("rival");
  });

  it("for the same event also where a later one was answered already", () => {
    expect(waitedFor(mine, [claim(12)], NOW, 14)).toBe("same event");
  });

  it("not for its own claim, whenever that was written", () => {
    expect(waitedFor(mine, [mine], NOW + 500)).toBeUndefined();
    expect(waitedFor(mine, [{ ...mine, at: NOW - 3 }], NOW + 500)).toBeUndefined();
    expect(waitedFor(mine, [claim(11), mine], NOW + 500)).toBe("earlier event");
  });

  it("not for the same event of an instance that stands back", () => {
    expect(waitedFor(mine, [claim(12, { forMs: 0 })])).toBeUndefined();
    expect(waitedFor(mine, [claim(12, { forMs: 0, at: NOW + 60_000 })])).toBeUndefined();
  });

  it("no longer for the same event once any instance has answered it", () => {
    const answered = claim(12, { by: "first", done: true });
    expect(waitedFor(mine, [answered, claim(12, { by: "second" })])).toBeUndefined();
  });

  it("not for a later event, another one of the same number, or one of another dialog", () => {
    const others = [claim(13), claim(12, { key: "other" }), claim(11, { dialog: "dialog-2" })];
    expect(waitedFor(mine, others)).toBeUndefined();
  });

  it("not for one that merely has no key either", () => {
    expect(waitedFor({ ...mine, key: "" }, [claim(12, { key: "", at: NOW - 1 })])).toBeUndefined();
  });

  it("not for one whose instance has died: its time runs out", () => {
    const dead = claim(11, { at: NOW - FOR_MS + 1 });
    expect(waitedFor(mine, [dead])).toBeDefined();
    expect(waitedFor(mine, [dead], NOW + 1)).toBeUndefined();
  });

  it("for one whose clock is ahead", () => {
    expect(waitedFor(mine, [claim(11, { at: NOW + 60_000 })])).toBe("earlier event");
  });

  it("at most eight times, about five seconds in all", () => {
    expect(REREAD_AFTER_MS).toHaveLength(8);
    expect(REREAD_AFTER_MS.slice(0, 4)).toEqual([200, 400, 800, 800]);
    expect(REREAD_AFTER_MS.reduce((sum, pause) => sum + pause)).toBe(5_400);
  });
});

describe("whether an event was answered", () => {
  it("is told by its claim, once that is done", () => {
    const { key } = mine;
    expect(wasAnswered(key, [claim(12, { done: true })])).toBe(true);
    expect(wasAnswered(key, [claim(12)])).toBe(false);
    expect(wasAnswered(key, [claim(11, { done: true })])).toBe(false);
    expect(wasAnswered("", [claim(12, { key: "", done: true })])).toBe(false);
  });
});

describe("two instances with the same event", () => {
  const times = fc.integer({ min: NOW - 2_000, max: NOW + 2_000 });

  it("agree on which of them has to stand back, whatever their clocks show", () => {
    fc.assert(
      fc.property(times, times, (left, right) => {
        const [one, two] = [claim(12, { by: "1", at: left }), claim(12, { by: "2", at: right })];
        expect([waitedFor(one, [one, two]), waitedFor(two, [one, two])]).toEqual(["rival", "same event"]);
      }),
    );
  });
});

describe("clocks that differ", () => {
  it("never let two events of a dialog wait for each other", () => {
    const claims = fc.record({
      sequence: fc.nat(40),
      at: fc.integer({ min: NOW - 20_000, max: NOW + 20_000 }),
      done: fc.boolean(),
    });
    fc.assert(
      fc.property(claims, claims, (left, right) => {
        const a = claim(left.sequence, left);
        const b = claim(right.sequence, { ...right, by: "mine", key: "other" });
        expect(waitedFor(a, [b]) && waitedFor(b, [a])).toBeUndefined();
      }),
    );
  });

  it("never keep a claim open for longer after the moment it tells than a turn may take", () => {
    const at = fc.integer({ min: NOW - 100_000, max: NOW + 100_000 });
    fc.assert(
      fc.property(at, (moment) => {
        const last = moment + FOR_MS - 1;
        expect(waitedFor(mine, [claim(11, { at: moment })], last)).toBe("earlier event");
        expect(waitedFor(mine, [claim(11, { at: moment })], last + 1)).toBeUndefined();
      }),
    );
  });
});

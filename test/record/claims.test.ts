import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockerOf, claimOf, claimProperty, REREAD_AFTER_MS } from "../../src/record/claims.ts";
import { type Claim, parseRecord } from "../../src/record/shape.ts";
import { NOW } from "../fixtures/record.ts";

const FOR_MS = 9_000;

/** The claim of the event of this number, as another instance or we have made it. */
function claim(sequence: number, changes: Partial<Claim> = {}): Claim {
  return {
    key: `${String(sequence).padStart(22, "A")}==`,
    dialog: "dialog-1",
    sequence,
    at: NOW,
    forMs: FOR_MS,
    done: false,
    ...changes,
  };
}

const mine = claim(12);

/** What a turn finds that has not claimed yet. */
const waitedFor = (own: Claim, claims: Claim[], now: number) => blockerOf(own, claims, now, false);

describe("a claim", () => {
  it("says who takes which event of which dialog, since when and for how long", () => {
    const { key } = mine;
    const claimed = claimOf({ key, dialog: "dialog-1", sequence: 12 }, NOW, FOR_MS);
    expect(claimed).toEqual({ key, dialog: "dialog-1", sequence: 12, at: NOW, forMs: FOR_MS, done: false });
  });

  it("says nothing else of what a caller has, and takes no text for a key", () => {
    const claimant = { key: "my card is lost", dialog: "d", sequence: 12, words: "my card is lost" };
    expect(JSON.stringify(claimOf(claimant, NOW, FOR_MS))).not.toContain("card");
  });

  it("is not made for an event without a number", () => {
    expect(claimOf({ key: "k", dialog: "d", sequence: undefined }, NOW, FOR_MS)).toBeUndefined();
    expect(claimOf({ key: "k", dialog: "d", sequence: 0 }, NOW, FOR_MS)).toBeDefined();
  });

  it("stands in one of eight properties, and ends in the same", () => {
    expect(claimProperty(claim(3))).toEqual({ claim3: claim(3) });
    expect(claimProperty(claim(19), true)).toEqual({ claim3: claim(19, { done: true }) });
    const names = Array.from({ length: 8 }, (_, number) => Object.keys(claimProperty(claim(number))).join());
    expect(new Set(names).size).toBe(8);
  });

  it("is found again in the record", () => {
    const properties = { ...claimProperty(claim(7)), ...claimProperty(claim(8), true) };
    expect(parseRecord(properties, NOW).claims).toEqual([claim(7), claim(8, { done: true })]);
  });
});

describe("a turn waits", () => {
  it("for nobody where nobody is under way", () => {
    expect(waitedFor(mine, [], NOW)).toBeUndefined();
    expect(waitedFor(mine, [claim(11, { done: true }), claim(12, { done: true })], NOW)).toBeUndefined();
  });

  it("for an earlier event of its dialog", () => {
    expect(waitedFor(mine, [claim(11)], NOW)).toBe("earlier event");
  });

  it("for earlier events by their numbers, not by their letters", () => {
    expect(waitedFor(claim(10), [claim(9)], NOW)).toBeDefined();
    expect(waitedFor(claim(9), [claim(10)], NOW)).toBeUndefined();
  });

  it("for the same event on another instance, before any earlier one", () => {
    const others = [claim(11), claim(12, { at: NOW - 1_000 })];
    expect(waitedFor(mine, others, NOW)).toBe("same event");
  });

  it("not for its own claim, once that stands there as well", () => {
    expect(blockerOf(mine, [mine], NOW + 500, true)).toBeUndefined();
    const blocker = blockerOf(mine, [claim(11), mine], NOW + 500, true);
    expect(blocker).toBe("earlier event");
    expect(blockerOf(mine, [claim(11, { done: true }), mine], NOW + 500, true)).toBeUndefined();
  });

  it("for the same event that has taken its place meanwhile", () => {
    expect(blockerOf(mine, [claim(12, { at: NOW + 3 })], NOW + 500, true)).toBe("same event");
  });

  it("for the same event by a clock that shows the same time, as long as its own claim is not written", () => {
    expect(waitedFor(mine, [mine], NOW)).toBe("same event");
  });

  it("not for a later event, another one of the same number, or one of another dialog", () => {
    const others = [claim(13), claim(12, { key: "another" }), claim(11, { dialog: "dialog-2" })];
    expect(waitedFor(mine, others, NOW)).toBeUndefined();
  });

  it("not for one that merely has no key either", () => {
    expect(waitedFor(claim(12, { key: "" }), [claim(12, { key: "", at: NOW - 1 })], NOW)).toBeUndefined();
  });

  it("not for one whose instance has died: its time runs out", () => {
    const dead = claim(11, { at: NOW - FOR_MS + 1 });
    expect(waitedFor(mine, [dead], NOW)).toBeDefined();
    expect(waitedFor(mine, [dead], NOW + 1)).toBeUndefined();
  });

  it("for one whose clock is ahead", () => {
    expect(waitedFor(mine, [claim(11, { at: NOW + 60_000 })], NOW)).toBe("earlier event");
  });

  it("at most eight times, about five seconds in all", () => {
    expect(REREAD_AFTER_MS).toHaveLength(8);
    expect(REREAD_AFTER_MS.slice(0, 4)).toEqual([200, 400, 800, 800]);
    expect(REREAD_AFTER_MS.reduce((sum, pause) => sum + pause)).toBe(5_400);
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
        const [a, b] = [claim(left.sequence, left), claim(right.sequence, { ...right, key: "other" })];
        expect(waitedFor(a, [b], NOW) && waitedFor(b, [a], NOW)).toBeUndefined();
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

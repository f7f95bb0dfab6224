import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type MockContextService,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY as KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { blockerOf, claimOf, claimProperty, REREAD_AFTER_MS, wasAnswered } from "../../src/record/claims.ts";
import { type Place, recordPlace } from "../../src/record/place.ts";
import { sealingOf } from "../../src/record/sealing.ts";
import { type Claim, parseRecord } from "../../src/record/shape.ts";
import { recordStore } from "../../src/record/store.ts";
import { pause } from "../../src/runtime/deadline.ts";
import { transportOf } from "../../src/runtime/transport.ts";

const ID = "conversation-1";
const FOR_MS = 9_000;

let context: MockContextService;
let place: Place;
beforeEach(async () => {
  context = await startMockContextService();
  place = recordPlace(context.host, "123", "clinc") as Place;
});
afterEach(() => context.close());

/** Takes a turn on an instance of its own, as far as its place in the order goes. */
async function takeTurn(
  by: string,
  sequence: number,
  ask: () => Promise<void>,
): Promise<"asked" | "answered"> {
  const store = recordStore(transportOf(toolbeltV2({})), place, 24);
  const key = await sealingOf("an App-Key", ID, place).fingerprint(`event ${sequence}`);
  const mine = claimOf({ by, key, dialog: "dialog-1", sequence }, Date.now(), FOR_MS);
  if (!mine) throw new Error("no claim");
  const write = (changes: Partial<Claim> = {}) =>
    store.write(ID, KEY, claimProperty({ ...mine, ...changes }), true);
  await write();
  for (const milliseconds of [0, ...REREAD_AFTER_MS]) {
    await pause(milliseconds);
    const { record } = await store.read(ID, KEY);
    if (!record) throw new Error("no record");
    if (wasAnswered(key, record.claims)) return "answered";
    const found = blockerOf(mine, record, Date.now());
    if (found === "same event") await write({ forMs: 0 });
    if (!found) break;
  }
  await ask();
  await write({ done: true });
  return "asked";
}

/** A first call of a process takes its time. */
const PATIENT = { timeout: 5_000 };

/** The claims that the service holds. */
function claims(): Claim[] {
  return parseRecord(context.stored("123", "clinc_conversation", ID), 0).claims;
}

/** Resolves when the service holds a claim of this event, by so many instances. */
function claimed(event: number, times = 1): Promise<void> {
  return vi.waitFor(() => {
    expect(claims().filter(({ sequence }) => sequence === event)).toHaveLength(times);
  }, PATIENT);
}

describe("a conversation on instances that know nothing of each other", () => {
  it("is asked about in its order, though each event comes while an earlier one is under way", async () => {
    context.latencyMs = 20;
    const asked: string[] = [];
    let finish = () => {};
    const first = takeTurn("a", 9, async () => {
      asked.push("9 begins");
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      asked.push("9 ends");
    });
    await claimed(9);
    const second = takeTurn("b", 10, async () => void asked.push("10"));
    await claimed(10);
    const third = takeTurn("c", 11, async () => void asked.push("11"));
    await claimed(11);
    finish();
    expect(await Promise.all([first, second, third])).toEqual(["asked", "asked", "asked"]);
    expect(asked).toEqual(["9 begins", "9 ends", "10", "11"]);
  });

  it.each([
    ["stands back, as the second in the order of the instances", "b"],
    ["finds it under way, as the first in that order", "0"],
  ])("is asked once about an event that comes again while it is under way, which %s", async (_, second) => {
    const asked: string[] = [];
    let finish = () => {};
    const first = takeTurn("a", 3, async () => {
      asked.push("a");
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await vi.waitFor(() => expect(asked).toEqual(["a"]), PATIENT);
    const again = takeTurn(second, 3, async () => void asked.push(second));
    await claimed(3, 2);
    if (second === "b")
      await vi.waitFor(() => expect(claims().map(({ forMs }) => forMs)).toContain(0), PATIENT);
    finish();
    expect(await first).toBe("asked");
    expect(await again).toBe("answered");
    expect(asked).toEqual(["a"]);
  });
});

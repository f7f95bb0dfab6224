import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type MockContextService,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY as KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { blockerOf, claimOf, claimProperty, REREAD_AFTER_MS } from "../../src/record/claims.ts";
import { type Place, recordPlace } from "../../src/record/place.ts";
import { sealingOf } from "../../src/record/sealing.ts";
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
async function takeTurn(sequence: number, ask: () => Promise<void>): Promise<"asked" | "same event"> {
  const store = recordStore(transportOf(toolbeltV2({})), place, 24);
  const key = await sealingOf("an App-Key", ID, place).fingerprint(`event ${sequence}`);
  const mine = claimOf({ key, dialog: "dialog-1", sequence }, Date.now(), FOR_MS);
  if (!mine) throw new Error("no claim");
  const blocker = async (isWritten: boolean) =>
    blockerOf(mine, (await store.read(ID, KEY)).record?.claims ?? [], Date.now(), isWritten);
  let found = await blocker(false);
  const claiming = found === "same event" ? undefined : store.write(ID, KEY, claimProperty(mine));
  for (const milliseconds of REREAD_AFTER_MS) {
    if (!found) break;
    await pause(milliseconds);
    found = await blocker(claiming !== undefined);
  }
  if (found === "same event" || !claiming) return "same event";
  await Promise.all([claiming, ask()]);
  await store.write(ID, KEY, claimProperty(mine, true));
  return "asked";
}

/** Resolves when the service holds the claim of this event. */
function claimed(sequence: number): Promise<void> {
  return vi.waitFor(() => {
    expect(context.stored("123", "clinc_conversation", ID)).toHaveProperty(`claim${sequence % 8}`);
  });
}

describe("a conversation on instances that know nothing of each other", () => {
  it("is asked about in its order, though each event comes while an earlier one is under way", async () => {
    context.latencyMs = 20;
    const asked: string[] = [];
    let finish = () => {};
    const first = takeTurn(9, async () => {
      asked.push("9 begins");
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      asked.push("9 ends");
    });
    await claimed(9);
    const second = takeTurn(10, async () => void asked.push("10"));
    await claimed(10);
    const third = takeTurn(11, async () => void asked.push("11"));
    await claimed(11);
    finish();
    expect(await Promise.all([first, second, third])).toEqual(["asked", "asked", "asked"]);
    expect(asked).toEqual(["9 begins", "9 ends", "10", "11"]);
  });

  it("is asked once about an event that comes again while it is under way, and goes on after it", async () => {
    const asked: number[] = [];
    let finish = () => {};
    const first = takeTurn(3, async () => {
      asked.push(3);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await claimed(3);
    const again = takeTurn(3, async () => void asked.push(3));
    const reads = () => context.seen.filter(({ method }) => method === "GET");
    await vi.waitFor(() => expect(reads()).toHaveLength(2));
    finish();
    expect(await first).toBe("asked");
    expect(await again).toBe("same event");
    expect(await takeTurn(4, async () => void asked.push(4))).toBe("asked");
    expect(asked).toEqual([3, 4]);
  });
});

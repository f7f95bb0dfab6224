import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Memory, NOTHING_YET } from "../../../src/bot/memory.ts";
import { memoryOf, partsOf } from "../../../src/bot/recall/parts.ts";
import { recordPlace } from "../../../src/record/place.ts";
import { recordProperties, secretsOf, turnsOf } from "../../../src/record/properties.ts";
import { sealingOf } from "../../../src/record/sealing.ts";
import { parseRecord } from "../../../src/record/shape.ts";
import { NOW, recordedTurn } from "../../fixtures/record.ts";

const MARK = "AAAAAAAAAAAAAAAAAAAAAA==";

/** Every field has a value of its own, so that none can stand in another's place. */
const memory: Memory = {
  rev: 7,
  misunderstood: 2,
  failed: 1,
  transferredAt: NOW - 9_000,
  why: "the bot's author hands over here",
  language: "es",
  lastWords: "canary of the consumer",
  lastMark: "",
  isPublic: true,
  invitedAt: NOW - 5_000,
  open: {
    at: NOW - 60_000,
    shown: [{ title: "Savings", say: "my savings account" }],
    numbered: [{ title: "Checking", say: "my checking account" }],
  },
  session: "clinc-session",
  isRestarted: true,
  turns: [recordedTurn(2), recordedTurn(1, { details: { account: "••••5678" } })],
  replies: [{ key: MARK, reply: { messages: ["Which account?"] } }],
  seen: { dialog: "dialog-1", sequence: 12, messages: 3 },
};

/** The memory of an instance that reads what another has written. */
async function recalled(before: Memory): Promise<Memory> {
  const place = recordPlace("z1", "12345678", "clinc");
  if (!place) throw new Error("no place");
  const sealing = sealingOf("an App-Key", "c-1", place);
  const written = await recordProperties(partsOf(before, MARK), sealing);
  const record = parseRecord(JSON.parse(JSON.stringify(written)), 0);
  return memoryOf(record, await secretsOf(record, sealing), await turnsOf(record, sealing));
}

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a memory that goes through the record", () => {
  it("comes back whole, but for what concerns one instance and for the consumer's words", async () => {
    const { lastWords, invitedAt } = NOTHING_YET;
    expect(await recalled(memory)).toEqual({
      ...memory,
      ...{ lastWords, invitedAt },
      lastMark: MARK,
    });
  });

  it("comes back whole when it is empty", async () => {
    expect(await recalled(NOTHING_YET)).toEqual({ ...NOTHING_YET, lastMark: MARK });
  });
});

describe("what goes into the record", () => {
  it("is stamped with now, and holds no word of the consumer", () => {
    const parts = partsOf(memory, MARK);
    expect(parts).toMatchObject({ rev: 7, at: NOW });
    expect(JSON.stringify(parts)).not.toContain("canary");
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { GENERATIONS } from "../../../scripts/build/generation.ts";
import { type Memory, NOTHING_YET } from "../../../src/bot/memory.ts";
import { keep } from "../../../src/bot/recall/keep.ts";
import type { OpenRecord } from "../../../src/bot/recall/open.ts";
import { type Said, startTrace } from "../../../src/bot/report.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import type { Writing } from "../../../src/record/store.ts";
import { Deadline, pause } from "../../../src/runtime/deadline.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import * as events from "../../fixtures/events.ts";
import { claimsIn, sharedAccount, storedIn, WITH_RECORD } from "../../support/instances.ts";
import { logLines } from "../../support/log-lines.ts";
import { withoutSealed } from "../../support/sealed.ts";

const log = logLines();
const says = (words: string, sequence: number) => events.messagingText(words, { sequence });
const fingerprint = /^[\w+/]{22}==$/;

describe.each(GENERATIONS)("what %s keeps of a turn", (generation) => {
  it("is readable where it tells the agent what happened, and nothing that anybody said", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () =>
      clincBody({
        qid: "q-1",
        bl_resp: { state: "get_balance", visual_payload: { agent: { Case: "C-1 of canary" } } },
        visuals: {
          formattedResponse: "canary of the bot",
          liveperson: { text: "canary", choices: ["canary"] },
        },
      });
    const bot = account.instance({ AGENT_DETAILS: "account" });
    await account.time.during(() => bot(says("canary of the consumer 4111 1111 1111 1111", 12)));
    const { agent, bot: own } = storedIn(account);
    expect(agent).toEqual({
      ...{ v: 1, rev: 1, at: expect.any(Number), why: "" },
      turns: [
        {
          ...{ at: expect.any(Number), said: "words", intent: "get_balance", name: "get balance" },
          ...{ score: 0.93, outcome: "continue", state: "get_balance", qid: "q-1" },
        },
      ],
      sealed: expect.stringMatching(/^[\w+/]{40,}=*$/),
    });
    expect(own).toEqual({
      ...{ v: 1, rev: 1, at: expect.any(Number), dialog: events.CONVERSATION_ID, sequence: 12 },
      ...{ messages: 2, misunderstood: 0, failed: 0, transferredAt: 0, isPublic: false },
      ...{ language: "en", session: "a1b2c3d4e5f60718293a4b5c6d7e8f90", isRestarted: false },
      lastWords: expect.stringMatching(fingerprint),
      sealed: expect.stringMatching(/^[\w+/]{40,}=*$/),
    });
    const sent = withoutSealed(account.calls.map(({ url, body, headers }) => [url, body, headers]));
    for (const word of ["canary", "4111", "1111", "Everyday", "C-1", "an-app-key"])
      expect(sent).not.toContain(word);
  });

  it("has no reply of a turn that failed on purpose", async () => {
    const account = sharedAccount(generation);
    account.clinc.answer = () => clincBody({ competency: "live_agent" });
    const bot = () => account.instance({ TRANSFER_SKILL: "" });
    await account.time.during(async () => {
      await expect(bot()(says("a person", 2))).rejects.toThrow("TRANSFER_SKILL");
    });
    expect(storedIn(account).bot).toMatchObject({ sequence: 2, transferredAt: expect.any(Number) });
  });

  it("counts what Clinc did not answer", async () => {
    const account = sharedAccount(generation);
    account.clinc.takesMs = 60_000;
    await account.time.during(() => account.instance()(says("hi", 2)));
    expect(storedIn(account).bot).toMatchObject({ failed: 1, rev: 1 });
    expect(storedIn(account).agent).toMatchObject({ turns: [] });
  });

  it("is lost, and said so, when the service does not take it; the reply is the same", async () => {
    const account = sharedAccount(generation);
    account.disturbed = ({ method }) => (method === "PATCH" ? { status: 413, body: "too large" } : undefined);
    const reply = await account.time.during(() => account.instance()(says("hi", 2)));
    expect(reply.messages).toEqual(["Your balance is $1,250.40."]);
    expect(log.filter((line) => line.startsWith("warn"))).toEqual([
      expect.stringContaining("context_unusable"),
    ]);
    expect(log.at(-1)).toContain('"record":"failed"');
  });

  it("is not waited for beyond the time of the whole turn", async () => {
    const account = sharedAccount(generation);
    account.clinc.takesMs = 950;
    account.disturbed = ({ method }) => (method === "PATCH" ? "never" : undefined);
    const bot = account.instance({ CLINC_TIMEOUT_MS: "1000" });
    const startedAt = account.time.now;
    await account.time.during(() => bot(says("hi", 2)));
    expect(account.time.now - startedAt).toBeLessThanOrEqual(4_000);
    expect(log.filter((line) => line.startsWith("warn"))).toHaveLength(1);
  });
});

describe("the reply of a turn", () => {
  afterEach(() => vi.useRealTimers());

  /** Keeps a reply to the event with this fingerprint, of so many characters as JSON; tells which are kept then. */
  async function kept(before: Memory["replies"], event: string, length = 20, write?: Promise<Writing>) {
    const turn = parseEvent(says("hi", 2));
    const reply = { messages: ["Yes."], context: { intentId: "i", intentName: "i", confidenceScore: 1 } };
    const said = { reply, written: "x".repeat(length), memory: { ...NOTHING_YET, replies: before } };
    const record = {
      event,
      sealing: { fingerprint: async () => "", seal: async () => "" },
      write: async () => (await write) ?? { status: "on" },
    } as unknown as OpenRecord;
    const recalled = { memory: NOTHING_YET, isSure: true, isTaken: false, record };
    const trace = startTrace();
    const memory = await keep(said as unknown as Said, turn, recalled, new Deadline(5_000), trace);
    return { keys: memory.replies.map(({ key }) => key), trace };
  }
  const older = ["1", "2", "3", "4", "5"].map((key) => ({ key, reply: {} }));

  it("is kept beside the last four", async () => {
    expect((await kept([], "6")).keys).toEqual(["6"]);
    expect((await kept(older, "6")).keys).toEqual(["2", "3", "4", "5", "6"]);
  });

  it("is not kept where it is longer than 16,000 characters", async () => {
    expect((await kept(older, "6", 16_000)).keys).toContain("6");
    expect((await kept(older, "6", 16_001)).keys).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("is not kept where its event is never a repeat", async () => {
    expect((await kept(older, "")).keys).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("does not wait to be kept for longer than its turn may take, and that is said", async () => {
    vi.useFakeTimers();
    const keeping = kept([], "6", 20, new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await keeping).trace).toMatchObject({
      ...{ record: "failed", contextMs: 5_000 },
      remarks: ["context_unavailable: the turn had no time left for its record"],
    });
  });
});

describe("a claim", () => {
  it("is closed with the record of its turn, whatever came of it", async () => {
    const account = sharedAccount("v2");
    account.clinc.takesMs = 60_000;
    await account.time.during(() => account.instance()(says("hi", 10)));
    expect(claimsIn(account)).toEqual([
      {
        by: expect.stringMatching(/^\d{10,}$/),
        ...{ key: expect.stringMatching(fingerprint), dialog: events.CONVERSATION_ID, sequence: 10 },
        ...{ at: expect.any(Number), forMs: expect.any(Number), done: true },
      },
    ]);
  });

  it.each([
    ["words", says("again", 6)],
    ["a location", events.location(undefined, 6)],
  ])("of %s is closed, too, where the bot is switched off before Clinc can be asked", async (_, input) => {
    const account = sharedAccount("v2");
    const secrets: Record<string, string> = { clinc_off: "", ...(WITH_RECORD as Record<string, string>) };
    const bot = account.instance({ LOCATION_QUERY: "nearest branch" }, secrets);
    const keptUntil = account.time.now + 5 * 60_000;
    await account.time.during(async () => {
      await bot(says("hi", 2));
      await pause(keptUntil - 10 - account.time.now);
      secrets.clinc_off = "apology";
      await bot(input);
    });
    expect(account.asked).toEqual(["hi"]);
    expect(claimsIn(account)).toEqual([expect.objectContaining({ sequence: 6, done: true })]);
  });

  it("says for how long the turn may go on, and no longer", async () => {
    const account = sharedAccount("v2");
    await account.time.during(() => account.instance()(says("hi", 10)));
    const { forMs } = claimsIn(account)[0] ?? {};
    expect(forMs).toBeGreaterThan(17_000);
    expect(forMs).toBeLessThanOrEqual(18_000);
  });

  it("cannot come in after the record that closes it", async () => {
    const account = sharedAccount("v2");
    account.clinc.takesMs = 0;
    await account.time.during(() => account.instance()(says("hi", 10)));
    const patches = account.calls
      .filter(({ method }) => method === "PATCH")
      .map(({ body }) => JSON.parse(body));
    const claims = patches.map((patch) => patch[`claim${claimsIn(account)[0]?.by}`]);
    expect(claims.map(({ done }) => done)).toEqual([false, true]);
  });

  it("that is not taken is told, also where the service is spared afterwards", async () => {
    const account = sharedAccount("v2");
    account.disturbed = ({ method }) => (method === "PATCH" ? { status: 429, body: "" } : undefined);
    await account.time.during(() => account.instance()(says("hi", 10)));
    expect(log.filter((line) => line.startsWith("warn"))).toEqual([
      expect.stringContaining("context_throttled"),
    ]);
    expect(account.calls.filter(({ method }) => method === "PATCH")).toHaveLength(1);
  });
});

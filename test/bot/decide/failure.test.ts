import { afterEach, describe, expect, it, vi } from "vitest";
import { failed, tooLate, wasNeverAsked } from "../../../src/bot/decide/failure.ts";
import { NOTHING_YET } from "../../../src/bot/memory.ts";
import { SwitchedOff } from "../../../src/clinc/switch.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { Fault } from "../../../src/runtime/fault.ts";
import { agentsLine, messagingText, social } from "../../fixtures/events.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const settings = settingsFor();
const slow = () => new Fault("clinc", "clinc_timeout", "look at its latency");
const wrongKey = () => new Fault("settings", "key_refused", "put a valid one in");

afterEach(() => vi.useRealTimers());

describe("a turn that Clinc could not answer", () => {
  it("gets an apology first, and names why it has no intent", () => {
    expect(failed(slow(), NOTHING_YET, settings).answer).toEqual({
      blocks: [{ kind: "text", text: settings.APOLOGY_MESSAGE }],
      intent: { id: "clinc_timeout", name: "clinc timeout", score: 0 },
      outcome: { kind: "continue" },
      fault: "clinc",
      remarks: ["clinc_timeout: look at its latency"],
    });
  });

  it("hands over when it happens too often in a row", () => {
    const { memory } = failed(slow(), NOTHING_YET, settings);
    expect(failed(slow(), memory, settings).answer).toMatchObject({
      blocks: [{ kind: "text", text: settings.TRANSFER_MESSAGE }],
      outcome: { kind: "transfer", why: "the bot could not answer 2 times in a row (clinc_timeout)" },
    });
  });

  it("never hands over for it with a limit of 0", () => {
    const often = { ...NOTHING_YET, failed: 50 };
    const { answer } = failed(slow(), often, settingsFor({ FAILURE_LIMIT: "0" }));
    expect(answer.outcome.kind).toBe("continue");
  });

  it("hands over at once when the settings are wrong", () => {
    expect(failed(wrongKey(), NOTHING_YET, settings).answer).toMatchObject({
      intent: { id: "key_refused" },
      outcome: { kind: "transfer" },
      fault: "settings",
    });
  });

  it("is not sent round again either when the clock of who handed it over is ahead", () => {
    const before = { ...NOTHING_YET, transferredAt: Date.now() + 1_000 };
    expect(failed(wrongKey(), before, settings).answer.outcome.kind).toBe("continue");
  });

  it("is not sent round again when it comes back within two minutes", () => {
    vi.useFakeTimers();
    const back = { ...NOTHING_YET, transferredAt: Date.now() };
    vi.advanceTimersByTime(119_999);
    expect(failed(wrongKey(), back, settings).answer.outcome.kind).toBe("continue");
    vi.advanceTimersByTime(1);
    expect(failed(wrongKey(), back, settings).answer.outcome.kind).toBe("transfer");
  });

  it("is our own defect when it is no fault that we know, and says nothing of it but its name", () => {
    const { answer } = failed(new TypeError("cannot read 4111111111111111"), NOTHING_YET, settings);
    expect(answer).toMatchObject({ intent: { id: "internal_error" }, fault: "contract" });
    expect(answer.remarks.join()).toContain('{"name":"TypeError"}');
    expect(answer.remarks.join()).not.toContain("4111");
  });
});

describe("what was asked when it failed", () => {
  it("was certainly not processed where the settings, the key or a limit stood in the way", () => {
    for (const fault of [
      wrongKey(),
      new Fault("network", "clinc_unreachable", "look", { retryAfterMs: 200 }),
      new Fault("clinc", "clinc_throttled", "ask for more", { isUnprocessed: true }),
    ])
      expect(wasNeverAsked(fault)).toBe(true);
  });

  it("may have been processed in every other case", () => {
    for (const error of [slow(), new Fault("network", "clinc_unreachable", "look"), new TypeError("x")])
      expect(wasNeverAsked(error)).toBe(false);
  });
});

describe("a turn that waited too long for an earlier one", () => {
  it("gets an apology and counts as nobody's failure", () => {
    const { answer, memory } = tooLate(parseEvent(messagingText("hi")), NOTHING_YET, settings);
    expect(answer).toMatchObject({
      blocks: [{ kind: "text", text: settings.APOLOGY_MESSAGE }],
      intent: { id: "earlier_turn_pending" },
      outcome: { kind: "continue" },
      remarks: [],
    });
    expect(answer.fault).toBeUndefined();
    expect(memory).toBe(NOTHING_YET);
  });

  it("gets silence where it is a public post, or not the consumer's", () => {
    for (const event of [social("hi"), agentsLine("hi")]) {
      const { answer } = tooLate(parseEvent(event), NOTHING_YET, settings);
      expect(answer).toMatchObject({ blocks: [{ kind: "pause" }], intent: { id: "earlier_turn_pending" } });
    }
  });
});

describe("a turn of a bot that is switched off", () => {
  const off = (way: "transfer" | "apology") => new SwitchedOff(way, "clinc_off");

  it("is nobody's failure: it has no fault and does not count", () => {
    for (const way of ["transfer", "apology"] as const) {
      const before = { ...NOTHING_YET, failed: 1, misunderstood: 2 };
      const { answer, memory } = failed(off(way), before, settings);
      expect(answer).not.toHaveProperty("fault");
      expect(answer.intent).toEqual({ id: "switched_off", name: "switched off", score: 0 });
      expect(memory).toEqual(before);
      expect(wasNeverAsked(off(way))).toBe(true);
    }
  });

  it("hands over or apologises as the bank wants it, however often", () => {
    const often = { ...NOTHING_YET, failed: 50 };
    expect(failed(off("transfer"), NOTHING_YET, settings).answer).toMatchObject({
      blocks: [{ kind: "text", text: settings.TRANSFER_MESSAGE }],
      outcome: { kind: "transfer", why: "the bot is switched off" },
    });
    expect(failed(off("apology"), often, settings).answer).toMatchObject({
      blocks: [{ kind: "text", text: settings.APOLOGY_MESSAGE }],
      outcome: { kind: "continue" },
    });
  });

  it("does not send the consumer round", () => {
    const justBack = { ...NOTHING_YET, transferredAt: Date.now() - 1_000 };
    expect(failed(off("transfer"), justBack, settings).answer.outcome).toEqual({ kind: "continue" });
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { Conversation } from "../../../src/bot/conversations.ts";
import { failureAnswer } from "../../../src/bot/decide/failure.ts";
import { Fault } from "../../../src/runtime/fault.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const settings = settingsFor();
const slow = () => new Fault("clinc", "clinc_timeout", "look at its latency");
const wrongKey = () => new Fault("settings", "key_refused", "put a valid one in");

afterEach(() => vi.useRealTimers());

describe("a turn that Clinc could not answer", () => {
  it("gets an apology first, and names why it has no intent", () => {
    expect(failureAnswer(slow(), new Conversation(), settings)).toEqual({
      blocks: [{ kind: "text", text: settings.APOLOGY_MESSAGE }],
      intent: { id: "clinc_timeout", name: "clinc timeout", score: 0 },
      outcome: { kind: "continue" },
      fault: "clinc",
      remarks: ["clinc_timeout: look at its latency"],
    });
  });

  it("hands over when it happens too often in a row", () => {
    const conversation = new Conversation();
    failureAnswer(slow(), conversation, settings);
    expect(failureAnswer(slow(), conversation, settings)).toMatchObject({
      blocks: [{ kind: "text", text: settings.TRANSFER_MESSAGE }],
      outcome: { kind: "transfer", why: "the bot could not answer 2 times in a row (clinc_timeout)" },
    });
  });

  it("never hands over for it with a limit of 0", () => {
    const conversation = new Conversation();
    for (let turn = 0; turn < 5; turn += 1) {
      expect(failureAnswer(slow(), conversation, settingsFor({ FAILURE_LIMIT: "0" })).outcome.kind).toBe(
        "continue",
      );
    }
  });

  it("hands over at once when the settings are wrong", () => {
    expect(failureAnswer(wrongKey(), new Conversation(), settings)).toMatchObject({
      intent: { id: "key_refused" },
      outcome: { kind: "transfer" },
      fault: "settings",
    });
  });

  it("is not sent round again when it comes back within two minutes", () => {
    vi.useFakeTimers();
    const conversation = new Conversation();
    conversation.transferredAt = Date.now();
    vi.advanceTimersByTime(119_000);
    expect(failureAnswer(wrongKey(), conversation, settings).outcome.kind).toBe("continue");
    vi.advanceTimersByTime(2_000);
    expect(failureAnswer(wrongKey(), conversation, settings).outcome.kind).toBe("transfer");
  });

  it("is our own defect when it is no fault that we know, and says nothing of it but its name", () => {
    const answer = failureAnswer(new TypeError("cannot read 4111111111111111"), new Conversation(), settings);
    expect(answer).toMatchObject({ intent: { id: "internal_error" }, fault: "contract" });
    expect(answer.remarks.join()).toContain('{"name":"TypeError"}');
    expect(answer.remarks.join()).not.toContain("4111");
  });
});

import { describe, expect, it } from "vitest";
import { ownWords } from "../../../src/bot/decide/own-words.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import * as events from "../../fixtures/events.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const settings = settingsFor({ WELCOME_MESSAGE: "Welcome." });
const answer = (input: unknown) => ownWords(parseEvent(input), settings);

describe("the bank's own words", () => {
  it("greet in a welcome", () => {
    expect(answer(events.chatWelcome())).toEqual({
      blocks: [{ kind: "text", text: "Welcome." }],
      intent: { id: "welcome", name: "welcome", score: 0 },
      outcome: { kind: "continue" },
      remarks: [],
    });
  });

  it("say of anything that Clinc cannot read that it cannot be read", () => {
    for (const input of [events.file(), events.location(), events.messagingText(" ")])
      expect(answer(input)).toMatchObject({
        blocks: [{ kind: "text", text: settings.UNSUPPORTED_MESSAGE }],
        intent: { id: "unsupported_message", score: 0 },
      });
  });

  it("are none for what is not the consumer's", () => {
    expect(answer(events.agentsLine("hi"))).toEqual({
      blocks: [{ kind: "pause", seconds: 1 }],
      intent: { id: "not_consumer", name: "not consumer", score: 0 },
      outcome: { kind: "continue" },
      remarks: [],
    });
  });
});

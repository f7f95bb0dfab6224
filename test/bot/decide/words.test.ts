import { describe, expect, it } from "vitest";
import { questionOf } from "../../../src/bot/decide/words.ts";
import { NOTHING_YET } from "../../../src/bot/memory.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import * as events from "../../fixtures/events.ts";
import { settingsFor } from "../../fixtures/settings.ts";

const question = (input: unknown, environment: Record<string, string> = {}, memory = NOTHING_YET) =>
  questionOf(parseEvent(input), memory, settingsFor(environment));

describe("what Clinc is asked", () => {
  it("is what the consumer wrote, also below a file", () => {
    expect(question(events.messagingText("my balance?"))).toMatchObject({
      words: "my balance?",
      typed: "my balance?",
    });
    expect(question(events.file("Why was I charged this?"))?.words).toBe("Why was I charged this?");
  });

  it("is what was chosen, and what was typed for it is kept", () => {
    const open = { at: 1, shown: [], numbered: [{ title: "Checking", say: "my checking account" }] };
    expect(question(events.messagingText("１"), {}, { ...NOTHING_YET, open })).toMatchObject({
      words: "my checking account",
      typed: "１",
    });
  });

  it("is the welcome query when a conversation opens without the bank's own welcome, never the platform's words", () => {
    expect(question(events.chatWelcome(), { WELCOME_QUERY: "hi bot" })?.words).toBe("hi bot");
    expect(question(events.chatWelcome(), { WELCOME_MESSAGE: "Welcome." })).toBeUndefined();
  });

  it("is what the consumer said last when a conversation comes back, unless that was asked already", () => {
    const back = events.transferredIn("I lost my card");
    const asked = { ...NOTHING_YET, lastWords: "I lost my card" };
    expect(question(back, { WELCOME_MESSAGE: "Welcome." })?.words).toBe("I lost my card");
    expect(question(back, { WELCOME_MESSAGE: "Welcome." }, asked)).toBeUndefined();
    expect(question(back, {}, asked)).toMatchObject({ words: "hello", typed: "I lost my card" });
    for (const unsaid of [events.transferredIn(), events.transferredIn("")]) {
      expect(question(unsaid, { WELCOME_MESSAGE: "Welcome." }, asked)).toBeUndefined();
      expect(question(unsaid, {}, asked)?.words).toBe("hello");
    }
  });

  it("is the bank's question about a location, with where that is", () => {
    const asked = { ...NOTHING_YET, lastWords: "I lost my card" };
    expect(question(events.location(), { LOCATION_QUERY: "nearest branch" }, asked)).toMatchObject({
      words: "nearest branch",
      location: { lat: 42.28, lon: -83.74 },
      typed: "I lost my card",
    });
    expect(
      question(events.location({ type: "map", la: 91, lo: 0 }), { LOCATION_QUERY: "x" }),
    ).toBeUndefined();
    expect(question(events.messagingText("hi"), { LOCATION_QUERY: "x" })?.location).toBeUndefined();
  });

  it("comes with what business logic may know, in the consumer's own language", () => {
    const memory = { ...NOTHING_YET, language: "fr" };
    const told = { CLINC_CONTEXT: "language, surface" };
    for (const input of [events.messagingText("hi"), events.transferredIn(), events.chatWelcome()])
      expect(question(input, told, memory)?.context).toMatchObject({ language: "fr" });
    expect(question(events.messagingText("hi"))?.context).toBeUndefined();
  });

  it("is nothing of what it cannot read, of what is not the consumer's, and of what everybody can read", () => {
    for (const input of [
      events.file(),
      events.location(),
      events.messagingText("\u200b"),
      events.agentsLine("hi"),
      events.privateText("hi"),
      events.surveyAnswer("5"),
      events.social("hi"),
    ])
      expect(question(input)).toBeUndefined();
  });
});

describe("who Clinc is told is asking", () => {
  const userOf = (input: unknown, who: string) =>
    question(input, { CLINC_EXTERNAL_USER: who })?.externalUserId;

  it("is nobody, the visitor, or the customer who signed in, on messaging and on chat", () => {
    expect(userOf(events.messagingText("hi"), "none")).toBe("");
    expect(userOf(events.messagingText("hi"), "visitor")).toBe("c0ffee00");
    expect(userOf(events.messagingText("hi"), "customer")).toBe("c-1001");
    expect(userOf(events.chatText("hi", 3, events.chatCustomer(true)), "customer")).toBe("c-2002");
  });

  it("is nobody who has not signed in", () => {
    expect(userOf(events.chatText("hi", 3, events.chatCustomer(false)), "customer")).toBe("");
    expect(userOf(events.chatText("hi"), "customer")).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";

const ASK = "Please answer with one of these:";
const nothing = { structuredContent: { type: "vertical", elements: [] } };

describe.each(PLATFORM_NAMES)("the built file on %s", (platform) => {
  /** What the consumer of a channel sees for these entries of an author, and what the operator reads. */
  const seen = async (CHANNEL: string, liveperson: unknown, text = "") => {
    const clinc = await clincAnswering(withLivePerson(liveperson, text));
    const { invoke } = await loadBuiltOn(platform, {
      host: clinc.host,
      environment: { CHANNEL, TRANSFER_SKILL: "desk" },
    });
    const { result, logs } = await invoke(events.messagingText("hi"));
    const { consumer, problems, classification } = deliver(result, false);
    expect(problems).toEqual([]);
    const warnings = logs.filter(({ level }) => level === "warn").map((entry) => entry.text);
    return { consumer, classification, warnings };
  };

  it("cuts no link that fits into a message", async () => {
    const words = "word ".repeat(78).trim();
    const link = `https://bank.example/${"x".repeat(641)}`;
    expect((await seen("sms", [], `${words} ${link}`)).consumer).toEqual([words, link]);
  });

  it("makes a list of labels that a cut makes equal", async () => {
    const choices = ["Transfer to my savings account", "Transfer to my savings goal"].map((title, at) => ({
      title,
      say: `goal ${at}`,
    }));
    expect((await seen("whatsapp", { text: "Where to?", choices })).consumer).toEqual([
      `Where to?\n${ASK}\n1. Transfer to my savings account\n2. Transfer to my savings goal`,
    ]);
  });

  it("says what describes an image that is refused", async () => {
    const image = { type: "image", url: "http://img.bank.example/a.png", alt: "Our house in Leeds" };
    const card = { structuredContent: { type: "vertical", elements: [image] } };
    expect((await seen("web", card)).consumer).toEqual(["Our house in Leeds"]);
  });

  it("apologises for a reply with nothing in it, and hands over at the second", async () => {
    const clinc = await clincAnswering(
      withLivePerson([{ delay: 1 }, nothing], ""),
      withLivePerson("\u200b", "\u200b"),
    );
    const environment = { CHANNEL: "web", TRANSFER_SKILL: "desk" };
    const { invoke } = await loadBuiltOn(platform, { host: clinc.host, environment });
    const first = deliver((await invoke(events.messagingText("hi", { sequence: 1 }))).result, false);
    expect(first).toMatchObject({
      action: "",
      classification: "clinc unusable reply (clinc_unusable_reply) 0.00",
    });
    expect(first.consumer.join()).toContain("technical difficulties");
    const second = await invoke(events.messagingText("hello?", { sequence: 3 }));
    expect(deliver(second.result, false).action).toBe('TRANSFER {"skill":"desk"}');
  });

  it("keeps silent where the author wrote just that", async () => {
    const { consumer, classification, warnings } = await seen("web", { delay: 1 });
    expect(consumer).toEqual(["(waits 1 s)"]);
    expect(classification).toContain("get_balance");
    expect(warnings).toEqual([]);
  });

  it("puts right what a template left, and shows a place as well as the channel can", async () => {
    const map = { type: "map", la: "53.8", lo: "-1.55", tooltip: null };
    const card = { structuredContent: { type: "vertical", elements: [map] } };
    expect((await seen("web", card)).warnings).toEqual([]);
    expect((await seen("whatsapp", card)).consumer).toEqual([
      "https://www.google.com/maps/search/?api=1&query=53.8,-1.55",
    ]);
  });

  it("asks once for all cards of a carousel, each label on one line", async () => {
    const carousel = ["Red", "Green", "Blue"].map((title) => ({ title, buttons: [`Pick\n${title}`] }));
    expect((await seen("sms", { carousel })).consumer).toEqual([
      "Red",
      "Green",
      "Blue",
      `${ASK}\n1. Pick Red\n2. Pick Green\n3. Pick Blue`,
    ]);
  });

  it("cuts a card with more buttons than anybody reads, and names it", async () => {
    const buttons = Array.from({ length: 100_000 }, (_, at) => `${at % 1_000}`);
    const { classification, warnings } = await seen("web", { card: { title: "Travel", buttons } });
    expect(classification).toContain("get_balance");
    expect(warnings.join()).toContain("liveperson[0].card.buttons: only the first 100 of 100000 were read");
  });

  it("says how much of native content was cut", async () => {
    const elements = Array.from({ length: 3_000 }, (_, at) => ({ type: "text", text: `line ${at}` }));
    const { warnings } = await seen("web", { structuredContent: { type: "vertical", elements } });
    expect(warnings.join()).toContain("the first 2000 lines of its text were sent instead");
  });
});

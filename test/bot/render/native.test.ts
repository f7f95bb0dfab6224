import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/liveperson/channel.ts";
import { ALL_CHANNELS, ASK, shown } from "../../support/shown.ts";

const PICTURES: Channel[] = ["web", "apple", "chat", "unknown"];
const PLACE = "https://www.google.com/maps/search/?api=1&query=53.8,-1.55";
const card = (...elements: object[]) => ({ structuredContent: { type: "vertical", elements } });
const text = { type: "text", text: "Branch in Leeds" };

describe("native content with an image that is refused", () => {
  const image = (described: object) => ({
    type: "image",
    url: "http://img.bank.example/leeds.png",
    ...described,
  });

  it("says what describes the image, else its address, also where there is nothing else", () => {
    for (const channel of ALL_CHANNELS) {
      expect(shown(card(image({ alt: "Our house" })), channel).messages).toEqual(["Our house"]);
      expect(shown(card(image({ tooltip: "Our house" })), channel).messages).toEqual(["Our house"]);
      expect(shown(card(image({ caption: "Our house" })), channel).messages).toEqual(["Our house"]);
      expect(shown(card(image({})), channel).messages).toEqual(["http://img.bank.example/leeds.png"]);
    }
  });

  it("says its address beside other texts where images are shown, and not where there are texts alone", () => {
    for (const channel of PICTURES)
      expect(shown(card(image({}), text), channel).messages).toEqual([
        "http://img.bank.example/leeds.png\nBranch in Leeds",
      ]);
    expect(shown(card(image({}), text), "sms").messages).toEqual(["Branch in Leeds"]);
  });
});

describe("native content as templates leave it", () => {
  const map = { type: "map", la: "53.8", lo: "-1.55", tooltip: "Leeds", alt: null };

  it("has numbers for coordinates and nothing for `null` where maps are shown", () => {
    for (const channel of PICTURES) {
      const { messages, remarks } = shown(card(text, map), channel);
      expect(messages).toEqual([card(text, { type: "map", la: 53.8, lo: -1.55, tooltip: "Leeds" })]);
      expect(remarks).toEqual([]);
    }
  });

  it("has a link to the place where they are not", () => {
    for (const channel of ALL_CHANNELS.filter((channel) => !PICTURES.includes(channel)))
      expect(shown(card(text, map), channel).messages).toEqual([`Branch in Leeds\nLeeds: ${PLACE}`]);
  });

  it("is told in words where its coordinates are none", () => {
    const { messages, remarks } = shown(card(text, { ...map, la: "north" }), "web");
    expect(messages).toEqual(["Branch in Leeds\nLeeds"]);
    expect(remarks).toEqual([
      "web: structuredContent.elements[1].la must be number; its text was sent instead",
    ]);
  });

  it("is made powerless before it is put right", () => {
    const { messages } = shown(card({ type: "text", text: "<b>", tooltip: null }), "web");
    expect(messages).toEqual([card({ type: "text", text: "&lt;b>" })]);
  });
});

describe("native content with quick replies beside an invisible question", () => {
  it("is a list of its answers", () => {
    const reply = {
      type: "button",
      title: "Yes",
      click: { actions: [{ type: "publishText", text: "yes" }] },
    };
    const quickReplies = { type: "quickReplies", itemsPerRow: 8, replies: [reply] };
    const structuredContent = { message: "\u200b", quickReplies };
    expect(shown({ structuredContent }, "web").messages).toEqual([`${ASK}\n1. Yes`]);
  });
});

describe("native content that is longer than anybody reads", () => {
  it("is cut, and the operator told", () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => ({ type: "text", text: `line ${at}` }));
    const { seen, remarks } = shown(card(...texts), "web");
    expect(seen).toContain("line 1999");
    expect(seen).not.toContain("line 2000");
    expect(remarks).toEqual([
      "web: structuredContent.elements must be a list of 0 to 50; the first 2000 lines of its text were sent instead",
    ]);
  });

  it("is cut as well where it is choices without end", () => {
    const buttons = Array.from({ length: 130_000 }, (_, at) => ({
      type: "button",
      title: `no ${at}`,
      click: { actions: [{ type: "publishText", text: `no ${at}` }] },
    }));
    const structuredContent = { type: "vertical", elements: buttons };
    const { open, remarks } = shown({ structuredContent }, "web");
    expect(open.numbered).toHaveLength(2_000);
    expect(remarks[0]).toMatch(/the first 2000 lines of its text were sent instead$/);
  });
});

describe("the same choice twice in native content", () => {
  it("is offered once where it is told in words", () => {
    const button = {
      type: "button",
      title: "Order",
      click: { actions: [{ type: "publishText", text: "order" }] },
    };
    expect(shown(card(text, button, button), "sms").messages).toEqual([`Branch in Leeds\n${ASK}\n1. Order`]);
  });
});

import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/liveperson/channel.ts";
import { ASK, labelsOf, shown, textsOf } from "../../support/shown.ts";

const DRAWN: Channel[] = ["web", "apple", "chat", "facebook", "whatsapp", "rcs", "line", "viber"];
const TEXT_ONLY: Channel[] = ["sms", "instagram", "twitter", "unknown"];
const REFUSED = "http://img.bank.example/travel.png";

describe("a card whose buttons look the same", () => {
  it("by the cut is told in words, and the operator told why", () => {
    const buttons = [
      { title: "Order the insured travel card in blue", say: "order blue" },
      { title: "Order the insured travel card in red", say: "order red" },
    ];
    for (const channel of ["facebook", "whatsapp", "rcs", "viber"] as const) {
      const { messages, remarks } = shown({ card: { title: "Travel", buttons } }, channel);
      expect(messages).toEqual([
        `Travel\n${ASK}\n1. Order the insured travel card in blue\n2. Order the insured travel card in red`,
      ]);
      expect(remarks).toEqual([
        `${channel}: two buttons of a card look the same; a card goes without its frame`,
      ]);
    }
    for (const channel of ["web", "apple", "chat", "line"] as const)
      expect(labelsOf(shown({ card: { title: "Travel", buttons } }, channel).messages)).toEqual([
        buttons.map(({ title }) => title),
      ]);
  });

  it("by their author's will is told in words on every channel, a link among them", () => {
    const buttons = [
      { title: "Terms", say: "read me the terms" },
      { title: "Terms", link: "https://bank.example/terms" },
    ];
    for (const channel of DRAWN.filter((channel) => channel !== "whatsapp"))
      expect(shown({ card: { title: "Travel", buttons } }, channel).messages).toEqual([
        `Travel\nTerms: https://bank.example/terms\n${ASK}\n1. Terms`,
      ]);
    const [message] = shown({ card: { title: "Travel", buttons } }, "whatsapp").messages;
    expect(JSON.stringify(message)).toContain("Terms: https://bank.example/terms");
  });

  it("is told in words also where they would stand on further cards", () => {
    const buttons = ["one", "two", "three", { title: "one", say: "once more" }];
    const { messages } = shown({ card: { title: "Travel", buttons } }, "facebook");
    expect(messages).toEqual([`Travel\n${ASK}\n1. one\n2. two\n3. three\n4. one`]);
  });
});

describe("a card with an image that is refused", () => {
  const card = (image: unknown) => ({ card: { title: "Travel", image, buttons: ["Order"] } });

  it("says what describes it, else its address", () => {
    for (const channel of ["web", "apple", "chat", "facebook", "whatsapp", "rcs", "viber"] as const) {
      expect(textsOf(shown(card({ url: REFUSED, alt: "A blue card" }), channel).messages)).toEqual([
        "A blue card",
      ]);
      expect(textsOf(shown(card(REFUSED), channel).messages)).toEqual([REFUSED]);
    }
  });

  it("says what it shows where it has no address at all", () => {
    const { messages, remarks } = shown(card({ alt: "A blue card" }), "web");
    expect(textsOf(messages)).toEqual(["A blue card"]);
    expect(messages).toHaveLength(2);
    expect(remarks).toEqual(["liveperson[0].card.image.url: missing; what the image shows is told"]);
  });

  it("and nothing else is no empty frame, but what describes it, else its address", () => {
    for (const channel of [...DRAWN, ...TEXT_ONLY]) {
      expect(shown({ card: { image: { url: REFUSED, alt: "A blue card" } } }, channel).messages).toEqual([
        "A blue card",
      ]);
      expect(shown({ card: { image: { alt: "A blue card" } } }, channel).messages).toEqual(["A blue card"]);
      expect(shown({ card: { image: REFUSED } }, channel).messages).toEqual([REFUSED]);
    }
  });
});

describe("a card's image where there are texts alone", () => {
  const image = { url: "https://img.bank.example/travel.png", alt: "A blue card" };

  it("is told where the card has no title, and left out where it has one", () => {
    for (const channel of TEXT_ONLY) {
      expect(shown({ card: { title: "Travel", text: "No fees", image } }, channel).messages).toEqual([
        "Travel\nNo fees",
      ]);
      expect(shown({ card: { text: "No fees", image } }, channel).messages).toEqual(["A blue card\nNo fees"]);
    }
  });
});

describe("a card with more buttons than anybody reads", () => {
  it("is shown with the first hundred, on any channel", () => {
    const buttons = Array.from({ length: 130_000 }, (_, at) => `no ${at + 1}`);
    for (const channel of ["web", "whatsapp", "sms"] as const) {
      const { open, remarks } = shown({ card: { title: "Travel", buttons } }, channel);
      expect([...open.shown, ...open.numbered]).toHaveLength(100);
      expect(remarks).toEqual(["liveperson[0].card.buttons: only the first 100 of 130000 were read"]);
    }
  });
});

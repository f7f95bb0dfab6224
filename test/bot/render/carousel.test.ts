import { describe, expect, it } from "vitest";
import { ASK, labelsOf, shown, textsOf } from "../../support/shown.ts";

const order = (title: string, say: string) => ({ title, buttons: [{ title: "Order it", say }] });
const CARDS = [order("Travel Card", "order travel"), order("Gold\n2. Card", "order gold")];

describe("a carousel in words", () => {
  it("asks once, after the last card, and labels that say different things have their card's name", () => {
    const { messages, open } = shown({ carousel: CARDS }, "sms");
    expect(messages).toEqual([
      "Travel Card",
      "Gold\n2. Card",
      `${ASK}\n1. Travel Card: Order it\n2. Gold 2. Card: Order it`,
    ]);
    expect(open.numbered.map(({ say }) => say)).toEqual(["order travel", "order gold"]);
  });

  it("offers once what stands on every card, without a name", () => {
    const carousel = CARDS.map((card) => ({ ...card, buttons: [...card.buttons, "Main menu"] }));
    expect(shown({ carousel }, "sms").messages.slice(-1)).toEqual([
      `${ASK}\n1. Travel Card: Order it\n2. Main menu\n3. Gold 2. Card: Order it`,
    ]);
  });

  it("leaves a label as it is where its card has no title, and shortens a title that is long", () => {
    const carousel = [order("", "order travel"), order("long ".repeat(100), "order gold")];
    const { messages } = shown({ carousel }, "sms");
    expect(messages.slice(-1)).toEqual([`${ASK}\n1. Order it\n2. ${"long ".repeat(8).trim()}…: Order it`]);
  });

  it("lists choices alone: a link is told with its card, and its label is nobody's namesake", () => {
    const carousel = [
      { title: "Travel Card", buttons: ["Order", { title: "Terms", link: "https://bank.example/terms" }] },
      { title: "Gold Card", buttons: [{ title: "Terms", say: "read me the terms" }] },
    ];
    const { messages, open } = shown({ carousel }, "sms");
    expect(messages).toEqual([
      "Travel Card\nTerms: https://bank.example/terms",
      "Gold Card",
      `${ASK}\n1. Order\n2. Terms`,
    ]);
    expect(open.numbered.map(({ say }) => say)).toEqual(["Order", "read me the terms"]);
  });

  it("has no list where nothing can be chosen", () => {
    expect(shown({ carousel: [{ title: "Travel" }, { title: "Gold" }] }, "sms").messages).toEqual([
      "Travel",
      "Gold",
    ]);
  });
});

describe("a carousel of which one card does not fit", () => {
  it("draws the others below each other, and asks for what is told in words at last", () => {
    const long = { title: "Order", say: "order the travel card for me" };
    const carousel = [
      { title: "Travel", buttons: [long] },
      { title: "Gold", buttons: ["Order gold"] },
    ];
    const { messages, open } = shown({ carousel }, "whatsapp");
    expect(messages).toMatchObject(["Travel", { structuredContent: { alt: "Gold" } }, `${ASK}\n1. Order`]);
    expect(open).toEqual({ shown: [{ title: "Order gold", say: "Order gold" }], numbered: [long] });
  });

  it("draws the others also where two of its buttons look the same", () => {
    const same = [
      { title: "Transfer to my savings account", say: "to savings" },
      { title: "Transfer to my savings goal", say: "to goal" },
    ];
    const carousel = [
      { title: "Savings", buttons: same },
      { title: "Gold", buttons: ["Order gold"] },
    ];
    const { messages } = shown({ carousel }, "facebook");
    expect(labelsOf(messages)).toEqual([["Order gold"]]);
    expect(textsOf(messages)).toEqual([
      "Savings",
      `${ASK}\n1. Transfer to my savings account\n2. Transfer to my savings goal`,
    ]);
  });

  it("tells what an image shows that has no address", () => {
    const carousel = [{ title: "Travel", image: { alt: "A blue card" } }, { title: "Gold" }];
    const { messages } = shown({ carousel }, "web");
    expect(textsOf(messages)).toEqual(["A blue card"]);
    expect(messages).toHaveLength(3);
  });
});

describe("a carousel whose cards have buttons with one label", () => {
  it("is a carousel: each stands on its own card", () => {
    for (const channel of ["web", "facebook", "rcs", "line", "viber"] as const)
      expect(
        labelsOf(
          shown(
            {
              carousel: CARDS.map((card) => ({
                ...card,
                subtitle: "x",
                image: "https://img.bank.example/a.png",
              })),
            },
            channel,
          ).messages,
        ),
      ).toEqual([["Order it", "Order it"]]);
  });
});

describe("a carousel with links", () => {
  it("opens to choose what says something, no link", () => {
    const terms = { title: "Terms", link: "https://bank.example/terms" };
    const carousel = CARDS.map((card) => ({ ...card, buttons: [...card.buttons, terms] }));
    const { messages, open } = shown({ carousel }, "web");
    expect(labelsOf(messages)).toEqual([["Order it", "Terms", "Order it", "Terms"]]);
    expect(open).toEqual({ shown: CARDS.flatMap(({ buttons }) => buttons), numbered: [] });
  });
});

describe("a carousel of cards that are too long together", () => {
  const sizesOf = (messages: readonly unknown[]) =>
    messages.map(
      (message) =>
        (message as { structuredContent: { elements: unknown[] } }).structuredContent.elements.length,
    );

  it.each([
    [10, 2_000, [5, 5]],
    [12, 3_500, [4, 4, 4]],
  ])("is several of the same length: %i cards of %i characters", (count, size, expected) => {
    const carousel = Array.from({ length: count }, (_, at) => ({
      title: `no ${at + 1}`,
      text: "x".repeat(size),
    }));
    expect(sizesOf(shown({ carousel }, "web").messages)).toEqual(expected);
  });

  it("is cut into shorter ones also where only the last would be too long", () => {
    const carousel = Array.from({ length: 12 }, (_, at) => ({
      title: `no ${at + 1}`,
      text: "x".repeat(at < 6 ? 10 : 3_000),
    }));
    expect(sizesOf(shown({ carousel }, "web").messages)).toEqual([4, 4, 4]);
  });
});

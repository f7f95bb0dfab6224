import { describe, expect, it } from "vitest";
import type { Card } from "../../src/answer/answer.ts";
import { blockAsText, cardAsText } from "../../src/answer/as-text.ts";

describe("a card in words", () => {
  const card: Card = {
    title: "Travel Card",
    subtitle: "No fees abroad",
    text: "Ready in 5 days",
    image: { url: "https://img.bank.example/travel.png", alt: "A blue card" },
    buttons: [
      { title: "Order it", say: "order the travel card" },
      { title: "Terms", link: "https://bank.example/terms" },
      { title: "Call us", link: "tel:+15550100" },
    ],
  };

  it("is its texts and its links with their addresses", () => {
    expect(cardAsText(card)).toEqual({
      lines: [
        "Travel Card",
        "No fees abroad",
        "Ready in 5 days",
        "Terms: https://bank.example/terms",
        "Call us: +15550100",
      ],
      choices: [{ title: "Order it", say: "order the travel card" }],
    });
  });

  it("is what its image shows where it has no title, and the image's address where it has nothing else", () => {
    expect(cardAsText({ ...card, title: "" }).lines.slice(0, 2)).toEqual(["A blue card", "No fees abroad"]);
    const image = { url: "https://img.bank.example/travel.png", alt: "" };
    const wordless = { title: "", subtitle: "", text: "", image };
    expect(cardAsText({ ...wordless, buttons: [] }).lines).toEqual([image.url]);
    expect(cardAsText({ ...wordless, buttons: [{ title: "Order", say: "order" }] }).lines).toEqual([]);
  });

  it("is nothing where it has no words, and begins with the first that it has", () => {
    const wordless: Card = { title: "", subtitle: "", text: "", buttons: [] };
    expect(cardAsText(wordless)).toEqual({ lines: [], choices: [] });
    expect(cardAsText({ ...wordless, subtitle: "No fees abroad" }).lines).toEqual(["No fees abroad"]);
  });

  it("goes without what is empty, and says an address only once", () => {
    const link = "https://bank.example";
    expect(cardAsText({ title: "x", subtitle: "", text: "", buttons: [{ title: link, link }] })).toEqual({
      lines: ["x", link],
      choices: [],
    });
  });
});

describe("a block in words, as agents read it", () => {
  it("has each line and each choice on a line of its own", () => {
    const choices = [{ title: "Savings", say: "my savings" }];
    expect(blockAsText({ kind: "choices", text: "Which account?", choices })).toBe("Which account?\nSavings");
    const card = { title: "Travel Card", subtitle: "", text: "No fees", buttons: choices };
    expect(blockAsText({ kind: "carousel", cards: [card, { ...card, title: "Gold Card" }] })).toBe(
      "Travel Card\nNo fees\nSavings\nGold Card\nNo fees\nSavings",
    );
    expect(blockAsText({ kind: "note", text: "Checked the limit" })).toBe("Checked the limit");
    expect(blockAsText({ kind: "pause", seconds: 1 })).toBe("");
  });

  it("ends with an ellipsis where there was more than anybody reads", () => {
    const elements = Array.from({ length: 3_000 }, (_, at) => ({ type: "text", text: `line ${at}` }));
    const lines = blockAsText({ kind: "native", content: { type: "vertical", elements } }).split("\n");
    expect(lines).toHaveLength(2_001);
    expect(lines.slice(-2)).toEqual(["line 1999", "…"]);
  });
});

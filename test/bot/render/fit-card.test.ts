import { describe, expect, it } from "vitest";
import { choice, subtitle, title } from "../../support/content.ts";
import { shown } from "../../support/shown.ts";

/** What stands in each template, below its frames. */
function elementsOf(messages: readonly unknown[]): unknown[] {
  return messages.map((message) => {
    const { elements } = (message as { structuredContent: { elements: object[] } }).structuredContent;
    const [first] = elements as Array<{ elements?: object[] }>;
    return first?.elements ?? elements;
  });
}

describe("a card with more buttons than the channel has", () => {
  it("says its texts once: the further cards have its title alone", () => {
    const buttons = ["one", "two", "three", "four"];
    const card = { title: "Travel", subtitle: "No fees", text: "In 5 days", buttons };
    for (const channel of ["facebook", "whatsapp"] as const)
      expect(elementsOf(shown({ card }, channel).messages)).toEqual([
        [title("Travel"), subtitle("No fees\nIn 5 days"), choice("one"), choice("two"), choice("three")],
        [title("Travel"), choice("four")],
      ]);
  });
});

describe("a card's subtitle and text on a channel with room for one of them", () => {
  it("are cut together, and said in full before", () => {
    const card = { title: "Travel", subtitle: "s".repeat(50), text: "t".repeat(50), buttons: ["Order"] };
    const [full, ...messages] = shown({ card }, "facebook").messages;
    expect(full).toBe(`${card.subtitle}\n${card.text}`);
    expect(elementsOf(messages)).toEqual([
      [title("Travel"), subtitle(`${card.subtitle}\n${"t".repeat(28)}…`), choice("Order")],
    ]);
  });
});

describe("a card's links on WhatsApp, which has no buttons for them", () => {
  it("are its text where it has none, without an empty line before", () => {
    const card = {
      title: "Travel",
      buttons: ["Order", { title: "Terms", link: "https://bank.example/terms" }],
    };
    expect(elementsOf(shown({ card }, "whatsapp").messages)).toEqual([
      [title("Travel"), subtitle("Terms: https://bank.example/terms"), choice("Order")],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { areDistinct, linkAsText, lookOf, once, repeatedLooks } from "../../src/answer/buttons.ts";

/** The same word for a reader: plain, decomposed, with a zero-width space, with a mark of direction, with more blanks. */
const LOOK_ALIKE = [
  "Café Rosa",
  "Cafe\u0301 Rosa",
  "Café\u200b Rosa",
  "Café Rosa\u200f",
  " Café \u00a0 Rosa",
];

describe("labels", () => {
  it("look the same whatever nobody sees of them", () => {
    expect(new Set(LOOK_ALIKE.map(lookOf))).toEqual(new Set(["Café Rosa"]));
    expect(areDistinct(["Café Rosa", "Cafe Rosa"])).toBe(true);
    expect(areDistinct(["Savings", "savings"])).toBe(true);
    for (const label of LOOK_ALIKE.slice(1)) expect(areDistinct(["Café Rosa", label])).toBe(false);
  });

  it("of one look are found among others", () => {
    expect(repeatedLooks(["a", "b", "a", "c", "b", "a"])).toEqual(new Set(["a", "b"]));
    expect(repeatedLooks(["a", "b"])).toEqual(new Set());
  });
});

describe("a button that is there twice", () => {
  it("is there once: the same look that does the same", () => {
    const [first, ...others] = LOOK_ALIKE.map((title) => ({ title, say: "rosa" }));
    expect(once([first, ...others].filter((button) => button !== undefined))).toEqual([first]);
    const terms = { title: "Terms", link: "https://bank.example/terms" };
    expect(once([terms, { ...terms }])).toEqual([terms]);
  });

  it("is two where it says or opens something else", () => {
    const buttons = [
      { title: "Order", say: "order travel" },
      { title: "Order", say: "order gold" },
      { title: "Order", link: "https://bank.example" },
      { title: "Order", link: "https://bank.example/gold" },
      { title: "Order", say: "https://bank.example" },
    ];
    expect(once(buttons)).toEqual(buttons);
  });
});

describe("a link in words", () => {
  it("is its name and its address, a number being one to dial", () => {
    expect(linkAsText({ title: "Terms", link: "https://bank.example/terms" })).toBe(
      "Terms: https://bank.example/terms",
    );
    expect(linkAsText({ title: "Call us", link: "tel:+17345550100;ext=12" })).toBe(
      "Call us: +17345550100 ext. 12",
    );
    expect(linkAsText({ title: "Call 911", link: "tel:911" })).toBe("Call 911: 911");
    expect(linkAsText({ title: "Your room", link: "https://bank.example/hotel:911" })).toBe(
      "Your room: https://bank.example/hotel:911",
    );
  });

  it.each([
    ["+1 (734) 555-0100", "tel:+17345550100", "+1 (734) 555-0100"],
    ["+44 (0)20 7946 0000", "tel:+442079460000", "+44 (0)20 7946 0000"],
    ["734 555 0100 ext. 12", "tel:7345550100;ext=12", "734 555 0100 ext. 12"],
    ["+1 734 555 0100", "tel:+1-734-555-0100", "+1 734 555 0100"],
    ["www.bank.example", "https://www.bank.example", "https://www.bank.example"],
    ["https://bank.example/my file", "https://bank.example/my%20file", "https://bank.example/my%20file"],
  ])("is read once where its name says the same: %s", (title, link, shown) => {
    expect(linkAsText({ title, link })).toBe(shown);
  });
});

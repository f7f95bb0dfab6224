import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/liveperson/channel.ts";
import { choice, subtitle, text, title, vertical } from "../../support/content.ts";
import { shown } from "../../support/shown.ts";

const PLAIN: Channel[] = ["web", "apple", "chat"];
const IMAGE = "https://img.bank.example/travel.png";
const picture = { type: "image", url: IMAGE, tooltip: "A blue card" };
const generic = (alt: string, ...elements: object[]) => ({
  structuredContent: { type: "vertical", tag: "generic", alt, elements: [{ type: "vertical", elements }] },
});

describe("a card without a title", () => {
  it("has nothing in bold where elements are plain", () => {
    for (const channel of PLAIN)
      expect(shown({ card: { subtitle: "No fees", text: "In 5 days" } }, channel).messages).toEqual([
        { structuredContent: vertical(text("No fees"), text("In 5 days")) },
      ]);
  });
});

describe("a card without any text", () => {
  it("has no text element either", () => {
    const card = { image: { url: IMAGE, alt: "A blue card" }, buttons: ["Order"] };
    for (const channel of PLAIN)
      expect(shown({ card }, channel).messages).toEqual([
        { structuredContent: vertical(picture, choice("Order")) },
      ]);
    for (const channel of ["rcs", "viber"] as const)
      expect(shown({ card }, channel).messages).toEqual([generic("A blue card", picture, choice("Order"))]);
  });

  it("and without an image is its buttons, and a template is described by the first", () => {
    const card = { buttons: ["Order", "Compare"] };
    const buttons = [choice("Order"), choice("Compare")];
    for (const channel of PLAIN)
      expect(shown({ card }, channel)).toMatchObject({
        messages: [{ structuredContent: vertical(...buttons) }],
        remarks: [],
      });
    expect(shown({ card }, "viber").messages).toEqual([generic("Order", ...buttons)]);
  });

  it("and with an image that nobody describes is described by its first button, too", () => {
    const card = { image: { url: IMAGE }, buttons: ["Order", "Compare"] };
    for (const channel of ["rcs", "viber"] as const) {
      const [message] = shown({ card }, channel).messages;
      expect(message).toMatchObject({ structuredContent: { tag: "generic", alt: "Order" } });
    }
  });

  it("and with nothing but an image that nobody describes is described by an ellipsis", () => {
    for (const channel of ["rcs", "viber"] as const) {
      const [message] = shown({ card: { image: { url: IMAGE } } }, channel).messages;
      expect(message).toMatchObject({ structuredContent: { tag: "generic", alt: "…" } });
    }
  });

  it("is its buttons, behind what its image shows, where the image is refused", () => {
    const image = { url: "http://img.bank.example/travel.png", alt: "A blue card" };
    const card = { image, buttons: ["Order"] };
    for (const channel of PLAIN)
      expect(shown({ card }, channel).messages).toEqual([
        "A blue card",
        { structuredContent: vertical(choice("Order")) },
      ]);
    expect(shown({ card }, "viber").messages).toEqual(["A blue card", generic("Order", choice("Order"))]);
  });
});

describe("a carousel on LINE, which describes it where it cannot draw", () => {
  const described = (...cards: object[]) => {
    const { messages, remarks } = shown({ carousel: cards }, "line");
    expect(remarks).toEqual([]);
    return messages;
  };

  it("is described by the titles that there are", () => {
    const cards = ["Travel", "", "Gold"].map((title) => ({ title, text: "No fees", buttons: ["Order"] }));
    expect(described(...cards)).toEqual([
      {
        structuredContent: {
          type: "carousel",
          alt: "Travel, Gold",
          elements: [
            generic("Travel", title("Travel"), subtitle("No fees"), choice("Order")),
            generic("No fees", subtitle("No fees"), choice("Order")),
            generic("Gold", title("Gold"), subtitle("No fees"), choice("Order")),
          ].map(({ structuredContent }) => structuredContent),
        },
      },
    ]);
  });

  it("is a carousel also without any title, since it needs a description and has one", () => {
    const cards = ["No fees", "Free"].map((text) => ({ text, buttons: ["Order"] }));
    expect(described(...cards)).toMatchObject([{ structuredContent: { type: "carousel", alt: "…" } }]);
  });
});

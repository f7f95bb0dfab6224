import { describe, expect, it } from "vitest";
import type { Card } from "../../src/answer/answer.ts";
import { cardAsText, contentAsText, linkAsText } from "../../src/answer/as-text.ts";
import type { JsonObject } from "../../src/runtime/tolerant.ts";
import { button, opens, says, text, vertical } from "../support/content.ts";

const click = (...actions: object[]) => ({ actions });

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

  it("is its texts, what its image shows, and its links with their addresses", () => {
    expect(cardAsText(card)).toEqual({
      lines: [
        "Travel Card",
        "No fees abroad",
        "Ready in 5 days",
        "A blue card",
        "Terms: https://bank.example/terms",
        "Call us: +15550100",
      ],
      choices: [{ title: "Order it", say: "order the travel card" }],
    });
  });

  it("goes without what is empty, and says an address only once", () => {
    const link = "https://bank.example";
    expect(cardAsText({ title: "x", subtitle: "", text: "", buttons: [{ title: link, link }] })).toEqual({
      lines: ["x", link],
      choices: [],
    });
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

describe("an author's content in words", () => {
  it("is every title, text, link and choice of a card, in order", () => {
    const card = {
      type: "vertical",
      elements: [
        { type: "image", url: "https://img.bank.example/card.png", caption: "Your card", tooltip: "Card" },
        { type: "text", text: "Everyday Checking", style: { bold: true } },
        {
          type: "button",
          title: "Show payments",
          subtitle: "of the last 30 days",
          click: { ...click(says("show payments")), metadata: [{ type: "ExternalId", id: "pay-1" }] },
        },
        button("Terms", opens("https://bank.example/terms")),
        button("Call us", opens("tel:+15550100")),
      ],
    };
    expect(contentAsText(card)).toEqual({
      lines: [
        "Your card",
        "Everyday Checking",
        "of the last 30 days",
        "Terms: https://bank.example/terms",
        "Call us: +15550100",
      ],
      choices: [{ title: "Show payments", say: "show payments" }],
    });
  });

  it("is the question and the answers of quick replies", () => {
    const replies = ["Checking", "Savings"].map((title) => ({
      type: "button",
      title,
      tooltip: title,
      click: click(says(`my ${title.toLowerCase()} account`)),
    }));
    const quickReplies = { type: "quickReplies", itemsPerRow: 8, replies };
    expect(contentAsText({ quickReplies, message: "Which account?" })).toEqual({
      lines: ["Which account?"],
      choices: [
        { title: "Checking", say: "my checking account" },
        { title: "Savings", say: "my savings account" },
      ],
    });
  });

  it("is the boxes of a list as choices, and the titles of an accordion as lines", () => {
    const checkbox = (text: string) => ({
      type: "checkbox",
      text,
      click: click({ type: "checked", publishText: `I take ${text}` }),
    });
    const list = {
      type: "list",
      elements: [
        text("Which accounts?"),
        {
          type: "sectionList",
          elements: [
            {
              type: "section",
              sectionID: "accounts",
              elements: [{ type: "checklist", elements: [checkbox("Checking"), checkbox("Savings")] }],
            },
          ],
        },
        {
          type: "buttonList",
          elements: [
            { type: "submitButton", title: "Send", click: click({ type: "submitAsText", submit: true }) },
          ],
        },
      ],
    };
    expect(contentAsText(list)).toEqual({
      lines: ["Which accounts?", "Send"],
      choices: [
        { title: "Checking", say: "I take Checking" },
        { title: "Savings", say: "I take Savings" },
      ],
    });
    const accordion = {
      type: "accordionSelect",
      selectMode: { name: "not for reading" },
      titles: [{ name: "Travel" }, { name: "Everyday" }],
      elements: [text("No fees abroad")],
    };
    expect(contentAsText(accordion).lines).toEqual(["Travel", "Everyday", "No fees abroad"]);
  });

  it("is the answers of a template, the pairs of a list and the address of a preview", () => {
    expect(
      contentAsText({
        type: "vertical",
        elements: [
          {
            type: "template",
            templateType: "quickReply",
            title: "Which?",
            resp: ["Checking", "Savings", 7, ""],
          },
          {
            type: "keyValuePairList",
            elements: [{ key: "Balance", value: "$1,250.40" }, { key: "Blocked" }],
          },
          { type: "linkPreview", url: "https://bank.example/terms", title: "Terms" },
        ],
      }),
    ).toEqual({
      lines: ["Which?", "Balance: $1,250.40", "Blocked", "Terms", "https://bank.example/terms"],
      choices: [
        { title: "Checking", say: "Checking" },
        { title: "Savings", say: "Savings" },
        { title: "7", say: "7" },
      ],
    });
  });

  it("is a choice also where an image or a text is clicked", () => {
    expect(
      contentAsText([
        { type: "image", url: "https://img.bank.example/a.png", click: click(says("order it")) },
        { type: "text", text: "Show more", click: click(says("more cards")) },
      ]),
    ).toEqual({
      lines: [],
      choices: [
        { title: "order it", say: "order it" },
        { title: "Show more", say: "more cards" },
      ],
    });
  });

  it("is a line for a button that does nothing, and both for one that says and opens", () => {
    expect(
      contentAsText([
        { type: "button", title: "Nothing" },
        {
          type: "button",
          title: "Order",
          click: click(says("order it"), opens("https://bank.example/order")),
        },
      ]),
    ).toEqual({
      lines: ["Nothing", "Order: https://bank.example/order"],
      choices: [{ title: "Order", say: "order it" }],
    });
  });

  it("is nothing that is not for reading", () => {
    expect(
      contentAsText({
        type: "button",
        title: "Order",
        metadata: [{ text: "secret" }],
        style: { title: "secret" },
        accessibility: { web: { title: "secret" } },
        ref: { name: "secret" },
        click: { actions: [], metadata: [{ type: "ExternalId", id: "secret", title: "secret" }] },
      }),
    ).toEqual({ lines: ["Order"], choices: [] });
  });

  it("is readable also where LivePerson would refuse it", () => {
    expect(contentAsText({ kind: "crad", text: 7, parts: [{ text: " deep " }], title: ["x"] }).lines).toEqual(
      ["7", "deep"],
    );
    for (const nothing of [undefined, null, "", "text", 7, true, [], {}])
      expect(contentAsText(nothing)).toEqual({ lines: [], choices: [] });
    expect(contentAsText({ type: "button", title: "x", click: { actions: ["x", null, 7] } })).toEqual({
      lines: ["x"],
      choices: [],
    });
  });

  it("costs no stack, however deep it is nested", () => {
    let endless: JsonObject = text("too deep");
    for (let depth = 0; depth < 100_000; depth++) endless = vertical(endless);
    const content = vertical(text("first"), endless);
    expect(contentAsText(content).lines).toEqual(["first"]);
  });
});

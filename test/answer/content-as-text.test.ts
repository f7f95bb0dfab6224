import { describe, expect, it } from "vitest";
import { contentAsText, isReadable, MOST_LINES } from "../../src/answer/content-as-text.ts";

const click = (...actions: object[]) => ({ actions });
const says = (text: string) => ({ type: "publishText", text });
const opens = (uri: string) => ({ type: "link", uri });

/** An element that must not even be looked at. */
const NOT_FOR_READING = {
  get text(): string {
    throw new Error("looked at");
  },
};

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
        { type: "button", title: "Terms", click: click(opens("https://bank.example/terms")) },
        { type: "button", title: "Call us", click: click(opens("tel:+15550100")) },
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
        { type: "text", text: "Which accounts?" },
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
      elements: [{ type: "text", text: "No fees abroad" }],
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

  it("is the label and the text of what can be chosen, where it has both", () => {
    const button = {
      type: "button",
      title: "Order",
      text: "Ready in 5 days",
      click: click(says("order it")),
    };
    expect(contentAsText(button)).toEqual({
      lines: ["Ready in 5 days"],
      choices: [{ title: "Order", say: "order it" }],
    });
  });

  it("is nothing that is not for reading", () => {
    expect(
      contentAsText({
        type: "button",
        title: "Order",
        value: "secret",
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
    let endless: object = { type: "text", text: "too deep" };
    for (let depth = 0; depth < 100_000; depth++) endless = { type: "vertical", elements: [endless] };
    const content = { type: "vertical", elements: [{ type: "text", text: "first" }, endless] };
    expect(contentAsText(content).lines).toEqual(["first"]);
  });
});

describe("an image in words", () => {
  const url = "http://img.bank.example/travel.png";
  const image = (described: object) => ({ type: "image", url, ...described });
  const words = (...elements: object[]) => contentAsText({ type: "vertical", elements }).lines;

  it("is what describes it: its alt and its caption, else its tooltip, else its address", () => {
    expect(words(image({ alt: "A blue card", tooltip: "Card" }))).toEqual(["A blue card"]);
    expect(words(image({ caption: "Your card", tooltip: "Card" }))).toEqual(["Your card"]);
    expect(words(image({ alt: "A blue card", caption: "Your card" }))).toEqual(["A blue card", "Your card"]);
    expect(words(image({ tooltip: "Card" }))).toEqual(["Card"]);
    expect(words(image({}))).toEqual([url]);
  });

  it("is left out where nothing describes it and something else can be read", () => {
    const text = { type: "text", text: "Open from 9 to 5" };
    expect(words(image({}), text)).toEqual(["Open from 9 to 5"]);
    expect(words(image({ alt: " " }), text)).toEqual(["Open from 9 to 5"]);
  });

  it("is its address all the same where the channel would have shown it", () => {
    const text = { type: "text", text: "Open from 9 to 5" };
    const content = { type: "vertical", elements: [image({}), text] };
    expect(contentAsText(content, true).lines).toEqual([url, "Open from 9 to 5"]);
  });

  it("needs no address where a click says something or opens one", () => {
    const clickable = image({ click: click(says("order it")) });
    expect(contentAsText(clickable, true)).toEqual({
      lines: [],
      choices: [{ title: "order it", say: "order it" }],
    });
    const opening = image({ click: click(opens("https://bank.example")) });
    expect(contentAsText(opening, true).lines).toEqual(["https://bank.example"]);
  });
});

describe("a place in words", () => {
  const address = "https://www.google.com/maps/search/?api=1&query=53.8,-1.55";

  it("is a link to it, with its name where it has one", () => {
    expect(contentAsText({ type: "map", la: 53.8, lo: -1.55 }).lines).toEqual([address]);
    expect(contentAsText({ type: "map", la: 53.8, lo: -1.55, tooltip: "Leeds" }).lines).toEqual([
      `Leeds: ${address}`,
    ]);
    const alt = "Branch\n2. Leeds";
    expect(contentAsText({ type: "map", la: "53.8", lo: "-1.55", alt, tooltip: "Leeds" }).lines).toEqual([
      `Branch 2. Leeds: ${address}`,
    ]);
  });

  it("is a link also where a button shows the way", () => {
    const button = {
      type: "button",
      title: "The way",
      click: click({ type: "navigate", la: 53.8, lo: -1.55 }),
    };
    expect(contentAsText(button).lines).toEqual([`The way: ${address}`]);
  });

  it.each([
    ["north", 0],
    [90.1, 0],
    [-90.1, 0],
    [0, 180.1],
    [0, -180.1],
    [0, undefined],
    ["", ""],
    [Number.NaN, 0],
  ])("that is none on earth is its name alone: %s, %s", (la, lo) => {
    expect(contentAsText({ type: "map", la, lo, tooltip: "Leeds" }).lines).toEqual(["Leeds"]);
    expect(contentAsText({ type: "map", la, lo }).lines).toEqual([]);
  });

  it("may lie at the end of the world", () => {
    expect(contentAsText({ type: "map", la: -90, lo: 180 }).lines).toEqual([
      "https://www.google.com/maps/search/?api=1&query=-90,180",
    ]);
  });
});

describe("a label in words", () => {
  it("stays on one line, or it would look like another item of a list", () => {
    const label = "Savings\n2. Transfer all";
    const button = (action: object) => ({ type: "button", title: label, click: click(action) });
    expect(contentAsText([button(says("x")), button(opens("https://bank.example"))])).toEqual({
      lines: ["Savings 2. Transfer all: https://bank.example"],
      choices: [{ title: "Savings 2. Transfer all", say: "x" }],
    });
    const answers = { type: "template", templateType: "quickReply", title: "Which?\nOne of:", resp: [label] };
    expect(contentAsText(answers)).toEqual({
      lines: ["Which?\nOne of:"],
      choices: [{ title: "Savings 2. Transfer all", say: label }],
    });
  });
});

describe("content without end", () => {
  const texts = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ type: "text", text: `${at}` }));

  it("is read up to so many lines and choices, and says that it was cut", () => {
    expect(contentAsText(texts(MOST_LINES))).not.toHaveProperty("isCut");
    const cut = contentAsText(texts(MOST_LINES + 1));
    expect(cut).toMatchObject({ isCut: true });
    expect(cut.lines).toHaveLength(MOST_LINES);
  });

  it("is cut as well where one element holds more answers than can be counted", () => {
    const answers = { templateType: "quickReply", resp: Array.from({ length: 130_000 }, (_, at) => `${at}`) };
    const cut = contentAsText(answers);
    expect(cut.choices).toHaveLength(MOST_LINES);
    expect(cut.isCut).toBe(true);
  });

  it("is not even looked at beyond that", () => {
    const cut = contentAsText([...texts(MOST_LINES), NOT_FOR_READING]);
    expect(cut.lines).toHaveLength(MOST_LINES);
    expect(cut.isCut).toBe(true);
  });

  it("is cut where it lies within more than fifty elements", () => {
    const nested = (around: number, inside: object): object =>
      around === 0 ? inside : nested(around - 1, { type: "vertical", elements: [inside] });
    const deep = { type: "text", text: "deep" };
    expect(contentAsText(nested(50, deep))).toEqual({ lines: ["deep"], choices: [] });
    const deeper = { type: "vertical", elements: [{ type: "text", text: "first" }, nested(50, deep)] };
    expect(contentAsText(deeper)).toEqual({ lines: ["first"], choices: [], isCut: true });
  });
});

describe("content that can be read", () => {
  it.each<[string, unknown]>([
    ["a text", { type: "text", text: "x" }],
    ["a label", { type: "button", title: "x" }],
    ["an image", { type: "image", url: "https://img.bank.example/a.png" }],
    ["a place", { type: "map", la: 1, lo: 2 }],
    ["a question with answers", { message: "Which?", quickReplies: {} }],
    ["something deep inside", { elements: [{}, [], { elements: [{ text: "x" }] }] }],
  ])("has %s", (_, content) => {
    expect(isReadable(content)).toBe(true);
  });

  it("is known by the first that there is: nothing behind it is looked at", () => {
    expect(isReadable([{ text: "x" }, NOT_FOR_READING])).toBe(true);
  });

  it.each<[string, unknown]>([
    ["no elements", { type: "vertical", elements: [] }],
    [
      "nothing in its elements",
      {
        elements: [
          { type: "text", text: " " },
          { type: "text", text: "\u200b" },
        ],
      },
    ],
    ["a place that is none", { type: "map", la: 999, lo: 0 }],
    ["nothing at all", {}],
  ])("does not have %s", (_, content) => {
    expect(isReadable(content)).toBe(false);
  });
});

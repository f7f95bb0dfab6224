import { describe, expect, it } from "vitest";
import { checkBody, checkButton } from "../../src/liveperson/catalogue.ts";

const WEB = { elements: 50, schemes: "" };
const check = (body: unknown, allowance = WEB) => checkBody(body, allowance);
const emoji = (count: number) => "😀".repeat(count);

const text = { type: "text", text: "Everyday Checking" };
const click = {
  actions: [{ type: "publishText", text: "show payments" }],
  metadata: [{ type: "ExternalId", id: "pay-1" }],
};
const button = { type: "button", title: "Show payments", click };
const image = { type: "image", url: "https://img.bank.example/card.png" };
const card = { type: "vertical", elements: [image, text, button] };
const checkbox = (answer: string) => ({
  type: "checkbox",
  text: answer,
  click: { actions: [{ type: "checked", publishText: answer }] },
});
const checklist = { type: "checklist", elements: [checkbox("Checking"), checkbox("Savings")] };
const section = { type: "section", sectionID: "accounts", elements: [text, checklist] };
const sectionList = { type: "sectionList", elements: [section] };
const submitButton = {
  type: "submitButton",
  title: "Send",
  click: { actions: [{ type: "submitAsText", submit: true }] },
};
const buttonList = { type: "buttonList", elements: [submitButton, button] };
const list = { type: "list", elements: [text, sectionList, buttonList] };
const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ type: "text", text: `line ${at}` }));
const cards = (count: number) =>
  Array.from({ length: count }, () => ({ type: "vertical", elements: [text] }));

const VALID: Array<[string, object]> = [
  [
    "text",
    {
      ...text,
      tooltip: "An account",
      alt: "An account",
      tag: "title",
      rtl: false,
      style: {
        bold: true,
        italic: false,
        size: "large",
        color: "#333",
        "background-color": "white",
        "border-radius": 4,
      },
      click,
    },
  ],
  ["button", { ...button, subtitle: "of the last 30 days", class: "button", tooltip: "Payments" }],
  ["image", { ...image, caption: "Your card", tooltip: "Everyday card", click }],
  ["map", { type: "map", la: 42.28, lo: -83.74, tooltip: "Branch Main St" }],
  ["linkPreview", { type: "linkPreview", url: "https://bank.example/terms", title: "Terms" }],
  [
    "template",
    { type: "template", templateType: "quickReply", title: "Which account?", resp: ["Checking", "Savings"] },
  ],
  [
    "keyValuePairList",
    { type: "keyValuePairList", elements: [{ key: "Balance", value: "$1,250.40" }, { key: "Blocked" }] },
  ],
  [
    "vertical",
    { ...card, border: "dropShadow", scroll: "enable", display: { size: "full" }, tag: "generic" },
  ],
  [
    "horizontal",
    {
      type: "horizontal",
      elements: [card, card],
      percentages: [30, 70],
      borderLine: false,
      border: "borderLess",
    },
  ],
  ["carousel", { type: "carousel", padding: 10, elements: [card, card], alt: "Your cards" }],
  [
    "carouselSelect",
    { type: "carouselSelect", selectMode: { name: "cards", type: "single" }, elements: [card] },
  ],
  [
    "accordionSelect",
    {
      type: "accordionSelect",
      selectMode: { name: "cards" },
      titles: [{ name: "Travel", additional: "$0" }],
      elements: [card],
    },
  ],
  ["tabs", { type: "tabs", elements: [card, text] }],
  ["list", list],
];

describe("an element that LivePerson takes", () => {
  it.each(VALID)("passes: %s", (_, body) => {
    expect(check(body)).toBeUndefined();
  });

  it.each<[string, object]>([
    ["publishText", { type: "publishText", text: "show payments" }],
    [
      "link",
      {
        type: "link",
        uri: "https://bank.example/terms",
        name: "Terms",
        target: "slideout",
        ios: { uri: "https://bank.example/ios" },
      },
    ],
    ["navigate", { type: "navigate", la: 42.28, lo: -83.74, name: "Branch Main St" }],
    [
      "datePicker",
      {
        type: "datePicker",
        class: "range",
        title: "When?",
        minDate: 1,
        maxDate: 2,
        dateFormat: "YYYY-MM-DD",
      },
    ],
    [
      "scheduleSlotList",
      {
        type: "scheduleSlotList",
        title: "Call back",
        firstDayOfTheWeek: "mon",
        slots: [{ type: "scheduleSlot", id: "slot-1", start: 1_700_000_000, end: 1_700_001_800 }],
      },
    ],
    ["addToCart", { type: "addToCart", items: [{ productId: "card-1", quantity: 1 }] }],
    ["custom", { type: "custom", data: [{ key: "account", value: "checking" }] }],
  ])("passes with the action %s", (_, action) => {
    expect(check({ ...button, click: { actions: [action] } })).toBeUndefined();
  });
});

describe("a required field", () => {
  const inClick = (action: object) => ({ ...button, click: { actions: [action] } });
  const bodies: Array<[string, object, string]> = [
    ["text", { type: "text" }, "structuredContent.text"],
    ["button", { type: "button", click }, "structuredContent.title"],
    ["image", { type: "image", caption: "x" }, "structuredContent.url"],
    ["map without latitude", { type: "map", lo: 1 }, "structuredContent.la"],
    ["map without longitude", { type: "map", la: 1 }, "structuredContent.lo"],
    ["linkPreview", { type: "linkPreview" }, "structuredContent.url"],
    ["template", { type: "template", title: "x", resp: ["a"] }, "structuredContent.templateType"],
    [
      "template's title",
      { type: "template", templateType: "quickReply", resp: ["a"] },
      "structuredContent.title",
    ],
    [
      "template's answers",
      { type: "template", templateType: "quickReply", title: "x" },
      "structuredContent.resp",
    ],
    ["keyValuePairList", { type: "keyValuePairList" }, "structuredContent.elements"],
    [
      "a pair's key",
      { type: "keyValuePairList", elements: [{ value: "x" }] },
      "structuredContent.elements[0].key",
    ],
    ...["vertical", "horizontal", "carousel", "tabs", "list"].map((type): [string, object, string] => [
      type,
      { type },
      "structuredContent.elements",
    ]),
    ["carouselSelect", { type: "carouselSelect", elements: [card] }, "structuredContent.selectMode"],
    [
      "carouselSelect's type",
      { type: "carouselSelect", elements: [card], selectMode: { name: "x" } },
      "structuredContent.selectMode.type",
    ],
    [
      "accordionSelect's titles",
      { type: "accordionSelect", elements: [card], selectMode: { name: "x" } },
      "structuredContent.titles",
    ],
    [
      "section's id",
      {
        ...list,
        elements: [
          text,
          { ...sectionList, elements: [{ type: "section", elements: [checklist] }] },
          buttonList,
        ],
      },
      "structuredContent.elements[1].elements[0].sectionID",
    ],
    [
      "submitButton's click",
      {
        ...list,
        elements: [text, sectionList, { ...buttonList, elements: [{ type: "submitButton", title: "Send" }] }],
      },
      "structuredContent.elements[2].elements[0].click",
    ],
    ["publishText", inClick({ type: "publishText" }), "structuredContent.click.actions[0].text"],
    ["link", inClick({ type: "link", name: "x" }), "structuredContent.click.actions[0].uri"],
    ["navigate", inClick({ type: "navigate", la: 1 }), "structuredContent.click.actions[0].lo"],
    ["datePicker", inClick({ type: "datePicker" }), "structuredContent.click.actions[0].class"],
    ["addToCart", inClick({ type: "addToCart" }), "structuredContent.click.actions[0].items"],
    [
      "a slot's id",
      inClick({ type: "scheduleSlotList", slots: [{ type: "scheduleSlot", start: 1 }] }),
      "structuredContent.click.actions[0].slots[0].id",
    ],
  ];

  it.each(bodies)("is named when it is missing: %s", (_, body, field) => {
    expect(check(body)).toBe(`${field} is missing`);
  });

  it("is not there when it is null", () => {
    expect(check({ type: "text", text: null })).toBe(
      "structuredContent.text must be a text of at most 5000 characters",
    );
  });
});

describe("a text", () => {
  it.each<[string, number, (text: string) => object]>([
    ["text", 5000, (long) => ({ type: "text", text: long })],
    ["tooltip", 256, (long) => ({ ...text, tooltip: long })],
    ["alt", 2000, (long) => ({ ...text, alt: long })],
    ["tag", 64, (long) => ({ ...text, tag: long })],
    ["title", 128, (long) => ({ ...button, title: long })],
    ["subtitle", 128, (long) => ({ ...button, subtitle: long })],
    ["caption", 128, (long) => ({ ...image, caption: long })],
    ["title", 5000, (long) => ({ type: "template", templateType: "quickReply", title: long, resp: ["a"] })],
    ["title", 128, (long) => ({ type: "linkPreview", url: "https://bank.example", title: long })],
    ["resp[0]", 128, (long) => ({ type: "template", templateType: "quickReply", title: "x", resp: [long] })],
    ["elements[0].key", 128, (long) => ({ type: "keyValuePairList", elements: [{ key: long }] })],
    [
      "elements[0].value",
      2048,
      (long) => ({ type: "keyValuePairList", elements: [{ key: "x", value: long }] }),
    ],
    [
      "selectMode.name",
      200,
      (long) => ({ type: "carouselSelect", elements: [card], selectMode: { name: long, type: "multiple" } }),
    ],
    [
      "titles[0].name",
      200,
      (long) => ({
        type: "accordionSelect",
        elements: [card],
        selectMode: { name: "x" },
        titles: [{ name: long }],
      }),
    ],
    [
      "click.actions[0].text",
      256,
      (long) => ({ ...button, click: { actions: [{ type: "publishText", text: long }] } }),
    ],
    [
      "click.actions[0].name",
      256,
      (long) => ({ ...button, click: { actions: [{ type: "link", uri: "tel:+15550100", name: long }] } }),
    ],
    [
      "click.actions[0].title",
      40,
      (long) => ({ ...button, click: { actions: [{ type: "datePicker", class: "single", title: long }] } }),
    ],
  ])("as %s has at most %i characters, an emoji being one", (field, most, body) => {
    expect(check(body(emoji(most)))).toBeUndefined();
    expect(check(body(emoji(most + 1)))).toBe(
      `structuredContent.${field} must be a text of at most ${most} characters`,
    );
  });

  it("that a checkbox publishes has at most 250 characters", () => {
    const withAnswer = (answer: string) => ({
      ...list,
      elements: [
        text,
        {
          ...sectionList,
          elements: [
            {
              ...section,
              elements: [
                {
                  ...checklist,
                  elements: [
                    checkbox("Savings"),
                    { ...checkbox("x"), click: { actions: [{ type: "checked", publishText: answer }] } },
                  ],
                },
              ],
            },
          ],
        },
        buttonList,
      ],
    });
    expect(check(withAnswer("x".repeat(250)))).toBeUndefined();
    expect(check(withAnswer("x".repeat(251)))).toMatch(
      /elements\[1\]\.click\.actions\[0\]\.publishText must be a text of at most 250 characters$/,
    );
  });
});

describe("a field of the wrong type", () => {
  it.each<[string, unknown]>([
    ["structuredContent.text must be a text of at most 5000 characters", { type: "text", text: 7 }],
    ["structuredContent.rtl must be flag", { ...text, rtl: "true" }],
    ["structuredContent.style must be an object", { ...text, style: "bold" }],
    ["structuredContent.style.bold must be flag", { ...text, style: { bold: "yes" } }],
    ["structuredContent.style.size must be small|medium|large", { ...text, style: { size: "huge" } }],
    ["structuredContent.click must be an object", { ...text, click: [] }],
    [
      "structuredContent.click.actions must be a list of 0 to 4",
      { ...button, click: { actions: { type: "publishText", text: "x" } } },
    ],
    ["structuredContent.click.metadata must be list", { ...button, click: { metadata: {} } }],
    ["structuredContent.class must be text|button", { ...button, class: "link" }],
    ["structuredContent.la must be number", { type: "map", la: "42.28", lo: 1 }],
    ["structuredContent.elements must be a list of 0 to 50", { ...card, elements: {} }],
    ["structuredContent.elements[0] must be an object", { ...card, elements: ["a text"] }],
    ["structuredContent.border must be border|borderLess|dropShadow", { ...card, border: "dotted" }],
    [
      "structuredContent.percentages[0] must be number",
      { type: "horizontal", elements: [text], percentages: ["100"] },
    ],
    ["structuredContent.padding must be 0..10", { type: "carousel", elements: [card, card], padding: 11 }],
    [
      "structuredContent.templateType must be quickReply",
      { type: "template", templateType: "list", title: "x", resp: ["a"] },
    ],
    [
      "structuredContent.click.actions[0].minDate must be whole",
      { ...button, click: { actions: [{ type: "datePicker", class: "single", minDate: 1.5 }] } },
    ],
    [
      "structuredContent.click.actions[0].target must be self|blank|slideout",
      { ...button, click: { actions: [{ type: "link", uri: "tel:+15550100", target: "_blank" }] } },
    ],
    ["structuredContent.click.actions[0] must be an object", { ...button, click: { actions: [null] } }],
  ])("is named: %s", (problem, body) => {
    expect(check(body)).toBe(problem);
  });

  it("is named for anything that is no element at all", () => {
    for (const body of [undefined, null, "card", 7, [], [card]])
      expect(check(body)).toBe("structuredContent must be an object");
    for (const body of [
      {},
      { type: 1 },
      { type: "Vertical" },
      { type: "quickReplies" },
      { type: "publishText" },
    ])
      expect(check(body)).toMatch(/^structuredContent\.type must be one of text,button,image/);
  });

  it("is named for elements where they have no place", () => {
    expect(
      check({ type: "carousel", elements: [card, { type: "carousel", elements: [card, card] }] }),
    ).toMatch(/^structuredContent\.elements\[1\]\.type must be one of/);
    expect(check({ type: "vertical", elements: [checkbox("x")] })).toMatch(
      /^structuredContent\.elements\[0\]\.type must be one of/,
    );
    const checked = { actions: [{ type: "checked", publishText: "x" }] };
    expect(check({ ...button, click: checked })).toMatch(
      /^structuredContent\.click\.actions\[0\]\.type must be one of/,
    );
  });
});

describe("an unknown key", () => {
  it.each<[string, unknown]>([
    ["structuredContent.txt", { ...text, txt: "x" }],
    ["structuredContent.caption", { ...text, caption: "x" }],
    ["structuredContent.url", { ...button, url: "x" }],
    ["structuredContent.click.action", { ...button, click: { action: [] } }],
    [
      "structuredContent.click.actions[0].publishText",
      { ...button, click: { actions: [{ type: "publishText", text: "x", publishText: "x" }] } },
    ],
    ["structuredContent.style.weight", { ...text, style: { weight: "bold" } }],
    ["structuredContent.elements[1].src", { ...card, elements: [text, { ...image, src: "x" }] }],
    ["structuredContent.tag", { type: "carousel", elements: [card, card], tag: "generic" }],
    ["structuredContent.padding", { ...list, padding: 1 }],
    [
      "structuredContent.accessibility.web.aria-labl",
      { ...text, accessibility: { web: { "aria-labl": "x" } } },
    ],
  ])("is refused and named: %s", (field, body) => {
    expect(check(body)).toBe(`${field} is not known there`);
  });

  it("is named without what a log line should not carry", () => {
    expect(check({ ...text, ["4111 1111\n<b>".repeat(20)]: 1 })).toMatch(
      /^structuredContent\.\w{63}… is not known there$/,
    );
  });

  it("is refused also when it stands for something of JavaScript's own", () => {
    expect(check(JSON.parse('{"type":"text","text":"x","__proto__":{}}'))).toBe(
      "structuredContent.__proto__ is not known there",
    );
    expect(check({ ...text, constructor: "x" })).toBe("structuredContent.constructor is not known there");
    expect(check({ type: "constructor" })).toMatch(/^structuredContent\.type must be one of/);
  });
});

describe("a number of elements", () => {
  it.each<[string, number, number, (count: number) => object]>([
    ["elements", 2, 10, (count) => ({ type: "carousel", elements: cards(count) })],
    [
      "elements",
      1,
      20,
      (count) => ({
        type: "carouselSelect",
        selectMode: { name: "x", type: "single" },
        elements: cards(count),
      }),
    ],
    ["elements", 1, 10, (count) => ({ type: "tabs", elements: cards(count) })],
    [
      "elements",
      1,
      50,
      (count) => ({
        type: "keyValuePairList",
        elements: Array.from({ length: count }, () => ({ key: "x" })),
      }),
    ],
    [
      "resp",
      1,
      32,
      (count) => ({
        type: "template",
        templateType: "quickReply",
        title: "x",
        resp: Array.from({ length: count }, () => "x"),
      }),
    ],
    [
      "click.actions",
      0,
      4,
      (count) => ({
        ...button,
        click: { actions: Array.from({ length: count }, () => ({ type: "publishText", text: "x" })) },
      }),
    ],
  ])("as %s is %i to %i", (field, least, most, body) => {
    const problem = `structuredContent.${field} must be a list of ${least} to ${most}`;
    expect(check(body(least))).toBeUndefined();
    expect(check(body(most))).toBeUndefined();
    if (least > 0) expect(check(body(least - 1))).toBe(problem);
    expect(check(body(most + 1))).toBe(problem);
  });

  it("may be none in a frame", () => {
    expect(check({ type: "vertical", elements: [] })).toBeUndefined();
  });

  it("beyond what the web window draws is refused, since it would drop the rest silently", () => {
    expect(check({ type: "vertical", elements: texts(49) })).toBeUndefined();
    expect(check({ type: "vertical", elements: texts(50) })).toBe(
      "structuredContent.elements[49] is beyond the 50 elements that are drawn",
    );
    expect(check({ type: "vertical", elements: texts(51) })).toBe(
      "structuredContent.elements must be a list of 0 to 50",
    );
  });

  it("counts those around an element as well, so that nothing is nested without end", () => {
    const nested = (depth: number): object =>
      depth === 0 ? text : { type: "vertical", elements: [nested(depth - 1)] };
    expect(check(nested(49))).toBeUndefined();
    expect(check(nested(50))).toMatch(/is beyond the 50 elements that are drawn$/);
    expect(check(nested(5000))).toMatch(/is beyond the 50 elements that are drawn$/);
  });
});

describe("the order of elements", () => {
  it("in a list is text, sections, buttons", () => {
    const problem = "structuredContent.elements are not in the order that a list needs";
    expect(check({ ...list, elements: [text, buttonList, sectionList] })).toBe(problem);
    expect(check({ ...list, elements: [sectionList, text, buttonList] })).toBe(problem);
    expect(check({ ...list, elements: [text, text, text] })).toBe(problem);
    expect(check({ ...list, elements: [text, sectionList] })).toBe(
      "structuredContent.elements must be a list of 3 to 3",
    );
  });

  it("in a section is a checklist, with a text before it or without one", () => {
    const withSection = (elements: object[]) =>
      check({
        ...list,
        elements: [text, { ...sectionList, elements: [{ ...section, elements }] }, buttonList],
      });
    const problem =
      "structuredContent.elements[1].elements[0].elements are not in the order that a section needs";
    expect(withSection([checklist])).toBeUndefined();
    expect(withSection([text, checklist])).toBeUndefined();
    expect(withSection([checklist, text])).toBe(problem);
    expect(withSection([text])).toBe(problem);
  });

  it("in a list of buttons is the one that submits, then at most one other", () => {
    const withButtons = (elements: object[]) =>
      check({ ...list, elements: [text, sectionList, { ...buttonList, elements }] });
    const problem = "structuredContent.elements[2].elements are not in the order that a buttonList needs";
    expect(withButtons([submitButton])).toBeUndefined();
    expect(withButtons([submitButton, button])).toBeUndefined();
    expect(withButtons([button, submitButton])).toBe(problem);
    expect(withButtons([button])).toBe(problem);
    expect(withButtons([submitButton, submitButton])).toBe(problem);
    expect(withButtons([submitButton, button, button])).toBe(
      "structuredContent.elements[2].elements must be a list of 1 to 2",
    );
  });
});

describe("an address", () => {
  const linked = (uri: string, allowance = WEB) =>
    check({ ...button, click: { actions: [{ type: "link", uri }] } }, allowance);
  const problem = "structuredContent.click.actions[0].uri must be an address with an allowed scheme";

  it.each([
    "https://bank.example/terms?from=bot#top",
    "http://bank.example",
    "HTTPS://BANK.EXAMPLE",
    "tel:+15550100",
    "mailto:help@bank.example",
    "sms:+15550100",
    "geo:42.28,-83.74",
  ])("may be opened: %s", (uri) => {
    expect(linked(uri)).toBeUndefined();
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "file:///etc/passwd",
    "vbscript:x",
    "www.bank.example",
    "/terms",
    "https://bank.example/a b",
    "https://bank.example\njavascript:alert(1)",
    "tel:",
    "",
  ])("is refused: %j", (uri) => {
    expect(linked(uri)).toBe(problem);
  });

  it("has at most 1,024 characters", () => {
    const address = (length: number) => "https://bank.example/".padEnd(length, "x");
    expect(linked(address(1024))).toBeUndefined();
    expect(linked(address(1025))).toBe(
      "structuredContent.click.actions[0].uri must be a text of at most 1024 characters",
    );
  });

  it("may have a scheme of the channel's own, there and nowhere else", () => {
    const apple = { elements: 50, schemes: "imessage|facetime" };
    expect(linked("facetime:+15550100", apple)).toBeUndefined();
    expect(linked("facetime:+15550100")).toBe(problem);
    expect(linked("javascript:alert(1)", apple)).toBe(problem);
  });

  it("is checked also for the phone's own link and for a preview", () => {
    const action = { type: "link", uri: "https://bank.example", ios: { uri: "javascript:alert(1)" } };
    expect(check({ ...button, click: { actions: [action] } })).toBe(
      "structuredContent.click.actions[0].ios.uri must be an address with an allowed scheme",
    );
    expect(check({ type: "linkPreview", url: "javascript:alert(1)" })).toBe(
      "structuredContent.url must be an address with an allowed scheme",
    );
  });

  it("of an image is https and nothing else", () => {
    for (const url of [
      "http://img.bank.example/card.png",
      "/card.png",
      "//img.bank.example/card.png",
      "javascript:alert(1)",
      "data:image/png;base64,AAAA",
      "https://",
      "https://img.bank.example/a b.png",
      "",
    ])
      expect(check({ type: "image", url })).toBe("structuredContent.url must be an https address");
    expect(check({ type: "image", url: "https://img.bank.example/".padEnd(2049, "x") })).toBe(
      "structuredContent.url must be a text of at most 2048 characters",
    );
  });
});

describe("a button by itself", () => {
  it("is checked under the name that it is given", () => {
    expect(checkButton(button, WEB, "quickReplies.replies[0]")).toBeUndefined();
    expect(checkButton({ type: "button" }, WEB, "quickReplies.replies[0]")).toBe(
      "quickReplies.replies[0].title is missing",
    );
    expect(checkButton(text, WEB, "quickReplies.replies[0]")).toBe(
      "quickReplies.replies[0].type must be one of button",
    );
  });
});

describe("an address that is none by RFC 3986", () => {
  it.each(["https://b.example/ü", "https://b.example/a|b", "https://b.example/%zz", "tel:ü"])(
    "is refused: %s",
    (uri) => {
      const button = { type: "button", title: "x", click: { actions: [{ type: "link", uri }] } };
      expect(checkBody(button, { elements: 50, schemes: "" })).toContain(
        "uri must be an address with an allowed scheme",
      );
    },
  );
});

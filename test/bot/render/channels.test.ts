import { describe, expect, it } from "vitest";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";
import { readAuthored } from "../../../src/answer/authored/authored.ts";
import { render } from "../../../src/bot/render/render.ts";
import { CHANNELS, type Channel } from "../../../src/liveperson/channel.ts";
import type { JsonObject } from "../../../src/runtime/tolerant.ts";
import { settingsFor } from "../../fixtures/settings.ts";
import {
  button,
  choice,
  link,
  opens,
  quickReplies,
  subtitle,
  text,
  title,
  vertical,
} from "../../support/content.ts";

const ALL: Channel[] = [...CHANNELS, "unknown"];
const ASK = "Please answer with one of these:";

/** What becomes of an author's entries on a channel; LivePerson's connector has to take it. */
function shown(
  liveperson: unknown,
  channel: Channel,
  ALLOW_HTML = false,
  environment: Record<string, string> = {},
) {
  const { blocks, remarks: unread } = readAuthored(liveperson, false);
  expect(unread).toEqual([]);
  const intent = { id: "get_balance", name: "get balance", score: 0.93 };
  const answer = { blocks, intent, outcome: { kind: "continue" }, remarks: [] } as const;
  const settings = settingsFor({ ALLOW_HTML: String(ALLOW_HTML), ...environment });
  const { reply, open, remarks } = render(answer, channel, settings);
  const { problems, consumer } = deliver(reply, channel === "chat");
  expect(problems).toEqual([]);
  return { messages: reply.messages, open, remarks, seen: consumer.join("\n") };
}

const asked = (message: string, replies: JsonObject[]) => ({
  structuredContent: quickReplies(message, replies),
});
const numbered = (reply: ReturnType<typeof choice>, index: number) => ({
  ...reply,
  click: { ...reply.click, metadata: [{ type: "ExternalId", id: `choice-${index + 1}` }] },
});
const generic = (alt: string, elements: object[], isFlat = false) => ({
  type: "vertical",
  tag: "generic",
  alt,
  elements: isFlat ? elements : [{ type: "vertical", elements }],
});

describe("choices", () => {
  const entry = {
    text: "Which account?",
    choices: ["Checking", { title: "Savings", say: "my savings" }],
  };
  const open = [
    { title: "Checking", say: "Checking" },
    { title: "Savings", say: "my savings" },
  ];
  const replies = [choice("Checking"), choice("Savings", "my savings")];

  it.each<Channel>(["web", "apple", "facebook", "rcs", "line", "viber"])(
    "are quick replies on %s, each with an id that comes back with the click",
    (channel) => {
      expect(shown(entry, channel)).toMatchObject({
        messages: [asked("Which account?", replies.map(numbered))],
        open: { shown: open, numbered: [] },
        remarks: [],
      });
    },
  );

  it("are bare quick replies on WhatsApp, which refuses metadata", () => {
    expect(shown(entry, "whatsapp").messages).toEqual([asked("Which account?", replies)]);
  });

  it.each<Channel>(["chat", "sms", "instagram", "twitter", "unknown"])(
    "are a numbered list that asks for the words on %s",
    (channel) => {
      expect(shown(entry, channel)).toMatchObject({
        messages: [`Which account?\n${ASK}\n1. Checking\n2. Savings`],
        open: { shown: [], numbered: open },
        remarks: [],
      });
    },
  );

  it("without a question still ask for something", () => {
    expect(shown({ choices: ["Yes"] }, "web").messages).toEqual([
      asked("Please choose:", [choice("Yes")].map(numbered)),
    ]);
    expect(shown({ choices: ["Yes"] }, "sms").messages).toEqual([`${ASK}\n1. Yes`]);
  });

  it("are announced in the bank's own words", () => {
    const words = {
      CHOOSE_MESSAGE: "Bitte wählen:\\n",
      LIST_MESSAGE: "Bitte antworten Sie:\\nmit einem davon",
    };
    const choices = { choices: ["Ja"] };
    expect(shown(choices, "sms", false, words).messages).toEqual([
      "Bitte antworten Sie:\nmit einem davon\n1. Ja",
    ]);
    expect(shown(choices, "web", false, words).messages).toMatchObject([
      { structuredContent: { message: "Bitte wählen:\n" } },
    ]);
  });

  it.each<[Channel, number]>([
    ["web", 24],
    ["apple", 13],
    ["facebook", 13],
    ["whatsapp", 13],
    ["line", 13],
    ["rcs", 11],
    ["viber", 11],
  ])("that are more than %s has quick replies for (%i) become a list of all", (channel, most) => {
    const choices = Array.from({ length: most + 1 }, (_, index) => `no ${index + 1}`);
    const [fitting] = shown({ text: "Which?", choices: choices.slice(1) }, channel).messages;
    expect(fitting).toHaveProperty("structuredContent.quickReplies.replies.length", most);
    expect(shown({ text: "Which?", choices }, channel).messages).toEqual([
      `Which?\n${ASK}\n${choices.map((choice, index) => `${index + 1}. ${choice}`).join("\n")}`,
    ]);
  });

  it("with a label that is too long are cut, and all are said in full before", () => {
    const long = "The account that I opened in May";
    expect(
      shown({ text: "Which?", choices: [{ title: long, say: "may" }, "None"] }, "whatsapp").messages,
    ).toEqual([`${long}\nNone`, asked("Which?", [choice("The account that I…", "may"), choice("None")])]);
    expect(shown({ text: "Which?", choices: [{ title: long, say: "may" }] }, "web").messages).toEqual([
      asked("Which?", [choice(long, "may")].map(numbered)),
    ]);
  });

  it("that say more than the channel publishes are never cut: they become a list", () => {
    const choices = [{ title: "May", say: "the account that I opened in May" }];
    const { messages, open } = shown({ text: "Which?", choices }, "whatsapp");
    expect(messages).toEqual([`Which?\n${ASK}\n1. May`]);
    expect(open.numbered).toEqual(choices);
    const endless = [{ title: "May", say: "x".repeat(257) }];
    for (const channel of ALL)
      expect(shown({ text: "Which?", choices: endless }, channel).messages).toEqual([
        `Which?\n${ASK}\n1. May`,
      ]);
  });

  it("are numbered on through all lists of a turn", () => {
    const { messages, open } = shown(
      [
        { text: "Which?", choices: ["a", "b"] },
        { text: "And?", choices: ["c"] },
      ],
      "sms",
    );
    expect(messages).toEqual([`Which?\n${ASK}\n1. a\n2. b`, `And?\n${ASK}\n3. c`]);
    expect(open.numbered.map(({ say }) => say)).toEqual(["a", "b", "c"]);
  });
});

describe("a card", () => {
  const image = "https://img.bank.example/travel.png";
  const card = {
    title: "Travel Card",
    subtitle: "No fees abroad",
    text: "Ready in 5 days",
    image: { url: image, alt: "A blue card" },
    buttons: [
      { title: "Order it", say: "order travel" },
      { title: "Terms", link: "https://bank.example/terms" },
      { title: "Call us", call: "+1 555 0100" },
    ],
  };
  const picture = { type: "image", url: image, tooltip: "A blue card" };
  const buttons = [
    choice("Order it", "order travel"),
    link("Terms", "https://bank.example/terms"),
    link("Call us", "tel:+15550100"),
  ];

  it.each<Channel>(["web", "apple", "chat"])("is plain elements on %s", (channel) => {
    const { messages, open, remarks } = shown({ card }, channel);
    expect(messages).toEqual([
      {
        structuredContent: {
          type: "vertical",
          elements: [
            picture,
            { type: "text", text: "Travel Card", style: { bold: true } },
            text("No fees abroad"),
            text("Ready in 5 days"),
            ...buttons,
          ],
        },
      },
    ]);
    expect(open).toEqual({ shown: [{ title: "Order it", say: "order travel" }], numbered: [] });
    expect(remarks).toEqual([]);
  });

  it.each<Channel>(["facebook", "rcs", "line", "viber"])(
    "is a generic template with an inner frame on %s",
    (channel) => {
      expect(shown({ card }, channel).messages).toEqual([
        {
          structuredContent: generic("Travel Card", [
            picture,
            title("Travel Card"),
            subtitle("No fees abroad\nReady in 5 days"),
            ...buttons,
          ]),
        },
      ]);
    },
  );

  it("is a flat template on WhatsApp, whose links are lines of its text", () => {
    expect(shown({ card }, "whatsapp").messages).toEqual([
      {
        structuredContent: generic(
          "Travel Card",
          [
            { type: "image", url: image },
            title("Travel Card"),
            subtitle(
              "No fees abroad\nReady in 5 days\nTerms: https://bank.example/terms\nCall us: +15550100",
            ),
            choice("Order it", "order travel"),
          ],
          true,
        ),
      },
    ]);
  });

  it.each<Channel>(["sms", "instagram", "twitter", "unknown"])("is text with its links on %s", (channel) => {
    const { messages, open } = shown({ card }, channel);
    expect(messages).toEqual([
      [
        "Travel Card",
        "No fees abroad",
        "Ready in 5 days",
        "Terms: https://bank.example/terms",
        "Call us: +15550100",
        ASK,
        "1. Order it",
      ].join("\n"),
    ]);
    expect(open).toEqual({ shown: [], numbered: [{ title: "Order it", say: "order travel" }] });
  });

  it.each<[Channel, number]>([
    ["facebook", 3],
    ["whatsapp", 3],
    ["rcs", 4],
    ["viber", 4],
    ["line", 4],
  ])("with more buttons than %s has (%i) goes on in further cards", (channel, most) => {
    const buttons = Array.from({ length: 2 * most + 1 }, (_, index) => `no ${index + 1}`);
    const { messages, open } = shown({ card: { title: "Travel", buttons } }, channel);
    const drawn = messages.map((message) => JSON.stringify(message).match(/no \d+(?=","click)/g));
    expect(drawn).toEqual([buttons.slice(0, most), buttons.slice(most, 2 * most), buttons.slice(2 * most)]);
    for (const message of messages) expect(message).toHaveProperty("structuredContent.tag", "generic");
    expect(open.shown.map(({ title }) => title)).toEqual(buttons);
  });

  it.each<[Channel, number, number]>([
    ["facebook", 80, 20],
    ["whatsapp", 100, 20],
    ["rcs", 640, 25],
    ["viber", 640, 25],
  ])("is cut to %s's measure, and what was cut is said in full before", (channel, most, label) => {
    const long = "t".repeat(most + 1);
    const order = "b".repeat(label + 1);
    const { messages } = shown({ card: { title: long, buttons: [{ title: order, say: "order" }] } }, channel);
    const elements = [title(`${"t".repeat(most - 1)}…`), choice(`${"b".repeat(label - 1)}…`, "order")];
    expect(new Set(messages.slice(0, 2))).toEqual(new Set([long, order]));
    expect(messages.slice(2)).toEqual([
      { structuredContent: generic(`${"t".repeat(most - 1)}…`, elements, channel === "whatsapp") },
    ]);
  });

  it("that says more than WhatsApp publishes falls to text, uncut", () => {
    const buttons = [{ title: "Order", say: "order the travel card for me" }];
    const { messages, open } = shown({ card: { title: "Travel", buttons } }, "whatsapp");
    expect(messages).toEqual([`Travel\n${ASK}\n1. Order`]);
    expect(open.numbered).toEqual(buttons);
  });

  it("without a button is text on LINE, which needs one", () => {
    expect(shown({ card: { title: "Travel", text: "No fees" } }, "line").messages).toEqual([
      "Travel\nNo fees",
    ]);
  });

  it("with one text has it where LINE needs it", () => {
    expect(shown({ card: { title: "Travel", buttons: ["Order"] } }, "line").messages).toEqual([
      { structuredContent: generic("Travel", [subtitle("Travel"), choice("Order")]) },
    ]);
  });

  it("drops an image that the channel refuses, and says its description", () => {
    const image = { url: "http://img.bank.example/travel.png", alt: "A blue card" };
    for (const channel of ["web", "facebook", "whatsapp"] as const) {
      const { messages, remarks } = shown({ card: { title: "Travel", image, buttons: ["Order"] } }, channel);
      expect(messages[0]).toBe("A blue card");
      expect(messages).toHaveLength(2);
      expect(JSON.stringify(messages)).not.toContain("http:");
      expect(remarks).toHaveLength(1);
      expect(remarks[0]).toMatch(/image/);
    }
  });

  it("with an address that must not be opened falls to text", () => {
    const buttons = [{ title: "Terms", link: "javascript:alert(1)" }];
    expect(shown({ card: { title: "Travel", buttons } }, "web").messages).toEqual([
      "Travel\nTerms: javascript:alert(1)",
    ]);
  });

  it("loses the power of markup where it would run, and only there", () => {
    const card = { title: "<b>Travel</b>", buttons: [{ title: "Less <", say: "less <" }] };
    for (const channel of ["web", "chat"] as const)
      expect(shown({ card }, channel).messages).toEqual([
        {
          structuredContent: {
            type: "vertical",
            elements: [
              { type: "text", text: "&lt;b>Travel&lt;/b>", style: { bold: true } },
              choice("Less &lt;", "less <"),
            ],
          },
        },
      ]);
    for (const { messages } of [shown({ card }, "web", true), shown({ card }, "apple")])
      expect(JSON.stringify(messages)).not.toContain("&lt;");
    expect(shown({ card }, "sms").messages).toEqual([`<b>Travel</b>\n${ASK}\n1. Less <`]);
  });
});

describe("a carousel", () => {
  const image = "https://img.bank.example/card.png";
  const entry = {
    carousel: [
      { title: "Everyday", subtitle: "Free", image, buttons: ["Order"] },
      { title: "Travel", subtitle: "No fees abroad", image, buttons: ["Compare"] },
    ],
  };
  const cards = (isFlat = false) => [
    generic(
      "Everyday",
      [{ type: "image", url: image }, title("Everyday"), subtitle("Free"), choice("Order")],
      isFlat,
    ),
    generic(
      "Travel",
      [{ type: "image", url: image }, title("Travel"), subtitle("No fees abroad"), choice("Compare")],
      isFlat,
    ),
  ];

  it.each<Channel>(["web", "apple", "chat"])("is a carousel of plain cards on %s", (channel) => {
    const plain = (name: string, benefit: string, order: string) =>
      vertical(
        { type: "image", url: image },
        { ...text(name), style: { bold: true } },
        text(benefit),
        choice(order),
      );
    expect(shown(entry, channel).messages).toEqual([
      {
        structuredContent: {
          type: "carousel",
          padding: 10,
          elements: [plain("Everyday", "Free", "Order"), plain("Travel", "No fees abroad", "Compare")],
        },
      },
    ]);
  });

  it.each<Channel>(["facebook", "rcs", "line", "viber"])("is a carousel of templates on %s", (channel) => {
    expect(shown(entry, channel).messages).toEqual([
      { structuredContent: { type: "carousel", alt: "Everyday, Travel", elements: cards() } },
    ]);
  });

  it("is one card below the other on WhatsApp, which has none", () => {
    const { messages, open } = shown(entry, "whatsapp");
    expect(messages).toEqual(cards(true).map((structuredContent) => ({ structuredContent })));
    expect(open.shown.map(({ say }) => say)).toEqual(["Order", "Compare"]);
  });

  it.each<Channel>(["sms", "instagram", "twitter", "unknown"])(
    "is texts and then one list on %s",
    (channel) => {
      expect(shown(entry, channel).messages).toEqual([
        "Everyday\nFree",
        "Travel\nNo fees abroad",
        `${ASK}\n1. Order\n2. Compare`,
      ]);
    },
  );

  it.each<[Channel, number]>([
    ["facebook", 3],
    ["rcs", 2],
    ["line", 3],
  ])("with more buttons on a card than %s has in a carousel (%i) is cards", (channel, most) => {
    const buttons = Array.from({ length: most }, (_, index) => `no ${index + 1}`);
    const card = { title: "Travel", subtitle: "No fees", image, buttons };
    const types = (carousel: object[]) =>
      shown({ carousel }, channel).messages.map((message) =>
        typeof message === "object" && "structuredContent" in message ? message.structuredContent.type : "",
      );
    expect(types([card, card])).toEqual(["carousel"]);
    const more = types([card, { ...card, buttons: [...buttons, "more"] }]);
    expect(new Set(more)).toEqual(new Set(["vertical"]));
  });

  it("needs an image beside a second text on Facebook, else it is cards", () => {
    const carousel = entry.carousel.map(({ image, ...card }) => card);
    const { messages } = shown({ carousel }, "facebook");
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toHaveProperty("structuredContent.tag", "generic");
  });

  it("of more than ten cards is several, none of a single card", () => {
    const carousel = Array.from({ length: 11 }, (_, index) => ({ title: `no ${index + 1}`, buttons: ["x"] }));
    for (const channel of ["web", "facebook", "line"] as const) {
      const sizes = shown({ carousel }, channel).messages.map((message) =>
        typeof message === "object" && "structuredContent" in message
          ? (message.structuredContent.elements as object[]).length
          : 0,
      );
      expect(sizes.reduce((sum, size) => sum + size)).toBe(11);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    }
  });
});

describe("native content", () => {
  const plain = vertical(
    text("Everyday Checking"),
    choice("Show payments", "show payments"),
    button("Terms", opens("https://bank.example")),
  );
  const metadata = [{ type: "ExternalId", id: "card-1" }];
  const inWords = `Everyday Checking\nTerms: https://bank.example\n${ASK}\n1. Show payments`;

  it.each<Channel>(["web", "apple", "chat", "unknown"])(
    "of the web's catalogue leaves as it is on %s",
    (channel) => {
      const { messages, open, remarks } = shown({ structuredContent: plain, metadata }, channel);
      expect(messages).toEqual([{ structuredContent: plain, metadata }]);
      expect(open.shown).toEqual([{ title: "Show payments", say: "show payments" }]);
      expect(remarks).toEqual([]);
    },
  );

  it.each<[Channel, RegExp]>([
    ["facebook", /shape of a card/],
    ["whatsapp", /shape of a card/],
    ["rcs", /shape of a card/],
    ["line", /shape of a card/],
    ["sms", /no structured content/],
    ["instagram", /no structured content/],
    ["twitter", /no structured content/],
  ])("of the web's catalogue becomes its words on %s, and the log names the reason", (channel, reason) => {
    const { messages, open, remarks } = shown({ structuredContent: plain, metadata }, channel);
    expect(messages).toEqual([inWords]);
    expect(open.numbered).toEqual([{ title: "Show payments", say: "show payments" }]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(reason);
    expect(remarks[0]).toMatch(new RegExp(`^${channel}: .*its text was sent instead$`));
  });

  it("becomes words on every channel when it is invalid, and the field is named", () => {
    const elements = [...plain.elements, { type: "text", text: "Balance", weight: "4111 1111" }];
    for (const channel of ALL) {
      const { seen, remarks } = shown({ structuredContent: { ...plain, elements } }, channel);
      for (const words of ["Everyday Checking", "https://bank.example", "1. Show payments", "Balance"])
        expect(seen).toContain(words);
      expect(remarks).toHaveLength(1);
      expect(remarks[0]).not.toContain("4111");
    }
    expect(shown({ structuredContent: { ...plain, elements } }, "web").remarks).toEqual([
      "web: structuredContent.elements[3].weight is not known there; its text was sent instead",
    ]);
  });

  it("goes without metadata that is too long, and the operator is told", () => {
    const long = [{ type: "ExternalId", id: "x".repeat(65) }];
    expect(shown({ structuredContent: plain, metadata: long }, "web")).toMatchObject({
      messages: [{ structuredContent: plain }],
      remarks: ["metadata: an ExternalId needs an id of at most 64 characters"],
    });
  });

  it("as quick replies leaves as it is where they are, else asks for the words", () => {
    const native = asked("Which account?", [choice("Checking"), choice("Savings", "my savings")]);
    for (const channel of ["web", "apple", "facebook", "whatsapp", "rcs", "line", "unknown"] as const)
      expect(shown(native, channel).messages).toEqual([native]);
    for (const channel of ["chat", "sms", "instagram", "twitter"] as const)
      expect(shown(native, channel).messages).toEqual([`Which account?\n${ASK}\n1. Checking\n2. Savings`]);
  });

  it("has its markup made powerless on web, chat and unknown, unless that is allowed", () => {
    const content = (words: string) => vertical(text(words), choice("Less", "less < 100"));
    const echo = { structuredContent: content("You said <img src=x onerror=alert(1)>") };
    for (const channel of ["web", "chat", "unknown"] as const) {
      expect(shown(echo, channel).messages).toEqual([
        { structuredContent: content("You said &lt;img src=x onerror=alert(1)>") },
      ]);
      expect(shown(echo, channel, true).messages).toEqual([echo]);
    }
    expect(shown(echo, "apple").messages).toEqual([echo]);
  });

  it("as quick replies keeps what looks like markup, since their labels are not set as such", () => {
    const native = asked("Less < or more?", [choice("Less <", "less <"), choice("More")]);
    for (const channel of ["web", "unknown"] as const)
      expect(shown(native, channel).messages).toEqual([native]);
  });

  it("is measured after its markup was made powerless", () => {
    const content = { type: "text", text: "<".repeat(1500) };
    expect(shown({ structuredContent: content }, "web").messages).toEqual([content.text]);
    expect(shown({ structuredContent: content }, "web", true).messages).toEqual([
      { structuredContent: content },
    ]);
  });
});

describe("on every channel", () => {
  const everything = [
    "Here is all.",
    { text: "Which account?", choices: ["Checking", { title: "Savings", say: "my savings" }] },
    {
      card: {
        title: "Travel Card",
        text: "No fees",
        buttons: ["Order", { title: "Help", call: "+15550100" }],
      },
    },
    {
      carousel: [
        { title: "Red", buttons: ["Pick red"] },
        { title: "Blue", buttons: ["Pick blue"] },
      ],
    },
    { structuredContent: vertical(text("Native words")) },
  ];
  const words =
    "Here is all.|Which account?|Checking|Savings|Travel Card|No fees|Order|Help|Red|Pick red|Blue|Pick blue|Native words";

  it.each(ALL)("nothing that an author says is lost, in its order: %s", (channel) => {
    const { seen } = shown(everything, channel);
    let from = 0;
    const buttons = ["Order", "Help", "Pick red", "Pick blue"];
    for (const one of words.split("|").filter((word) => !buttons.includes(word))) {
      expect(seen.slice(from)).toContain(one);
      from = seen.indexOf(one, from);
    }
    for (const one of buttons) expect(seen).toContain(one);
  });

  it.each(ALL)("every choice is open afterwards, as what it says: %s", (channel) => {
    const { open } = shown(everything, channel);
    expect([...open.shown, ...open.numbered].map(({ say }) => say).sort()).toEqual(
      ["Checking", "my savings", "Order", "Pick red", "Pick blue"].sort(),
    );
  });

  it.each<[Channel, number]>([
    ["web", 5000],
    ["facebook", 2000],
    ["whatsapp", 4096],
    ["rcs", 3072],
    ["sms", 1000],
    ["unknown", 1000],
  ])("a long text comes in pieces: %s, %i", (channel, most) => {
    const text = "The quick brown fox. ".repeat(600).trim();
    const { messages } = shown([text], channel);
    expect(messages.length).toBeGreaterThan(1);
    for (const piece of messages) expect((piece as string).length).toBeLessThanOrEqual(most);
    expect(messages.join(" ")).toBe(text);
  });
});

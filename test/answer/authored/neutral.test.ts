import { describe, expect, it } from "vitest";
import { readAuthored } from "../../../src/answer/authored/authored.ts";

const read = (liveperson: unknown) => readAuthored(liveperson, false);
const says = (title: string, say = title) => ({ title, say });
const NO_TEXTS = { title: "", subtitle: "", text: "", buttons: [] };

describe("choices", () => {
  it("are words that say themselves, or a title with what it says", () => {
    const { blocks, remarks } = read({
      text: "Which account?",
      choices: ["Checking", { title: "Savings", say: "my savings account" }, { say: "all of them" }, 2024],
    });
    expect(blocks).toEqual([
      {
        kind: "choices",
        text: "Which account?",
        choices: [says("Checking"), says("Savings", "my savings account"), says("all of them"), says("2024")],
      },
    ]);
    expect(remarks).toEqual([]);
  });

  it("may do without a question, and may be one word instead of a list", () => {
    expect(read({ choices: ["Yes", "No"] })).toEqual({
      blocks: [{ kind: "choices", text: "", choices: [says("Yes"), says("No")] }],
      outcomes: [],
      remarks: [],
    });
    expect(read({ text: "Sure?", choices: "Yes" })).toEqual({
      blocks: [{ kind: "choices", text: "Sure?", choices: [says("Yes")] }],
      outcomes: [],
      remarks: ["liveperson[0].choices: not a list"],
    });
  });

  it("that open an address join the question: they are nothing to say to Clinc", () => {
    expect(
      read({
        text: "Anything else?",
        choices: [
          "Balance",
          { title: "Terms", link: "https://bank.example/terms" },
          { title: "Call us", call: "+1 555 0100" },
        ],
      }).blocks,
    ).toEqual([
      {
        kind: "choices",
        text: "Anything else?\nTerms: https://bank.example/terms\nCall us: +15550100",
        choices: [says("Balance")],
      },
    ]);
    expect(read({ choices: [{ title: "Terms", link: "https://bank.example/terms" }] }).blocks).toEqual([
      { kind: "text", text: "Terms: https://bank.example/terms" },
    ]);
  });

  it("that call a number without a title show it once, as the author wrote it", () => {
    expect(read({ text: "Or call", choices: ["Balance", { call: "+1 (734) 555-0100" }] }).blocks).toEqual([
      { kind: "choices", text: "Or call\n+1 (734) 555-0100", choices: [says("Balance")] },
    ]);
  });

  it("that are none leave the question", () => {
    for (const choices of [[], null])
      expect(read({ text: "Which account?", choices })).toEqual({
        blocks: [{ kind: "text", text: "Which account?" }],
        outcomes: [],
        remarks: [],
      });
    expect(read({ choices: [] }).blocks).toEqual([]);
  });

  it("are shown without a question that is no text, which is named", () => {
    expect(read({ text: ["Which account?"], choices: ["Checking"] })).toEqual({
      blocks: [{ kind: "choices", text: "", choices: [says("Checking")] }],
      outcomes: [],
      remarks: ["liveperson[0].text: not a text"],
    });
  });

  it("that cannot be read are named, and the rest is still shown", () => {
    const { blocks, remarks } = read({
      text: "Which account?",
      choices: ["Checking", {}, { titel: "Savings" }, { title: true }, "", { title: "Joint", say: ["x"] }],
    });
    expect(blocks).toEqual([
      { kind: "choices", text: "Which account?", choices: [says("Checking"), says("Joint")] },
    ]);
    expect(remarks).toEqual([
      "liveperson[0].choices[1]: neither a text nor a title",
      "liveperson[0].choices[2].titel: not known there",
      "liveperson[0].choices[2]: neither a text nor a title",
      "liveperson[0].choices[3].title: not a text",
      "liveperson[0].choices[3]: neither a text nor a title",
      "liveperson[0].choices[4]: neither a text nor a title",
      "liveperson[0].choices[5].say: not a text",
    ]);
  });
});

describe("a card", () => {
  it("has texts, an image and buttons", () => {
    expect(
      read({
        card: {
          title: " Travel Card ",
          subtitle: "No fees abroad",
          text: 2024,
          image: "https://img.bank.example/travel.png",
          buttons: [
            "Order it",
            { title: "More", say: "tell me more about the travel card" },
            { title: "Terms", link: "https://bank.example/terms" },
            { title: "Call us", call: "+1 (555) 01-00" },
          ],
        },
      }),
    ).toEqual({
      blocks: [
        {
          kind: "card",
          card: {
            title: "Travel Card",
            subtitle: "No fees abroad",
            text: "2024",
            image: { url: "https://img.bank.example/travel.png", alt: "" },
            buttons: [
              says("Order it"),
              says("More", "tell me more about the travel card"),
              { title: "Terms", link: "https://bank.example/terms" },
              { title: "Call us", link: "tel:+15550100" },
            ],
          },
        },
      ],
      outcomes: [],
      remarks: [],
    });
  });

  it("may be no more than one of them", () => {
    const card = (card: object) => read({ card }).blocks;
    expect(card({ title: "Travel Card" })).toEqual([
      { kind: "card", card: { ...NO_TEXTS, title: "Travel Card" } },
    ]);
    expect(card({ image: { url: "https://img.bank.example/a.png", alt: "A card" } })).toEqual([
      {
        kind: "card",
        card: { ...NO_TEXTS, image: { url: "https://img.bank.example/a.png", alt: "A card" } },
      },
    ]);
    expect(card({ buttons: ["Order it"] })).toEqual([
      { kind: "card", card: { ...NO_TEXTS, buttons: [says("Order it")] } },
    ]);
  });

  it("has numbers and addresses in the spellings that people use", () => {
    const { blocks, remarks } = read({
      card: {
        image: "https://img.bank.example/my card.png",
        buttons: [
          { title: "Call us", call: "(734) 555–0100" },
          { call: "tel:+1\u00a0734\u2011555\u20110100" },
          { title: "Service", call: "*611" },
          { title: "Terms", link: "https://bank.example/my terms.pdf" },
          { link: "www.bank.example" },
        ],
      },
    });
    expect(remarks).toEqual([]);
    expect(blocks).toEqual([
      {
        kind: "card",
        card: {
          ...NO_TEXTS,
          image: { url: "https://img.bank.example/my%20card.png", alt: "" },
          buttons: [
            { title: "Call us", link: "tel:7345550100" },
            { title: "+1 734\u2011555\u20110100", link: "tel:+17345550100" },
            { title: "Service", link: "tel:*611" },
            { title: "Terms", link: "https://bank.example/my%20terms.pdf" },
            { title: "www.bank.example", link: "https://www.bank.example" },
          ],
        },
      },
    ]);
  });

  it("names what is no number to call, and shows it all the same", () => {
    expect(read({ card: { buttons: [{ title: "Call us", call: "ask for Alex" }] } })).toEqual({
      blocks: [
        { kind: "card", card: { ...NO_TEXTS, buttons: [{ title: "Call us", link: "ask for Alex" }] } },
      ],
      outcomes: [],
      remarks: ["liveperson[0].card.buttons[0].call: not a number to call"],
    });
  });

  it("loses nothing of its words where they only end like the scheme of a number", () => {
    const call = "Hotel: ask for Alex";
    expect(read({ card: { buttons: [{ call }] } }).blocks).toEqual([
      { kind: "card", card: { ...NO_TEXTS, buttons: [{ title: call, link: call }] } },
    ]);
  });

  it.each([
    ["link", "https://bank.example/card", "https://bank.example/card"],
    ["call", "+1 555 0100", "tel:+15550100"],
  ])(
    "has buttons that do one thing: what one says beside its %s is named and left out",
    (key, given, link) => {
      expect(
        read({ card: { buttons: [{ title: "Order it", say: "order the card", [key]: given }] } }),
      ).toEqual({
        blocks: [{ kind: "card", card: { ...NO_TEXTS, buttons: [{ title: "Order it", link }] } }],
        outcomes: [],
        remarks: [
          "liveperson[0].card.buttons[0]: says something and opens an address; it only opens the address",
        ],
      });
    },
  );

  it("is named by its address where a link has no title of its own", () => {
    expect(read({ card: { buttons: [{ link: "https://bank.example" }] } }).blocks).toEqual([
      {
        kind: "card",
        card: { ...NO_TEXTS, buttons: [{ title: "https://bank.example", link: "https://bank.example" }] },
      },
    ]);
  });

  it.each<[unknown, string]>([
    ["Travel Card", ".card: not a card"],
    [null, ".card: not a card"],
    [[{ title: "x" }], ".card: not a card"],
    [{}, ".card: nothing to show"],
    [{ title: " ", buttons: [] }, ".card: nothing to show"],
  ])("that shows nothing is named: %j", (card, remark) => {
    expect(read({ card })).toEqual({ blocks: [], outcomes: [], remarks: [`liveperson[0]${remark}`] });
  });

  it("with what cannot be read is shown without it, and every field is named", () => {
    const { blocks, remarks } = read({
      card: {
        title: "Travel Card",
        subtitle: ["x"],
        picture: "https://img.bank.example/a.png",
        image: { url: 7, src: "x" },
        buttons: [{ title: "Order it", url: "https://bank.example" }],
      },
    });
    expect(blocks).toEqual([
      {
        kind: "card",
        card: {
          title: "Travel Card",
          subtitle: "",
          text: "",
          image: { url: "7", alt: "" },
          buttons: [says("Order it")],
        },
      },
    ]);
    expect(remarks).toEqual([
      "liveperson[0].card.picture: not known there",
      "liveperson[0].card.image.src: not known there",
      "liveperson[0].card.subtitle: not a text",
      "liveperson[0].card.buttons[0].url: not known there",
    ]);
  });
});

describe("a carousel", () => {
  it("is a list of cards, in their order", () => {
    expect(
      read({ carousel: [{ title: "Everyday" }, { title: "Travel", buttons: ["Order it"] }] }).blocks,
    ).toEqual([
      {
        kind: "carousel",
        cards: [
          { ...NO_TEXTS, title: "Everyday" },
          { ...NO_TEXTS, title: "Travel", buttons: [says("Order it")] },
        ],
      },
    ]);
  });

  it("of one card is that card, and of none is nothing", () => {
    expect(read({ carousel: [{ title: "Everyday" }] }).blocks).toEqual([
      { kind: "card", card: { ...NO_TEXTS, title: "Everyday" } },
    ]);
    expect(read({ carousel: [] }).blocks).toEqual([]);
  });

  it("goes without the cards that cannot be read, which are named", () => {
    const { blocks, remarks } = read({ carousel: [{ title: "Everyday" }, "Travel", {}, { title: "Joint" }] });
    expect(blocks).toEqual([
      {
        kind: "carousel",
        cards: [
          { ...NO_TEXTS, title: "Everyday" },
          { ...NO_TEXTS, title: "Joint" },
        ],
      },
    ]);
    expect(remarks).toEqual([
      "liveperson[0].carousel[1]: not a card",
      "liveperson[0].carousel[2]: nothing to show",
    ]);
  });

  it("that is no list is named", () => {
    expect(read({ carousel: { title: "Everyday" } })).toEqual({
      blocks: [],
      outcomes: [],
      remarks: ["liveperson[0].carousel: not a list of cards"],
    });
  });
});

describe("the two vocabularies", () => {
  it("mix freely, in the order of the list", () => {
    const native = { type: "text", text: "native" };
    expect(
      read([
        "first",
        { text: "Which?", choices: ["a"] },
        { structuredContent: native },
        { text: "before the card", card: { title: "Card" } },
        { delay: 1 },
      ]).blocks,
    ).toEqual([
      { kind: "text", text: "first" },
      { kind: "choices", text: "Which?", choices: [says("a")] },
      { kind: "native", content: native },
      { kind: "text", text: "before the card" },
      { kind: "card", card: { ...NO_TEXTS, title: "Card" } },
      { kind: "pause", seconds: 1 },
    ]);
  });

  it("name a misspelt key without anything that a log line should not carry", () => {
    const { remarks } = read({ card: { title: "x", ["4111 1111 <b>\n".repeat(10)]: 1 } });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(/^liveperson\[0\]\.card\.\w{63}…: not known there$/);
  });
});

describe("a label", () => {
  it("stays on one line, or it would look like another item of a list", () => {
    const { blocks } = read([
      { choices: ["Savings\r\n2.  Transfer all", { say: "my\nsavings" }] },
      { card: { title: "Two\nlines", buttons: [{ title: "The\u2028terms", link: "https://bank.example" }] } },
    ]);
    expect(blocks).toMatchObject([
      { choices: [says("Savings 2. Transfer all"), says("my savings", "my\nsavings")] },
      { card: { title: "Two\nlines", buttons: [{ title: "The terms" }] } },
    ]);
  });

  it("that nobody would see is none: what the button does takes its place", () => {
    const { blocks, remarks } = read({
      text: "Which?",
      choices: [{ title: "\u200b", say: "Savings" }, "\ufeff"],
    });
    expect(blocks).toEqual([{ kind: "choices", text: "Which?", choices: [says("Savings")] }]);
    expect(remarks).toEqual(["liveperson[0].choices[1]: neither a text nor a title"]);
  });
});

describe("a button or choice that is given twice", () => {
  it("is offered once, unless it does something else", () => {
    const twice = [
      "Savings",
      { title: "Savings", say: "Savings" },
      "Savings\u200b",
      { title: "Savings", say: "all" },
    ];
    const once = [says("Savings"), says("Savings", "all")];
    const { blocks, remarks } = read([
      { text: "Which?", choices: twice },
      { card: { title: "x", buttons: twice } },
    ]);
    expect(blocks).toMatchObject([{ choices: once }, { card: { buttons: once } }]);
    expect(remarks).toEqual([]);
  });
});

describe("what is longer than anybody reads", () => {
  const many = Array.from({ length: 130_000 }, (_, at) => `no ${at + 1}`);

  it("is cut and named: entries, choices, buttons, cards", () => {
    const entries = read(many);
    expect(entries.blocks).toHaveLength(100);
    expect(entries.remarks).toEqual(["liveperson: only the first 100 of 130000 were read"]);
    const { blocks, remarks } = read([
      { text: "Which?", choices: many },
      { card: { title: "Travel", buttons: many } },
      { carousel: many.map((title) => ({ title })) },
    ]);
    const [choices, card, carousel] = blocks;
    expect(choices).toHaveProperty("choices.length", 100);
    expect(card).toHaveProperty("card.buttons.length", 100);
    expect(carousel).toHaveProperty("cards.length", 100);
    expect(remarks).toEqual([
      "liveperson[0].choices: only the first 100 of 130000 were read",
      "liveperson[1].card.buttons: only the first 100 of 130000 were read",
      "liveperson[2].carousel: only the first 100 of 130000 were read",
    ]);
  });

  it("is whole up to then", () => {
    const { blocks, remarks } = read({ text: "Which?", choices: many.slice(0, 100) });
    expect(blocks[0]).toHaveProperty("choices.length", 100);
    expect(remarks).toEqual([]);
  });
});

describe("an image without an address", () => {
  it("is named; what it shows can still be told", () => {
    const { blocks, remarks } = read({ card: { title: "Travel", image: { alt: "A blue card" } } });
    expect(blocks).toMatchObject([{ card: { image: { url: "", alt: "A blue card" } } }]);
    expect(remarks).toEqual(["liveperson[0].card.image.url: missing; what the image shows is told"]);
  });

  it("or words is none: what a template left empty needs no remark, and what is no text gets one", () => {
    const blocks = [{ kind: "card", card: { ...NO_TEXTS, title: "Travel" } }];
    const withImage = (image: unknown) => read({ card: { title: "Travel", image } });
    for (const image of [undefined, null, "", {}, { url: "", alt: "" }, { url: null, alt: null }])
      expect(withImage(image)).toEqual({ blocks, outcomes: [], remarks: [] });
    expect(withImage({ url: ["x"], alt: ["A blue card"] })).toEqual({
      blocks,
      outcomes: [],
      remarks: ["liveperson[0].card.image.url: not a text", "liveperson[0].card.image.alt: not a text"],
    });
  });
});

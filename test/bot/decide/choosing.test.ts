import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenChoices } from "../../../src/answer/answer.ts";
import { chosen } from "../../../src/bot/decide/choosing.ts";

const checking = { title: "Checking", say: "my checking account" };
const savings = { title: "Savings", say: "my savings account" };
const SHOWN: OpenChoices = { shown: [checking, savings], numbered: [] };
const NUMBERED: OpenChoices = { shown: [], numbered: [checking, savings] };
const NONE: OpenChoices = { shown: [], numbered: [] };

describe("a label that is typed by hand", () => {
  it("says what clicking it would have said", () => {
    expect(chosen("Savings", SHOWN)).toBe("my savings account");
    expect(chosen("Savings", NUMBERED)).toBe("my savings account");
  });

  it("may be written in any case, with white space around it", () => {
    expect(chosen("  sAVINGS\n", SHOWN)).toBe("my savings account");
    expect(chosen("überweisung", { ...NONE, shown: [{ title: " Überweisung ", say: "transfer" }] })).toBe(
      "transfer",
    );
  });

  it("must be the whole message", () => {
    for (const words of ["Savings please", "Saving", "not Savings", "Check", ""])
      expect(chosen(words, SHOWN)).toBe(words);
  });
});

describe("a label that stands on several cards", () => {
  const order = (say: string) => ({ title: "Order it", say });

  it("means what all of them say", () => {
    expect(chosen("order it", { shown: [order("order a card"), order("order a card")], numbered: [] })).toBe(
      "order a card",
    );
  });

  it("means nothing when they say different things, and Clinc is asked what was typed", () => {
    const shown = [order("order the red card"), order("order the blue card")];
    expect(chosen("Order it", { shown, numbered: [] })).toBe("Order it");
    expect(chosen("Order it", { shown: shown.slice(1), numbered: shown.slice(0, 1) })).toBe("Order it");
  });
});

describe("a number that is typed", () => {
  it.each(["2", "2.", "2)", "(2)", " 2 ", "02"])("means the entry of the open list: %j", (words) => {
    expect(chosen(words, NUMBERED)).toBe("my savings account");
  });

  it("means nothing when no numbered list is open", () => {
    expect(chosen("2", SHOWN)).toBe("2");
    expect(chosen("2", NONE)).toBe("2");
  });

  it("means nothing beyond the list", () => {
    for (const words of ["0", "3", "100", "-1", "1000"]) expect(chosen(words, NUMBERED)).toBe(words);
  });

  it("means the label that is written so, before the place in the list", () => {
    const years = [
      { title: "3", say: "three years" },
      { title: "2", say: "two years" },
      { title: "1", say: "one year" },
    ];
    expect(chosen("1", { shown: [], numbered: years })).toBe("one year");
    expect(chosen("3", { shown: [], numbered: years })).toBe("three years");
    expect(chosen("2", { shown: [{ title: "2", say: "two people" }], numbered: [checking, savings] })).toBe(
      "two people",
    );
  });

  it.each(["$1", "1.00", "1,5", "1 dollar", "1 2", "1/2", "1..", "1st", "+1", "1€", "#1", "2%"])(
    "is an amount or a part of one, and stays as it is: %j",
    (words) => {
      expect(chosen(words, NUMBERED)).toBe(words);
    },
  );
});

describe("anything else", () => {
  it("goes to Clinc exactly as it was typed", () => {
    const words = "  What is my BALANCE? ";
    for (const open of [NONE, SHOWN, NUMBERED]) expect(chosen(words, open)).toBe(words);
  });
});

describe("a line that is typed as the list shows it", () => {
  it.each(["2. Savings", "2) Savings", "(2) Savings", "2.  savings ", "２． Savings"])(
    "means its entry: %j",
    (words) => {
      expect(chosen(words, NUMBERED)).toBe("my savings account");
    },
  );

  it("tells labels apart that are written alike", () => {
    const numbered = ["red", "blue"].map((colour) => ({
      title: "Order it",
      say: `order the ${colour} card`,
    }));
    expect(chosen("2. Order it", { shown: [], numbered })).toBe("order the blue card");
    expect(chosen("Order it", { shown: [], numbered })).toBe("Order it");
  });

  it.each(["1. Savings", "3. Savings", "2 Savings", "2.Savings", "2. Savings please", "2. 2. Savings"])(
    "means nothing when it is another one: %j",
    (words) => {
      expect(chosen(words, NUMBERED)).toBe(words);
    },
  );

  it("means nothing when no numbered list is open", () => {
    expect(chosen("2. Savings", SHOWN)).toBe("2. Savings");
  });
});

/** The choices of a list whose second entry is called so. */
const withSecond = (title: string): OpenChoices => ({
  shown: [],
  numbered: [checking, { title, say: "the second" }],
});

describe("a choice does not depend on", () => {
  it("the script of the digits", () => {
    for (const system of Intl.supportedValuesOf("numberingSystem")) {
      const two = new Intl.NumberFormat(`en-u-nu-${system}`).format(2);
      if (/^\p{Nd}$/u.test(two)) expect(chosen(two, withSecond("Savings")), system).toBe("the second");
    }
    for (const words of ["２", "٢", "۲", "२", "𝟚", "２．", "（２）", "٢. savings"])
      expect(chosen(words, withSecond("Savings"))).toBe("the second");
    const many = Array.from({ length: 12 }, (_, index) => ({
      title: `Card ${index}`,
      say: `card ${index + 1}`,
    }));
    expect(chosen("١٢", { shown: [], numbered: many })).toBe("card 12");
  });

  it("whether a key is drawn around them", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      title: `Card ${index}`,
      say: `card ${index + 1}`,
    }));
    for (const [words, say] of [
      ["2️⃣", "card 2"],
      ["2\u20e3", "card 2"],
      ["1️⃣2️⃣", "card 12"],
      ["🔟", "card 10"],
    ] as const)
      expect(chosen(words, { shown: [], numbered: many })).toBe(say);
  });

  it.each([
    ["İptal", "iptal"],
    ["İptal", "IPTAL"],
    ["iptal", "İPTAL"],
    ["Iptal", "ıptal"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "straße"],
    ["ΟΔΟΣ", "οδος"],
    ["ΟΔΟΣ", "οδοσ"],
    ["Café", "cafe\u0301"],
    ["cafe\u0301", "CAFÉ"],
    ["ﬁnance", "Finance"],
    ["\u200fSavings\u200f", "savings"],
    ["Sav\u200bings", "savings"],
    ["\u2068Savings\u2069", "savings"],
    ["My\u00a0savings", "my savings"],
    ["My  savings", "my\tsavings"],
    ["Savings", "sav\u00adings\u200b"],
  ])("letter case, Unicode form, what nobody sees, or blanks: %j typed as %j", (title, words) => {
    expect(chosen(words, withSecond(title))).toBe("the second");
    expect(chosen(words, { ...withSecond(title), shown: withSecond(title).numbered, numbered: [] })).toBe(
      "the second",
    );
  });

  const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
  const UNSEEN = ["\u200b", "\u200f", "\u2068", "\u2069", "\ufe0f", "\u00ad"];

  it("case and form, for any label", () => {
    fc.assert(
      fc.property(label, (title) => {
        for (const words of [
          title.toUpperCase(),
          title.toLowerCase(),
          title.normalize("NFC"),
          title.normalize("NFD"),
        ])
          expect(chosen(words, { shown: [{ title, say: "say" }], numbered: [] })).toBe("say");
      }),
    );
  });

  it("what nobody sees, anywhere, nor on how wide a blank is", () => {
    const unseen = fc
      .array(fc.constantFrom(...UNSEEN), { minLength: 1, maxLength: 3 })
      .map((all) => all.join(""));
    const blank = fc.constantFrom(" ", "  ", "\u00a0", "\t", "\u3000", "\n");
    fc.assert(
      fc.property(unseen, blank, (mark, gap) => {
        const words = `${mark}my${mark}${gap}sav${mark}ings${gap}`;
        expect(chosen(words, withSecond("My savings"))).toBe("the second");
        expect(chosen(`${mark}2${mark}.${mark}`, withSecond("My savings"))).toBe("the second");
      }),
    );
  });
});

describe("a choice is never", () => {
  const many = Array.from({ length: 99 }, (_, index) => ({ title: `Card no. ${index + 1}`, say: "a card" }));
  const open: OpenChoices = { shown: many, numbered: many };
  const number = fc.integer({ min: 1, max: 99 });
  const amount = fc.oneof(
    fc
      .tuple(fc.constantFrom("$", "€", "£", "₺", "USD ", "Rs. ", "+", "-", "#"), number)
      .map(([sign, n]) => sign + n),
    fc
      .tuple(number, fc.constantFrom("$", " €", " dollars", "%", "k", "st", "½", "⁰⁰", "²"))
      .map(([n, unit]) => n + unit),
    fc
      .tuple(number, fc.constantFrom(".", ",", "'", " ", "٫"), number)
      .map(([n, mark, part]) => n + mark + part),
  );
  const date = fc
    .tuple(number, fc.constantFrom("/", "-", ".", ". ", "/ "), number)
    .map(([day, mark, month]) => day + mark + month);
  const other = fc.constantFrom("send", "on the", "by", "pay", "until", "to savings");
  const sentence = fc
    .tuple(fc.constantFrom("", "send ", "pay "), fc.oneof(amount, date, number.map(String)), other)
    .map(([before, middle, after]) => `${before}${middle} ${after}`);

  it("an amount, a date, or a sentence with one", () => {
    fc.assert(
      fc.property(fc.oneof(amount, date, sentence), (words) => {
        expect(chosen(words, open)).toBe(words);
      }),
    );
  });

  it("a number, however it is written, without an open numbered list", () => {
    const written = fc
      .tuple(number, fc.constantFrom("", ".", ")"), fc.constantFrom("", "\ufe0f\u20e3", "\u200f"))
      .map(([n, mark, unseen]) => `${n}${unseen}${mark}`);
    fc.assert(
      fc.property(
        fc.oneof(
          written,
          number.map((n) => `(${n})`),
        ),
        (words) => {
          expect(chosen(words, { shown: many, numbered: [] })).toBe(words);
        },
      ),
    );
  });

  it("a number of raised or ringed digits, or one that goes on with such", () => {
    for (const words of ["²", "10²", "①", "1①", "⑵", "2½"]) expect(chosen(words, open)).toBe(words);
  });
});

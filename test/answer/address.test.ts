import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, callAddress } from "../../src/answer/address.ts";
import { anyCharacter } from "../support/characters.ts";

/** What LivePerson takes as the address of a link. */
const URI = /^(https?|tel|mailto):(?:[\w.~:/?#@!$&'()*+,;=-]|%[\da-f]{2})+$/i;

describe("a number to call", () => {
  it.each([
    ["+1 555 0100", "tel:+15550100"],
    ["(734) 555-0100", "tel:7345550100"],
    ["+1 (734) 555-0100", "tel:+17345550100"],
    ["734\u00a0555\u00a00100", "tel:7345550100"],
    ["734\u202f555\u20090100", "tel:7345550100"],
    ["734–555–0100", "tel:7345550100"],
    ["734\u2011555\u20110100", "tel:7345550100"],
    ["734−555−0100", "tel:7345550100"],
    ["734.555.0100", "tel:7345550100"],
    ["089/123 456", "tel:089123456"],
    ["*611", "tel:*611"],
    ["#31#", "tel:#31#"],
    ["tel:+1-734-555-0100", "tel:+17345550100"],
    ["TEL: +1 734 555 0100", "tel:+17345550100"],
    ["tel://+17345550100", "tel:+17345550100"],
    ["＋１ ７３４ ５５５ ０１００", "tel:+17345550100"],
    ["\u202a+1 734 555 0100\u202c", "tel:+17345550100"],
    ["+44 (0)20 7946 0000", "tel:+442079460000"],
    ["+49(0)89 123456", "tel:+4989123456"],
    ["tel:+44 (0)20 7946 0000", "tel:+442079460000"],
    ["(020) 7946 0000", "tel:02079460000"],
    ["(734) 555-0100 ext. 12", "tel:7345550100;ext=12"],
    ["(734) 555-0100, ext 12", "tel:7345550100;ext=12"],
    ["734 555 0100 x12", "tel:7345550100;ext=12"],
    ["tel:+17345550100;ext=12", "tel:+17345550100;ext=12"],
  ])("is understood in the spelling %j", (written, address) => {
    expect(callAddress(written)).toBe(address);
  });

  it.each([
    "",
    " ",
    "call us",
    "555-FLOWERS",
    "+",
    "*#",
    "()",
    "12+34",
    "1e3",
    "https://bank.example",
    "tel:",
  ])("is not %j", (written) => {
    expect(callAddress(written)).toBeUndefined();
  });

  it("is always one that LivePerson takes, but for the # of a short code", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."+0123456789 ()-./–\u00a0x,ext") }), (written) => {
        const address = callAddress(written);
        if (address !== undefined) expect(address).toMatch(URI);
      }),
    );
  });

  it("is looked for in a long text without losing time", () => {
    const parts = ["1".repeat(50_000), " ".repeat(50_000), "*".repeat(50_000), "(0)".repeat(20_000)];
    for (const long of [...parts, "call us ".repeat(50_000)]) expect(callAddress(`${long}!`)).toBeUndefined();
  });
});

describe("an address", () => {
  it.each([
    "https://bank.example",
    "https://bank.example/terms?a=b&c=%20d#e",
    "mailto:help@bank.example",
    "geo:42.28,-83.74",
    "whatsapp://send?text=hi",
  ])("stays as it is when it is one: %s", (address) => {
    expect(addressOf(address)).toBe(address);
  });

  it.each([
    ["https://bank.example/my file.pdf", "https://bank.example/my%20file.pdf"],
    ["https://bank.example/my\u00a0file.pdf", "https://bank.example/my%C2%A0file.pdf"],
    ["https://bank.example/straße?q=ä", "https://bank.example/stra%C3%9Fe?q=%C3%A4"],
    ["https://bank.example/😀", "https://bank.example/%F0%9F%98%80"],
    ["https://bank.example/100%/a%20b", "https://bank.example/100%25/a%20b"],
    ['https://bank.example/?q[a]=<1>|"x"', "https://bank.example/?q%5Ba%5D=%3C1%3E%7C%22x%22"],
    ["https://bank.example/\ud83d", "https://bank.example/%EF%BF%BD"],
    ["https://bank.example/\u017f\u212a", "https://bank.example/%C5%BF%E2%84%AA"],
    ["www.bank.example/terms", "https://www.bank.example/terms"],
    ["WWW.bank.example", "https://WWW.bank.example"],
    ["//bank.example/terms", "https://bank.example/terms"],
    ["tel:+1 (734) 555-0100", "tel:+17345550100"],
  ])("is written as LivePerson takes it: %j", (written, address) => {
    expect(addressOf(written)).toBe(address);
  });

  it("keeps a scheme that LivePerson refuses, so that it is refused", () => {
    expect(addressOf("javascript:alert(1)")).toBe("javascript:alert(1)");
    expect(addressOf(" javascript:alert(1)")).toBe("%20javascript:alert(1)");
  });

  it("is a number only where it begins with tel:", () => {
    expect(addressOf("/tel:+15550100")).toBe("/tel:+15550100");
  });

  it("is taken by LivePerson whatever stands behind its scheme", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), (rest) => {
        expect(addressOf(`https://bank.example/${rest}`)).toMatch(URI);
      }),
    );
  });

  it("changes no more when it is written once more", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (written) => {
        expect(addressOf(addressOf(written))).toBe(addressOf(written));
      }),
    );
  });
});

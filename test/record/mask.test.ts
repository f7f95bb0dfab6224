import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask } from "../../src/record/mask.ts";
import { anyCharacter } from "../support/characters.ts";

describe("masking for the agent hides", () => {
  const CARDS: Array<[written: string, masked: string]> = [
    ["my card 4111 1111 1111 1111 please", "my card ••••1111 please"],
    ["4111111111111111", "••••1111"],
    ["4111-1111-1111-1111", "••••1111"],
    ["4111.1111.1111.1111", "••••1111"],
    ["4111, 1111, 1111, 1111", "••••1111"],
    ["4111    1111    1111    1111", "••••1111"],
    ["4111 -- 1111 -- 1111 -- 1111", "••••1111"],
    ["4111\n1111\r\n1111\t1111", "••••1111"],
    ["4111\u00a01111\u202f1111\u20091111", "••••1111"],
    ["4111\u200b1111\u200d1111\u00ad1111", "••••1111"],
    ["4\u03321\u03321\u03321\u0332111111111111", "••••1111"],
    ["4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣ please", "••••1111️⃣ please"],
    ["4111x1111x1111x1111", "••••1111"],
    ["4111 x 1111 x 1111 x 1111", "••••1111"],
    ["４１１１１１１１１１１１１１１１", "••••1111"],
    ["⁴¹¹¹ ¹¹¹¹ ¹¹¹¹ ¹¹¹¹", "••••1111"],
    ["④①①① ①①①① ①①①① ①①①①", "••••1111"],
    ["𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏", "••••1111"],
    ["❹❶❶❶❶❶❶❶❶❶❶❶❶❶❶❶", "••••❶❶❶❶"],
    ["٤١١١ ١١١١ ١١١١ ١١١١", "••••١١١١"],
    ["٤١١١ x ١١١١ x ١١١١ x ١١١١", "••••١١١١"],
    ["411,111 111,111 111,1", "••••1111"],
    ["41:11 11:11 11:11 11:11", "••••1111"],
    ["4/11/11 11/11/11 11/11/1", "••••1111"],
    ["4111 1111 1111 $1,111", "••••1111"],
    ["3782 822463 10005", "••••0005"],
    ["4111 1111 1111 1111 12/27 123", "••••1111"],
    ["30569309025904, 4222222222222", "••••5904"],
    ["3: 411,111 111,111 111,1", "••••1111"],
    ["411,111 111,111 111,111 0", "••••1110"],
  ];

  const OTHERS: Array<[written: string, masked: string]> = [
    ["account 123456", "account ••••56"],
    ["account 1234567", "account ••••67"],
    ["account 12345678", "account ••••5678"],
    ["IBANDE89370400440532013000", "IBAN••••3000"],
    ["konto 123456.78", "konto ••••5678"],
    ["12a34b56c78d90", "••••7890"],
    ["12_34_56_78_90", "••••7890"],
    ["12,345,678,90", "••••7890"],
    ["1234, 5678, 9012", "••••9012"],
    ["12 -- 34 -- 56 -- 78", "••••5678"],
    ["DNI 12.345.678", "DNI ••••5678"],
    ["CPF 123.456.789-09", "CPF ••••8909"],
    ["SSN 123-45-6789", "SSN ••••6789"],
    ["sort code 12-34-56", "sort code ••••56"],
    ["account ¹²³⁴⁵⁶⁷⁸", "account ••••5678"],
    ["account 12345678 €50", "account ••••5678 €50"],
    ["account 12345678, 25/11/2026", "account ••••5678, 25/11/2026"],
    ["20261125", "••••1125"],
    ["39/11/2026", "••••2026"],
    ["25/19/2026", "••••2026"],
    ["25/11/3026", "••••3026"],
    ["47:61:12", "••••12"],
    ["€1234567890", "€••••7890"],
    ["2026-11-251234", "••••1234"],
    ["call +1 (555) 010-0199 now", "call ••••0199 now"],
    ["01.23.45.67.89", "••••6789"],
    ["030 / 123 45 67", "••••4567"],
    ["DE89370400440532013000", "••••3000"],
    ["de89 3704 0044 0532 0130 00", "••••3000"],
    ["DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", "••••3000"],
    ["DE89-3704--0044 . 0532/0130\n00", "••••3000"],
    ["IBAN GB29 NWBK 6016 1331 9268 19 and 50 more", "IBAN ••••6819 and 50 more"],
    ["FR14 2004 1010 0505 0001 3M02 606", "••••2606"],
    ["IT60 X054 2811 1010 0000 0123 456", "••••3456"],
    ["NO9386011117947.", "••••7947."],
    ["mistyped DE89 3704 0044 0532 0130 01", "mistyped ••••3001"],
    ["DE89370400440532013000 EUR 50", "••••3000 EUR 50"],
    ["write to jane.doe@bank.example please", "write to [e-mail] please"],
    ["john.doe @ bank.example", "[e-mail]"],
    ["jane＠bank.example", "[e-mail]"],
    ["jane﹫bank.example", "[e-mail]"],
    ["jane\n  @ \n bank.example", "[e-mail]"],
    ["ja\u200bne@bank.example", "[e-mail]"],
    ["jane (at) bank.example", "[e-mail]"],
    ["jane[AT]bank.example", "[e-mail]"],
  ];

  it.each([...CARDS, ...OTHERS])("%j as %j", (written, masked) => {
    expect(mask(written)).toBe(masked);
  });
});

describe("masking for the agent leaves alone", () => {
  const AMOUNTS = [
    "$1250.40",
    "1250.4",
    "12345.67",
    "$1,250.40",
    "1,250.40",
    "125,000",
    "1,250,000.00",
    "1.250,40",
    "1.250.000,40",
    "125.000",
    "1.250.000",
    "1'250.40",
    "12’345’678.00",
    "1 250,40 €",
    "1 250,40",
    "123 456 789,00",
    "USD1,250,000.00",
    "₹12,34,567.00",
    "US$1,250,000.00",
    "-$1,250.40",
    "€125000",
    "125000 €",
    "125000.50€",
    "$5.00-$10.00",
    "$2,374.04, $8,044.00, $89.54 and $4.00",
    "5.35, 2,863.92, 8,738.52",
    "3,916.89, 6,137.42, 5,997.44",
    "7,612.99 / 2,918.00 / 3,741.41 / 7.99",
  ];
  const DATES = [
    "2026-11-25",
    "2026/11/25",
    "25/11/2026",
    "11/25/2026",
    "25.11.2026",
    "25-11-2026",
    "5/1/2026",
    "25/11/26",
    "25.11.26",
    "11/2026",
    "2026-11",
    "2025-2026",
    "November 25, 2026",
    "2026-11-25, 2026-11-26 - 2026-11-27",
    "born 1980-02-03",
    "2026-11-25T14:30:00.123456+01:00",
    "2026-11-25T14:30Z",
    "2026-11-25T14:30:00.123456-0500",
    "2026-11-25 14:30:15",
    "14:30",
    "14:30:15",
    "9:05:30",
    "09:00-17:00",
    "09:00 – 17:00",
    "on 25/11/2026 at 14:30 for 1,250.40",
  ];
  const WORDS = [
    "",
    "Everyday Checking",
    "12345",
    "50 dollars",
    "3 of 4",
    "from 1234 to 5678 on the 11th",
    "entre 1500 y 3000",
    "C-1001, desk 24/7",
    "in24 hours please call me",
    "Grüße, Zoë 👍🏽",
  ];
  it.each([...AMOUNTS, ...DATES, ...WORDS])("%j", (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe("masking for the agent", () => {
  it("hides numbers on both sides of a date, and of an amount", () => {
    expect(mask("account 12345678, 2026-11-25, account 87654321, $1,250.40, account 12344321")).toBe(
      "account ••••5678, 2026-11-25, account ••••4321, $1,250.40, account ••••4321",
    );
  });

  it("makes one line of plain characters of any text", () => {
    expect(mask("ｖｅｒｉｆｉｅｄ:\r\n\tyes\u2028\u0000by\u202e the\u200b bot")).toBe(
      "verified: yes by the bot",
    );
  });

  it("comes to an end with a long text of whatever kind", () => {
    for (const piece of [
      "1",
      "-",
      "1-",
      "1 a ",
      "DE89",
      "DE89-",
      "a",
      "@",
      "a@",
      "(at)",
      "$1,",
      "2026-",
      "\u0332",
    ])
      expect(mask(piece.repeat(5_000)).length).toBeLessThan(50_000);
  });

  const LONGEST = 19;
  const SHORTEST = 13;
  const SURVIVES = new RegExp(`\\p{N}(?:\\P{N}*\\p{N}){${SHORTEST - 1}}`, "u");

  /** The digits of a valid card, in any of the forms that a digit has. */
  const card = fc
    .array(fc.nat(9), { minLength: SHORTEST - 1, maxLength: LONGEST - 1 })
    .map((digits) => [...digits, checkDigit(digits)]);
  const form = fc.constantFrom(..."0０⁰𝟎𝟘٠०");
  const written = fc.tuple(
    fc.constantFrom("", "my card is ", "Nº: ", "("),
    fc.constantFrom("", " please", ".", ")"),
  );

  /** Any signs, and at most one letter among them. */
  const signs = fc
    .string({
      unit: fc.oneof(fc.constantFrom(..." \n\t\u00a0\u200b.,-/:;_'$()@+#*•"), anyCharacter),
      maxLength: 5,
    })
    .filter((text) => !/[\p{L}\p{N}]/u.test(text.normalize("NFKC")));
  const separator = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 3, arbitrary: signs },
    {
      weight: 1,
      arbitrary: fc.tuple(signs, fc.constantFrom(..."axOlЖ"), signs).map((parts) => parts.join("")),
    },
  );

  it("leaves no thirteen digits of a valid card, however it is written", () => {
    fc.assert(
      fc.property(
        card,
        fc.array(fc.tuple(form, separator), { minLength: LONGEST, maxLength: LONGEST }),
        written,
        (digits, looks, [before, after]) => {
          const number = digits.map((digit, place) => {
            const [zero = "0", between = ""] = looks[place] ?? [];
            const sign =
              zero === "⁰" ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit] : String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit);
            return `${sign}${place < digits.length - 1 ? between : ""}`;
          });
          expect(mask(before + number.join("") + after)).not.toMatch(SURVIVES);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

/** After Luhn, seen from the end. */
function checkDigit(digits: readonly number[]): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(weighed / 10) + (weighed % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

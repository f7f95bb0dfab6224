import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import { PROFILES } from "../../src/liveperson/profiles.ts";
import { checkContent, checkMetadata } from "../../src/liveperson/structured-content.ts";
import type { JsonObject } from "../../src/runtime/tolerant.ts";
import {
  button,
  choice,
  footer,
  link,
  quickReplies,
  says,
  subtitle,
  text,
  title,
  vertical,
} from "../support/content.ts";

const check = (content: JsonObject, channel: Channel) => checkContent(content, PROFILES[channel]);
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const I = { type: "image", url: "https://img.bank.example/card.png" };
const T = title("Everyday Checking");
const S = subtitle("Balance and last payments");
const B = choice("Show payments", "show payments");
const LINK = link("Terms", "https://bank.example/terms");
const CALL = link("Call us", "tel:+15550100");

const flat = (...elements: JsonObject[]) => ({ ...vertical(...elements), tag: "generic" });
const nested = (...elements: JsonObject[]) => flat(vertical(...elements));
const withAlt = (body: JsonObject) => ({ ...body, alt: "Everyday Checking" });
const buttonCard = (...elements: JsonObject[]) => ({ ...nested(...elements), tag: "button" });
const carousel = (...elements: JsonObject[]) => ({ type: "carousel", alt: "Your accounts", elements });

const NO_SHAPE = "structuredContent has not the shape of a card on this channel";

describe("the shape of a card", () => {
  const EVERYWHERE: Channel[] = ["web", "apple", "facebook", "rcs", "line", "whatsapp"];
  const shapes: Array<[string, JsonObject, Channel[]]> = [
    ["no tags", vertical(I, text("Everyday Checking"), B), ["web", "apple"]],
    ["I T S B in an inner frame", nested(I, T, S, B), ["web", "apple", "facebook", "rcs"]],
    ["the same with an alt", withAlt(nested(I, T, S, B)), ["web", "apple", "facebook", "rcs", "line"]],
    ["T S B in an inner frame", withAlt(nested(T, S, B)), ["web", "apple", "facebook", "rcs", "line"]],
    ["T B in an inner frame", withAlt(nested(T, B)), ["web", "apple", "facebook", "rcs"]],
    ["I T S B without an inner frame", flat(I, T, S, B), ["web", "apple", "rcs", "whatsapp"]],
    [
      "a carousel with inner frames",
      carousel(withAlt(nested(I, T, S, B)), withAlt(nested(I, T, S, B))),
      ["web", "apple", "facebook", "rcs", "line"],
    ],
    [
      "a carousel without inner frames",
      carousel(flat(I, T, S, B), flat(I, T, S, B)),
      ["web", "apple", "rcs"],
    ],
    ["a map", { type: "map", la: 42.28, lo: -83.74 }, ["web", "apple"]],
  ];
  const cases = shapes.flatMap(([shape, body, taken]) =>
    EVERYWHERE.map((channel): [string, Channel, string, JsonObject] => [
      taken.includes(channel) ? "passes" : "is refused",
      channel,
      shape,
      body,
    ]),
  );

  it.each(cases)("%s on %s: %s", (verdict, channel, _, body) => {
    const problem = check(body, channel);
    if (verdict === "passes") expect(problem).toBeUndefined();
    else expect(problem).toEqual(expect.any(String));
  });

  it("is not what chat and unknown channels ask for: all of the web's catalogue passes", () => {
    for (const channel of ["chat", "unknown"] as const)
      for (const [, body] of shapes) expect(check(body, channel)).toBeUndefined();
  });

  it("is none on channels that show nothing but text", () => {
    for (const channel of ["instagram", "twitter", "sms"] as const)
      for (const [, body] of shapes)
        expect(check(body, channel)).toBe("this channel shows no structured content");
  });

  it("needs an image beside a subtitle in a carousel on Facebook", () => {
    expect(check(carousel(nested(I, T, S, B), nested(I, T, S, B)), "facebook")).toBeUndefined();
    expect(check(carousel(nested(T, B), nested(T, B)), "facebook")).toBeUndefined();
    expect(check(carousel(nested(T, S, B), nested(T, S, B)), "facebook")).toBe(NO_SHAPE);
  });

  it("needs an image, a title or a subtitle on RCS, and a subtitle and a button on LINE", () => {
    expect(check(nested(B), "rcs")).toBe(NO_SHAPE);
    expect(check(nested(S, B), "rcs")).toBeUndefined();
    expect(check(withAlt(nested(S, B)), "line")).toBeUndefined();
    expect(check(withAlt(nested(I, T, S)), "line")).toBe(NO_SHAPE);
    expect(check(withAlt(nested(I, T, B)), "line")).toBe(NO_SHAPE);
  });

  it("may be Apple's own, and then must be it", () => {
    const richLink = { type: "vertical", tag: "richLink", elements: [I, LINK] };
    expect(check(richLink, "apple")).toBeUndefined();
    expect(check({ ...richLink, elements: [T, T] }, "apple")).toBe(NO_SHAPE);
    expect(check({ ...richLink, alt: "A card" }, "apple")).toBe(
      "vertical.alt is not known in a template of this channel",
    );
  });
});

describe("a number of buttons and cards", () => {
  const most: Array<[Channel, number, (buttons: JsonObject[]) => JsonObject]> = [
    ["facebook", 3, (buttons) => nested(I, T, S, ...buttons)],
    ["rcs", 4, (buttons) => nested(I, T, S, ...buttons)],
    ["line", 4, (buttons) => withAlt(nested(I, T, S, ...buttons))],
    ["whatsapp", 3, (buttons) => flat(I, T, S, ...buttons)],
    ["rcs", 2, (buttons) => carousel(nested(I, T, S, ...buttons), nested(I, T, S, B))],
    ["line", 3, (buttons) => carousel(withAlt(nested(I, T, S, ...buttons)), withAlt(nested(I, T, S, B)))],
    ["facebook", 3, (buttons) => carousel(nested(I, T, S, ...buttons), nested(I, T, S, B))],
  ];

  it.each(most)("on %s is at most %i", (channel, count, body) => {
    expect(check(body(times(count, () => B)), channel)).toBeUndefined();
    expect(check(body(times(count + 1, () => B)), channel)).toBe(NO_SHAPE);
  });

  it.each<Channel>(["web", "apple", "facebook", "rcs", "line"])(
    "in a carousel on %s is two to ten cards",
    (channel) => {
      const cards = (count: number) => carousel(...times(count, () => withAlt(nested(I, T, S, B))));
      expect(check(cards(2), channel)).toBeUndefined();
      expect(check(cards(10), channel)).toBeUndefined();
      expect(check(cards(1), channel)).toBe("structuredContent.elements must be a list of 2 to 10");
      expect(check(cards(11), channel)).toBe("structuredContent.elements must be a list of 2 to 10");
    },
  );
});

describe("a length, in code points", () => {
  type Length = [Channel, string, number, (long: string) => JsonObject];
  const lengths: Length[] = [
    ["facebook", "title", 80, (long) => nested(I, title(long), S, B)],
    ["facebook", "subtitle", 80, (long) => nested(I, T, subtitle(long), B)],
    ["facebook", "title of a card of buttons", 640, (long) => buttonCard(title(long), B)],
    ["facebook", "button", 20, (long) => nested(I, T, S, choice(long, "x"))],
    ["rcs", "title", 640, (long) => nested(I, title(long), S, B)],
    ["rcs", "subtitle", 640, (long) => nested(I, T, subtitle(long), B)],
    ["rcs", "button", 25, (long) => nested(I, T, S, choice(long, "x"))],
    ["line", "title", 40, (long) => withAlt(nested(I, title(long), S, B))],
    ["line", "subtitle", 60, (long) => withAlt(nested(I, T, subtitle(long), B))],
    ["line", "subtitle alone", 120, (long) => withAlt(nested(subtitle(long), B))],
    ["line", "button", 128, (long) => withAlt(nested(I, T, S, choice(long, "x")))],
    ["line", "alt", 1500, (long) => ({ ...nested(I, T, S, B), alt: long })],
    ["whatsapp", "title", 100, (long) => flat(I, title(long), S, B)],
    ["whatsapp", "subtitle", 924, (long) => flat(I, T, subtitle(long), B)],
    ["whatsapp", "footer", 60, (long) => flat(I, T, S, footer(long), B)],
    ["whatsapp", "button", 20, (long) => flat(I, T, S, choice(long, "x"))],
    ["whatsapp", "published text", 20, (long) => flat(I, T, S, choice("Show payments", long))],
    ["apple", "text", 5000, (long) => vertical(text(long), B)],
    ["apple", "button", 128, (long) => vertical(T, choice(long, "x"))],
    ["web", "published text", 256, (long) => vertical(T, choice("Show payments", long))],
  ];

  it.each(lengths)("on %s of a %s is at most %i", (channel, _, most, body) => {
    const letter = most > 2000 ? "x" : "😀";
    expect(check(body(letter.repeat(most)), channel)).toBeUndefined();
    expect(check(body(letter.repeat(most + 1)), channel)).toEqual(expect.any(String));
  });

  it("of an image's address is at most 1,000 on LINE and WhatsApp, and more elsewhere", () => {
    const image = (length: number) => ({ ...I, url: "https://img.bank.example/".padEnd(length, "x") });
    expect(check(withAlt(nested(image(1000), T, S, B)), "line")).toBeUndefined();
    expect(check(withAlt(nested(image(1001), T, S, B)), "line")).toBe(
      "a image is longer than 1000 characters",
    );
    expect(check(flat(image(1000), T, S, B), "whatsapp")).toBeUndefined();
    expect(check(flat(image(1001), T, S, B), "whatsapp")).toBe("a image is longer than 1000 characters");
    expect(check(nested(image(2048), T, S, B), "facebook")).toBeUndefined();
  });
});

describe("a button's action", () => {
  it("may open an address or call on every channel but WhatsApp", () => {
    for (const one of [LINK, CALL]) {
      for (const channel of ["web", "apple", "facebook", "rcs", "line"] as const)
        expect(check(withAlt(nested(I, T, S, one)), channel)).toBeUndefined();
      expect(check(flat(I, T, S, one), "whatsapp")).toEqual(expect.any(String));
    }
  });

  it("may show the way on Facebook and RCS, but not on LINE and WhatsApp", () => {
    const way = button("Branch", { type: "navigate", la: 42.28, lo: -83.74 });
    for (const channel of ["facebook", "rcs"] as const)
      expect(check(nested(I, T, S, way), channel)).toBeUndefined();
    for (const channel of ["line"] as const)
      expect(check(withAlt(nested(I, T, S, way)), channel)).toEqual(expect.any(String));
    expect(check(flat(I, T, S, way), "whatsapp")).toEqual(expect.any(String));
  });

  it("may pick a date on the web only", () => {
    const picker = button("When?", { type: "datePicker", class: "single" });
    expect(check(vertical(T, picker), "web")).toBeUndefined();
    for (const channel of ["facebook", "rcs", "line"] as const)
      expect(check(withAlt(nested(I, T, S, picker)), channel)).toEqual(expect.any(String));
  });

  it("is there on every card of a channel with templates", () => {
    const dead = { type: "button", title: "Show payments" };
    for (const channel of ["facebook", "rcs", "line"] as const)
      expect(check(withAlt(nested(I, T, S, dead)), channel)).toEqual(expect.any(String));
    expect(check(flat(I, T, S, dead), "whatsapp")).toEqual(expect.any(String));
  });

  it("on WhatsApp is exactly one, without tooltip and metadata", () => {
    const metadata = [{ type: "ExternalId", id: "pay-1" }];
    for (const one of [
      { ...B, tooltip: "Payments" },
      { ...B, click: { ...B.click, metadata } },
      { ...B, click: { actions: [says("a"), says("b")] } },
      { ...B, click: { actions: [] } },
    ])
      expect(check(flat(I, T, S, one), "whatsapp")).toEqual(expect.any(String));
    expect(check(nested(I, T, S, { ...B, click: { ...B.click, metadata } }), "facebook")).toBeUndefined();
  });
});

describe("a card on Viber", () => {
  it("is a generic template with an inner frame of at most seven elements", () => {
    for (const body of [nested(I, T, S, B), nested(T, S, B), nested(T, B), nested(I, T, S, LINK, CALL)])
      expect(check(body, "viber")).toBeUndefined();
    expect(check(carousel(nested(I, T, S, B), nested(T, B)), "viber")).toBeUndefined();
    expect(check(nested(I, T, S, ...times(4, () => B)), "viber")).toBeUndefined();
    expect(check(nested(I, T, S, ...times(5, () => B)), "viber")).toBe(NO_SHAPE);
    for (const body of [flat(I, T, S, B), vertical(I, T, B)]) expect(check(body, "viber")).toBe(NO_SHAPE);
  });

  it.each<[string, number, (long: string) => JsonObject]>([
    ["title", 640, (long) => nested(I, title(long), S, B)],
    ["subtitle", 640, (long) => nested(I, T, subtitle(long), B)],
    ["button", 25, (long) => nested(I, T, S, choice(long, "x"))],
  ])("has a %s of at most %i characters", (_, most, body) => {
    expect(check(body("😀".repeat(most)), "viber")).toBeUndefined();
    expect(check(body("😀".repeat(most + 1)), "viber")).toEqual(expect.any(String));
  });

  it("says something or opens an address, and does not show the way", () => {
    const way = button("Branch", { type: "navigate", la: 42.28, lo: -83.74 });
    expect(check(nested(I, T, S, way), "viber")).toEqual(expect.any(String));
  });
});

describe("a card on LINE", () => {
  it("needs an alt, the carousel as well", () => {
    expect(check(nested(I, T, S, B), "line")).toBe("structuredContent.alt is missing");
    const cards = [withAlt(nested(I, T, S, B)), withAlt(nested(I, T, S, B))];
    expect(check({ type: "carousel", elements: cards }, "line")).toBe("structuredContent.alt is missing");
    expect(check(carousel(...cards), "line")).toBeUndefined();
  });
});

describe("quick replies", () => {
  const reply = (label: string, action: JsonObject = says("checking")) => button(label, action);
  const content = (replies: unknown, more: JsonObject = {}) => ({
    message: "Which account?",
    quickReplies: { type: "quickReplies", itemsPerRow: 8, replies, ...more },
  });
  const WITH: Array<[Channel, number, number]> = [
    ["web", 24, 128],
    ["unknown", 24, 128],
    ["apple", 13, 128],
    ["facebook", 13, 127],
    ["rcs", 11, 25],
    ["line", 13, 128],
    ["viber", 11, 25],
    ["whatsapp", 13, 20],
  ];

  it.each(WITH)("on %s are 1 to %i, with titles of at most %i characters", (channel, most, length) => {
    const replies = (count: number) => content(times(count, (at) => reply(`no ${at}`)));
    expect(check(replies(1), channel)).toBeUndefined();
    expect(check(replies(most), channel)).toBeUndefined();
    const problem = `quickReplies.replies must be a list of 1 to ${most}`;
    expect(check(replies(0), channel)).toBe(problem);
    expect(check(replies(most + 1), channel)).toBe(problem);
    expect(check(content("Checking"), channel)).toBe(problem);
    expect(check(content([reply("😀".repeat(length))]), channel)).toBeUndefined();
    expect(check(content([reply("x"), reply("😀".repeat(length + 1))]), channel)).toMatch(
      /^quickReplies\.replies\[1\]\.title (is longer than|must be a text of at most)/,
    );
  });

  it.each<Channel>(["chat", "sms", "instagram", "twitter"])("are none on %s", (channel) => {
    expect(check(content([reply("Checking")]), channel)).toBe("this channel has no quick replies");
  });

  it("need a message beside them, and nothing else", () => {
    const replies = content([reply("Checking")]);
    for (const message of [undefined, "", " \n", 7, ["x"]])
      expect(check({ ...replies, message }, "web")).toBe("quickReplies need a message beside them");
    expect(check({ ...replies, text: "x" }, "web")).toBe(
      "structuredContent.text is not known beside quickReplies",
    );
    expect(check({ ...replies, ["x\n[clinc] turn {} ".repeat(20)]: 1 }, "web")).toMatch(
      /^structuredContent\.\w{63}… is not known beside quickReplies$/,
    );
  });

  it("must have all their own fields, and no other", () => {
    const problem = "quickReplies must have type, itemsPerRow and replies only";
    expect(check(content([reply("x")], { tooltip: "x" }), "web")).toBe(problem);
    expect(check(content([reply("x")], { type: "vertical" }), "web")).toBe(problem);
    for (const quickReplies of [null, [], "x", {}])
      expect(check({ message: "x", quickReplies }, "web")).toBe(problem);
  });

  it("must say how many stand in a row: 1 to 8, which LivePerson's own schema does not check", () => {
    for (const itemsPerRow of [1, 8])
      expect(check(content([reply("x")], { itemsPerRow }), "web")).toBeUndefined();
    for (const itemsPerRow of [0, 9, 99, 1.5, "8", null, undefined])
      expect(check(content([reply("x")], { itemsPerRow }), "web")).toBe(
        "quickReplies.itemsPerRow must be 1 to 8",
      );
  });

  it("are buttons like any other", () => {
    for (const [wrong, problem] of [
      [text("x"), "quickReplies.replies[1].type must be one of button"],
      [{ type: "button" }, "quickReplies.replies[1].title is missing"],
      [{ ...reply("x"), titel: "x" }, "quickReplies.replies[1].titel is not known there"],
      ["Checking", "quickReplies.replies[1] must be an object"],
      [
        reply("x", says("x".repeat(257))),
        "quickReplies.replies[1].click.actions[0].text must be a text of at most 256 characters",
      ],
      [
        link("x", "javascript:alert(1)"),
        "quickReplies.replies[1].click.actions[0].uri must be an address with an allowed scheme",
      ],
    ] as const)
      expect(check(content([reply("x"), wrong]), "web")).toBe(problem);
  });

  it("may open an address on the web, and publish exactly one text elsewhere", () => {
    const terms = content([link("Terms", "https://bank.example/terms")]);
    expect(check(terms, "web")).toBeUndefined();
    const two = content([{ ...reply("x"), click: { actions: [says("a"), says("b")] } }]);
    const none = content([{ ...reply("x"), click: { actions: [] } }]);
    for (const channel of ["facebook", "rcs", "line", "whatsapp"] as const)
      for (const wrong of [terms, two, none])
        expect(check(wrong, channel)).toBe("quickReplies.replies[0] must publish one text");
  });

  it("on WhatsApp publish at most 20 characters, without tooltip and metadata", () => {
    expect(check(content([reply("x", says("y".repeat(20)))]), "whatsapp")).toBeUndefined();
    expect(check(content([reply("x", says("y".repeat(21)))]), "whatsapp")).toBe(
      "quickReplies.replies[0] publishes a text that is too long",
    );
    const metadata = [{ type: "ExternalId", id: "choice-1" }];
    const withMetadata = content([{ ...reply("x"), click: { actions: [says("x")], metadata } }]);
    for (const dressed of [content([{ ...reply("x"), tooltip: "x" }]), withMetadata])
      expect(check(dressed, "whatsapp")).toBe(
        "quickReplies.replies[0] must have neither tooltip nor metadata",
      );
    for (const channel of ["web", "apple", "facebook", "rcs", "line"] as const)
      expect(check(withMetadata, channel)).toBeUndefined();
  });
});

describe("structured content as a whole", () => {
  const sized = (bytes: number, letter: string) => {
    const empty = vertical(...times(4, () => text("")));
    let left = Math.floor((bytes - Buffer.byteLength(JSON.stringify(empty))) / Buffer.byteLength(letter));
    return vertical(
      ...empty.elements.map((text) => {
        const share = Math.min(left, 5000);
        left -= share;
        return { ...text, text: letter.repeat(share) };
      }),
    );
  };

  it("has at most 15,000 bytes", () => {
    expect(Buffer.byteLength(JSON.stringify(sized(15_000, "x")))).toBe(15_000);
    expect(check(sized(15_000, "x"), "web")).toBeUndefined();
    expect(check(sized(15_001, "x"), "web")).toBe("structuredContent is longer than 15000 bytes");
  });

  it("is counted in bytes, not in characters", () => {
    expect(check(sized(14_990, "€"), "web")).toBeUndefined();
    expect(check(sized(15_010, "€"), "web")).toBe("structuredContent is longer than 15000 bytes");
  });

  it("is counted for quick replies and for what stands in metadata as well", () => {
    const metadata = [{ note: "x".repeat(15_000) }];
    const one = { ...B, click: { ...B.click, metadata } };
    for (const content of [vertical(one), quickReplies("Which account?", [one])])
      expect(check(content, "web")).toBe("structuredContent is longer than 15000 bytes");
  });

  it("names the field that is wrong before it is measured", () => {
    expect(check({ ...sized(20_000, "x"), boarder: "x" }, "web")).toBe(
      "structuredContent.boarder is not known there",
    );
  });

  it("is left as it was", () => {
    const body = withAlt(nested(I, T, S, B));
    const before = structuredClone(body);
    for (const channel of CHANNELS) check(body, channel);
    expect(body).toEqual(before);
  });
});

describe("metadata", () => {
  it("needs an id of at most 64 characters where it names an ExternalId", () => {
    const id = (id: unknown) => checkMetadata([{ type: "Other" }, { type: "ExternalId", id }]);
    const problem = "metadata: an ExternalId needs an id of at most 64 characters";
    expect(id("card-1")).toBeUndefined();
    expect(id("😀".repeat(64))).toBeUndefined();
    for (const wrong of ["😀".repeat(65), undefined, 7, null, ["card-1"]]) expect(id(wrong)).toBe(problem);
  });

  it("may be anything else", () => {
    expect(checkMetadata([])).toBeUndefined();
    expect(checkMetadata([{ type: "BotResponse", id: 7 }, { id: "x".repeat(100) }, {}])).toBeUndefined();
  });

  it("that is nested without end is refused and never throws", () => {
    let endless: JsonObject = {};
    for (let depth = 0; depth < 100_000; depth++) endless = { endless };
    const one = { ...B, click: { ...B.click, metadata: [endless] } };
    const contents = [vertical(one), { ...vertical(T), metadata: [endless] }, quickReplies("x", [one])];
    for (const content of contents) {
      expect(check(content, "web")).toBe("structuredContent is longer than 15000 bytes");
      for (const channel of [...CHANNELS, "unknown"] as const)
        expect(check(content, channel)).toEqual(expect.any(String));
    }
    expect(checkMetadata([endless])).toBeUndefined();
  });
});

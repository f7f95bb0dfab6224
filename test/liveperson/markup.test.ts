import { describe, expect, it } from "vitest";
import { withoutMarkup } from "../../src/liveperson/markup.ts";

const ECHO = "<img src=x onerror=alert(1)>";
const SAFE = "&lt;img src=x onerror=alert(1)>";

describe("the power of markup", () => {
  it("is taken from texts, titles, subtitles and captions, at any depth", () => {
    const card = {
      type: "carousel",
      elements: [
        {
          type: "vertical",
          elements: [
            { type: "image", url: "https://img.bank.example/card.png", caption: ECHO },
            { type: "text", text: `You said ${ECHO}` },
            { type: "button", title: ECHO, subtitle: ECHO },
          ],
        },
        { type: "vertical", elements: [{ type: "text", text: "2 < 3 < 4" }] },
      ],
    };
    expect(withoutMarkup(card)).toEqual({
      type: "carousel",
      elements: [
        {
          type: "vertical",
          elements: [
            { type: "image", url: "https://img.bank.example/card.png", caption: SAFE },
            { type: "text", text: `You said ${SAFE}` },
            { type: "button", title: SAFE, subtitle: SAFE },
          ],
        },
        { type: "vertical", elements: [{ type: "text", text: "2 &lt; 3 &lt; 4" }] },
      ],
    });
  });

  it("is taken without changing any other character", () => {
    expect(withoutMarkup({ type: "text", text: `a > b & "c" 'd' &lt; &amp; é 😀\n` })).toEqual({
      type: "text",
      text: `a > b & "c" 'd' &lt; &amp; é 😀\n`,
    });
    expect(withoutMarkup({ type: "text", text: "a < b & c > d" })).toEqual({
      type: "text",
      text: "a &lt; b & c > d",
    });
  });

  it("stays where nothing is set as markup: addresses, tooltips, alternatives, tags", () => {
    const image = {
      type: "image",
      url: `https://img.bank.example/${ECHO}`,
      tooltip: ECHO,
      alt: ECHO,
      tag: ECHO,
    };
    expect(withoutMarkup(image)).toEqual(image);
    expect(withoutMarkup({ ...image, caption: ECHO })).toEqual({ ...image, caption: SAFE });
  });

  it("stays in what a click sends back, or the answer would change", () => {
    const click = {
      actions: [
        { type: "publishText", text: "balance < 100" },
        { type: "link", uri: "https://bank.example/?q=<b>", name: "<b>" },
        { type: "datePicker", class: "single", title: "<b>" },
      ],
      metadata: [{ type: "ExternalId", id: "<1>", title: "<b>", text: "<b>" }],
    };
    expect(withoutMarkup({ type: "button", title: "<b>Less</b>", click })).toEqual({
      type: "button",
      title: "&lt;b>Less&lt;/b>",
      click,
    });
  });

  it("stays in metadata and style, which programs read", () => {
    const frame = { type: "vertical", metadata: [{ text: "<b>" }], elements: [{ type: "text", text: "<" }] };
    expect(withoutMarkup(frame)).toEqual({ ...frame, elements: [{ type: "text", text: "&lt;" }] });
  });

  it("stays in what a quick reply says to Clinc", () => {
    const reply = (title: string) => ({
      type: "button",
      title,
      click: { actions: [{ type: "publishText", text: "less than <100" }] },
    });
    const content = (title: string) => ({
      message: "How much?",
      quickReplies: { type: "quickReplies", itemsPerRow: 8, replies: [reply(title)] },
    });
    expect(withoutMarkup(content("<100"))).toEqual(content("&lt;100"));
  });
});

describe("content without markup", () => {
  const card = {
    type: "vertical",
    elements: [
      { type: "text", text: "Balance & limit > 0" },
      { type: "button", title: "Less", click: { actions: [{ type: "publishText", text: "< 100" }] } },
    ],
  };

  it("is the very same object", () => {
    expect(withoutMarkup(card)).toBe(card);
    const list = [card, { type: "text", text: "x" }];
    expect(withoutMarkup(list)).toBe(list);
    for (const value of ["<b>", 7, null, undefined, true]) expect(withoutMarkup(value)).toBe(value);
  });

  it("stays the same in every part beside the one that changes", () => {
    const mixed = { type: "vertical", elements: [card, { type: "text", text: "<b>" }] };
    const safe = withoutMarkup(mixed);
    expect(safe).not.toBe(mixed);
    expect(safe.elements[0]).toBe(card);
    expect(mixed.elements[1]).toEqual({ type: "text", text: "<b>" });
  });
});

describe("content that is nested without end", () => {
  it("costs no stack, and a depth that authors reach is made safe", () => {
    let endless: object = { type: "text", text: ECHO };
    for (let depth = 0; depth < 100_000; depth++) endless = { type: "vertical", elements: [endless] };
    expect(() => withoutMarkup(endless)).not.toThrow();

    const nested = (depth: number, text: string): object =>
      depth === 0 ? { type: "text", text } : { type: "vertical", elements: [nested(depth - 1, text)] };
    expect(withoutMarkup(nested(25, ECHO))).toEqual(nested(25, SAFE));
  });
});

describe("markup nested as deep as anything is drawn", () => {
  it("is without power as well", () => {
    let body: Record<string, unknown> = { type: "text", text: "<img src=x onerror=alert(1)>" };
    for (let level = 0; level < 49; level += 1) body = { type: "vertical", elements: [body] };
    expect(JSON.stringify(withoutMarkup(body))).not.toContain("<");
  });
});

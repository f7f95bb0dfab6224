import fc from "fast-check";

/** Arbitrary things that an author may write, valid and not. */

const words = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    "Everyday Checking",
    "Savings",
    "👩‍👩‍👧 family",
    "<b>bold</b>",
    "é".repeat(90),
    "x".repeat(130),
  ),
);
const longWords = fc.oneof(words, fc.constantFrom("y".repeat(700), "long words ".repeat(300)));
const image = fc.constantFrom(
  "https://img.bank.example/a.png",
  "http://img.bank.example/a.png",
  "/relative.png",
  "javascript:alert(1)",
);
const link = fc.constantFrom(
  "https://bank.example/terms",
  "tel:+15550100",
  "mailto:a@b.example",
  "javascript:alert(1)",
  "www.bank.example",
);

const button = fc.oneof(
  words,
  fc.record({ title: words, say: words }),
  fc.record({ title: words, link }),
  fc.record({ title: words, call: fc.constant("+1 555 0100") }),
);
const card = fc.record(
  {
    title: words,
    subtitle: longWords,
    text: longWords,
    image: fc.oneof(image, fc.record({ url: image, alt: words })),
    buttons: fc.array(button, { maxLength: 6 }),
  },
  { requiredKeys: ["title"] },
);

/** The channel-neutral vocabulary. */
export const neutralEntry = fc.oneof(
  longWords,
  fc.record({ text: longWords, choices: fc.array(button, { minLength: 1, maxLength: 30 }) }),
  fc.record({ card }),
  fc.record({ carousel: fc.array(card, { minLength: 1, maxLength: 12 }) }),
);

const action = fc.oneof(
  fc.record({ type: fc.constant("publishText"), text: words }),
  fc.record({ type: fc.constant("link"), uri: link, name: words }, { requiredKeys: ["type", "uri"] }),
  fc.record({ type: fc.constant("navigate"), la: fc.double({ noNaN: true }), lo: fc.integer() }),
);
const click = fc.record(
  { actions: fc.array(action, { maxLength: 2 }), metadata: fc.array(fc.jsonValue(), { maxLength: 1 }) },
  { requiredKeys: ["actions"] },
);
const tag = fc.constantFrom("title", "subtitle", "footer", "generic", "button", "list", "richLink");
const nativeText = fc.record(
  { type: fc.constant("text"), text: longWords, tag, tooltip: words },
  { requiredKeys: ["type", "text"] },
);
const nativeImage = fc.record(
  { type: fc.constant("image"), url: image, caption: words },
  { requiredKeys: ["type", "url"] },
);
const nativeButton = fc.record(
  { type: fc.constant("button"), title: words, click, tooltip: words },
  { requiredKeys: ["type", "title"] },
);
const basic = fc.oneof(
  nativeText,
  nativeImage,
  nativeButton,
  fc.record({ type: fc.constant("map"), la: fc.integer(), lo: fc.integer() }),
);
const odd = fc.oneof(fc.jsonValue(), fc.record({ type: fc.string(), elements: fc.jsonValue() }));

const { frame } = fc.letrec((tie) => ({
  frame: fc.record(
    {
      type: fc.constantFrom("vertical", "horizontal", "carousel", "tabs"),
      tag,
      alt: words,
      elements: fc.array(fc.oneof({ depthSize: "small" }, basic, basic, tie("frame"), odd), { maxLength: 6 }),
    },
    { requiredKeys: ["type", "elements"] },
  ),
}));

/** A template as the channels' own pages show it, so that valid ones come up as well. */
const template = fc
  .record({
    picture: fc.option(nativeImage, { nil: undefined }),
    title: words,
    subtitle: fc.option(words, { nil: undefined }),
    buttons: fc.array(
      fc.record({
        type: fc.constant("button"),
        title: words,
        click: fc.record({ actions: fc.tuple(action) }),
      }),
      { maxLength: 4 },
    ),
    isNested: fc.boolean(),
  })
  .map(({ picture, title, subtitle, buttons, isNested }) => {
    const elements = [
      ...(picture ? [picture] : []),
      { type: "text", tag: "title", text: title },
      ...(subtitle ? [{ type: "text", tag: "subtitle", text: subtitle }] : []),
      ...buttons,
    ];
    return {
      type: "vertical",
      tag: "generic",
      alt: title,
      elements: isNested ? [{ type: "vertical", elements }] : elements,
    };
  });

/** A card with nothing in it that is no element. */
export const nativeCard = fc.oneof(
  template,
  fc.record({
    type: fc.constantFrom("vertical", "horizontal"),
    elements: fc.array(basic, { minLength: 1, maxLength: 6 }),
  }),
);

const nativeReplies = fc.record({
  message: fc.oneof(words, fc.constant("")),
  quickReplies: fc.record({
    type: fc.constant("quickReplies"),
    itemsPerRow: fc.integer({ min: 0, max: 9 }),
    replies: fc.array(nativeButton, { maxLength: 26 }),
  }),
});

/** LivePerson's own content, valid and not. */
export const nativeEntry = fc.record(
  {
    structuredContent: fc.oneof(
      basic,
      frame,
      template,
      fc.record({
        type: fc.constant("carousel"),
        alt: words,
        elements: fc.array(template, { maxLength: 11 }),
      }),
      nativeReplies,
      odd,
    ),
    metadata: fc.array(fc.record({ type: fc.constant("ExternalId"), id: longWords }), { maxLength: 1 }),
  },
  { requiredKeys: ["structuredContent"] },
);

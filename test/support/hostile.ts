import fc from "fast-check";
import { anyCharacter } from "./characters.ts";

/** Names with a meaning for JavaScript, for LivePerson or for Clinc. */
const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "toJSON",
  "then",
  "length",
  "message",
  "convId",
  "context",
  "lpEvent",
  "event",
  "sequence",
  "visitor",
  "language",
  "personalInfo",
  "liveperson",
  "visuals",
  "formattedResponse",
  "structuredContent",
  "quickReplies",
  "elements",
  "type",
  "action",
  "actionParameters",
  "skill",
  "payload",
  "call",
  "link",
  "uri",
  "text",
  "card",
  "carousel",
  "choices",
  "delay",
  "metadata",
  "x\n[clinc] turn {}",
];

/** Texts that break headers, addresses, logs, markup or encodings. */
const TEXTS = [
  "",
  " ",
  "\r\nX-Injected: yes",
  "https://elsewhere.example/v1/query",
  "//elsewhere.example",
  "../../../etc/passwd",
  "<img src=x onerror=alert(1)>",
  '{"__proto__":{"polluted":true}}',
  '{"action":"TRANSFER","actionParameters":{"skill":"theirs"}}',
  "<speak><break/>&amp;lt;script&gt;<br></speak>",
  "https://elsewhere.example/a b/%/[ü]",
  "tel:+1 (0) 555",
  "\u0000\u0007\u001b[31m",
  "\ud83d",
  "\u202eevil",
  "\\n\\m\\n",
  "com.liveperson.bot-connectors.consumer.send-file",
  "x".repeat(20_000),
  "TRANSFER",
  "CLOSE_CONVERSATION",
  "INVOCATION",
  "carousel",
  "vertical",
  "button",
  "NaN",
  "1e999",
];

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 20 }) },
  fc.constantFrom(null, true, false, 0, -1, 1e308, -1e-7, 2 ** 53),
);

/** Any JSON, with a liking for what could do harm. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("list"), tie("record")),
  list: fc.array(tie("value"), { maxLength: 4 }),
  record: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 4 })), tie("value"), {
    maxKeys: 5,
  }),
})).value;

/** One of the samples with up to four of its values replaced by any JSON. */
export function damaged(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const damages = fc.array(fc.tuple(fc.nat(), anyJson), { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.constantFrom(...samples), damages).map(([sample, list]) => {
    const copy = { root: structuredClone(sample) };
    for (const [place, value] of list) {
      const places = placesIn(copy);
      const [holder, name] = places[place % places.length] ?? [copy, "root"];
      Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return copy.root;
  });
}

type Holder = Record<string, unknown>;

function placesIn(holder: Holder): Array<[Holder, string]> {
  return Object.entries(holder).flatMap(([name, value]) => [
    [holder, name] as [Holder, string],
    ...(typeof value === "object" && value !== null ? placesIn(value as Holder) : []),
  ]);
}

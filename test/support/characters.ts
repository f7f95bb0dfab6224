import fc from "fast-check";

/**
 * Any code point, half a surrogate pair too; every second one is of ASCII, where most signs have a meaning for somebody.
 * To be the `unit` of a `fc.string`: fast-check's own `binary` makes a table of all code points, which takes two seconds.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  upTo(0x7f),
  upTo(0xffff),
  upTo(0x10ffff),
  upTo(0x7f),
);

function upTo(max: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max }).map(
    (point) => String.fromCodePoint(point),
    // With it, fast-check knows that it may put in texts like "__proto__", and how to make them shorter.
    (character) => pointOf(character, max),
  );
}

function pointOf(character: unknown, max: number): number {
  const point = typeof character === "string" ? character.codePointAt(0) : undefined;
  if (point === undefined || point > max || String.fromCodePoint(point) !== character)
    throw new Error("not one character of these");
  return point;
}

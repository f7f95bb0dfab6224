import { describe, expect, it } from "vitest";
import { mapTexts } from "../../src/runtime/map-texts.ts";

const shout = (text: string) => text.toUpperCase();

describe("changing the texts of content", () => {
  it("changes them at any place, and nothing else", () => {
    const content = { a: "x", list: ["y", 1, null, { b: "z" }], flag: true };
    expect(mapTexts(content, shout)).toEqual({ a: "X", list: ["Y", 1, null, { b: "Z" }], flag: true });
    expect(content.a).toBe("x");
  });

  it("tells the name of the field, none in a list, and leaves alone what stands apart", () => {
    const named = (text: string, name: string) => `${name}:${text}`;
    const content = { a: "x", list: ["y"], style: { a: "x" }, deep: { style: "z" } };
    expect(mapTexts(content, named, ["style"])).toEqual({
      a: "a:x",
      list: [":y"],
      style: { a: "x" },
      deep: { style: "z" },
    });
  });

  it("keeps the very same objects where there is nothing to change", () => {
    const content = { same: { a: "X" }, other: { a: "x" } };
    const changed = mapTexts(content, shout);
    expect(changed).not.toBe(content);
    expect(changed.same).toBe(content.same);
    expect(mapTexts(content.same, shout)).toBe(content.same);
  });

  it("ends somewhere in content without an end", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(mapTexts(deep, shout)).toBe(deep);
  });

  it("takes a name that JavaScript has a meaning for as any other", () => {
    const content = JSON.parse('{"__proto__": {"a": "x"}, "constructor": "y"}');
    expect(JSON.stringify(mapTexts(content, shout))).toBe('{"__proto__":{"a":"X"},"constructor":"Y"}');
  });
});

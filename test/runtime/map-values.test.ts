import { describe, expect, it } from "vitest";
import { mapValues } from "../../src/runtime/map-values.ts";

const doubled = (value: unknown) => (typeof value === "number" ? value * 2 : value);

describe("content with its values changed", () => {
  it("has them changed wherever they stand, and is not the one that was given", () => {
    const content = { a: 1, list: [2, { b: 3 }], deep: { deeper: { c: 4 } }, text: "x", nothing: null };
    const before = structuredClone(content);
    expect(mapValues(content, doubled, [])).toEqual({
      a: 2,
      list: [4, { b: 6 }],
      deep: { deeper: { c: 8 } },
      text: "x",
      nothing: null,
    });
    expect(content).toEqual(before);
  });

  it("lacks what became undefined, in objects and in lists", () => {
    const withoutNull = (value: unknown) => (value === null ? undefined : value);
    expect(mapValues({ a: null, list: [null, 1, null], b: 2 }, withoutNull, [])).toEqual({ list: [1], b: 2 });
  });

  it("is told the name of each field, none in a list", () => {
    const names: string[] = [];
    const note = (value: unknown, name: string) => {
      names.push(name);
      return value;
    };
    mapValues({ a: 1, b: ["x", { c: true }] }, note, []);
    expect(names).toEqual(["a", "", "c"]);
  });

  it("leaves alone what stands apart", () => {
    expect(mapValues({ a: 1, apart: { a: 1 }, list: { apart: [1] } }, doubled, ["apart"])).toEqual({
      a: 2,
      apart: { a: 1 },
      list: { apart: [1] },
    });
  });

  it("is the very same object where nothing changes, in each of its parts", () => {
    const same = { list: [1, { a: 2 }] };
    expect(mapValues(same, (value) => value, [])).toBe(same);
    const mixed = { same, text: "x" };
    const changed = mapValues(mixed, (value) => (value === "x" ? "y" : value), []);
    expect(changed).toEqual({ same, text: "y" });
    expect(changed.same).toBe(same);
  });

  it("costs no stack, however deep it is nested", () => {
    let endless: object = { a: 1 };
    for (let depth = 0; depth < 100_000; depth++) endless = { endless };
    expect(() => mapValues(endless, doubled, [])).not.toThrow();
  });

  it("keeps a field named like a prototype a field", () => {
    const content = JSON.parse('{ "__proto__": { "a": 1 }, "b": 1 }');
    const changed = mapValues(content, doubled, []);
    expect(Object.keys(changed)).toEqual(["__proto__", "b"]);
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  });
});

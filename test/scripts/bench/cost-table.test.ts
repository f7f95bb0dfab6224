import { describe, expect, it } from "vitest";
import { placeOf } from "../../../scripts/bench/cost-table.ts";

const CODE = `function lambda() {}
(() => {
  // node_modules/zod/v4/core/parse.js
  var safeParse = (value) => value;
  // src/bot/turn.ts
  function put() {}
  // what a comment says of src/bot is no path
  var speak = [() => put()];
})();`;

describe("a function of the profile", () => {
  it.each([
    ["safeParse", 4, "safeParse  node_modules/zod/v4/core/parse.js"],
    ["put", 6, "put  src/bot/turn.ts"],
    ["", 8, "var speak = [() => put()];  src/bot/turn.ts"],
    ["lambda", 1, "lambda  "],
  ])("is named by its file, and by its beginning where it has no name: %j", (name, line, place) => {
    expect(placeOf({ name, url: "/somewhere/readable.cjs", line }, CODE)).toBe(place);
  });

  it("of another file, or of none, is named as it is", () => {
    expect(placeOf({ name: "take", url: "/somewhere/take-turns.cjs", line: 1 }, CODE)).toBe(
      "take  take-turns.cjs",
    );
    expect(placeOf({ name: "(garbage collector)", url: "", line: 0 }, CODE)).toBe("(garbage collector)");
  });
});

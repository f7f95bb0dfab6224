import { expect, it } from "vitest";
import { wrongJson } from "../../../scripts/kit/wrong-json.ts";

it.each([
  ["", "it is empty"],
  ['{\n  "a": 1,\n}', "line 3, column 1: a comma is too many, or a value is missing"],
  ["[1,,2]", "line 1, column 4: a comma is too many, or a value is missing"],
  ["{ 'a': 1 }", "line 1, column 3: a text stands in double quotes"],
  ['{"a": yes}', "line 1, column 7: a text stands in double quotes"],
  ['{ // mine\n"a": 1}', "line 1, column 3: JSON has no comments"],
  ['{"a": 1 "b": 2}', "line 1, column 9: a comma or a colon is missing before this"],
  ['{"a": "\\d"}', "line 1, column 8: a backslash stands before a sign that needs none"],
  ['{"a": "b', "line 1, column 10: it ends before all brackets and quotation marks are closed"],
  ['{"a": = 1}', "line 1, column 7: = does not belong there"],
  ['{"a": "two\nlines"}', "a line end or a tab stands within a text; write \\n or \\t instead"],
])("what is wrong with %j as JSON is told: %s", (text, reason) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(wrongJson(text)).toBe(reason);
});

import { describe, expect, it } from "vitest";
import { withExpectations } from "../../../scripts/replay/edited.ts";

const EXPECT = { text: "Hi." };

describe("the text of a file with other expectations", () => {
  it.each<[what: string, text: string, expectations: Array<typeof EXPECT | undefined>, edited: string]>([
    [
      "lets words say themselves, and leaves all else as it stands",
      '{ "title": "A",\n  "odd":   1, "turns": ["h\\u00e9llo",   "you"] }',
      [EXPECT, undefined],
      '{ "title": "A",\n  "odd":   1, "turns": [{ "say": "h\\u00e9llo", "expect": {"text":"Hi."} },   "you"] }',
    ],
    [
      "adds to a short form, and replaces what was expected",
      '[{ "file": "" }, { "expect": { "text": "Ho." }, "post": "a", "on": "Twitter" }]',
      [EXPECT, EXPECT],
      '[{ "file": "", "expect": {"text":"Hi."} }, { "expect": {"text":"Hi."}, "post": "a", "on": "Twitter" }]',
    ],
    [
      "adds to a single turn",
      '{ "message": "hello" }',
      [EXPECT],
      '{ "message": "hello", "expect": {"text":"Hi."} }',
    ],
    ["is the same without any", '["a"]', [undefined], '["a"]'],
  ])("%s", (_, text, expectations, edited) => {
    expect(withExpectations(text, expectations)).toBe(edited);
  });
});

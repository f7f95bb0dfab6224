import { describe, expect, it } from "vitest";
import { junitXml } from "../../../scripts/replay/junit.ts";
import type { PlayedTurn } from "../../../scripts/replay/play.ts";

function turn(number: number, said: string, changes: Partial<PlayedTurn> = {}): PlayedTurn {
  const invocation = { logs: [], milliseconds: 250 };
  return { by: "consumer", said, number, invocation, differences: [], problems: [], ...changes };
}

describe("the result as JUnit writes it", () => {
  it("has a suite for each conversation and generation, and a case for each turn", () => {
    const differences = [{ what: "intent" as const, expected: "a", seen: "b", isExact: true }];
    const turns = [turn(1, "hello"), turn(2, "cards", { differences })];
    expect(junitXml([{ file: "a.json", title: "Cards", generation: "v2", turns }])).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="conversations" tests="2" failures="1" errors="0" skipped="0" time="0.500">
  <testsuite name="Cards (V2)" file="a.json" tests="2" failures="1" errors="0" skipped="0" time="0.500">
    <testcase name="1 hello" classname="Cards (V2)" time="0.250"/>
    <testcase name="2 cards" classname="Cards (V2)" time="0.250">
      <failure message="unexpected intent" type="difference">       wrong  turn 2 “cards”: unexpected intent (- expected, + seen)
              - a
              + b
                ^</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it("is well-formed whatever was said, control characters and half of a surrogate pair included", () => {
    const said = `<b a="1">&amp; 'you' ]]>\t\n\u0000\u001b[31m\u0085\ud83d \ufffe 👋`;
    const xml = junitXml([
      { file: said, title: said, generation: "v1", turns: [turn(1, said, { problems: [said] })] },
    ]);
    expect(xml).toContain(
      "1 &lt;b a=&quot;1&quot;&gt;&amp;amp; 'you' ]]&gt;&#9;&#10;\\u0000\\u001b[31m\u0085\\ud83d \\ufffe 👋",
    );
    const allowed = /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
    expect(xml).toMatch(allowed);
    const withoutTags = xml.replace(/<\/?[a-z]+( [a-z]+="[^"<]*")*\/?>|<\?xml [^>]*\?>/g, "");
    expect(withoutTags).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#9|#10);)/);
  });
});

import { isRight, type PlayedTurn } from "./play.ts";
import type { Played } from "./played.ts";
import { faultLines, inWords } from "./print.ts";

/**
 * Played conversations as JUnit writes its results, which is what most systems of continuous integration read: a suite
 * for each conversation and generation, a case for each turn.
 *
 * @see https://github.com/testmoapp/junitxml for the format, which has no owner
 */
export function junitXml(all: readonly Played[]): string {
  const turns = all.flatMap((one) => one.turns);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conversations"${counts(turns)}>`,
    ...all.flatMap(suite),
    "</testsuites>",
    "",
  ].join("\n");
}

function suite({ file, title, generation, turns }: Played): string[] {
  const name = attribute(`${title} (${generation.toUpperCase()})`);
  return [
    `  <testsuite name="${name}" file="${attribute(file)}"${counts(turns)}>`,
    ...turns.flatMap((turn) => testCase(turn, name)),
    "  </testsuite>",
  ];
}

function testCase(turn: PlayedTurn, suiteName: string): string[] {
  const { number, said } = turn;
  const start = `    <testcase name="${attribute(`${number} ${said}`)}" classname="${suiteName}" time="${seconds([turn])}"`;
  if (isRight(turn)) return [`${start}/>`];
  const lines = faultLines(turn).join("\n");
  return [
    `${start}>`,
    `      <failure message="${attribute(reasons(turn))}" type="difference">${escaped(lines)}</failure>`,
    "    </testcase>",
  ];
}

function reasons({ problems, differences }: PlayedTurn): string {
  return [...problems, ...differences.map(inWords)].join("; ");
}

function counts(turns: readonly PlayedTurn[]): string {
  const wrong = turns.filter((turn) => !isRight(turn)).length;
  return ` tests="${turns.length}" failures="${wrong}" errors="0" skipped="0" time="${seconds(turns)}"`;
}

function seconds(turns: readonly PlayedTurn[]): string {
  const milliseconds = turns.reduce((sum, { invocation }) => sum + (invocation?.milliseconds ?? 0), 0);
  return (milliseconds / 1_000).toFixed(3);
}

/** In an attribute a line end would become a blank. */
function attribute(text: string): string {
  return escaped(text).replace(/\t/g, "&#9;").replace(/\n/g, "&#10;");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * What XML 1.0 has no character for, not even escaped, is written as JavaScript writes it: `\u001b`.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
}

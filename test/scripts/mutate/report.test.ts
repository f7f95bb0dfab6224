import { describe, expect, it } from "vitest";
import type { Explanations } from "../../../scripts/mutate/explained.ts";
import { reportOn } from "../../../scripts/mutate/report.ts";
import type { Mutant } from "../../../scripts/mutate/try-mutants.ts";

const SOURCE = `export function isLate(left: number): boolean {
  return left === 0;
}
`;

/** A change of the comparison in {@link SOURCE}. */
function mutant(status: Mutant["status"], changes: Partial<Mutant> = {}): Mutant {
  return {
    fileName: "src/clinc/late.ts",
    location: { start: { line: 2, column: 10 }, end: { line: 2, column: 20 } },
    replacement: "true",
    mutatorName: "ConditionalExpression",
    status,
    ...changes,
  };
}

/** Why nobody notices {@link mutant}. */
function explanation(changes: Partial<Explanations[string][number]> = {}): Explanations[string][number] {
  return { before: "return left === 0;", after: "return true;", why: "Nobody is ever early.", ...changes };
}

function moved(line: number): Mutant["location"] {
  return { start: { line, column: 10 }, end: { line, column: 20 } };
}

function report(mutants: Mutant[], source = SOURCE, explanations: Explanations = {}) {
  const files = new Set(mutants.map(({ fileName }) => fileName));
  return reportOn(mutants, new Map([...files].map((file) => [file, source])), explanations);
}

function many(count: number, status: Mutant["status"], changes: Partial<Mutant> = {}): Mutant[] {
  return Array.from({ length: count }, () => mutant(status, changes));
}

const EXPLAINED = "✓ changes that no test notices: 0, each explained in test/survivors.json";
const NONE_LEFT_OUT = '✓ comments "Stryker disable": 0, each with its reason';

describe("the report on a run", () => {
  it("shows what no test noticed, in the order of the code, and why", () => {
    const block = {
      location: { start: { line: 1, column: 47 }, end: { line: 3, column: 2 } },
      replacement: "{}",
      mutatorName: "BlockStatement",
    };
    const { lines } = report([
      mutant("Survived"),
      mutant("NoCoverage", block),
      mutant("Killed"),
      mutant("Timeout"),
    ]);
    expect(lines).toEqual([
      " 50.0 %        2 of 4  src/clinc/late.ts",
      "  src/clinc/late.ts:1:47  BlockStatement, no test comes by",
      "    - export function isLate(left: number): boolean { return left === 0; }",
      "    + export function isLate(left: number): boolean {}",
      "  src/clinc/late.ts:2:10  ConditionalExpression, no test notices",
      "    - return left === 0;",
      "    + return true;",
      "✗  50.0 %        2 of 4  src/clinc, goal 85 %",
      "✗ changes that no test notices: 2, each explained in test/survivors.json",
      "    2 want a test, or an explanation; --write puts them there",
      NONE_LEFT_OUT,
    ]);
  });

  it("cuts a change that is long", () => {
    const { lines } = report([mutant("Survived", { replacement: "x".repeat(500) })]);
    expect(lines[3]).toBe(`    + return ${"x".repeat(142)}…`);
  });

  it.each([
    ["is reached with 85 of 100", 85, 15, true],
    ["is missed with 84 of 100", 84, 16, false],
    ["is reached where all is noticed", 1, 0, true],
  ])("says that the goal %s", (_, noticed, missed, isGood) => {
    const all = [...many(noticed, "Killed"), ...many(missed, "Survived")];
    expect(report(all, SOURCE, { "src/clinc/late.ts": [explanation()] }).isGood).toBe(isGood);
  });

  it.each(["answer", "bot", "clinc", "record"])("holds src/%s to the goal", (room) => {
    expect(report([mutant("Survived", { fileName: `src/${room}/deep/late.ts` })]).isGood).toBe(false);
  });

  it("passes over what is explained, wherever in the file it stands by now", () => {
    const { lines, isGood } = report(
      [...many(9, "Killed"), mutant("Survived", { location: moved(3) })],
      `// A line more.\n${SOURCE}`,
      { "src/clinc/late.ts": [explanation()] },
    );
    expect(lines).toEqual([
      " 90.0 %       9 of 10  src/clinc/late.ts",
      "✓  90.0 %       9 of 10  src/clinc, goal 85 %",
      "✓ changes that no test notices: 1, each explained in test/survivors.json",
      NONE_LEFT_OUT,
    ]);
    expect(isGood).toBe(true);
  });

  it.each([
    ["says nothing", { why: " " }],
    ["is of another change of the same code", { after: "return false;" }],
    ["is of the same change of other code", { before: "return left < 0;" }],
  ])("is not content with an explanation that %s", (_, changes) => {
    const { isGood } = report([...many(9, "Killed"), mutant("Survived")], SOURCE, {
      "src/clinc/late.ts": [explanation(changes)],
    });
    expect(isGood).toBe(false);
  });

  it("names explanations that nothing asks for any more, which is no fault", () => {
    const { lines, isGood } = report([mutant("Killed")], SOURCE, { "src/clinc/late.ts": [explanation()] });
    expect(lines.slice(-4)).toEqual([
      EXPLAINED,
      "    explained, and noticed by now, or gone; --write takes them out:",
      "    src/clinc/late.ts  return true;",
      NONE_LEFT_OUT,
    ]);
    expect(isGood).toBe(true);
  });

  it("says nothing of explanations of what was not tried", () => {
    const { lines } = report([mutant("Killed", { replacement: "false" }), mutant("Ignored")], SOURCE, {
      "src/clinc/late.ts": [explanation()],
      "src/clinc/other.ts": [explanation()],
    });
    expect(lines.slice(-2)).toEqual([EXPLAINED, NONE_LEFT_OUT]);
  });

  it("holds no other room to it", () => {
    const { lines, isGood } = report([mutant("Survived", { fileName: "src/runtime/late.ts" })]);
    expect(lines.slice(-3)).toEqual([
      "    0.0 %        0 of 1  src/runtime, no goal",
      EXPLAINED,
      NONE_LEFT_OUT,
    ]);
    expect(isGood).toBe(true);
  });

  it("takes the files of a room together, and each room by itself", () => {
    const good = many(99, "Killed", { fileName: "src/bot/turn.ts" });
    const poor = mutant("Survived", { fileName: "src/bot/queue.ts" });
    const explained = { "src/bot/queue.ts": [explanation()], "src/clinc/late.ts": [explanation()] };
    expect(report([...good, poor], SOURCE, explained).isGood).toBe(true);
    expect(report([...good, poor, mutant("Survived")], SOURCE, explained).isGood).toBe(false);
  });

  it("does not count what was left out, or what no engine would run", () => {
    const { lines } = report([
      mutant("Killed"),
      mutant("Ignored"),
      mutant("CompileError"),
      mutant("RuntimeError"),
    ]);
    expect(lines[0]).toBe("100.0 %        1 of 1  src/clinc/late.ts");
  });

  it("tells how many changes of what is loaded were left out", () => {
    const { lines } = report([mutant("Killed"), ...many(2, "Ignored", { static: true }), mutant("Ignored")]);
    expect(lines[0]).toBe("100.0 %        1 of 1, 2 left out  src/clinc/late.ts");
  });

  it("is good where there was nothing to change", () => {
    expect(report([mutant("Ignored")]).isGood).toBe(true);
  });

  it("counts what was left out, and is not good while one does not say why", () => {
    const comment = "// Stryker disable next-line all";
    expect(report([mutant("Killed")], `${comment}: the platform's\n`).lines.at(-1)).toBe(
      '✓ comments "Stryker disable": 1, each with its reason',
    );
    const { lines, isGood } = report([mutant("Killed")], `${SOURCE}${comment}\n`);
    expect(lines.slice(-2)).toEqual([
      '✗ comments "Stryker disable": 1, each with its reason',
      "    src/clinc/late.ts:4 does not say why",
    ]);
    expect(isGood).toBe(false);
  });
});

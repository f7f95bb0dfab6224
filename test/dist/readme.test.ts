import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { builtFile } from "../../scripts/build/built-file.ts";
import { SETTINGS } from "../../scripts/build/settings-tables.ts";
import { withBetweenMarks } from "../../scripts/kit/markdown.ts";
import { reportCommand } from "../../src/agent/command/report.ts";
import { startAsking } from "../../src/agent/suggestion.ts";
import { NOTHING_YET } from "../../src/bot/memory.ts";
import { render } from "../../src/bot/render/render.ts";
import { reportTurn, startTrace } from "../../src/bot/report.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { documentOf, rowsOf } from "../support/markdown.ts";

const README = documentOf("dist/README.md");

function part(from: string, to: string): string {
  return README.slice(README.indexOf(`\n${from}\n`), README.indexOf(`\n${to}\n`));
}

describe("the document for who deploys and operates", () => {
  it("holds the settings of today; if not, run npm run build", () => {
    for (const { marks, tables } of SETTINGS) expect(withBetweenMarks(README, marks, tables())).toBe(README);
  });

  it.each(["v1", "v2"] as const)("tells by what a pasted file of %s is known to be whole", (generation) => {
    const file = builtFile(generation).trimEnd();
    const [first] = file.split("\n");
    const end = /last line\*\* ends with `(.+?)`/.exec(README)?.[1] ?? "";
    expect(README).toContain(`\`${first}\``);
    expect(file.indexOf(end)).toBe(file.length - end.length);
    const agents = builtFile(generation, "ClincAgent").trimEnd();
    expect(agents.split("\n")[0]).toBe(first);
    const endOfAgents = /last line ends with `(.+?)`/.exec(README)?.[1] ?? "";
    expect(agents.indexOf(endOfAgents)).toBe(agents.length - endOfAgents.length);
  });

  it("goes from symptoms to remedies in tables of three columns", () => {
    const rows = rowsOf(part("## From the symptom to the remedy", "## Limits"));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(row).toHaveLength(3);
  });

  it("explains every reason for which Clinc may not have answered, and no other", () => {
    const rows = rowsOf(part("### Reasons", "## From the symptom to the remedy"));
    const explained = rows.flatMap(([cell = ""]) => /^`(\w+)`$/.exec(cell)?.[1] ?? []);
    expect(explained.sort()).toEqual(reasonsOfSource().sort());
  });

  it("explains every reason for which a record may not be kept, and no other", () => {
    const rows = rowsOf(part("### When it does not work", "### Look at a record, or delete it"));
    const explained = rows.flatMap(([cell = ""]) => /^`context_(\w+)`$/.exec(cell)?.[1] ?? []);
    const named = [...documentOf("src/record/faults.ts").matchAll(/\bnamed\(\s*"\w+",\s*"(\w+)"/g)];
    expect(named.length).toBeGreaterThan(3);
    expect(explained.sort()).toEqual(named.map(([, reason]) => reason).sort());
  });

  it("maps everything that is kept in six columns, with how it is erased", () => {
    const [, rule, ...rows] = rowsOf(
      part("### What is kept where", "## Other ways to bring the function in"),
    );
    expect(rule).toHaveLength(6);
    expect(rows.length).toBeGreaterThan(6);
    for (const row of rows) expect(row.filter((cell) => cell !== "")).toHaveLength(6);
    expect(rows.flat().join(" ")).toContain("npm run record -- delete");
  });

  it("explains every field of the turn's line, also those that few turns have", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const intent = { id: "clinc_unavailable", name: "clinc unavailable", score: 0 };
    const answer = {
      blocks: [],
      intent,
      outcome: { kind: "continue" },
      fault: "clinc",
      remarks: [],
    } as const;
    const said = { kind: "not_consumer", told: "messageAudience" } as const;
    const rendering = render(answer, "web", settingsFor());
    const whole = { ...rendering, answer, channel: "web", memory: NOTHING_YET } as const;
    reportTurn({ ...parseEvent({}), said }, whole, { ...startTrace(), qid: "q-1" }, []);
    const line = JSON.parse(String(info.mock.lastCall?.[0]).replace("[clinc] turn ", ""));
    info.mockRestore();
    const explained = rowsOf(part("## The log", "### Reasons")).flatMap(([cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual(Object.keys(line).sort());
  });
});

describe("the part for the slash command", () => {
  it("explains every field of the command's line, also those that few commands have", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const outcome = { said: "suggestion", status: "ok", intent: "get_balance", score: 1 } as const;
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const fault = new Fault("clinc", "clinc_timeout", "wait");
    const command = { conversationId: "7e1f", words: "" };
    reportCommand(command, { ...outcome, fault }, { ...startAsking(), qid: "q-1" }, 1, []);
    const line = JSON.parse(String(info.mock.lastCall?.[0]).replace("[clinc] command ", ""));
    info.mockRestore();
    warn.mockRestore();
    const explained = rowsOf(part("### Its log", "## What happens when")).flatMap(([cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual(Object.keys(line).sort());
  });
});

/** The reasons of all faults, as the source names them. */
function reasonsOfSource(): string[] {
  const files = readdirSync(join(import.meta.dirname, "../../src"), { recursive: true, encoding: "utf8" });
  const named = files
    // The desk has a document of its own.
    .filter((file) => file.endsWith(".ts") && !file.startsWith(join("agent", "desk")))
    .map((file) => documentOf(join("src", file)))
    .flatMap((text) => [
      ...text.matchAll(/\b(?:new Fault|super)\(\s*[^,()]*,\s*"(\w+)"/g),
      ...text.matchAll(/\bnew AssistOff\(\s*"(\w+)"/g),
      ...text.matchAll(/\b(?:KEY|QUERY)_REFUSED = "(\w+)"/g),
      ...text.matchAll(/["'](earlier_turn_unknown|context_account_unknown|context_refused): /g),
    ]);
  const ofRecords = documentOf("src/record/faults.ts").matchAll(/\bnamed\(\s*"\w+",\s*"(\w+)"/g);
  return [
    ...new Set([
      ...named.map(([, reason = ""]) => reason),
      ...[...ofRecords].map(([, reason = ""]) => `context_${reason}`),
    ]),
  ];
}

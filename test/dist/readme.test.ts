import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { builtFile } from "../../scripts/build/built-file.ts";
import { SETTINGS_MARKS, settingsTables } from "../../scripts/build/settings-tables.ts";
import { textPayload } from "../../scripts/conversations/payloads.ts";
import { withBetweenMarks } from "../../scripts/kit/markdown.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { run } from "../../src/bot/lambda.ts";
import { FILE_SENTINEL } from "../../src/liveperson/event.ts";
import { documentOf, rowsOf } from "../support/markdown.ts";

const README = documentOf("dist/README.md");

function part(from: string, to: string): string {
  return README.slice(README.indexOf(`\n${from}\n`), README.indexOf(`\n${to}\n`));
}

describe("the document for who deploys and operates", () => {
  it("holds the settings of today; if not, run npm run build", () => {
    expect(withBetweenMarks(README, SETTINGS_MARKS, settingsTables())).toBe(README);
  });

  it.each(["v1", "v2"] as const)("tells by what a pasted file of %s is known to be whole", (generation) => {
    const file = builtFile(generation).trimEnd();
    const [first] = file.split("\n");
    const end = /last line\*\* ends with `(.+?)`/.exec(README)?.[1] ?? "";
    expect(README).toContain(`\`${first}\``);
    expect(file.indexOf(end)).toBe(file.length - end.length);
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

  it("explains every field of the turn's line", async () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const payload = textPayload(FILE_SENTINEL, { conversationId: "c-1", index: 0, isChat: false });
    await run({ payload }, toolbeltV2({}));
    const line = JSON.parse(String(info.mock.lastCall?.[0]).replace("[clinc] turn ", ""));
    info.mockRestore();
    const explained = rowsOf(part("## The log", "### Reasons")).flatMap(([cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual([...Object.keys(line), "fault"].sort());
  });
});

/** The reasons of all faults, as the source names them. */
function reasonsOfSource(): string[] {
  const files = readdirSync(join(import.meta.dirname, "../../src"), { recursive: true, encoding: "utf8" });
  const named = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => documentOf(join("src", file)))
    .flatMap((text) => [
      ...text.matchAll(/\bnew Fault\(\s*[^,()]*,\s*"(\w+)"/g),
      ...text.matchAll(/\bKEY_REFUSED = "(\w+)"/g),
    ]);
  return [...new Set(named.map(([, reason = ""]) => reason))];
}

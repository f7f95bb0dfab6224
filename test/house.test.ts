import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenRules } from "./support/house-rules.ts";
import { sourcesOf } from "./support/imports.ts";
import { startersAmong } from "./support/starters.ts";
import { PROGRAMS, TIMED } from "./vitest.config.ts";

describe("the house", () => {
  it("keeps the directions that test/support/house-rules.ts allows, and has no circles", () => {
    const sources = sourcesOf("src", "scripts");
    expect(sources.size, "files were found").toBeGreaterThan(100);
    expect(brokenRules(sources)).toEqual([]);
  });

  it("has a folder for each tool, and no loose file among them", () => {
    const entries = readdirSync(join(import.meta.dirname, "../scripts"), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    expect(files.filter((name) => name !== "README.md")).toEqual([]);
  });

  it("has only unit tests that start neither a process nor a browser", () => {
    const sources = sourcesOf("test", "scripts", "src");
    const tests = [...sources.keys()].filter((path) => path.endsWith(".test.ts"));
    const others = [...TIMED, ...PROGRAMS].map((path) => path.replace("**/*.test.ts", ""));
    const stale = others.filter((path) => !tests.some((test) => test.startsWith(path)));
    expect(stale).toEqual([]);
    const unit = tests.filter((test) => !others.some((path) => test.startsWith(path)));
    expect(startersAmong(unit, sources), "name the file in test/vitest.config.ts").toEqual([]);
    expect(startersAmong(["test/scripts/desk/desk.test.ts"], sources)).toEqual([
      "test/scripts/desk/desk.test.ts → test/support/run-script.ts → node:child_process",
    ]);
  });
});

/** Files that import nothing but what is planted in one of them. */
function planted(file: string, lines: string, ...others: string[]) {
  return new Map([[file, lines], ...others.map((other) => [other, ""] as const)]);
}

describe("a planted import", () => {
  it.each<[what: string, file: string, line: string, rule: string]>([
    [
      "from the other system",
      "src/clinc/ask.ts",
      'import { channelOf } from "../liveperson/channel.ts";',
      "src/clinc/ask.ts:1 imports src/liveperson/channel.ts, but src/clinc imports from src/runtime",
    ],
    [
      "of a type from above",
      "src/answer/read.ts",
      'import type { Settings } from "../bot/settings.ts";',
      "src/answer/read.ts:1 imports src/bot/settings.ts, but src/answer imports from src/clinc, src/runtime",
    ],
    [
      "from the ground upwards",
      "src/runtime/log.ts",
      'import { store } from "../record/store.ts";',
      "src/runtime/log.ts:1 imports src/record/store.ts, but src/runtime imports from nothing",
    ],
  ])("%s is named by its line and its rule", (_, file, line, rule) => {
    expect(brokenRules(planted(file, line))).toEqual([rule]);
  });

  it.each<[file: string, target: string]>([
    ["src/bot/turn.ts", "../agent/briefing.ts"],
    ["src/agent/briefing.ts", "../bot/memory.ts"],
    ["src/agent/command/command.ts", "../api.ts"],
    ["src/agent/widget/widget.ts", "../api.ts"],
    ["src/liveperson/event.ts", "../clinc/reply.ts"],
    ["src/record/record.ts", "../answer/answer.ts"],
    ["src/answer/read.ts", "../liveperson/reply.ts"],
    ["src/runtime/log.ts", "../../scripts/kit/terminal.ts"],
    ["scripts/replay/replay.ts", "../doctor/doctor.ts"],
    ["scripts/soak/run.ts", "../playground/session.ts"],
    ["scripts/kit/terminal.ts", "../build/build.ts"],
    ["scripts/account/login.ts", "../stand-ins/clinc/server.ts"],
    ["scripts/kit/terminal.ts", "../../src/runtime/log.ts"],
    ["scripts/build/build.ts", "../stand-ins/clinc/server.ts"],
    ["scripts/stand-ins/clinc/server.ts", "../../soak/run.ts"],
    ["scripts/kit/terminal.ts", "../../esbuild.config.ts"],
    ["src/bot/turn.ts", "./lambda.ts"],
    ["scripts/bench/size.ts", "../../src/agent/command/lambda.ts"],
  ])("is found in %s of %s", (file, target) => {
    expect(brokenRules(planted(file, `import { x } from "${target}";`))).toHaveLength(1);
  });

  it.each<[file: string, line: string]>([
    ["src/bot/turn.ts", 'import { readReply } from "../answer/read.ts";'],
    ["src/agent/command/command.ts", 'import { briefing } from "../briefing.ts";'],
    ["src/agent/desk/desk.ts", 'import { suggest } from "../suggestion.ts";'],
    ["src/agent/desk/desk.ts", 'import { Suggestion } from "../api.ts";'],
    ["src/agent/widget/widget.ts", 'import type { Suggestion } from "../api.ts";'],
    ["scripts/bench/programs/subject.ts", 'import { clincClient } from "../../../src/clinc/client.ts";'],
    ["scripts/doctor/doctor.ts", 'import { startMockClinc } from "../stand-ins/clinc/server.ts";'],
    ["scripts/import/import.ts", 'import { path } from "../account/functions-api.ts";'],
    ["scripts/build/build.ts", 'import { bundleBody } from "../../esbuild.config.ts";'],
    ["scripts/build/entry.ts", 'import { run } from "../../src/bot/lambda.ts";'],
    ["src/clinc/client.ts", 'import axios from "axios";'],
  ])("is allowed in %s: %s", (file, line) => {
    expect(brokenRules(planted(file, line))).toEqual([]);
  });

  it.each([
    [
      "on several lines",
      'import { z } from "zod";\n\nimport {\n  a,\n  b,\n} from "../liveperson/event.ts";',
      3,
    ],
    ["that is passed on", 'export { a } from "../liveperson/event.ts";', 1],
    ["for its effect alone", 'import "../liveperson/event.ts";', 1],
    ["that waits until it is called", 'const a = 1;\nawait import("../liveperson/event.ts");', 2],
  ])("%s is found at its line", (_, lines, line) => {
    expect(brokenRules(planted("src/clinc/ask.ts", lines))).toEqual([
      expect.stringContaining(`src/clinc/ask.ts:${line} imports src/liveperson/event.ts`),
    ]);
  });

  it("that closes a circle is named with the whole circle, types included", () => {
    const circle = new Map([
      ["src/bot/turn.ts", 'import { think } from "./think.ts";'],
      ["src/bot/think.ts", '\nimport { speak } from "./speak.ts";'],
      ["src/bot/speak.ts", '\n\nimport type { Turn } from "./turn.ts";'],
    ]);
    expect(brokenRules(circle)).toEqual([
      "src/bot/speak.ts:3 imports src/bot/turn.ts, but that closes a circle: src/bot/turn.ts → src/bot/think.ts → src/bot/speak.ts",
    ]);
  });
});

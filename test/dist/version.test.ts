import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distFiles } from "../../scripts/build/dist-files.ts";
import { FUNCTION_NAMES } from "../../scripts/build/functions.ts";
import { functionPath } from "../../scripts/build/package-files.ts";
import { checksumsAfter } from "../../scripts/build/release.ts";
import { VERSION } from "../../scripts/build/version.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { withClinc } from "../support/clinc.ts";
import { turnLine } from "../support/turn-line.ts";

const dist = join(import.meta.dirname, "../../dist");
const file = (path: string) => readFileSync(join(dist, path), "utf8");

describe("the version", () => {
  it("is free for the files of today, or the error says what to do", async () => {
    const { files } = await distFiles();
    expect(file("checksums.json"), "run npm run build, and commit dist").toBe(
      checksumsAfter(dist, VERSION, files),
    );
  });

  it("is the newest of those that the checksums and the changelog know", () => {
    const sums = Object.keys(JSON.parse(file("checksums.json")));
    const headings = [...file("CHANGELOG.md").matchAll(/^## (\S+)/gm)].map(([, version]) => version);
    expect(sums[0]).toBe(VERSION);
    expect(headings.slice(0, sums.length)).toEqual(sums);
  });

  it.each(["v1", "v2"] as const)("stands in the head of both files of %s", (generation) => {
    for (const name of FUNCTION_NAMES) {
      const head = file(functionPath(generation, name)).split("\n").slice(0, 3).join("\n");
      expect(head).toContain(
        `Clinc for LivePerson Functions ${VERSION} (Functions ${generation.toUpperCase()})`,
      );
    }
  });
});

describe.each(PLATFORM_NAMES)("the built file on %s", (platform) => {
  it("says its version in the line of a turn, and to Test Connection", async () => {
    await withClinc(async ({ host }) => {
      const { invoke } = await loadBuiltOn(platform, { host });
      const { logs } = await invoke(events.messagingText("hello"));
      expect(turnLine(logs)).toMatchObject({ v: VERSION, said: "words" });
      const { result } = await invoke(events.probe());
      expect(result).toMatchObject({ messages: [`The Clinc bot ${VERSION} is connected.`] });
    });
  });
});

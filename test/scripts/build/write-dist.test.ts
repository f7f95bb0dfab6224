import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeDist } from "../../../scripts/build/write-dist.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const FILES = new Map([
  ["v1/functions/ClincBot/index.js", "first"],
  ["v2/clinc-bot.json", "second"],
]);

describe("writing dist", () => {
  it("leaves what people wrote for those who deploy", () => {
    const dist = dirname(temporaryFile("README.md", "by hand"));
    writeDist(dist, FILES);
    expect(readFileSync(join(dist, "README.md"), "utf8")).toBe("by hand");
  });

  it("leaves nothing of an earlier build", () => {
    const dist = dirname(temporaryFile("README.md", "by hand"));
    mkdirSync(join(dist, "v1/functions/OldName"), { recursive: true });
    writeFileSync(join(dist, "v1/functions/OldName/index.js"), "old");
    writeDist(dist, FILES);
    expect(existsSync(join(dist, "v1/functions/OldName"))).toBe(false);
  });

  it("makes the folders that its files need, also where there is no dist yet", () => {
    const dist = join(dirname(temporaryFile("README.md", "by hand")), "dist");
    writeDist(dist, FILES);
    for (const [path, content] of FILES) expect(readFileSync(join(dist, path), "utf8")).toBe(content);
  });
});

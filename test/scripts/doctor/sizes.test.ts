import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examineSizes } from "../../../scripts/doctor/sizes.ts";
import { temporaryFolder } from "../../support/temporary-files.ts";

describe("the doctor's look at the built files", () => {
  function distOf(characters: Record<string, number>): string {
    const dist = temporaryFolder();
    for (const [generation, count] of Object.entries(characters)) {
      const folder = join(dist, generation, "functions/ClincBot");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "index.js"), "…".repeat(count));
    }
    return dist;
  }

  it("counts characters and not bytes", () => {
    const [v1] = examineSizes(distOf({ v1: 88_000 }));
    expect(v1).toEqual({
      name: "dist/v1",
      status: "ok",
      finding: "88,000 characters; LivePerson takes 100,000",
    });
  });

  it("warns above our own limit, and fails above LivePerson's", () => {
    const checks = examineSizes(distOf({ v1: 95_001, v2: 100_001 }));
    expect(checks.map(({ status }) => status)).toEqual(["warning", "failed"]);
    expect(checks[0]?.remedy).toContain("The build stops above 95,000");
  });

  it("names a file that is missing", () => {
    const [, v2] = examineSizes(distOf({ v1: 10 }));
    expect(v2).toMatchObject({ name: "dist/v2", status: "failed", remedy: "Build it: npm run build." });
    expect(v2?.finding).toContain("index.js is missing");
  });
});

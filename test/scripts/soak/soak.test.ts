import { describe, expect, it } from "vitest";
import { runScript } from "../../support/run-script.ts";

describe("npm run soak", () => {
  it("runs a short day through both built files and finds nothing wrong", async () => {
    const { status, stdout } = await runScript("soak/soak.ts", ["--events", "1200"]);
    expect(stdout).toMatch(/double turns +0\n/);
    expect(stdout.match(/heap /g)).toHaveLength(2);
    expect(status).toBe(0);
  });

  it("refuses a number that is none", async () => {
    const { status, stderr } = await runScript("soak/soak.ts", ["--events", "many"]);
    expect(stderr).toContain("--events is a whole number from 1 on");
    expect(status).toBe(2);
  });
});

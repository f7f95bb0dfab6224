import { beforeAll, describe, expect, it } from "vitest";
import { freshFile, refuseTooLong } from "../../../scripts/build/built-file.ts";
import { functionPath, packageFiles } from "../../../scripts/build/package-files.ts";
import { CommandFailure } from "../../../scripts/kit/command.ts";

describe("the file that is built in memory", () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    ({ files } = await packageFiles());
  });

  it.each(["v1", "v2"] as const)("is the one of %s that a build would write", async (generation) => {
    expect(await freshFile(generation)).toBe(files.get(functionPath(generation)));
    const agents = await freshFile(generation, "ClincAgent");
    expect(agents).toBe(files.get(functionPath(generation, "ClincAgent")));
    expect(agents).toContain("clincAgent.run");
  });

  it("is refused when it is too long to be deployed", () => {
    const zod = { path: "node_modules/zod/v4/core/schemas.js", characters: 90_000 };
    const refuse = () => refuseTooLong("x", { text: "x", inputs: [zod] }, "ClincAgent");
    expect(refuse).toThrow(CommandFailure);
    expect(refuse).toThrow(/^ClincAgent is too long to be deployed: zod: 90000 of 2200 characters$/);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { freshFile } from "../../../scripts/build/built-file.ts";
import { functionPath, packageFiles } from "../../../scripts/build/package-files.ts";
import { overBudget } from "../../../scripts/build/size-budget.ts";
import { CommandFailure } from "../../../scripts/kit/command.ts";

vi.mock(import("../../../scripts/build/size-budget.ts"), { spy: true });
afterEach(() => void vi.mocked(overBudget).mockReset());

describe("the file that is built in memory", () => {
  it.each(["v1", "v2"] as const)("is the one of %s that a build would write", async (generation) => {
    const { files } = await packageFiles();
    expect(await freshFile(generation)).toBe(files.get(functionPath(generation)));
  });

  it("is refused when it is too long to be deployed", async () => {
    vi.mocked(overBudget).mockReturnValue(["zod: 2 of 1 characters"]);
    const refused = await freshFile("v2").catch((error) => error);
    expect(refused).toBeInstanceOf(CommandFailure);
    expect(refused.message).toBe("The function is too long to be deployed: zod: 2 of 1 characters");
  });
});

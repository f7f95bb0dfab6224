import { expect, it, onTestFinished } from "vitest";
import { loadFunction } from "../../../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../../../scripts/stand-ins/functions/toolbelt.ts";

it.each(["v1", "v2"] as const)(
  "a %s function leaves this process its own environment",
  async (generation) => {
    process.env.LOAD_FUNCTION_TEST = "ours";
    onTestFinished(() => void delete process.env.LOAD_FUNCTION_TEST);
    const answer =
      generation === "v1"
        ? "function lambda(input, callback) { callback(null, process.env.LOAD_FUNCTION_TEST); }"
        : "async function lambda() { return process.env.LOAD_FUNCTION_TEST; }";
    const bot = await loadFunction(generation, answer, toolbeltV2({}), {
      LOAD_FUNCTION_TEST: "the function's",
    });
    expect((await bot.invoke({})).result).toBe("the function's");
    expect(process.env.LOAD_FUNCTION_TEST).toBe("ours");
  },
);

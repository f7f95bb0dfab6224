import { expect, it, onTestFinished } from "vitest";
import { loadFunction } from "../../../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../../../scripts/stand-ins/functions/toolbelt.ts";

it.each(["v1", "v2"] as const)("a %s function sees no variable of the shell", async (generation) => {
  process.env.APOLOGY_MESSAGE_ES = "the shell's";
  onTestFinished(() => void delete process.env.APOLOGY_MESSAGE_ES);
  const answer =
    generation === "v1"
      ? "function lambda(input, callback) { callback(null, process.env.APOLOGY_MESSAGE_ES); }"
      : "async function lambda() { return process.env.APOLOGY_MESSAGE_ES; }";
  const bot = await loadFunction(generation, answer, toolbeltV2({}), { APOLOGY_MESSAGE: "Sorry." });
  expect((await bot.invoke({})).result).toBeNull();
  expect(process.env.APOLOGY_MESSAGE_ES).toBe("the shell's");
});

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

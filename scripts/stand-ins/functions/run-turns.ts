import { readFileSync } from "node:fs";
import type { Generation } from "../../build/generation.ts";
import { loadFunction } from "./load-function.ts";
import { toolbeltV1, toolbeltV2 } from "./toolbelt.ts";

/**
 * Runs turns through a built file and prints what came of them, as JSON. It is bundled for, and run by, each version
 * of Node that the platform may have.
 */
type Order = {
  generation: Generation;
  file: string;
  secrets: Record<string, string>;
  environment: Record<string, string>;
  inputs: unknown[];
};

async function main(): Promise<void> {
  const order: Order = JSON.parse(readFileSync(0, "utf8"));
  const toolbelt =
    order.generation === "v1" ? toolbeltV1(order.secrets, ["127.0.0.1"]) : toolbeltV2(order.secrets);
  const bot = await loadFunction(
    order.generation,
    readFileSync(order.file, "utf8"),
    toolbelt,
    order.environment,
  );
  const results: unknown[] = [];
  for (const input of order.inputs) {
    const { result, error } = await bot.invoke(input);
    results.push(error ? { failed: error.message } : result);
  }
  process.stdout.write(JSON.stringify(results));
}

main().catch((error) => {
  process.stderr.write(String(error?.stack));
  process.exitCode = 1;
});

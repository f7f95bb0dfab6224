import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { builtFile } from "../../scripts/build/built-file.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { fetchInMemory, toolbeltV1InMemory } from "../../scripts/stand-ins/functions/in-memory.ts";
import { type Invocation, loadFunction } from "../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { pause } from "../../src/runtime/deadline.ts";
import type { Toolbelt } from "../../src/runtime/toolbelt.ts";
import * as events from "../fixtures/events.ts";

const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: "k3y-0123456789abcdef" };
const ENVIRONMENT = { CLINC_TIMEOUT_MS: "1000" };
const STORAGE_MS = 200;
const HOUR = 60 * 60_000;

/** Takes the query and never answers. */
const hangs = () => new Promise<never>(() => {});

const PLATFORMS: Array<[name: string, generation: "v1" | "v2", toolbelt: Toolbelt, hasPerformance: boolean]> =
  [
    ["V1", "v1", toolbeltV1InMemory(SECRETS, hangs), true],
    ["V1 on an old Node", "v1", toolbeltV1InMemory(SECRETS, hangs), false],
    ["V2", "v2", toolbeltV2(SECRETS), true],
  ];

/** The Secret Storage takes its time. */
function slowly(toolbelt: Toolbelt): Toolbelt {
  const readSecret = async (name: string) => {
    await pause(STORAGE_MS);
    return toolbelt.SecretClient().readSecret(name);
  };
  return { ...toolbelt, SecretClient: () => ({ readSecret }) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each(PLATFORMS)("a turn on %s", (_, generation, toolbelt, hasPerformance) => {
  it("ends in time when somebody sets the clock back an hour meanwhile", async () => {
    const bot = await loadFunction(generation, builtFile(generation), slowly(toolbelt), ENVIRONMENT);
    vi.useFakeTimers();
    if (!hasPerformance) vi.stubGlobal("performance", undefined);
    onTestFinished(fetchInMemory(hangs));

    let ended: Invocation | undefined;
    const turn = bot.invoke(events.minimal("hi")).then((invocation) => {
      ended = invocation;
    });
    await vi.advanceTimersByTimeAsync(STORAGE_MS / 2);
    vi.setSystemTime(Date.now() - HOUR);
    await vi.advanceTimersByTimeAsync(1_000 + STORAGE_MS);

    expect(deliver(ended?.result, false).classification).toContain("clinc_timeout");
    await turn;
  });
});

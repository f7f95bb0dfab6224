import { describe, expect, it } from "vitest";
import { VirtualTime } from "../../scripts/stand-ins/functions/virtual-time.ts";
import { buildBot } from "../../src/bot/lambda.ts";
import { takeTurn } from "../../src/bot/turn.ts";
import { pause } from "../../src/runtime/deadline.ts";
import type { Toolbelt } from "../../src/runtime/toolbelt.ts";
import * as events from "../fixtures/events.ts";
import { sharedAccount } from "../support/instances.ts";
import { logLines } from "../support/log-lines.ts";

logLines();

/** A storage that takes so many milliseconds for a secret, and knows none but these. */
function storage(takesMs: number, secrets: Record<string, string>) {
  const names: string[] = [];
  const toolbelt: Toolbelt = {
    SecretClient: () => ({
      async readSecret(name: string) {
        names.push(name);
        await pause(takesMs);
        return { key: name, value: secrets[name] ?? "" };
      },
    }),
  };
  return { names, toolbelt };
}

const CLINC = { clinc_host: "api.clinc.example", clinc_app_key: "k" };
const words = events.messagingText("hi");

/** One turn of a new instance: its reply, and how long it took. */
async function turn(toolbelt: Toolbelt, input: unknown, time = new VirtualTime(), environment = {}) {
  const bot = buildBot(toolbelt, { TRANSFER_SKILL: "desk", ...environment });
  const startedAt = time.now;
  const { messages, context } = await time.during(() => takeTurn(input, bot));
  return { messages, intent: context.intentId, tookMs: time.now - startedAt };
}

describe("the secrets of a turn", () => {
  it("are read once, also where they cannot be used", async () => {
    const { names, toolbelt } = storage(10, {});
    expect((await turn(toolbelt, words)).intent).toBe("secret_missing");
    expect(names).toEqual([...new Set(names)]);
    expect(names).toHaveLength(5);
  });

  it("are waited for as long as for Clinc, not once more for the record", async () => {
    const { names, toolbelt } = storage(600_000, CLINC);
    const { intent, tookMs } = await turn(toolbelt, words);
    expect([intent, tookMs]).toEqual(["secret_storage_unavailable", 8_000]);
    expect(names).toHaveLength(5);
  });

  it("take of the time that Clinc has", async () => {
    const { time, clinc } = sharedAccount("v2");
    clinc.takesMs = 600_000;
    const { toolbelt } = storage(3_000, CLINC);
    const { intent, tookMs } = await turn(toolbelt, words, time);
    expect([intent, tookMs]).toEqual(["clinc_timeout", 8_000]);
  });

  it("do not keep a welcome waiting that the bank says itself", async () => {
    const { toolbelt } = storage(600_000, CLINC);
    const welcome = { WELCOME_MESSAGE: "Welcome." };
    const { messages, tookMs } = await turn(toolbelt, events.transferredIn(), new VirtualTime(), welcome);
    expect([messages, tookMs]).toEqual([["Welcome."], 2_000]);
  });
});

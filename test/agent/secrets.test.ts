import { describe, expect, it } from "vitest";
import { type AgentSecrets, agentSecrets, withSecrets } from "../../src/agent/secrets.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { Fault } from "../../src/runtime/fault.ts";

const soon = () => new Deadline(1_000);
const missing = new Fault("settings", "secret_missing", "create it");

/** Secrets of an account, which may change, and how often they were read. */
function account(stored: Record<string, string>) {
  const reads: string[] = [];
  const state = { isDown: false };
  const secrets = agentSecrets(async (name) => {
    reads.push(name);
    if (state.isDown) throw new Fault("network", "secret_storage_unavailable", "wait");
    return stored[name] ?? "";
  }, "bank-2");
  return { secrets, reads, state };
}

/** Something that needs a host. */
function hostOf({ host }: AgentSecrets): string {
  if (host === "") throw missing;
  return host;
}

describe("the secrets of the agent's side", () => {
  it("are read together, under the names that the bank gave them", async () => {
    const { secrets, reads } = account({ "bank-2_host": "h", "bank-2_assist_ai_version": "a" });
    expect(await secrets.current(soon())).toEqual({
      ...{ host: "h", appKey: "", aiVersion: "", assistAiVersion: "a", contextKey: "", off: "" },
    });
    const names = ["host", "app_key", "ai_version", "assist_ai_version", "context_key", "off"];
    expect(reads).toEqual(names.map((name) => `bank-2_${name}`));
  });

  it("are used as they are kept where they are right", async () => {
    const stored = { "bank-2_host": "first" };
    const { secrets, reads } = account(stored);
    await withSecrets(secrets, soon(), hostOf);
    stored["bank-2_host"] = "second";
    expect(await withSecrets(secrets, soon(), hostOf)).toBe("first");
    expect(reads).toHaveLength(6);
  });

  it("are read again where they are not, and what is stored now counts", async () => {
    const stored: Record<string, string> = {};
    const { secrets } = account(stored);
    await expect(withSecrets(secrets, soon(), hostOf)).rejects.toBe(missing);
    stored["bank-2_host"] = "second";
    expect(await withSecrets(secrets, soon(), hostOf)).toBe("second");
  });

  it("say what is wrong with them although the storage is down meanwhile", async () => {
    const { secrets, state } = account({});
    await secrets.current(soon());
    state.isDown = true;
    await expect(withSecrets(secrets, soon(), hostOf)).rejects.toBe(missing);
  });

  it("are not read again for anything else that goes wrong, and nothing is done twice with the same", async () => {
    const { secrets, reads } = account({});
    let done = 0;
    const fail = (error: Error) =>
      withSecrets(secrets, soon(), () => {
        done += 1;
        throw error;
      }).catch((thrown) => thrown);
    for (const error of [new Fault("clinc", "clinc_timeout", "wait"), new TypeError("x")])
      expect(await fail(error)).toBe(error);
    expect(reads).toHaveLength(6);
    expect(await fail(missing)).toBe(missing);
    expect(done).toBe(3);
  });
});

import { describe, expect, it } from "vitest";
import { builtFile } from "../../../../scripts/build/built-file.ts";
import { GENERATIONS } from "../../../../scripts/build/generation.ts";
import { type ContextService, KEEPINGS, type Keeping } from "../../../../scripts/soak/instances/keeping.ts";
import { measure } from "../../../../scripts/soak/instances/measure.ts";
import { ROWS, type RowName } from "../../../../scripts/soak/instances/rows.ts";
import { wrongs } from "../../../../scripts/soak/instances/verdict.ts";

const REPEATS = ["repeats"] as const;

const [ALONE, ...WITH_RECORD] = KEEPINGS as [Keeping, ...Keeping[]];

/**
 * A function of V2 that remembers nothing itself. It looks up what it answered in the Conversation Context Service, if
 * it has a key, asks Clinc where nothing is found, and writes its answer down.
 */
const FORGETFUL = `
import { Toolbelt } from "core-functions-toolbelt";
async function lambda({ payload: { convId, message, context } }) {
  const key = await Toolbelt.SecretClient().readSecret("clinc_context_key").catch(() => undefined);
  const address = "https://z1.context.liveperson.net/v1/account/1/ns/" + convId + "/properties";
  const name = "answer" + context.lpEvent.sequence;
  const kept = key && await fetch(address).then((answer) => answer.status === 200 ? answer.json() : {});
  if (kept && kept[name]) return kept[name];
  const body = JSON.stringify({ query: message, dialog_seed: convId });
  await fetch("https://api.clinc.example/v1/query", { method: "POST", body });
  const reply = { messages: ["Yes."], context: { intentId: "yes", intentName: "yes", confidenceScore: 1 } };
  const write = () => fetch(address, { method: "PATCH", body: JSON.stringify({ [name]: reply }) });
  if (key && (await write()).status === 500) await write();
  return reply;
}
`;

function startContextService(): ContextService {
  const stored = new Map<string, Record<string, unknown>>();
  return {
    answer({ method, path, body }) {
      const found = stored.get(path);
      if (method === "GET") return found ? { status: 200, body: found } : { status: 404 };
      stored.set(path, { ...found, ...JSON.parse(body) });
      return { status: 204 };
    },
  };
}

describe.each(GENERATIONS)("the built file of %s, measured", (generation) => {
  const effort = { conversations: 1, seed: 1 };

  it("does everything right on one instance", async () => {
    const columns = await measure(generation, builtFile(generation), ALONE, { ...effort, instances: [1] });
    const [column] = columns.filter(({ world }) => world === "messages only");
    for (const [name, { should }] of Object.entries(ROWS)) {
      const { happened, of } = column?.rows[name as RowName] ?? { happened: -1, of: -1 };
      expect(of, name).toBeGreaterThan(0);
      expect(happened, name).toBe(should === "always" ? of : 0);
    }
  });

  it("asks some repeats again on two instances, and more on four", async () => {
    const more = { ...effort, conversations: 8, instances: [2, 4], only: REPEATS };
    const columns = await measure(generation, builtFile(generation), ALONE, more);
    const [two, four] = columns.map(({ rows }) => rows.repeatLater);
    expect(two?.happened).toBeGreaterThan(four?.happened ?? 0);
    expect(two?.happened).toBeLessThan(two?.of ?? 0);
  });

  it.each(WITH_RECORD)(
    "does everything right on several instances $name, that can be helped",
    async (keeping) => {
      const several = { ...effort, instances: [8] };
      const columns = await measure(generation, builtFile(generation), keeping, several);
      expect(columns.map(({ rows }) => rows.thirdTransfers.of + rows.numberTaken.of)).not.toContain(0);
      expect(wrongs(columns)).toEqual([]);
    },
  );

  it("comes to the same for the same seed", async () => {
    const run = () => measure(generation, builtFile(generation), ALONE, { ...effort, instances: [3] });
    expect(await run()).toEqual(await run());
  });
});

describe("a function that remembers nothing itself, measured", () => {
  const effort = { instances: [1, 8], conversations: 20, seed: 1, only: REPEATS };

  it("asks every repeat again without a record, in both worlds", async () => {
    const columns = await measure("v2", FORGETFUL, ALONE, effort);
    expect(columns.map(({ world, instances }) => `${instances} ${world}`)).toEqual([
      "1 messages only",
      "8 messages only",
      "1 messages and receipts",
      "8 messages and receipts",
    ]);
    for (const { rows, hasRecord } of columns) {
      expect(rows.repeatLater).toEqual({ happened: 0, of: 20 });
      expect(hasRecord).toBe(false);
    }
  });

  it("asks none again with one, and conversations of which a write was lost twice are counted apart", async () => {
    const line = { latencyMs: [20, 300], loses: 0.1 } as const;
    const keeping = { name: "with a record", service: { start: startContextService, line } };
    const columns = await measure("v2", FORGETFUL, keeping, effort);
    for (const { rows, hasRecord, afterLosses } of columns) {
      expect(rows.repeatLater.happened).toBe(rows.repeatLater.of);
      expect(rows.repeatLater.of).toBeGreaterThan(10);
      expect(afterLosses.of).toBeGreaterThan(0);
      expect(hasRecord).toBe(true);
    }
  });

  it("is no measure when LivePerson would refuse what it says", async () => {
    const mute = FORGETFUL.replace('["Yes."]', "[]");
    await expect(measure("v2", mute, ALONE, effort)).rejects.toThrow("LivePerson would refuse a reply");
  });
});

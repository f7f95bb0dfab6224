import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { builtFilePath } from "../../scripts/build/built-file.ts";
import { runProgram } from "../../scripts/kit/run-program.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../../scripts/stand-ins/clinc/faults.ts";
import { MOCK_APP_KEY, startMockClinc } from "../../scripts/stand-ins/clinc/server.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { Invocation } from "../../scripts/stand-ins/functions/load-function.ts";
import type { HttpClient, Toolbelt } from "../../src/runtime/toolbelt.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES, type Setup } from "../support/built.ts";
import { withClinc } from "../support/clinc.ts";
import { turnLine } from "../support/turn-line.ts";

const TIMEOUT_MS = 1_500;
const SLACK_MS = 500;
const ENVIRONMENT = { CLINC_TIMEOUT_MS: String(TIMEOUT_MS), TRANSFER_SKILL: "desk" };
const BALANCE = "What is my balance in checking?";
const ANSWER = "Your Everyday Checking balance is $1,250.40.";
const GENERATIONS = ["V1", "V2"] as const;

/** Fails the first requests, one by one, and then is well. */
const first =
  (...faults: ClincFaultName[]) =>
  (number: number) =>
    faults[number - 1];

/** What came of a turn, in the words of the reply and of the log. */
function outcome({ result, error, logs, milliseconds }: Invocation) {
  expect(error).toBeUndefined();
  const { consumer, action, classification, problems } = deliver(result, false);
  expect(problems).toEqual([]);
  return { says: consumer[0], action, classification, line: turnLine(logs), milliseconds };
}

describe.concurrent.each(GENERATIONS)("the built file on %s", (platform) => {
  const load = (host: string, setup: Partial<Setup> = {}) =>
    loadBuiltOn(platform, { host, environment: ENVIRONMENT, ...setup });

  describe("asks once more", () => {
    const passing = (["throttles_briefly", "busy"] as const).map(
      (name) => [CLINC_FAULTS[name].title, name] as const,
    );
    it.each(passing)("when Clinc %s", async (_, fault) => {
      await withClinc(async (clinc) => {
        clinc.fault = first(fault);
        const bot = await load(clinc.host);
        const { says, line } = outcome(await bot.invoke(events.messagingText(BALANCE)));
        expect(says).toBe(ANSWER);
        expect(line.queries).toBe(2);
        expect(clinc.seen[1]?.body).toBe(clinc.seen[0]?.body);
      });
    });

    it("when the key was changed in the meantime, with the new one", async () => {
      await withClinc(async (clinc) => {
        const secrets = { clinc_host: clinc.host, clinc_app_key: "the-old-key" };
        const bot = await load(clinc.host, { secrets });
        clinc.fault = (number) => {
          if (number === 1) secrets.clinc_app_key = MOCK_APP_KEY;
          return undefined;
        };
        expect(outcome(await bot.invoke(events.messagingText(BALANCE))).says).toBe(ANSWER);
        expect(clinc.seen.map(({ headers }) => headers.authorization)).toEqual([
          "App-Key the-old-key",
          `App-Key ${MOCK_APP_KEY}`,
        ]);
      });
    });

    it("when nobody listens there, and then apologises", async () => {
      const closed = await startMockClinc();
      await closed.close();
      const bot = await load(closed.host);
      const { classification, line } = outcome(await bot.invoke(events.messagingText(BALANCE)));
      expect(classification).toBe("clinc unreachable (clinc_unreachable) 0.00");
      expect(line.queries).toBe(2);
      expect(line.clincMs).toBeGreaterThanOrEqual(200);
    });

    it("but never a third time", async () => {
      await withClinc(async (clinc) => {
        clinc.fault = first("busy", "throttles_briefly");
        const bot = await load(clinc.host);
        outcome(await bot.invoke(events.messagingText(BALANCE)));
        expect(clinc.seen).toHaveLength(2);
      });
    });
  });

  it("hands over at the second failure in a row, and not again when the consumer comes back", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = () => "error";
      const bot = await load(clinc.host);
      const actions: string[] = [];
      for (const sequence of [1, 2, 3, 4, 5])
        actions.push(outcome(await bot.invoke(events.messagingText(BALANCE, { sequence }))).action);
      expect(actions).toEqual(["", 'TRANSFER {"skill":"desk"}', "", "", ""]);
    });
  });

  it("forgets a failure after a good answer", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = (number) => (number % 2 === 1 ? "error" : undefined);
      const bot = await load(clinc.host);
      for (const sequence of [1, 2, 3, 4, 5])
        expect(outcome(await bot.invoke(events.messagingText(BALANCE, { sequence }))).action).toBe("");
    });
  });

  it("counts failures for each conversation alone", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = () => "error";
      const bot = await load(clinc.host);
      const one = (convId: string) => bot.invoke(events.messagingText(BALANCE, { convId }));
      const all = await Promise.all(["a", "b", "c", "d"].map(one));
      expect(all.map((invocation) => outcome(invocation).action)).toEqual(["", "", "", ""]);
    });
  });

  it("answers an event that is delivered three times at once with one question and one reply", async () => {
    await withClinc(async (clinc) => {
      const bot = await load(clinc.host);
      const event = events.messagingText("send money");
      const [original, ...repeats] = await Promise.all([
        bot.invoke(event),
        bot.invoke(event),
        bot.invoke(event),
      ]);
      expect(original).toMatchObject({ result: { messages: ["How much do you want to send?"] } });
      for (const repeat of repeats) {
        expect(repeat.result).toEqual(original?.result);
        expect(repeat.logs.map(({ text }) => text)).toEqual([expect.stringContaining('"said":"repeat"')]);
      }
      expect(clinc.seen).toHaveLength(1);
    });
  });

  it("makes nobody wait for another conversation", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = first("hangs");
      const bot = await load(clinc.host);
      const hanging = bot.invoke(events.messagingText(BALANCE, { convId: "slow" }));
      const other = await bot.invoke(events.messagingText(BALANCE, { convId: "quick" }));
      expect(outcome(other).says).toBe(ANSWER);
      expect(other.milliseconds).toBeLessThan(TIMEOUT_MS / 2);
      expect(outcome(await hanging).classification).toContain("clinc_timeout");
    });
  });

  it("lets no message wait longer than twice the time for Clinc", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = () => "hangs";
      const bot = await load(clinc.host);
      const turns = await Promise.all(
        [1, 2, 3].map((sequence) => bot.invoke(events.messagingText(BALANCE, { sequence }))),
      );
      const [one, two, three] = turns.map(outcome);
      expect(one?.classification).toContain("clinc_timeout");
      expect(one?.milliseconds).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      for (const late of [two, three]) expect(late?.milliseconds).toBeLessThan(2 * TIMEOUT_MS + SLACK_MS);
      // The first ends just when the patience of the others does, so either of them may still be let in.
      const pending = [two, three].filter((turn) => turn?.classification.includes("earlier_turn_pending"));
      expect(pending.length).toBeGreaterThan(0);
      for (const turn of pending) expect(turn?.line.queries).toBe(0);
      expect(clinc.seen).toHaveLength(3 - pending.length);
    });
  });

  it("lets its process end although Clinc is still silent", async () => {
    await withClinc(async (clinc) => {
      clinc.fault = () => "hangs";
      const generation = platform === "V1" ? "v1" : "v2";
      const root = join(import.meta.dirname, "../..");
      const order = {
        generation,
        file: builtFilePath(generation),
        secrets: { clinc_host: clinc.host, clinc_app_key: MOCK_APP_KEY },
        environment: ENVIRONMENT,
        inputs: [events.messagingText(BALANCE)],
      };
      const runner = join(root, "scripts/stand-ins/functions/run-turns.ts");
      const output = await runProgram(process.execPath, ["--import", "tsx", runner], {
        cwd: root,
        input: JSON.stringify(order),
      });
      expect(JSON.parse(output)).toMatchObject([{ context: { intentId: "clinc_timeout" } }]);
      expect(clinc.open()).toBe(0);
    });
  });
});

describe.concurrent.each(GENERATIONS)("a Secret Storage on %s that", (platform) => {
  const storages: Array<[what: string, read: () => unknown]> = [
    ["hangs", () => new Promise(() => {})],
    [
      "throws",
      () => {
        throw new Error("vault sealed");
      },
    ],
    ["refuses with a text", () => Promise.reject("403 Forbidden")],
    ["is gone", () => undefined],
  ];
  it.each(storages)("%s is named in time, and Clinc is not asked", async (what, read) => {
    await withClinc(async (clinc) => {
      const change = (toolbelt: Toolbelt) => ({ ...toolbelt, SecretClient: () => ({ readSecret: read }) });
      const bot = await loadBuiltOn(platform, {
        host: clinc.host,
        environment: ENVIRONMENT,
        change: change as (toolbelt: Toolbelt) => Toolbelt,
      });
      const { classification, milliseconds } = outcome(await bot.invoke(events.messagingText("hi")));
      expect(classification).toContain(what === "is gone" ? "secret_missing" : "secret_storage_unavailable");
      expect(milliseconds).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      expect(clinc.seen).toHaveLength(0);
    });
  });

  it("is slow is asked for each secret once by a hundred conversations at a cold start", async () => {
    await withClinc(async (clinc) => {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const names: string[] = [];
      const change = (toolbelt: Toolbelt): Toolbelt => ({
        ...toolbelt,
        SecretClient: () => ({
          async readSecret(name) {
            names.push(name);
            await opened;
            return toolbelt.SecretClient().readSecret(name);
          },
        }),
      });
      const environment = { ...ENVIRONMENT, CLINC_TIMEOUT_MS: "11000" };
      const bot = await loadBuiltOn(platform, { host: clinc.host, environment, change });
      const turns = Array.from({ length: 100 }, (_, index) =>
        bot.invoke(events.messagingText(BALANCE, { convId: `conversation-${index}` })),
      );
      await vi.waitFor(() => expect(names).toContain("clinc_app_key"));
      open();
      for (const turn of await Promise.all(turns)) expect(outcome(turn).says).toBe(ANSWER);
      expect(names).toEqual([...new Set(names)]);
    });
  });

  it("hands out the App-Key as a number is named, and nothing is asked with what is left of the key", async () => {
    await withClinc(async (clinc) => {
      const secrets = { clinc_host: clinc.host, clinc_app_key: 1.23e22 };
      const bot = await loadBuiltOn(platform, { host: clinc.host, environment: ENVIRONMENT, secrets });
      const { classification, action } = outcome(await bot.invoke(events.messagingText(BALANCE)));
      expect(classification).toContain("app_key_malformed");
      expect(action).toBe('TRANSFER {"skill":"desk"}');
      expect(clinc.seen).toHaveLength(0);
    });
  });
});

describe.concurrent("an HTTP client of V1 that", () => {
  const refused = Object.assign(new Error("socket closed"), { code: "ERR_SOCKET_CLOSED" });
  const unknownHost = Object.assign(new Error("getaddrinfo"), { cause: { code: "ENOTFOUND" } });
  const clients: Array<[what: string, client: () => unknown, reason: string]> = [
    [
      "throws",
      () => {
        throw new Error("no client");
      },
      "clinc_unreachable",
    ],
    ["returns nothing", () => undefined, "clinc_unusable_reply"],
    ["answers with a number", () => Promise.resolve(7), "clinc_unusable_reply"],
    ["answers without a body", () => Promise.resolve({ statusCode: 200 }), "clinc_unusable_reply"],
    ["never answers and cannot be aborted", () => new Promise(() => {}), "clinc_timeout"],
    [
      "fails long after its time",
      () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), TIMEOUT_MS + 300)),
      "clinc_timeout",
    ],
    [
      "throws when it is aborted",
      () =>
        Object.assign(new Promise(() => {}), {
          abort: () => {
            throw new Error("cannot");
          },
        }),
      "clinc_timeout",
    ],
    ["is refused the domain", () => Promise.reject(refused), "domain_not_allowed"],
    ["knows no such host", () => Promise.reject(unknownHost), "host_unknown"],
    ["rejects with nothing", () => Promise.reject(undefined), "clinc_unreachable"],
  ];
  it.each(clients)("%s", async (_, client, reason) => {
    const change = (toolbelt: Toolbelt) => ({ ...toolbelt, HTTPClient: () => client as HttpClient });
    const bot = await loadBuiltOn("V1", { host: "http://127.0.0.1:9", environment: ENVIRONMENT, change });
    const { classification, milliseconds } = outcome(await bot.invoke(events.messagingText("hi")));
    expect(classification).toContain(`(${reason})`);
    expect(milliseconds).toBeLessThan(TIMEOUT_MS + SLACK_MS);
  });
});

describe.each(PLATFORM_NAMES)(
  "the first turn on %s, with every setting wrong and a Clinc in trouble",
  (platform) => {
    it("tells everything in at most two warnings, a line, and 5,000 characters", async () => {
      await withClinc(async (clinc) => {
        clinc.fault = () => "deep";
        const names = ["CLINC_TIMEOUT_MS", "CLINC_LANGUAGE", "CLINC_EXTERNAL_USER", "MISUNDERSTOOD_LIMIT"];
        const more = ["FAILURE_LIMIT", "AGENT_SUMMARY", "CLOSE_WITHOUT_SURVEY", "CHANNEL", "ALLOW_HTML"];
        const environment = Object.fromEntries(
          [...names, ...more].map((name) => [name, "wrong wrong wrong"]),
        );
        const bot = await loadBuiltOn(platform, { host: clinc.host, environment });
        const { logs } = await bot.invoke(events.messagingText("hi"));
        expect(logs.map(({ level }) => level)).toEqual(["warn", "warn", "info"]);
        for (const name of [...names, ...more]) expect(logs[0]?.text).toContain(`${name} must be `);
        expect(logs.map(({ text }) => text).join("\n").length).toBeLessThan(5_000);
        const next = await bot.invoke(events.messagingText("hi", { sequence: 5 }));
        expect(JSON.stringify(next.logs)).not.toContain("must be");
      });
    });
  },
);

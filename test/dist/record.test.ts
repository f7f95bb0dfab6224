import { describe, expect, it, onTestFinished } from "vitest";
import { MOCK_APP_KEY } from "../../scripts/stand-ins/clinc/server.ts";
import type { ContextFaultName } from "../../scripts/stand-ins/context-service/faults.ts";
import {
  type MockContextService,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { Invocation } from "../../scripts/stand-ins/functions/load-function.ts";
import { clincBody, withLivePerson } from "../fixtures/clinc-replies.ts";
import { CONTEXT_REASONS } from "../fixtures/context-reasons.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";
import { closedPort } from "../support/loopback-server.ts";
import { withoutSealed } from "../support/sealed.ts";
import { turnLine } from "../support/turn-line.ts";

const ACCOUNT = "12345678";

/** A first read is waited for 1.5 s, a write 0.8 s and one of a claim before it as long. */
const LATEST_MS = 3_500;

const FAULTS = Object.keys(CONTEXT_REASONS) as ContextFaultName[];

/** A service of the test's own. */
async function ownService(): Promise<MockContextService> {
  const service = await startMockContextService();
  onTestFinished(() => service.close());
  return service;
}

/** New instances of the built file whose Clinc answers so; without a service they have no key of it. */
async function instances(platform: "V1" | "V2", contextHost: string | undefined, ...bodies: unknown[]) {
  const { host, asked } = await clincAnswering(...bodies);
  const key = contextHost === undefined ? {} : { clinc_context_key: MOCK_CONTEXT_KEY };
  const secrets = { clinc_host: host, clinc_app_key: MOCK_APP_KEY, ...key };
  const environment = {
    ...{ TRANSFER_SKILL: "desk", CHANNEL: "sms", AGENT_DETAILS: "account", CONTEXT_ACCOUNT: ACCOUNT },
    CONTEXT_HOST: contextHost ?? "z1",
  };
  return { asked, load: () => loadBuiltOn(platform, { host, environment, secrets }) };
}

/** What came of a turn, and what the operator was told. */
function seen({ result, error, logs, milliseconds }: Invocation) {
  expect(error).toBeUndefined();
  const warnings = logs.filter(({ level }) => level === "warn").map(({ text }) => text);
  return { result, delivered: deliver(result, false), line: turnLine(logs), warnings, milliseconds };
}

describe.each(["V1", "V2"] as const)("the built file on %s", (platform) => {
  const says = (words: string, sequence: number) => events.messagingText(words, { sequence });
  const reasonOf = (fault: ContextFaultName, what: "read" | "write") =>
    fault === "proxy_refuses" && platform === "V1" ? "context_not_allowed" : CONTEXT_REASONS[fault][what];

  describe.each([
    ["reads", "read", "GET"],
    ["writes", "write", "PATCH"],
  ] as const)("answers as without a record where the service, when it %s,", (_, what, method) => {
    it.each(FAULTS)("%s", async (fault) => {
      const without = await instances(platform, undefined, clincBody());
      const expected = seen(await (await without.load()).invoke(says("my balance", 2)));
      const service = await ownService();
      service.fault = (_number, request) => (request.method === method ? fault : undefined);
      const { load, asked } = await instances(platform, service.host, clincBody());

      const { result, line, warnings, milliseconds } = seen(
        await (await load()).invoke(says("my balance", 2)),
      );

      expect(result).toEqual(expected.result);
      expect(asked).toHaveLength(1);
      expect(milliseconds).toBeLessThan(LATEST_MS);
      const reason = reasonOf(fault, what);
      expect(warnings).toEqual(reason === "" ? [] : [expect.stringContaining(`[clinc] ${reason}: `)]);
      expect(line.record).toBe(reason === "" ? "on" : "failed");
      if (what === "read" && reason !== "") expect(service.seen).toHaveLength(1);
      expect(expected.line).toMatchObject({ record: "off", contextMs: 0 });
    });
  });

  it("leaves a service alone that nobody answers for, after three turns", async () => {
    const bodies = [1, 2, 3, 4].map(() => clincBody());
    const { load } = await instances(platform, `http://127.0.0.1:${await closedPort()}`, ...bodies);
    const bot = await load();
    const records: string[] = [];
    for (const sequence of [2, 4, 6, 8]) {
      const { line, warnings } = seen(await bot.invoke(says("my balance", sequence)));
      records.push(line.record);
      expect(warnings).toHaveLength(line.record === "failed" ? 1 : 0);
    }
    expect(records).toEqual(["failed", "failed", "failed", "resting"]);
  });

  it("goes on with a conversation on another instance", async () => {
    const service = await ownService();
    const list = { text: "Which account?", choices: ["Checking", { title: "Savings", say: "my savings" }] };
    const { load, asked } = await instances(
      platform,
      service.host,
      withLivePerson(list),
      clincBody(),
      clincBody({ competency: "live_agent", slots: {} }),
    );
    const [first, second, third] = [await load(), await load(), await load()];
    await first.invoke(says("pay", 2));
    const { result } = seen(await second.invoke(says("2", 5)));
    const repeated = seen(await third.invoke(says("2", 5)));
    expect(repeated.result).toEqual(result);
    const { delivered, line } = seen(await third.invoke(says("a person", 7)));
    expect(asked.map(({ query }) => query)).toEqual(["pay", "my savings", "a person"]);
    expect(delivered.agent.join()).toContain("- account: Everyday Checking");
    expect(line).toMatchObject({ record: "on", queries: 1 });
  });

  it("says in nothing that it sends to the service what anybody said, nor any secret", async () => {
    const service = await ownService();
    const { load } = await instances(
      platform,
      service.host,
      clincBody({
        visuals: {
          formattedResponse: "canary of the bot",
          liveperson: { text: "canary", choices: ["canary"] },
        },
        slots: { _ACCOUNT_: ["4111 1111 1111 1111"] },
      }),
      clincBody({ competency: "live_agent", visuals: { formattedResponse: "canary" } }),
    );
    const bot = await load();
    const logs = [
      ...(await bot.invoke(says("canary of the consumer", 2))).logs,
      ...(await bot.invoke(says("canary 4111 1111 1111 1111", 5))).logs,
    ];
    expect(service.seen.length).toBeGreaterThan(4);
    const sent = withoutSealed(service.seen.map(({ path, headers, body }) => [path, headers, body]));
    for (const word of ["canary", "4111", "1111", "Everyday", MOCK_APP_KEY]) expect(sent).not.toContain(word);
    expect(JSON.stringify(logs)).not.toContain(MOCK_CONTEXT_KEY);
    expect(service.lasting()).toEqual([]);
  });
});

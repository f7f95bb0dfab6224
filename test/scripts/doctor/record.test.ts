import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Check } from "../../../scripts/doctor/check.ts";
import { domainOfRecord, examine } from "../../../scripts/doctor/examine.ts";
import { examineRecord } from "../../../scripts/doctor/record.ts";
import { textOf } from "../../../scripts/kit/loopback.ts";
import type { ContextFaultName } from "../../../scripts/stand-ins/context-service/faults.ts";
import {
  type MockContextService,
  startMockContextService,
} from "../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { closedPort, serve } from "../../support/loopback-server.ts";

const STEPS = ["record", "record time", "record write", "record read", "record delete"];

let clock: number;
let context: MockContextService;
beforeEach(async () => {
  clock = 1_764_097_200_000;
  context = await startMockContextService({ now: () => clock });
  const started = context;
  onTestFinished(() => started.close());
});

async function examined(
  environment: Record<string, string> = {},
  { key = MOCK_CONTEXT_KEY, isAwaited = false } = {},
): Promise<Check[]> {
  const variables = { CONTEXT_HOST: context.host, CONTEXT_ACCOUNT: "123", ...environment };
  const wait = async (milliseconds: number) => {
    clock += milliseconds;
  };
  const checks: Check[] = [];
  for await (const check of examineRecord({ key, isAwaited, wait }, readSettings(variables).settings))
    checks.push(check);
  return checks;
}

/** One step failed, with this finding and remedy; those before it were well, and those after it were not tried. */
function expectOnly(checks: Check[], name: string, finding: string, remedy: string): void {
  const at = STEPS.indexOf(name);
  expect(checks.map((check) => check.name)).toEqual(STEPS);
  expect(checks.map(({ status }) => status)).toEqual(
    STEPS.map((_, index) => (index < at ? "ok" : index === at ? "failed" : "skipped")),
  );
  expect(checks[at]?.finding).toBe(finding);
  expect(checks[at]?.remedy).toContain(remedy);
}

/** The paths of the sessions that were written, without the service's address. */
function sessionsWritten(): string[] {
  return context.seen.flatMap(({ method, path }) => (method === "PATCH" ? [path] : []));
}

describe("the doctor's look at the record", () => {
  it("says that it is off where there is no key, and calls nobody", async () => {
    expect(await examined({}, { key: "" })).toEqual([
      {
        name: "record",
        status: "ok",
        finding: "off: no CLINC_CONTEXT_KEY, so instances share nothing",
      },
    ]);
    expect(context.seen).toEqual([]);
  });

  it("finds everything right, and leaves nothing behind", async () => {
    const checks = await examined({ CLINC_SECRET_PREFIX: "our-cards", CONTEXT_TTL_HOURS: "48" });
    expect(checks.map(({ name, status }) => [name, status])).toEqual(STEPS.map((name) => [name, "ok"]));
    expect(checks[0]?.finding).toBe(`our_cards_conversation of account 123 at ${new URL(context.host).host}`);
    expect(checks[1]?.finding).toBe("48 hours for records, 60 seconds for the doctor's");
    const [path = ""] = sessionsWritten();
    const [, session = ""] = /\/our_cards_conversation\/(doctor-[\w-]+)\/properties$/.exec(path) ?? [];
    expect(session).not.toBe("");
    expect(context.stored("123", "our_cards_conversation", session)).toEqual({});
  });

  it("writes only what expires, into a session that is no conversation's and no other doctor's", async () => {
    await examined();
    await examined();
    const calls = context.seen.map(({ method, path }) => `${method} ${path}`);
    expect(calls.slice(0, 3)).toEqual([
      "POST /v1/account/123?ttlSecond=86400",
      "POST /v1/account/123/namespace/clinc_conversation/session?ttlSecond=60",
      expect.stringMatching(/^PATCH .*\/doctor-/),
    ]);
    expect(new Set(sessionsWritten()).size).toBe(2);
  });
});

describe("the doctor who waits", () => {
  it("sees its session expire, and deletes nothing", async () => {
    const checks = await examined({}, { isAwaited: true });
    expect(checks.at(-1)).toEqual({
      name: "record expiry",
      status: "ok",
      finding: "gone after 60 seconds",
    });
    expect(context.seen.filter(({ method }) => method === "DELETE")).toEqual([]);
  });

  it("names a service that keeps what should be gone, and deletes it then", async () => {
    const stopped = clock;
    const keeping = await startMockContextService({ now: () => stopped });
    onTestFinished(() => keeping.close());
    const checks = await examined({ CONTEXT_HOST: keeping.host }, { isAwaited: true });
    expect(checks.at(-1)).toMatchObject({
      status: "failed",
      finding: "still there after 90 seconds, now deleted",
      remedy: expect.stringContaining("13 months"),
    });
    expect(keeping.seen.filter(({ method }) => method === "DELETE")).toHaveLength(1);
  });
});

describe("the doctor names what is wrong with the record:", () => {
  it("an account that nobody told", async () => {
    const checks = await examined({ CONTEXT_ACCOUNT: "" });
    expectOnly(
      checks,
      "record",
      "the doctor does not know the account: CONTEXT_ACCOUNT is not set",
      "CONTEXT_ACCOUNT is the number of the account",
    );
    expect(context.seen).toEqual([]);
  });

  it("a key that the service refuses, and where the right one is", async () => {
    const checks = await examined({ CLINC_SECRET_PREFIX: "cards" }, { key: "key-of-yesterday" });
    expectOnly(
      checks,
      "record time",
      "the service answered HTTP 401 (context_key_refused)",
      'Conversation Orchestrator, API Authorization, the key for version 1. In LivePerson: Functions, Settings, Secret Storage, "cards_context_key"',
    );
    expect(JSON.stringify(checks)).not.toContain("key-of-yesterday");
  });

  it("a key that no header can carry, without sending it", async () => {
    const checks = await examined({}, { key: "two words" });
    expectOnly(
      checks,
      "record time",
      "the service gave no usable answer (context_key_refused)",
      '"clinc_context_key"',
    );
    expect(context.seen).toEqual([]);
  });

  it.each<[what: string, fault: ContextFaultName, finding: string, remedy: string]>([
    ["a zone without the account", "no_account", "HTTP 404 (context_zone_wrong)", "z2 for Europe"],
    ["a redirect to elsewhere", "redirects", "HTTP 307 (context_zone_wrong)", "CONTEXT_HOST is z1"],
    ["a limit of the rate", "throttles", "HTTP 429 (context_throttled)", "ask for a higher one"],
    ["a service that is down", "bad_gateway", "HTTP 502 (context_unavailable)", "open a case"],
    ["a web page in its place", "html", "HTTP 200 (context_unusable)", "open a case"],
  ])("%s", async (_, fault, finding, remedy) => {
    context.fault = () => fault;
    expectOnly(await examined(), "record time", `the service answered ${finding}`, remedy);
  });

  it("a service that nobody reaches", async () => {
    const checks = await examined({ CONTEXT_HOST: `http://127.0.0.1:${await closedPort()}` });
    expectOnly(
      checks,
      "record time",
      "the service gave no usable answer: ECONNREFUSED (context_unavailable)",
      "down, slow or out of reach",
    );
  });

  it.each<[method: string, name: string]>([
    ["PATCH", "record write"],
    ["GET", "record read"],
    ["DELETE", "record delete"],
  ])("a service that fails at %s", async (method, name) => {
    context.fault = (_, request) => (request.method === method ? "error" : undefined);
    const finding = "the service answered HTTP 500 (context_unavailable)";
    expectOnly(await examined(), name, finding, "open a case");
  });

  it.each<[what: string, read: string, name: string, finding: string]>([
    ["a write that was not kept", "{}", "record read", "something else came back than was written"],
    ["another's record", '{"doctor":{"v":2}}', "record read", "something else came back than was written"],
    ["a session that cannot be deleted", "", "record delete", "deleted, and still there"],
  ])("%s", async (_, answer, name, finding) => {
    let written = "";
    const host = await serve(async (request, response) => {
      const body = await textOf(request);
      if (request.method === "PATCH") written = body;
      if (request.method !== "GET") response.writeHead(204).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(answer || written);
    });
    expectOnly(await examined({ CONTEXT_HOST: host }), name, finding, "Open a case with LivePerson");
  });
});

describe("the doctor of the whole bot", () => {
  const setup = (environment: Record<string, string>, key: string) => ({
    access: { host: "", appKey: "", aiVersion: "" },
    environment,
    words: "hello",
    record: { key, isAwaited: false },
  });

  it.each([
    [{}, "*.context.liveperson.net"],
    [{ CONTEXT_HOST: "z3" }, "*.context.liveperson.net"],
    [{ CONTEXT_HOST: "ccs.example.liveperson.net" }, "ccs.example.liveperson.net"],
    [{ CONTEXT_HOST: "http://127.0.0.1:8080" }, null],
  ])("tells the domain that V1 needs for the record: %j", (environment, domain) => {
    expect(domainOfRecord(setup(environment, "key"))).toBe(domain);
    expect(domainOfRecord(setup(environment, ""))).toBeNull();
  });

  it("never shows the key, wherever it stands", async () => {
    const key = "key-in-the-wrong-place";
    const checks: Check[] = [];
    const environment = { CONTEXT_HOST: context.host, CONTEXT_ACCOUNT: key };
    for await (const check of examine(setup(environment, key))) checks.push(check);
    expect(checks.find(({ name }) => name === "record")?.finding).toContain("of account … at");
    expect(JSON.stringify(checks)).not.toContain(key);
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "../../../scripts/build/built-file.ts";
import {
  fetchInMemory,
  type InMemoryAnswer,
  type InMemoryRequest,
  toolbeltV1InMemory,
} from "../../../scripts/stand-ins/functions/in-memory.ts";
import { type LoadedFunction, loadFunction } from "../../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../../scripts/stand-ins/functions/toolbelt.ts";
import { recordProperties } from "../../../src/record/properties.ts";
import { sealingOf } from "../../../src/record/sealing.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import { command } from "../../fixtures/commands.ts";
import { CONVERSATION_ID } from "../../fixtures/events.ts";
import { recordParts } from "../../fixtures/record.ts";
import { REPLIES } from "../../fixtures/samples.ts";
import { anyJson, damaged } from "../../support/hostile.ts";

const RUNS = 300;
const SECRETS = {
  clinc_host: "api.clinc.example",
  clinc_app_key: "k3y-0123456789abcdef",
  clinc_ai_version: "00000000-0000-4000-8000-000000000101",
  clinc_assist_ai_version: "00000000-0000-4000-8000-000000000202",
  clinc_context_key: "c0ntext-k3y-0123456789",
};
const ENVIRONMENT = { CONTEXT_ACCOUNT: "12345678", ASSIST_MIN_WORDS: "1" };
const PLACE = {
  address: "https://z1.context.liveperson.net",
  account: "12345678",
  namespace: "clinc_conversation",
};
const CLINC = "https://api.clinc.example/v1/query";

let clinc: InMemoryAnswer;
let context: InMemoryAnswer;
let requests: InMemoryRequest[] = [];
let restoreFetch: () => void;

async function respond(request: InMemoryRequest): Promise<InMemoryAnswer> {
  requests.push(request);
  return request.url === CLINC ? clinc : context;
}

beforeAll(() => {
  restoreFetch = fetchInMemory(respond);
});
afterAll(() => restoreFetch());

const load = {
  V1: () =>
    loadFunction("v1", builtFile("v1", "ClincAgent"), toolbeltV1InMemory(SECRETS, respond), ENVIRONMENT),
  V2: () => loadFunction("v2", builtFile("v2", "ClincAgent"), toolbeltV2(SECRETS), ENVIRONMENT),
};

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const properties = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** One command: a text that can be shown, at most one question to each, and nothing of it in the wrong place. */
async function expectUnharmed(
  agent: LoadedFunction,
  input: unknown,
  replies: { clinc?: unknown; context?: unknown },
) {
  requests = [];
  clinc = { status: 200, body: JSON.stringify(replies.clinc ?? clincBody()) };
  context = { status: 200, body: JSON.stringify(replies.context ?? {}) };
  const before = properties();
  const { result, error, logs } = await agent.invoke(input);

  expect(error).toBeUndefined();
  expect(typeof result).toBe("string");
  expect([...(result as string)].length).toBeLessThanOrEqual(1_500);
  expect((result as string).trim()).not.toBe("");
  expect(properties()).toEqual(before);
  expect(requests.length).toBeLessThanOrEqual(1);
  for (const { url, method, body } of requests) {
    if (url === CLINC) {
      const { dialog_seed, ai_version, ...query } = JSON.parse(body);
      expect(dialog_seed).toMatch(/^[\w-]{1,100}-assist$/);
      expect(ai_version).toBe(SECRETS.clinc_assist_ai_version);
      expect(Object.keys(query).sort()).toEqual(["device", "language", "query"]);
      expect([...query.query].length).toBeLessThanOrEqual(1_000);
    } else {
      expect(method).toBe("GET");
      expect(url).toMatch(
        /^https:\/\/z1\.context\.liveperson\.net\/v1\/account\/12345678\/clinc_conversation\/[\w-]{1,100}\/properties$/,
      );
    }
  }
  for (const { text } of logs) expect(text).toMatch(/^\[clinc\] [^\n]*$/);
  const written = logs.map(({ text }) => text).join("\n");
  expect(written.length).toBeLessThan(5_000);
  for (const secret of Object.values(SECRETS)) expect(written + result).not.toContain(secret);
}

describe.each(["V1", "V2"] as const)("the built slash command on %s stays unharmed by", (platform) => {
  let agent: LoadedFunction;
  let written: Record<string, unknown>;
  beforeAll(async () => {
    agent = await load[platform]();
    const sealing = sealingOf(SECRETS.clinc_app_key, CONVERSATION_ID, PLACE);
    written = await recordProperties({ ...recordParts(), at: Date.now() }, sealing);
  });
  const survives = (what: fc.Arbitrary<unknown>, check: (value: unknown) => Promise<void>) =>
    fc.assert(fc.asyncProperty(what, check), { numRuns: RUNS });

  it("any JSON as input", () => survives(anyJson, (input) => expectUnharmed(agent, input, {})));

  it("events with anything in any place", () =>
    survives(damaged([command(), command("my", "balance")]), (input) => expectUnharmed(agent, input, {})));

  it("any arguments", () =>
    survives(anyJson, (typed) =>
      expectUnharmed(agent, { payload: { conversationId: CONVERSATION_ID, arguments: typed } }, {}),
    ));

  it("any JSON as Clinc's answer", () =>
    survives(anyJson, (reply) => expectUnharmed(agent, command("my", "balance"), { clinc: reply })));

  it("answers of Clinc with anything in any place", () =>
    survives(damaged(REPLIES), (reply) => expectUnharmed(agent, command("my", "balance"), { clinc: reply })));

  it("any JSON as a record", () =>
    survives(anyJson, (record) => expectUnharmed(agent, command(), { context: record })));

  it("records with anything in any place", async () => {
    await expectUnharmed(agent, command(), { context: written });
    await survives(damaged([written]), (record) => expectUnharmed(agent, command(), { context: record }));
  });
});

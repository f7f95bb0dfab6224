import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "../../scripts/build/built-file.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import {
  fetchInMemory,
  type InMemoryAnswer,
  type InMemoryRequest,
  toolbeltV1InMemory,
} from "../../scripts/stand-ins/functions/in-memory.ts";
import { type LoadedFunction, loadFunction } from "../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { EVENTS, REPLIES } from "../fixtures/samples.ts";
import { anyCharacter } from "../support/characters.ts";
import { anyJson, damaged } from "../support/hostile.ts";
import { judge } from "../support/judges.ts";

const RUNS = 400;
const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: "k3y-0123456789abcdef" };
const KNOWN_NAMES = ["channel", "surface", "skill", "language", "authenticated", "campaign"];
const ENVIRONMENT = {
  TRANSFER_SKILL: "desk",
  TRANSFER_SKILLS: "faq_agent_handover=faq-desk",
  CLINC_EXTERNAL_USER: "visitor",
  CLINC_CONTEXT: `${KNOWN_NAMES.join()}, auth.customerInfo.customerInfo.customerId, unauth.personalInfo.personalInfo.name`,
  LOCATION_QUERY: "nearest branch",
  CLINC_LANGUAGE: "en, es",
  LIST_MESSAGE_ES: "Elija:",
  FAILURE_LIMIT: "0",
};

let healthy: InMemoryAnswer;
let answer: InMemoryAnswer;
let requests: InMemoryRequest[] = [];
let restoreFetch: () => void;

async function respond(request: InMemoryRequest): Promise<InMemoryAnswer> {
  requests.push(request);
  return answer;
}

beforeAll(() => {
  healthy = { status: 200, body: JSON.stringify(clincBody()) };
  restoreFetch = fetchInMemory(respond);
});
afterAll(() => restoreFetch());

const load = {
  V1: () => loadFunction("v1", builtFile("v1"), toolbeltV1InMemory(SECRETS, respond), ENVIRONMENT),
  V2: () => loadFunction("v2", builtFile("v2"), toolbeltV2(SECRETS), ENVIRONMENT),
};

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const properties = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** One turn: a valid reply, at most one question, twice only without its context, to the one address, and nothing of it in the wrong place. */
async function expectUnharmed(bot: LoadedFunction, input: unknown, given: InMemoryAnswer): Promise<void> {
  requests = [];
  answer = given;
  const before = properties();
  const { result, error, logs } = await bot.invoke(input);

  expect(error).toBeUndefined();
  expect(deliver(result, false).problems).toEqual([]);
  const { messages } = result as { messages: Parameters<typeof judge>[0][] };
  expect(messages.flatMap((message) => judge(message, "unknown"))).toEqual([]);
  expect(properties()).toEqual(before);
  expect(requests.length).toBeLessThanOrEqual(2);
  if (requests.length > 1) {
    const [first, second] = requests.map(({ body }) => JSON.parse(body));
    expect(second).toEqual({ ...first, liveperson: undefined });
  }
  for (const { url, headers, body } of requests) {
    expect(url).toBe("https://api.clinc.example/v1/query");
    expect(Object.keys(headers).sort()).toEqual(["Accept", "Authorization", "Content-Type"]);
    expect(headers.Authorization).toBe(`App-Key ${SECRETS.clinc_app_key}`);
    const { lat = 0, lon = 0, liveperson = {}, ...others } = JSON.parse(body);
    expect(["query", "language", "device", "dialog_seed", "external_user_id"]).toEqual(
      expect.arrayContaining(Object.keys(others)),
    );
    expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true);
    for (const [name, value] of Object.entries(liveperson)) {
      expect(ENVIRONMENT.CLINC_CONTEXT).toContain(name);
      expect(["string", "number", "boolean"]).toContain(typeof value);
      expect([...String(value)].length).toBeLessThanOrEqual(200);
    }
    expect(["en", "es"]).toContain(JSON.parse(body).language);
  }
  for (const { text } of logs) expect(text).toMatch(/^\[clinc\] [^\n]*$/);
  const written = logs.map(({ text }) => text).join("\n");
  expect(written.length).toBeLessThan(5_000);
  expect(JSON.stringify(result) + written).not.toContain(SECRETS.clinc_app_key);
}

describe.each(["V1", "V2"] as const)("the built file on %s stays unharmed by", (platform) => {
  let bot: LoadedFunction;
  beforeAll(async () => {
    bot = await load[platform]();
  });

  it("any JSON as input", async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, (input) => expectUnharmed(bot, input, healthy)),
      { numRuns: RUNS },
    );
  });

  it("events of LivePerson with anything in any place", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(EVENTS), (input) => expectUnharmed(bot, input, healthy)),
      { numRuns: RUNS },
    );
  });

  it("any JSON as Clinc's answer, under any status", async () => {
    const status = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
    await fc.assert(
      fc.asyncProperty(anyJson, status, (reply, code) =>
        expectUnharmed(bot, events.minimal("hi"), {
          status: BODILESS.includes(code) ? 200 : code,
          body: JSON.stringify(reply) ?? "",
        }),
      ),
      { numRuns: RUNS },
    );
  });

  it("answers of Clinc with anything in any place", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(REPLIES), (reply) =>
        expectUnharmed(bot, events.minimal("hi"), { status: 200, body: JSON.stringify(reply) }),
      ),
      { numRuns: RUNS },
    );
  });

  it("answers that are no JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 200 }), (body) =>
        expectUnharmed(bot, events.minimal("hi"), { status: 200, body }),
      ),
      { numRuns: RUNS / 4 },
    );
  });
});

/** Statuses that `Response` takes no body with. */
const BODILESS = [204, 205, 304];

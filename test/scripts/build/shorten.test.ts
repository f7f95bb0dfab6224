import { transform } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../../../esbuild.config.ts";
import { GENERATIONS, type Generation } from "../../../scripts/build/generation.ts";
import { FUNCTION_TEXT } from "../../../scripts/build/package-files.ts";
import { shorten } from "../../../scripts/build/shorten.ts";
import {
  fetchInMemory,
  type InMemoryAnswer,
  toolbeltV1InMemory,
} from "../../../scripts/stand-ins/functions/in-memory.ts";
import { type Invocation, loadFunction } from "../../../scripts/stand-ins/functions/load-function.ts";
import { toolbeltV2 } from "../../../scripts/stand-ins/functions/toolbelt.ts";
import { CHANNELS } from "../../../src/liveperson/channel.ts";
import type { Toolbelt } from "../../../src/runtime/toolbelt.ts";
import { messagingText } from "../../fixtures/events.ts";
import { EVENTS, REPLIES } from "../../fixtures/samples.ts";
import { damaged } from "../../support/hostile.ts";

const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: "k3y-0123456789abcdef" };
const ENVIRONMENT = {
  TRANSFER_SKILL: "desk",
  CLINC_LANGUAGE: "en, es",
  MISUNDERSTOOD_LIMIT: "wrong",
  CHANNEL: CHANNELS.map((channel) => `on ${channel}=${channel}`).join(),
};

/** Words on every channel, and damaged events of every kind. */
const event = fc.oneof(
  fc
    .tuple(fc.constantFrom("", "1", "Savings", "hello"), fc.nat(), fc.constantFrom(...CHANNELS))
    .map(([words, sequence, channel]) =>
      messagingText(words, {
        sequence,
        lpEvent: { originatorClientProperties: { integration: `on ${channel}` } },
      }),
    ),
  damaged(EVENTS),
);

const reply = fc.oneof(fc.constantFrom(...REPLIES), damaged(REPLIES));

const status = fc.oneof({ weight: 9, arbitrary: fc.constant(200) }, fc.constantFrom(401, 403, 429, 503));

let bundled = "";
let answer: InMemoryAnswer;
let restoreFetch: () => void;
beforeAll(async () => {
  bundled = (await bundle()).text;
  restoreFetch = fetchInMemory(respond);
});
afterAll(() => restoreFetch());

async function respond(): Promise<InMemoryAnswer> {
  return answer;
}

const TOOLBELTS: Record<Generation, Toolbelt> = {
  v1: toolbeltV1InMemory(SECRETS, respond),
  v2: toolbeltV2(SECRETS),
};

/** What can be compared of an invocation: all but its times. */
function outcome({ result, error, logs }: Invocation) {
  return { result, error, logs: logs.map(({ level, text }) => [level, text.replace(/(Ms":)\d+/g, "$1")]) };
}

describe("a script made shorter", () => {
  it("is shorter, and the same in every build", () => {
    expect(shorten(bundled).length).toBeLessThan(bundled.length);
    expect(shorten(bundled)).toBe(shorten(bundled));
  });

  it("keeps the names in the global", () => {
    expect(shorten("var clincBot = {}; clincBot.run = 1;")).toMatch(/^var clincBot=\{/);
  });

  it("has nothing that Node 12 does not understand", async () => {
    const options = { minifyWhitespace: true, charset: "utf8" } as const;
    const [old, any] = await Promise.all(
      ["node12", "esnext"].map((target) => transform(shorten(bundled), { ...options, target })),
    );
    expect(old?.code === any?.code).toBe(true);
  });

  it.each(GENERATIONS)(
    "does what it did, whatever comes in and whatever Clinc says: %s",
    async (generation) => {
      const load = (body: string) =>
        loadFunction(
          generation,
          FUNCTION_TEXT[generation](body, "ClincBot"),
          TOOLBELTS[generation],
          ENVIRONMENT,
        );
      const [before, after] = [await load(bundled), await load(shorten(bundled))];
      await fc.assert(
        fc.asyncProperty(event, reply, status, async (input, body, code) => {
          answer = { status: code, body: JSON.stringify(body) };
          expect(outcome(await after.invoke(input))).toEqual(outcome(await before.invoke(input)));
        }),
        { numRuns: 300 },
      );
    },
  );
});

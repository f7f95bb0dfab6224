import nock from "nock";
import { describe, expect, it } from "vitest";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import type { Answer } from "../../src/answer/answer.ts";
import { buildBot } from "../../src/bot/lambda.ts";
import { NOTHING_YET } from "../../src/bot/memory.ts";
import { reportTurn, startTrace } from "../../src/bot/report.ts";
import { takeTurn } from "../../src/bot/turn.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { VERSION } from "../../src/runtime/version.ts";
import { clincBody, outOfScope } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { interceptRequests } from "../support/intercepted-requests.ts";
import { logLines } from "../support/log-lines.ts";

const SECRETS = { clinc_host: "api.clinc.example", clinc_app_key: "key" };

interceptRequests();
const log = logLines();

/** Takes the events one after the other, each answered as Clinc would, and gives the log without the times. */
async function logOf(inputs: unknown[], bodies: Array<Record<string, unknown>>, environment = {}) {
  const bot = buildBot(toolbeltV2(SECRETS), environment);
  for (const body of bodies) nock("https://api.clinc.example").post("/v1/query").reply(200, body);
  for (const input of inputs) await takeTurn(input, bot);
  return log.map((line) => line.replace(/"(\w+Ms)":[\d.]+/g, '"$1":0'));
}

function lineOf(text: string | undefined): Record<string, unknown> {
  return JSON.parse(text?.replace(/^info \[clinc\] turn /, "") ?? "null");
}

describe("the line of a turn", () => {
  it("names a file as what it is", async () => {
    const [line] = await logOf([events.file()], []);
    expect(lineOf(line)).toMatchObject({ said: "file", queries: 0 });
    expect(lineOf(line)).not.toHaveProperty("qid");
  });

  it("tells of what is no consumer's who said it, and of words nobody", async () => {
    const [agents, words] = await logOf([events.agentsLine("hi"), events.messagingText("hi")], [clincBody()]);
    expect(lineOf(agents)).toMatchObject({ said: "not_consumer", told: "source" });
    expect(lineOf(words)).toMatchObject({ said: "words" });
    expect(lineOf(words)).not.toHaveProperty("told");
  });

  it("counts as own what neither waited nor was spent elsewhere", () => {
    const times = { waitedMs: 1, secretsMs: 2, contextMs: 4, clincMs: 8 };
    const trace = { ...startTrace(), ...times };
    const answer: Answer = {
      blocks: [],
      intent: { id: "a", name: "a", score: 1 },
      outcome: { kind: "continue" },
      remarks: [],
    };
    const said = {
      ...{ answer, channel: "web", memory: NOTHING_YET, remarks: [] },
      ...{ reply: { messages: [], context: { intentId: "a", intentName: "a", confidenceScore: 1 } } },
    } as unknown as Parameters<typeof reportTurn>[1];
    reportTurn(parseEvent(events.messagingText("hi")), said, trace, []);
    const { totalMs, ownMs } = lineOf(log[0]);
    expect(ownMs).toBeCloseTo(Number(totalMs) - 15, 6);
  });

  it("of a repeat holds its ids alone, and no warning", async () => {
    const input = events.messagingText("hi", { sequence: 3 });
    const [, ...others] = await logOf([input, input], [clincBody()]);
    expect(others).toEqual([
      `info [clinc] turn {"v":"${VERSION}","conversation":"${events.CONVERSATION_ID}","sequence":"3","said":"repeat"}`,
    ]);
  });

  it("of a probe says so, behind what is wrong with the settings", async () => {
    const lines = await logOf([events.probe()], [], { CLINC_TIMEOUT_MS: "soon", FAILURE_LIMIT: "-1" });
    expect(lines).toEqual([
      expect.stringMatching(/^warn \[clinc\] .*CLINC_TIMEOUT_MS.* \| .*FAILURE_LIMIT/),
      `info [clinc] turn {"v":"${VERSION}","said":"probe"}`,
    ]);
  });
});

describe("a welcome that Clinc does not understand", () => {
  it("is no misunderstanding of the consumer's", async () => {
    const environment = { MISUNDERSTOOD_LIMIT: "2", WELCOME_QUERY: "hello", TRANSFER_SKILL: "people" };
    const inputs = [events.chatWelcome(), events.chatText("hm")];
    const [welcome, words] = await logOf(inputs, [outOfScope(), outOfScope()], environment);
    expect(lineOf(welcome)).toMatchObject({ said: "welcome", queries: 1, outcome: "continue" });
    expect(lineOf(words)).toMatchObject({ said: "words", queries: 1, outcome: "continue" });
  });
});

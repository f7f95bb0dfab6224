import { describe, expect, it, onTestFinished } from "vitest";
import { MOCK_APP_KEY } from "../../scripts/stand-ins/clinc/server.ts";
import { openRecord } from "../../scripts/stand-ins/context-service/open-record.ts";
import { mockRecord, startMockContextService } from "../../scripts/stand-ins/context-service/server.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { type Place, recordPlace } from "../../src/record/place.ts";
import { sealingOf } from "../../src/record/sealing.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, type Setup } from "../support/built.ts";
import { clincAnswering, ownClinc } from "../support/clinc.ts";
import { serve } from "../support/loopback-server.ts";
import { withoutSealed } from "../support/sealed.ts";
import { turnLine } from "../support/turn-line.ts";

/** A place that stands nowhere else in these tests, and its digits. */
const PLACE = { la: 53.80417, lo: -1.54923 };
const PLACE_DIGITS = /80417|54923/;

/** A location that a consumer shares whose attributes hold the same secret. */
function shared(
  sequence = 2,
  content: unknown = { type: "vertical", elements: [{ type: "map", ...PLACE }] },
) {
  const input = events.location(content, sequence);
  Object.assign(input.payload.context as object, {
    lpSdes: { authenticatedSdes: { customerInfo: { tier: "canary-gold" } }, unauthenticatedSdes: {} },
  });
  return input;
}

describe.each(["V1", "V2"] as const)("the built file on %s", (platform) => {
  const TELLING = {
    CHANNEL: "whatsapp",
    LOCATION_QUERY: "Where is the nearest branch?",
    CLINC_CONTEXT: "channel, surface, authenticated, auth.customerInfo.tier",
    FAILURE_LIMIT: "0",
  };

  /** One turn that must go well. */
  async function turn(bot: Awaited<ReturnType<typeof loadBuiltOn>>, input: unknown) {
    const { result, error, logs } = await bot.invoke(input);
    expect(error).toBeUndefined();
    const delivered = deliver(result, false);
    expect(delivered.problems).toEqual([]);
    const written = logs.map(({ text }) => text).join("\n");
    return { ...delivered, line: turnLine(logs), written, all: JSON.stringify(result) + written };
  }

  it("asks about a location, and answers with the nearest branch and its map", async () => {
    const clinc = await ownClinc();
    const bot = await loadBuiltOn(platform, { host: clinc.host, environment: TELLING });
    const { consumer, line, all } = await turn(bot, shared());
    expect(JSON.parse(clinc.seen[0]?.body ?? "")).toMatchObject({
      query: "Where is the nearest branch?",
      lat: PLACE.la,
      lon: PLACE.lo,
      liveperson: {
        channel: "whatsapp",
        surface: "messaging",
        authenticated: false,
        "auth.customerInfo.tier": "canary-gold",
      },
    });
    expect(consumer.join("\n")).toMatch(
      /nearest branch is in Leeds[\s\S]*https:\/\/www\.openstreetmap\.org\//,
    );
    expect(line).toMatchObject({
      said: "location",
      intent: "branch_nearby",
      outcome: "continue",
      queries: 1,
    });
    expect(all).not.toMatch(PLACE_DIGITS);
    expect(all).not.toContain("canary");
  });

  it("answers a location by itself where nothing is to be asked, or there is no such place", async () => {
    const { host, asked } = await clincAnswering(clincBody());
    const silent = await loadBuiltOn(platform, { host });
    const asking = await loadBuiltOn(platform, { host, environment: TELLING });
    const nowhere = { type: "map", la: 91, lo: PLACE.lo };
    for (const said of [await turn(silent, shared()), await turn(asking, shared(4, nowhere))]) {
      expect(said.consumer).toEqual(["Sorry, I can only read text messages. Please tell me in words."]);
      expect(said.line).toMatchObject({ said: "location", queries: 0 });
      expect(said.all).not.toMatch(PLACE_DIGITS);
    }
    expect(asked).toEqual([]);
  });

  it("asks without the key where Clinc refuses it, and says so once", async () => {
    const clinc = await ownClinc({ isStrict: true });
    const bot = await loadBuiltOn(platform, { host: clinc.host, environment: TELLING });
    const first = await turn(bot, shared(2));
    const second = await turn(bot, shared(5));
    expect([first.line, second.line]).toMatchObject([
      { intent: "branch_nearby", queries: 2 },
      { intent: "branch_nearby", queries: 1 },
    ]);
    expect(first.written).toMatch(/\[clinc\] context_refused: .*CLINC_CONTEXT/);
    expect(second.written).not.toContain("context_refused");
    const told = clinc.seen.map(({ body }) => Object.keys(JSON.parse(body)).includes("liveperson"));
    expect(told).toEqual([true, false, false]);
  });

  it("keeps a place and attributes out of the record, sealed parts included", async () => {
    const service = await startMockContextService();
    onTestFinished(() => service.close());
    const { environment, secrets } = mockRecord(service.host);
    const place = recordPlace(
      environment.CONTEXT_HOST ?? "",
      environment.CONTEXT_ACCOUNT ?? "",
      "clinc",
    ) as Place;
    const { host } = await clincAnswering(clincBody(), clincBody({ competency: "live_agent" }));
    const bot = await loadBuiltOn(platform, {
      host,
      environment: { ...TELLING, ...environment, TRANSFER_SKILL: "desk" },
      secrets: { clinc_host: host, clinc_app_key: MOCK_APP_KEY, ...secrets },
    });
    for (const sequence of [2, 4]) {
      const { line, all } = await turn(bot, shared(sequence));
      expect(line).toMatchObject({ said: "location", record: "on" });
      expect(all).not.toMatch(PLACE_DIGITS);
    }
    const sent = withoutSealed(service.seen);
    const properties = service.stored(place.account, place.namespace, events.CONVERSATION_ID);
    const opened = await openRecord(properties, sealingOf(MOCK_APP_KEY, events.CONVERSATION_ID, place));
    expect(opened).toMatchObject({ isSealed: false, bot: { rev: 2 } });
    expect(opened.agent.turns.map(({ said }) => said)).toEqual(["location", "location"]);
    expect(opened.bot.replies).toHaveLength(2);
    expect(opened.claims.map(({ done }) => done)).toEqual(platform === "V2" ? [true, true] : []);
    for (const kept of [sent, JSON.stringify(opened)]) {
      expect(kept).not.toMatch(PLACE_DIGITS);
      expect(kept).not.toContain("canary");
    }
  });

  it.each([
    ["refuses it with an echo", 400, JSON.stringify({ lat: [`${PLACE.la}`], liveperson: "canary-gold" })],
    ["refuses the key with an echo", 401, `{"detail":"No such access token. ${PLACE.la} canary-gold"}`],
    ["fails with an echo", 500, `<html>${PLACE.lo} canary-gold</html>`],
    ["is no Clinc", 404, `${PLACE.lo} canary-gold`],
    ["answers nonsense", 200, `{"lat":${PLACE.la},"liveperson":"canary-gold"}`],
    ["breaks off", 0, ""],
  ])("says nothing of either in log and reply where Clinc %s", async (_, status, body) => {
    const setup: Setup = {
      host: await serve((request, response) => {
        request.resume();
        if (status === 0) request.socket.destroy();
        else response.writeHead(status, { "content-type": "application/json" }).end(body);
      }),
      environment: { ...TELLING, TRANSFER_SKILL: "desk" },
    };
    const { all, line } = await turn(await loadBuiltOn(platform, setup), shared());
    expect(line).toMatchObject({ said: "location", fault: expect.any(String) });
    expect(all).not.toMatch(PLACE_DIGITS);
    expect(all).not.toContain("canary");
  });

  it("stays quick and small with ten thousand attributes, and with huge ones", async () => {
    const { host, asked } = await clincAnswering(clincBody());
    const bot = await loadBuiltOn(platform, {
      host,
      environment: { CLINC_CONTEXT: "auth.a9999, auth.huge, auth.__proto__.polluted, unauth.deep.deep.end" },
    });
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, index]));
    const input = events.messagingText("hi");
    const deep = JSON.parse(`${'{"deep":'.repeat(500)}1${"}".repeat(500)}`);
    Object.assign(input.payload.context as object, {
      lpSdes: { authenticatedSdes: { ...many, huge: "x".repeat(2_000_000) }, unauthenticatedSdes: deep },
    });
    const { line } = await turn(bot, input);
    expect(asked[0]?.liveperson).toEqual({ "auth.a9999": 9999, "auth.huge": `${"x".repeat(199)}…` });
    expect(line.ownMs).toBeLessThan(1_000);
  });
});

import type { AxiosAdapter } from "axios";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type MockContextService,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY as KEY } from "../../scripts/stand-ins/context-service/service.ts";
import { recordPlace } from "../../src/record/place.ts";
import { recordProperties, secretsOf, turnsOf } from "../../src/record/properties.ts";
import { sealingOf } from "../../src/record/sealing.ts";
import { recordStore } from "../../src/record/store.ts";
import { pause } from "../../src/runtime/deadline.ts";
import type { Transport } from "../../src/runtime/transport.ts";
import { recordParts } from "../fixtures/record.ts";
import { TRANSPORTS } from "../support/transports.ts";

const ID = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";
const ACCOUNT = "/v1/account/12345678";
const PROPERTIES = `${ACCOUNT}/clinc_conversation/${ID}/properties`;
const GET = `GET ${PROPERTIES}`;
const PATCH = `PATCH ${PROPERTIES}`;
const EXPIRE_NAMESPACE = `POST ${ACCOUNT}?ttlSecond=86400`;
const EXPIRE_SESSION = `POST ${ACCOUNT}/namespace/clinc_conversation/session?ttlSecond=86400`;
const DAY_MS = 24 * 3_600_000;

let now: number;
let context: MockContextService;
beforeEach(async () => {
  now = Date.now();
  context = await startMockContextService({ now: () => now });
});
afterEach(() => context.close());

/** The records of one instance. */
function storeOf(transport: Transport, host = context.host) {
  return recordStore(transport, recordPlace(host, "12345678", "clinc"), 24);
}

/** Method and path of what the service was asked, and forgets it. */
function asked(): string[] {
  return context.seen.splice(0).map(({ method, path }) => `${method} ${path}`);
}

function stored() {
  return context.stored("12345678", "clinc_conversation", ID);
}

const propertiesAt = (at: number) => ({ agent: { v: 1, rev: 1, at }, bot: { v: 1, rev: 1, at } });

describe.each(TRANSPORTS)("a record through $platform", ({ transport }) => {
  it("is not there at first, then is written, and is whole on another instance", async () => {
    const place = recordPlace(context.host, "12345678", "clinc");
    if (!place) throw new Error("no place");
    const sealing = sealingOf("an App-Key", ID, place);
    const parts = { ...recordParts(), at: now };
    const here = storeOf(transport);
    expect((await here.read(ID, KEY)).status).toBe("none");
    expect(await here.write(ID, KEY, await recordProperties(parts, sealing))).toMatchObject({ status: "on" });

    const reading = await storeOf(transport).read(ID, KEY);
    expect(reading.status).toBe("on");
    if (!reading.record) throw new Error("no record");
    const elsewhere = sealingOf("an App-Key", ID, place);
    expect(await turnsOf(reading.record, elsewhere)).toEqual(parts.agent.turns);
    expect(await secretsOf(reading.record, elsewhere)).toEqual({
      open: parts.bot.open,
      replies: parts.bot.replies,
    });
    expect(reading.record.bot).toMatchObject({ rev: 7, misunderstood: 1, sequence: 12 });
  });

  it("costs one call to read and one to write, once it is told how long to keep it", async () => {
    const here = storeOf(transport);
    await here.read(ID, KEY);
    expect(asked()).toEqual([GET]);
    await here.write(ID, KEY, propertiesAt(now));
    expect(asked().sort()).toEqual([EXPIRE_NAMESPACE, EXPIRE_SESSION, PATCH].sort());
    await here.write(ID, KEY, propertiesAt(now));
    expect(asked()).toEqual([PATCH]);

    const elsewhere = storeOf(transport);
    await elsewhere.read(ID, KEY);
    await elsewhere.write(ID, KEY, propertiesAt(now));
    expect(asked()).toEqual([GET, EXPIRE_NAMESPACE, PATCH]);
  });

  it("carries the key in its header, JSON both ways, and no body where nothing is sent", async () => {
    const here = storeOf(transport);
    await here.read(ID, KEY);
    await here.write(ID, KEY, { bot: { rev: 1 } });
    for (const { headers, path, body } of context.seen) {
      expect(headers).toMatchObject({ "maven-api-key": KEY, "content-type": "application/json" });
      expect(path + body).not.toContain(KEY);
    }
    const bodies = context.seen.map(({ body }) => body);
    expect(bodies[0]).toBe("");
    expect(bodies.slice(1, 3).sort()).toEqual(['{"name":"clinc_conversation"}', `{"sessionId":"${ID}"}`]);
    expect(bodies[3]).toBe('{"bot":{"rev":1}}');
  });

  it("is never kept for ever, and gone when its time is over", async () => {
    const here = storeOf(transport);
    await here.read(ID, KEY);
    await here.write(ID, KEY, propertiesAt(now));
    expect(Object.keys(stored())).toEqual(["agent", "bot"]);
    expect(context.lasting()).toEqual([]);
    now += DAY_MS;
    expect((await here.read(ID, KEY)).status).toBe("none");
  });

  it("leaves alone the properties that are not written", async () => {
    const here = storeOf(transport);
    await here.write(ID, KEY, { claim1: { sequence: 1 } });
    await here.write(ID, KEY, propertiesAt(now));
    expect(Object.keys(stored())).toEqual(["claim1", "agent", "bot"]);
  });
});

describe("the records of an instance", () => {
  const place = recordPlace("z1", "12345678", "clinc");

  /** A service in memory: what it was asked, and what it answers. */
  function serviceAnswering(
    answer: (method: string) => { status: number; data?: unknown; milliseconds?: number },
  ) {
    const calls: Array<{ method: string; url: string; timeout: number | undefined }> = [];
    const adapter: AxiosAdapter = async (config) => {
      const { method = "", url = "", timeout } = config;
      calls.push({ method, url, timeout });
      const { milliseconds = 1, ...said } = answer(method);
      await pause(milliseconds);
      return { data: undefined, headers: {}, config, statusText: "", ...said };
    };
    return { calls, transport: { adapter, proxied: false } };
  }

  const healthy = (method: string) => ({ status: method === "get" ? 404 : 204 });

  it("give a first read more time than all that follow", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const here = recordStore(transport, place, 24);
    await here.read(ID, KEY);
    await here.read(ID, KEY);
    await here.write(ID, KEY, {});
    expect(calls.map(({ method, timeout }) => `${method} ${timeout}`)).toEqual([
      "get 1500",
      "get 400",
      "post 400",
      "post 400",
      "patch 800",
    ]);
  });

  it("give a read that time until anything was answered, an error as well", async () => {
    const { calls, transport } = serviceAnswering(() => ({ status: 500 }));
    const here = recordStore(transport, place, 24);
    await here.read(ID, KEY);
    await here.read(ID, KEY);
    expect(calls.map(({ timeout }) => timeout)).toEqual([1_500, 400]);
  });

  it("send a write once more that the service may have lost, in the time that is left", async () => {
    const answers = [{ status: 204 }, { status: 204 }, { status: 500, milliseconds: 5 }, { status: 204 }];
    const { calls, transport } = serviceAnswering(() => answers.shift() ?? { status: 204 });
    const here = recordStore(transport, place, 24);
    expect(await here.write(ID, KEY, { bot: { rev: 1 } })).toEqual({ status: "on" });
    const [first, second] = calls.filter(({ method }) => method === "patch");
    expect(second?.url).toBe(first?.url);
    expect(second?.timeout).toBeLessThan(800);
  });

  it.each([
    ["is lost twice", 500, 0, 2],
    ["comes too late for a second one", 500, 450, 1],
    ["is refused", 401, 0, 1],
    ["is one too many", 429, 0, 1],
    ["is too large", 413, 0, 1],
  ])("tell of a write that %s, and send no more", async (_, status, milliseconds, times) => {
    const { calls, transport } = serviceAnswering((method) =>
      method === "patch" ? { status, milliseconds } : { status: 204 },
    );
    const { status: outcome, fault } = await recordStore(transport, place, 24).write(ID, KEY, {});
    expect([outcome, fault?.cause?.status]).toEqual(["failed", status]);
    expect(calls.filter(({ method }) => method === "patch")).toHaveLength(times);
  });

  it("count a write that is lost twice as one failure", async () => {
    const { calls, transport } = serviceAnswering((method) => ({ status: method === "patch" ? 500 : 204 }));
    const here = recordStore(transport, place, 24);
    await here.write(ID, KEY, {});
    calls.length = 0;
    for (const status of ["failed", "failed", "resting"])
      expect((await here.write(ID, KEY, {})).status).toBe(status);
    expect(calls).toHaveLength(4);
  });

  it("are told once how long they are kept, by all that wait", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const here = recordStore(transport, place, 24);
    await Promise.all([here.write(ID, KEY, {}), here.write(ID, KEY, {}), here.write("another", KEY, {})]);
    const told = calls.filter(({ method }) => method === "post").map(({ url }) => new URL(url).pathname);
    const session = `${ACCOUNT}/namespace/clinc_conversation/session`;
    expect(told.sort()).toEqual([ACCOUNT, session, session]);
    const firstWrite = calls.findIndex(({ method }) => method === "patch");
    expect(calls.slice(firstWrite).every(({ method }) => method === "patch")).toBe(true);
  });

  it("are written early as soon as the service knows how long to keep what stands there, and then once more", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const here = recordStore(transport, place, 24);
    expect(await here.write(ID, KEY, { claim1: {} }, true)).toEqual({ status: "on" });
    const told = () => calls.splice(0).map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    expect(told()).toEqual([`post ${ACCOUNT}`, `patch ${PROPERTIES}`]);
    await here.write(ID, KEY, { claim1: {} });
    expect(told()).toEqual([`post ${ACCOUNT}/namespace/clinc_conversation/session`, `patch ${PROPERTIES}`]);
  });

  it("are not even written early where the service does not take how long to keep things", async () => {
    const { calls, transport } = serviceAnswering(() => ({ status: 500 }));
    const here = recordStore(transport, place, 24);
    expect((await here.write(ID, KEY, { claim1: {} }, true)).status).toBe("failed");
    expect(calls.map(({ method }) => method)).toEqual(["post"]);
  });

  it("can be read as long as the last read came to something, or to nothing as it should", async () => {
    let status = 404;
    const { transport } = serviceAnswering(() => ({ status, ...(status === 200 && { data: {} }) }));
    const here = recordStore(transport, place, 24);
    expect(here.isReadable()).toBe(false);
    for (const [next, isReadable] of [
      [404, true],
      [500, false],
      [200, true],
    ] as const) {
      status = next;
      await here.read(ID, KEY);
      expect(here.isReadable()).toBe(isReadable);
    }
    expect(recordStore(transport, undefined, 24).isReadable()).toBe(false);
  });

  it("are told again where it was not heard, and not written before", async () => {
    let isDown = true;
    const { calls, transport } = serviceAnswering((method) => (isDown ? { status: 500 } : healthy(method)));
    const here = recordStore(transport, place, 24);
    expect((await here.write(ID, KEY, {})).status).toBe("failed");
    isDown = false;
    expect((await here.write(ID, KEY, {})).status).toBe("on");
    expect(calls.map(({ method }) => method)).toEqual(["post", "post", "post", "post", "patch"]);
  });

  it("are told again of a conversation whose record has gone, or was too old", async () => {
    const old = { agent: { at: Date.now() - DAY_MS - 1_000 }, bot: { at: Date.now() - DAY_MS - 1_000 } };
    for (const gone of [{ status: 404 }, { status: 200, data: old }]) {
      const { calls, transport } = serviceAnswering((method) => (method === "get" ? gone : { status: 204 }));
      const here = recordStore(transport, place, 24);
      await here.write(ID, KEY, {});
      calls.length = 0;
      const reading = await here.read(ID, KEY);
      expect(reading).toMatchObject({ status: "none", record: { agent: { at: 0 }, bot: { at: 0 } } });
      await here.write(ID, KEY, {});
      expect(calls.map(({ method }) => method)).toEqual(["get", "post", "patch"]);
    }
  });

  it.each([
    ["both properties", { agent: { at: Date.now() }, bot: { at: Date.now() } }],
    ["what the agent sees alone", { agent: { at: Date.now() } }],
    ["what the bot sees alone", { bot: { at: Date.now() } }],
    ["what is nearly too old", { bot: { at: Date.now() - DAY_MS + 60_000 } }],
  ])("are there where there is %s, and need not be told again how long", async (_, data) => {
    const found = { status: 200, data };
    const { calls, transport } = serviceAnswering((method) => (method === "get" ? found : { status: 204 }));
    const here = recordStore(transport, place, 24);
    expect((await here.read(ID, KEY)).status).toBe("on");
    await here.write(ID, KEY, {});
    const told = calls.filter(({ method }) => method === "post").map(({ url }) => new URL(url).pathname);
    expect(told).toEqual([ACCOUNT]);
  });

  it("remember a thousand conversations that expire, and no more", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const here = recordStore(transport, place, 24);
    const told = () => calls.splice(0).filter(({ method }) => method === "post").length;
    for (let number = 0; number < 999; number++) await here.write(`c-${number}`, KEY, {});
    expect(told()).toBe(1_000);
    await here.write("c-0", KEY, {});
    expect(told()).toBe(0);
    await here.write("c-999", KEY, {});
    await here.write("c-0", KEY, {});
    expect(told()).toBeGreaterThan(1);
  });

  it("show the claim of a first turn that is under way, and are none all the same", async () => {
    const claim3 = { key: "", dialog: "d", sequence: 3, at: Date.now(), forMs: 9_000, done: false };
    const { transport } = serviceAnswering(() => ({ status: 200, data: { claim3 } }));
    const reading = await recordStore(transport, place, 24).read(ID, KEY);
    expect(reading).toMatchObject({ status: "none", record: { claims: [claim3] } });
  });

  it("are kept as many hours as they are told", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    await recordStore(transport, place, 168).write(ID, KEY, {});
    expect(calls.filter(({ url }) => url.endsWith("?ttlSecond=604800"))).toHaveLength(2);
  });

  it("stand at addresses in which everything is encoded", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const odd = { address: "https://z1.context.liveperson.net", account: "a/b", namespace: "c?d" };
    await recordStore(transport, odd, 24).read(ID, KEY);
    expect(calls[0]?.url).toBe(`https://z1.context.liveperson.net/v1/account/a%2Fb/c%3Fd/${ID}/properties`);
  });

  it("are off without a place, without a key, and for a conversation that can have none", async () => {
    const { calls, transport } = serviceAnswering(healthy);
    const nowhere = recordStore(transport, undefined, 24);
    const here = recordStore(transport, place, 24);
    for (const outcome of [
      await nowhere.read(ID, KEY),
      await nowhere.write(ID, KEY, {}),
      await here.read(ID, ""),
      await here.write(ID, "", {}),
      await here.read("../other", KEY),
      await here.write("a b", KEY, {}),
      await here.read("", KEY),
    ])
      expect(outcome).toEqual({ status: "off" });
    expect(calls).toEqual([]);
  });

  it("are left alone for a while when the service has too many calls, reads and writes alike", async () => {
    const { calls, transport } = serviceAnswering(() => ({ status: 429 }));
    const here = recordStore(transport, place, 24);
    expect((await here.read(ID, KEY)).status).toBe("failed");
    expect((await here.read(ID, KEY)).status).toBe("resting");
    expect((await here.write(ID, KEY, {})).status).toBe("resting");
    expect(calls).toHaveLength(1);
  });
});

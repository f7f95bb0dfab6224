import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTEXT_FAULTS } from "../../../scripts/stand-ins/context-service/faults.ts";
import {
  type MockContextService,
  startMockContextService,
} from "../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";

let now: number;
let context: MockContextService;
beforeEach(async () => {
  now = 1_764_097_200_000;
  context = await startMockContextService({ now: () => now });
});
afterEach(() => context.close());

const SESSION = "/v1/account/123/clinc_conversation/session-1/properties";

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(context.host + path, {
    method,
    headers: { "maven-api-key": MOCK_CONTEXT_KEY, "content-type": "application/json", ...headers },
    redirect: "manual",
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

async function statusOf(...request: Parameters<typeof call>): Promise<number> {
  return (await call(...request)).status;
}

const keepSession = (seconds: number) =>
  call("POST", `/v1/account/123/namespace/clinc_conversation/session?ttlSecond=${seconds}`, {
    sessionId: "session-1",
  });

describe("the properties of a session", () => {
  it("are stored without an answer, and read back as they were", async () => {
    const written = await call("PATCH", SESSION, { agent: { rev: 1 }, list: [1, "2"] });
    expect([written.status, await written.text()]).toEqual([204, ""]);
    const read = await call("GET", SESSION);
    expect([read.status, await read.json()]).toEqual([200, { agent: { rev: 1 }, list: [1, "2"] }]);
    expect(context.stored("123", "clinc_conversation", "session-1")).toEqual({
      agent: { rev: 1 },
      list: [1, "2"],
    });
  });

  it("are replaced one by one, whole", async () => {
    await call("PATCH", SESSION, { agent: { rev: 1, why: "x" }, bot: { rev: 1 } });
    await call("PATCH", SESSION, { agent: { rev: 2 } });
    expect(await (await call("GET", SESSION)).json()).toEqual({ agent: { rev: 2 }, bot: { rev: 1 } });
  });

  it("can be read, written and deleted one at a time", async () => {
    expect(await statusOf("PUT", `${SESSION}/agent`, { rev: 1 })).toBe(204);
    expect(await (await call("GET", `${SESSION}/agent`)).json()).toEqual({ rev: 1 });
    expect(await statusOf("DELETE", `${SESSION}/agent`)).toBe(204);
    expect(await statusOf("GET", `${SESSION}/agent`)).toBe(404);
  });

  it("can be deleted all at once", async () => {
    await call("PATCH", SESSION, { agent: 1, bot: 2 });
    expect(await statusOf("DELETE", SESSION)).toBe(204);
    expect(await statusOf("GET", SESSION)).toBe(404);
    expect(await statusOf("DELETE", SESSION)).toBe(204);
  });

  it("are those of this session, namespace and account alone", async () => {
    await call("PATCH", SESSION, { agent: 1 });
    for (const other of [
      "/123/clinc_conversation/session-2",
      "/123/other/session-1",
      "/124/clinc_conversation/session-1",
    ])
      expect(await statusOf("GET", `/v1/account${other}/properties`)).toBe(404);
    expect(await statusOf("GET", "/v1/account/123/clinc_conversation/properties")).toBe(404);
  });

  it("may have any name that is encoded", async () => {
    await call("PATCH", "/v1/account/123/ns/a%2Fb%20c/properties", { agent: 1 });
    expect(context.stored("123", "ns", "a/b c")).toEqual({ agent: 1 });
  });

  it("are no more than 800,000 characters", async () => {
    await call("PATCH", SESSION, { first: "x".repeat(500_000) });
    expect(await statusOf("PATCH", SESSION, { second: "x".repeat(500_000) })).toBe(413);
    expect(Object.keys(context.stored("123", "clinc_conversation", "session-1"))).toEqual(["first"]);
    expect(await statusOf("PATCH", SESSION, { first: "", second: "x".repeat(500_000) })).toBe(204);
  });
});

describe("two writers at the same time", () => {
  it("lose one another's write of the same property, and of different ones none", async () => {
    context.latencyMs = [0, 20];
    await Promise.all([
      call("PATCH", SESSION, { bot: "left", claim1: "left" }),
      call("PATCH", SESSION, { bot: "right", claim2: "right" }),
    ]);
    const { bot, ...claims } = context.stored("123", "clinc_conversation", "session-1");
    expect(["left", "right"]).toContain(bot);
    expect(claims).toEqual({ claim1: "left", claim2: "right" });
  });
});

describe("a time to live", () => {
  it("ends what was written after it was set", async () => {
    expect((await keepSession(60)).status).toBe(204);
    await call("PATCH", SESSION, { agent: 1 });
    now += 59_999;
    expect(await statusOf("GET", SESSION)).toBe(200);
    now += 1;
    expect(await statusOf("GET", SESSION)).toBe(404);
    expect(context.stored("123", "clinc_conversation", "session-1")).toEqual({});
  });

  it("begins anew with each write of a property", async () => {
    await keepSession(60);
    await call("PATCH", SESSION, { agent: 1, bot: 1 });
    now += 40_000;
    await call("PATCH", SESSION, { bot: 2 });
    now += 40_000;
    expect(context.stored("123", "clinc_conversation", "session-1")).toEqual({ bot: 2 });
  });

  it("says nothing of what was written before", async () => {
    await call("PATCH", SESSION, { agent: 1 });
    await keepSession(60);
    expect(context.lasting()).toEqual(["123/clinc_conversation/session-1/agent"]);
    await call("PATCH", SESSION, { agent: 2 });
    expect(context.lasting()).toEqual([]);
  });

  it("of a namespace is for what stands in no session", async () => {
    expect(await statusOf("POST", "/v1/account/123?ttlSecond=60", { name: "clinc_conversation" })).toBe(204);
    await call("PATCH", "/v1/account/123/clinc_conversation/properties", { agent: 1 });
    await call("PATCH", SESSION, { agent: 1 });
    expect(context.lasting()).toEqual(["123/clinc_conversation/session-1/agent"]);
  });

  it("outlives the deletion of the properties", async () => {
    await keepSession(60);
    await call("DELETE", SESSION);
    await call("PATCH", SESSION, { agent: 1 });
    expect(context.lasting()).toEqual([]);
  });
});

describe("the stand-in of the Conversation Context Service refuses", () => {
  it("a wrong key and a missing one", async () => {
    expect(await statusOf("GET", SESSION, undefined, { "maven-api-key": "wrong" })).toBe(401);
    expect((await fetch(context.host + SESSION)).status).toBe(401);
  });

  it("the usual key when it was given another", async () => {
    const other = await startMockContextService({ key: "other" });
    const headers = { "maven-api-key": MOCK_CONTEXT_KEY };
    expect((await fetch(other.host + SESSION, { headers })).status).toBe(401);
    await other.close();
  });

  it("a body that does not say that it is JSON, or is none, or no object", async () => {
    expect(await statusOf("PATCH", SESSION, {}, { "content-type": "text/plain" })).toBe(415);
    for (const body of ["agent=1", "[1]", "7", ""]) expect(await statusOf("PATCH", SESSION, body)).toBe(400);
    expect(await statusOf("POST", "/v1/account/123?ttlSecond=60", { nam: "x" })).toBe(400);
  });

  it("namespaces that are LivePerson's, or have other signs than letters, digits and _", async () => {
    for (const namespace of ["conversation", "custom", "clinc-conversation", "a.b"]) {
      expect(await statusOf("PATCH", `/v1/account/123/${namespace}/s/properties`, { a: 1 })).toBe(400);
      expect(await statusOf("POST", "/v1/account/123?ttlSecond=60", { name: namespace })).toBe(400);
    }
  });

  it("what is no address of it, and methods that an address does not have", async () => {
    expect(await statusOf("GET", "/v2/account/123/ns/s/properties")).toBe(404);
    expect(await statusOf("POST", SESSION, {})).toBe(405);
    expect(await statusOf("PUT", SESSION, {})).toBe(405);
    expect(await statusOf("PATCH", `${SESSION}/agent`, {})).toBe(405);
    expect(await statusOf("PATCH", "/v1/account/123", {})).toBe(405);
  });
});

describe("what is wrong with the service", () => {
  it.each([
    ["redirects", 307],
    ["wrong_key", 401],
    ["forbidden", 403],
    ["proxy_refuses", 403],
    ["no_account", 404],
    ["too_large", 413],
    ["throttles", 429],
    ["error", 500],
    ["bad_gateway", 502],
    ["html", 200],
    ["blank", 200],
    ["list", 200],
    ["huge", 200],
  ] as const)("is shown by the status: %s answers %i, and nothing is done", async (fault, status) => {
    context.fault = () => fault;
    expect(await statusOf("PATCH", SESSION, { agent: 1 })).toBe(status);
    expect(context.stored("123", "clinc_conversation", "session-1")).toEqual({});
  });

  it.each(["resets", "hangs_up", "not_http"] as const)("may end the connection: %s", async (fault) => {
    context.fault = () => fault;
    await expect(call("GET", SESSION)).rejects.toThrow();
  });

  it.each(["hangs", "drips", "slow"] as const)("may keep the caller waiting: %s", async (fault) => {
    context.fault = () => fault;
    const signal = AbortSignal.timeout(150);
    const asking = fetch(context.host + SESSION, { headers: { "maven-api-key": MOCK_CONTEXT_KEY }, signal });
    await expect(asking.then((response) => response.text())).rejects.toThrow();
  });

  it("can be chosen by number and by what is asked", async () => {
    context.fault = (number, { method }) => (number === 2 && method === "PATCH" ? "error" : undefined);
    const statuses = [];
    for (let number = 0; number < 3; number++) statuses.push(await statusOf("PATCH", SESSION, { agent: 1 }));
    expect(statuses).toEqual([204, 500, 204]);
  });

  it("has a title each", () => {
    const titles = Object.values(CONTEXT_FAULTS).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("a call", () => {
  it("is kept as it came, for tests to look at", async () => {
    await call("PATCH", SESSION, { agent: 1 });
    expect(context.seen).toMatchObject([
      { method: "PATCH", path: SESSION, headers: { "maven-api-key": MOCK_CONTEXT_KEY }, body: '{"agent":1}' },
    ]);
  });

  it("takes as long as it is told to", async () => {
    context.latencyMs = 300;
    const slow = call("GET", SESSION).then(() => "slow");
    await vi.waitFor(() => expect(context.seen).toHaveLength(1));
    context.latencyMs = 0;
    const fast = call("GET", SESSION).then(() => "fast");
    expect(await Promise.race([slow, fast])).toBe("fast");
    expect(await slow).toBe("slow");
  });

  it("is done also when nobody waits for its answer any longer", async () => {
    context.latencyMs = 100;
    const leaving = new AbortController();
    const headers = { "maven-api-key": MOCK_CONTEXT_KEY, "content-type": "application/json" };
    const init = { method: "PATCH", headers, body: '{"agent":1}', signal: leaving.signal };
    const asking = fetch(context.host + SESSION, init);
    await vi.waitFor(() => expect(context.seen).toHaveLength(1));
    leaving.abort();
    await expect(asking).rejects.toThrow();
    await vi.waitFor(() =>
      expect(context.stored("123", "clinc_conversation", "session-1")).toEqual({ agent: 1 }),
    );
  });
});

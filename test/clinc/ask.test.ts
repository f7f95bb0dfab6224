import nock from "nock";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toolbeltOfLocalTool, toolbeltV1, toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { accessKeeper, type ClincAccess } from "../../src/clinc/access.ts";
import { type AskTrace, clincAsker } from "../../src/clinc/ask.ts";
import { clincClient, type PostQuery } from "../../src/clinc/client.ts";
import { faultOfAnswer } from "../../src/clinc/faults.ts";
import type { ClincQuery, Question } from "../../src/clinc/query.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import { SwitchedOff } from "../../src/clinc/switch.ts";
import { Deadline, pause } from "../../src/runtime/deadline.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import type { Toolbelt } from "../../src/runtime/toolbelt.ts";
import { transportOf } from "../../src/runtime/transport.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import { interceptRequests } from "../support/intercepted-requests.ts";

const HOST = "https://api.clinc.example";
const question = {
  words: "What is my balance?",
  conversationId: "7e1f2c64",
  externalUserId: "",
  device: "liveperson",
  language: "en",
};

let secrets: Record<string, string>;
const toolbelts: Array<[string, () => Toolbelt]> = [
  ["V1", () => toolbeltV1(secrets, ["api.clinc.example"])],
  ["V1 in LivePerson's local tool", () => toolbeltOfLocalTool(secrets, ["api.clinc.example"])],
  ["V2", () => toolbeltV2(secrets)],
];

interceptRequests();
afterEach(() => void vi.useRealTimers());

describe.each(toolbelts)("asking Clinc through %s", (generation, toolbelt) => {
  function asker() {
    secrets = { clinc_host: "api.clinc.example", clinc_app_key: "first-key" };
    const keeper = accessKeeper(secretReader(toolbelt()), "clinc");
    const ask = clincAsker(keeper, clincClient(transportOf(toolbelt())));
    const trace: AskTrace = { queries: 0, secretsMs: 0, clincMs: 0, qid: "", remarks: [] };
    return {
      trace,
      ask: (milliseconds = 5000, externalUserId = "") =>
        ask({ ...question, externalUserId }, new Deadline(milliseconds), trace),
    };
  }

  it("posts JSON with the App-Key in the header and nowhere else", async () => {
    let seen: { headers: Record<string, unknown>; body: unknown } | undefined;
    nock(HOST)
      .post("/v1/query")
      .reply(200, function (_, body) {
        seen = { headers: this.req.headers, body };
        return clincBody();
      });
    const { ask, trace } = asker();
    expect((await ask()).competency).toBe("get_balance");
    expect(trace.queries).toBe(1);
    expect(String(seen?.headers.authorization)).toBe("App-Key first-key");
    expect(String(seen?.headers["content-type"])).toMatch(/^application\/json/);
    expect(seen?.body).toEqual({
      query: "What is my balance?",
      language: "en",
      device: "liveperson",
      dialog_seed: "7e1f2c64",
    });
  });

  it("leaves Clinc's id of the query that it answered, and what it left out of it", async () => {
    nock(HOST)
      .post("/v1/query")
      .replyWithError(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    nock(HOST).post("/v1/query").reply(200, clincBody());
    const { ask, trace } = asker();
    await ask(5000, "Zoë");
    expect(trace.qid).toBe("00000000-0000-4000-8000-000000002001");
    expect(trace.remarks).toEqual([expect.stringContaining("CLINC_EXTERNAL_USER")]);
  });

  it("leaves neither when Clinc did not answer and nothing was left out", async () => {
    nock(HOST).post("/v1/query").reply(500, { qid: "none" });
    const { ask, trace } = asker();
    await expect(ask()).rejects.toMatchObject({ reason: "clinc_unavailable" });
    expect(trace).toMatchObject({ qid: "", remarks: [] });
  });

  it("asks nothing while the bot is switched off, and no second time when that is found out", async () => {
    const { ask, trace } = asker();
    nock(HOST)
      .post("/v1/query")
      .reply(401, () => {
        secrets.clinc_off = "apology";
        return { detail: "No such access token." };
      });
    await expect(ask()).rejects.toMatchObject({ reason: "switched_off", way: "apology" });
    expect(trace.queries).toBe(1);
    await expect(ask()).rejects.toMatchObject({ reason: "switched_off" });
    expect(trace.queries).toBe(1);
  });

  it("reads the secrets again when the key is refused, and repeats the query with a new one", async () => {
    const { ask, trace } = asker();
    nock(HOST, { reqheaders: { authorization: "App-Key first-key" } })
      .post("/v1/query")
      .reply(401, () => {
        secrets.clinc_app_key = "second-key";
        return { detail: "No such access token." };
      });
    nock(HOST, { reqheaders: { authorization: "App-Key second-key" } })
      .post("/v1/query")
      .reply(200, clincBody());
    expect((await ask()).competency).toBe("get_balance");
    expect(trace.queries).toBe(2);
  });

  it("does not repeat the query when the key has not changed", async () => {
    nock(HOST).post("/v1/query").reply(401, { detail: "No such access token." });
    const { ask, trace } = asker();
    await expect(ask()).rejects.toMatchObject({ responsible: "settings", reason: "key_refused" });
    expect(trace.queries).toBe(1);
  });

  it("never sends a query twice that Clinc may have processed", async () => {
    for (const failure of ["ECONNRESET", "ETIMEDOUT"]) {
      nock(HOST)
        .post("/v1/query")
        .replyWithError(Object.assign(new Error("socket hang up"), { code: failure }));
      const { ask, trace } = asker();
      await expect(ask()).rejects.toMatchObject({
        reason: failure === "ETIMEDOUT" ? "clinc_timeout" : "clinc_unreachable",
      });
      expect(trace.queries).toBe(1);
    }
    for (const status of [500, 502, 504]) {
      nock(HOST).post("/v1/query").reply(status, "<html>Bad Gateway</html>", { "retry-after": "0" });
      const { ask, trace } = asker();
      await expect(ask()).rejects.toMatchObject({ responsible: "clinc", reason: "clinc_unavailable" });
      expect(trace.queries).toBe(1);
    }
  });

  it("sends it once more when the connection was refused", async () => {
    nock(HOST)
      .post("/v1/query")
      .replyWithError(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    nock(HOST).post("/v1/query").reply(200, clincBody());
    const { ask, trace } = asker();
    expect((await ask()).competency).toBe("get_balance");
    expect(trace.queries).toBe(2);
  });

  it("does not wait for a repetition that would not fit", async () => {
    nock(HOST)
      .post("/v1/query")
      .replyWithError(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    const { ask, trace } = asker();
    await expect(ask(1100)).rejects.toMatchObject({ reason: "clinc_unreachable" });
    expect(trace.queries).toBe(1);
  });

  it("ends at the deadline when Clinc hangs", async () => {
    nock(HOST).post("/v1/query").delay(3000).reply(200, clincBody());
    const { ask, trace } = asker();
    const startedAt = Date.now();
    await expect(ask(150)).rejects.toMatchObject({ reason: "clinc_timeout" });
    expect(Date.now() - startedAt).toBeLessThan(1000);
    expect(trace.queries).toBe(1);
    nock.abortPendingRequests();
  });

  it("calls anything but a JSON object unusable", async () => {
    for (const body of ["<html>hello</html>", "[1]", '"text"', "null", "", '{"visuals":']) {
      nock(HOST).post("/v1/query").reply(200, body, { "content-type": "text/html" });
      await expect(asker().ask()).rejects.toMatchObject({
        responsible: "contract",
        reason: "clinc_unusable_reply",
        remedy: expect.stringMatching(/^Clinc answered with something else than a JSON object; /),
      });
    }
  });

  it("does not read an endless answer", async () => {
    nock(HOST)
      .post("/v1/query")
      .reply(200, clincBody({ padding: "x".repeat(1_000_000) }));
    await expect(asker().ask()).rejects.toMatchObject({ reason: "clinc_unusable_reply" });
  });

  it("keeps nothing of request, key or text in the error", async () => {
    for (const status of [400, 401, 404, 500]) {
      nock(HOST)
        .post("/v1/query")
        .reply(status, { detail: `echo of ${question.words} first-key` });
      const error = await asker()
        .ask()
        .catch((caught) => caught);
      const held = `${error.message} ${JSON.stringify(error)} ${error.stack} ${JSON.stringify(error.cause)}`;
      expect(held).not.toContain("first-key");
      expect(held).not.toContain(question.words);
      expect(held).not.toContain("api.clinc.example");
    }
  });

  if (generation !== "V1 in LivePerson's local tool") {
    it("waits as shortly as Clinc asks for, and asks once more", async () => {
      nock(HOST).post("/v1/query").reply(503, {}, { "retry-after": "0" });
      nock(HOST).post("/v1/query").reply(200, clincBody());
      const { ask, trace } = asker();
      expect((await ask()).competency).toBe("get_balance");
      expect(trace.queries).toBe(2);
    });

    it("gives up at once when Clinc asks for longer", async () => {
      nock(HOST).post("/v1/query").reply(429, { detail: "Request was throttled." }, { "retry-after": "30" });
      const { ask, trace } = asker();
      await expect(ask()).rejects.toMatchObject({ reason: "clinc_throttled" });
      expect(trace.queries).toBe(1);
    });

    it("follows no redirect", async () => {
      nock(HOST).post("/v1/query").reply(302, "", { location: "https://elsewhere.example/v1/query" });
      const elsewhere = nock("https://elsewhere.example").post("/v1/query").reply(200, clincBody());
      await expect(asker().ask()).rejects.toMatchObject({ responsible: "settings", reason: "host_wrong" });
      expect(elsewhere.isDone()).toBe(false);
    });
  }
});

describe("a refused key", () => {
  const old: ClincAccess = {
    endpoint: "https://old.example/v1/query",
    appKey: "old-key",
    aiVersion: "",
    contextKey: "",
  };
  const refusal = faultOfAnswer({ status: 401, headers: {}, body: {} }, false);

  /** Asks with the old access, which is refused, and with `fresh` as what the storage holds by then. */
  function askAfterRefusal(fresh: (deadline: Deadline) => Promise<ClincAccess>) {
    const asked: ClincAccess[] = [];
    const post: PostQuery = async (_, access) => {
      asked.push(access);
      if (access === old) throw refusal;
      return parseReply(clincBody());
    };
    const ask = clincAsker({ current: async () => old, fresh }, post);
    const outcome = ask(question, new Deadline(1000), {
      queries: 0,
      secretsMs: 0,
      clincMs: 0,
      qid: "",
      remarks: [],
    });
    return { asked, outcome };
  }

  it.each([
    ["the key", { ...old, appKey: "new-key" }],
    ["only the host", { ...old, endpoint: "https://new.example/v1/query" }],
  ])("is worth a second query when %s has been changed", async (_, changed) => {
    const { asked, outcome } = askAfterRefusal(async () => changed);
    expect((await outcome).competency).toBe("get_balance");
    expect(asked).toEqual([old, changed]);
  });

  it("is not worth one when only the AI version has been changed", async () => {
    const { asked, outcome } = askAfterRefusal(async () => ({ ...old, aiVersion: "another" }));
    await expect(outcome).rejects.toBe(refusal);
    expect(asked).toEqual([old]);
  });

  it("leaves half of the time that is left to the secret storage", async () => {
    vi.useFakeTimers();
    let left = 0;
    const { outcome } = askAfterRefusal(async (deadline) => {
      left = deadline.left();
      return old;
    });
    await expect(outcome).rejects.toBe(refusal);
    expect(left).toBe(500);
  });
});

describe("a second query", () => {
  const access: ClincAccess = { endpoint: HOST, appKey: "key", aiVersion: "", contextKey: "" };
  const keeper = (reading: () => Promise<ClincAccess> = async () => access) => ({
    current: reading,
    fresh: reading,
  });
  const emptyTrace = (): AskTrace => ({ queries: 0, secretsMs: 0, clincMs: 0, qid: "", remarks: [] });
  const busy = (retryAfterMs?: number) =>
    new Fault("clinc", "clinc_throttled", "wait", {
      isUnprocessed: true,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });

  beforeEach(() => void vi.useFakeTimers());

  /** A Clinc that fails with this first, and answers then. */
  function askAfter(failure: unknown, milliseconds: number) {
    const trace = emptyTrace();
    const post: PostQuery = async () => {
      if (trace.queries === 1) throw failure;
      return parseReply(clincBody({ qid: "q-2" }));
    };
    const outcome = clincAsker(keeper(), post)(question, new Deadline(milliseconds), trace);
    outcome.catch(() => {});
    return { trace, outcome };
  }

  it.each([
    ["as long as Clinc asks for, up to two seconds", 2_000, 8_000, 2],
    ["and not for a millisecond more", 2_001, 8_000, 1],
    ["as long as it leaves a second for the answer", 500, 1_500, 2],
    ["and not with a millisecond less", 500, 1_499, 1],
    ["and not where Clinc asks for none", undefined, 8_000, 1],
  ])("is waited for %s: %s ms of %i", async (_, wait, whole, queries) => {
    const failure = busy(wait);
    const { trace, outcome } = askAfter(failure, whole);
    await vi.runAllTimersAsync();
    if (queries === 1) await expect(outcome).rejects.toBe(failure);
    else expect((await outcome).qid).toBe("q-2");
    expect(trace).toMatchObject({ queries, clincMs: queries === 1 ? 0 : wait, secretsMs: 0 });
  });

  it("does not follow a failure that is none of ours", async () => {
    const failure = new TypeError("a defect");
    const { trace, outcome } = askAfter(failure, 8_000);
    await expect(outcome).rejects.toBe(failure);
    expect(trace.queries).toBe(1);
  });

  it("is not sent, nor the first, when reading the secrets has taken the whole turn", async () => {
    const trace = emptyTrace();
    const slow = keeper(async () => {
      await pause(1_000);
      return access;
    });
    const post: PostQuery = () => Promise.reject(new Error("Clinc was asked"));
    const outcome = clincAsker(slow, post)(question, new Deadline(1_000), trace);
    outcome.catch(() => {});
    await vi.runAllTimersAsync();
    await expect(outcome).rejects.toMatchObject({
      responsible: "network",
      reason: "secret_storage_unavailable",
      remedy: expect.stringContaining("open a case with LivePerson"),
      isUnprocessed: true,
    });
    expect(trace).toMatchObject({ queries: 0, secretsMs: 1_000, clincMs: 0 });
  });

  it("goes out with the old key's refusal where the storage does not answer, and not where the bot is switched off", async () => {
    const refusal = faultOfAnswer({ status: 401, headers: {}, body: {} }, false);
    const off = new SwitchedOff("transfer", "clinc_off");
    for (const [failure, expected] of [
      [new Error("down"), refusal],
      [off, off],
    ] as const) {
      const ask = clincAsker({ current: async () => access, fresh: () => Promise.reject(failure) }, () =>
        Promise.reject(refusal),
      );
      await expect(ask(question, new Deadline(8_000), emptyTrace())).rejects.toBe(expected);
    }
  });
});

describe("what business logic may know", () => {
  const access: ClincAccess = { endpoint: HOST, appKey: "key", aiVersion: "", contextKey: "" };
  const told = { ...question, context: { channel: "whatsapp" } };
  const refusal = (status = 400) => faultOfAnswer({ status, headers: {}, body: {} }, false);

  beforeEach(() => void vi.useFakeTimers());

  /** A Clinc that fails with what `failure` makes of a query, and answers where that is nothing. */
  function askerOf(failure: (query: ClincQuery) => unknown) {
    const asked: unknown[] = [];
    const queries: ClincQuery[] = [];
    const post: PostQuery = async (query) => {
      asked.push(query.liveperson);
      queries.push(query);
      const found = failure(query);
      if (found) throw found;
      return parseReply(clincBody());
    };
    const ask = clincAsker({ current: async () => access, fresh: async () => access }, post);
    const turn = async (asks: Question = told, milliseconds = 8_000) => {
      const trace: AskTrace = { queries: 0, secretsMs: 0, clincMs: 0, qid: "", remarks: [] };
      const outcome = ask(asks, new Deadline(milliseconds), trace).catch((error) => error);
      await vi.runAllTimersAsync();
      return { came: await outcome, remarks: trace.remarks, queries: trace.queries };
    };
    return { asked, queries, turn };
  }

  it("goes out with each query, where Clinc takes it", async () => {
    const { asked, turn } = askerOf(() => undefined);
    expect(await turn()).toMatchObject({ queries: 1, remarks: [] });
    await turn();
    expect(asked).toEqual([told.context, told.context]);
  });

  it("is left out of a second query where Clinc refuses the first, and for five minutes", async () => {
    const { asked, turn } = askerOf(({ liveperson }) => liveperson && refusal());
    const first = await turn();
    expect(first.came).toMatchObject({ competency: "get_balance" });
    expect(first).toMatchObject({
      queries: 2,
      remarks: [expect.stringMatching(/^context_refused: .*CLINC_CONTEXT/)],
    });
    expect(first.remarks.join()).not.toContain("whatsapp");
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(await turn()).toMatchObject({ queries: 1, remarks: [] });
    vi.advanceTimersByTime(1);
    expect(await turn()).toMatchObject({ queries: 2, remarks: [expect.stringContaining("context_refused")] });
    expect(asked).toEqual([told.context, undefined, undefined, told.context, undefined]);
  });

  it("is all that the second query leaves out", async () => {
    const { queries, turn } = askerOf(({ liveperson }) => liveperson && refusal());
    await turn();
    const [{ liveperson, ...others } = {}, second] = queries;
    expect(liveperson).toEqual(told.context);
    expect(others).toHaveProperty("query", question.words);
    expect(second).toEqual(others);
  });

  it("is not blamed for a query that Clinc refuses without it as well", async () => {
    const { asked, turn } = askerOf(() => refusal());
    for (const _ of [1, 2])
      expect(await turn()).toMatchObject({
        came: { reason: "clinc_refused_query" },
        queries: 2,
        remarks: [],
      });
    expect(asked).toEqual([told.context, undefined, told.context, undefined]);
  });

  it.each([401, 404, 429, 500, 503])("is no reason to ask again after a %i", async (status) => {
    const { turn } = askerOf(() => refusal(status));
    expect(await turn()).toMatchObject({ queries: 1, remarks: [] });
  });

  it("is no reason to ask again where there is none, or no time left", async () => {
    const { turn } = askerOf(() => refusal());
    expect((await turn(question)).queries).toBe(1);
    expect((await turn(told, 999)).queries).toBe(1);
  });
});

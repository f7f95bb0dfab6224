import { describe, expect, it } from "vitest";
import {
  answersAtOnce,
  clientAtOnce,
  cryptoAtOnce,
  fetchAtOnce,
} from "../../../../scripts/bench/programs/at-once.ts";
import { mockRecord } from "../../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_ACCOUNT } from "../../../../scripts/stand-ins/context-service/service.ts";
import { sealingOf } from "../../../../src/record/sealing.ts";

const HOST = "http://127.0.0.1:9";
const KEY = mockRecord(HOST).secrets.clinc_context_key ?? "";
const URL_OF_SESSION = `${HOST}/v1/account/${MOCK_ACCOUNT}/clinc_conversation/c-1/properties`;
const HEADERS = { "maven-api-key": KEY, "Content-Type": "application/json" };

describe("what answers at once", () => {
  const answer = answersAtOnce("text", HOST);
  const query = { method: "POST", headers: {}, body: "{}" };
  const { body: reply } = answer(`${HOST}/v1/query`, query);

  it("is Clinc, with the same reply to every query", () => {
    expect(reply).toContain("Your Everyday Checking balance is $1,250.40.");
    expect(answer(`${HOST}/v1/query`, query)).toEqual({ status: 200, body: reply });
  });

  it("is the service of records, which remembers what it is told", () => {
    const written = { method: "PATCH", headers: HEADERS, body: JSON.stringify({ agent: { rev: 1 } }) };
    expect(answer(URL_OF_SESSION, written)).toEqual({ status: 204, body: "" });
    const read = answer(URL_OF_SESSION, { method: "get", headers: HEADERS });
    expect(read).toMatchObject({ status: 200 });
    expect(JSON.parse(read.body)).toEqual({ agent: { rev: 1 } });
  });

  it("looks like the platform's client, which can be listened to and aborted", async () => {
    const running = clientAtOnce(answer)(`${HOST}/v1/query`, query as never) as PromiseLike<unknown> & {
      on(event: string, listener: () => void): void;
      abort(): void;
    };
    running.on("data", () => {});
    running.abort();
    expect(await running).toMatchObject({ statusCode: 200, body: reply });
  });

  it("looks like fetch, whose body is read in pieces", async () => {
    const { status, body } = await fetchAtOnce(answer)(`${HOST}/v1/query`, query);
    const reader = body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect([status, Buffer.from(value ?? []).toString()]).toEqual([200, reply]);
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
  });
});

describe("WebCrypto that does nothing", () => {
  it("opens what it has sealed, and tells texts apart", async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, "crypto") ?? {};
    Object.defineProperty(globalThis, "crypto", { value: cryptoAtOnce(), configurable: true });
    try {
      const sealing = sealingOf("key", "c-1", { address: HOST, account: MOCK_ACCOUNT, namespace: "clinc" });
      const sealed = await sealing.seal("bot", 1, { open: ["Savings"] });
      expect(await sealing.unseal("bot", 1, sealed)).toEqual({ open: ["Savings"] });
      const marks = [await sealing.fingerprint("one"), await sealing.fingerprint("two")];
      for (const mark of marks) expect(mark).toMatch(/^[\w+/]{22}==$/);
      expect(new Set(marks).size).toBe(2);
    } finally {
      Object.defineProperty(globalThis, "crypto", real);
    }
  });
});

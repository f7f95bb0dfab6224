import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { textOf } from "../../scripts/kit/loopback.ts";
import { jsonClient } from "../../src/runtime/json-client.ts";
import { serve } from "../support/loopback-server.ts";
import { TRANSPORTS } from "../support/transports.ts";

describe.each(TRANSPORTS)("a request of JSON through $platform", ({ platform, transport }) => {
  /** A server that notes what it is asked and answers so. */
  async function serverSaying(answer: (response: ServerResponse) => void) {
    const seen: object[] = [];
    const url = await serve(async (request, response) => {
      const { method, url: path, headers } = request;
      seen.push({ method, path, headers, body: await textOf(request) });
      answer(response);
    });
    return { url, seen };
  }

  it.each(["post", "patch", "put", "delete"])(
    "arrives as %s, with its headers and its body",
    async (method) => {
      const { url, seen } = await serverSaying((response) => response.end("{}"));
      await jsonClient(transport).request({
        method,
        url: `${url}/a?ttlSecond=60`,
        headers: { "maven-api-key": "key" },
        data: { name: "Zoë" },
        timeout: 1_000,
      });
      expect(seen).toMatchObject([
        {
          method: method.toUpperCase(),
          path: "/a?ttlSecond=60",
          headers: { "maven-api-key": "key", "content-type": "application/json", accept: "application/json" },
          body: '{"name":"Zoë"}',
        },
      ]);
    },
  );

  it("arrives as get, without a body", async () => {
    const { url, seen } = await serverSaying((response) => response.end('{"a":1}'));
    const answer = await jsonClient(transport).request({ method: "get", url, timeout: 1_000 });
    expect(seen).toMatchObject([{ method: "GET", body: "" }]);
    expect(answer).toMatchObject({ status: 200, data: { a: 1 } });
  });

  it("is answered by a 204 without a body", async () => {
    const { url } = await serverSaying((response) => response.writeHead(204).end());
    const answer = await jsonClient(transport).request({ method: "patch", url, data: {}, timeout: 1_000 });
    expect(answer.status).toBe(204);
    expect(answer.data).toBeFalsy();
  });

  it("is answered by every other status as well, with what is said there", async () => {
    for (const status of [400, 401, 403, 404, 413, 429, 500, 503]) {
      const { url } = await serverSaying((response) => response.writeHead(status).end('{"detail":"No."}'));
      const answer = await jsonClient(transport).request({ method: "get", url, timeout: 1_000 });
      expect(answer).toMatchObject({ status, data: { detail: "No." } });
    }
  });

  it("gets a text that is no JSON as it is", async () => {
    const { url } = await serverSaying((response) => response.end("<html>"));
    const answer = await jsonClient(transport).request({ method: "get", url, timeout: 1_000 });
    expect(answer).toMatchObject({ status: 200, data: "<html>" });
  });

  it("reads JSON behind a byte order mark", async () => {
    const { url } = await serverSaying((response) => response.end('\uFEFF{"a":1}'));
    const answer = await jsonClient(transport).request({ method: "get", url, timeout: 1_000 });
    expect(answer.data).toEqual({ a: 1 });
  });

  it("is given up when no answer comes in time", async () => {
    const { url } = await serverSaying(() => {});
    const asking = jsonClient(transport).request({ method: "get", url, timeout: 50 });
    await expect(asking).rejects.toMatchObject({ code: "ETIMEDOUT" });
  });

  it("takes no answer that is too long", async () => {
    const { url } = await serverSaying((response) => response.end(`"${"x".repeat(1_000_000)}"`));
    const asking = jsonClient(transport).request({ method: "get", url, timeout: 1_000 });
    await expect(asking).rejects.toMatchObject({ code: "ERR_BAD_RESPONSE" });
  });

  if (platform !== "V1 in LivePerson's local tool") {
    it("can tell a bare 200 from a 204", async () => {
      const { url } = await serverSaying((response) => response.writeHead(200).end());
      const answer = await jsonClient(transport).request({ method: "patch", url, data: {}, timeout: 1_000 });
      expect(answer.status).toBe(200);
    });
  }
});

import axios from "axios";
import { describe, expect, it, vi } from "vitest";
import { httpClientAdapter } from "../../src/runtime/http-client-adapter.ts";
import type { HttpClient } from "../../src/runtime/toolbelt.ts";

const LONGEST = 1_000;

/** Sends a request through a client of the toolbelt; what it answers is not looked into. */
function send(client: () => unknown) {
  const toolbelt = {
    SecretClient: () => ({ readSecret: async () => "" }),
    HTTPClient: () => client as HttpClient,
  };
  return axios.request({
    adapter: httpClientAdapter(toolbelt),
    url: "https://api.clinc.example",
    timeout: 1_000,
    maxContentLength: LONGEST,
    transformResponse: (body) => body,
  });
}

describe("a client of V1 that tells what arrives", () => {
  function streaming() {
    const heard: Array<(chunk?: unknown) => void> = [];
    const abort = vi.fn();
    let end = (_: unknown) => {};
    const promise = new Promise((resolve) => {
      end = resolve;
    });
    const on = (event: string, listener: (chunk?: unknown) => void) => {
      if (event === "data") heard.push(listener);
    };
    const arrive = (chunk?: unknown) => heard.forEach((listener) => void listener(chunk));
    return {
      client: () => Object.assign(promise, { on, abort }),
      arrive,
      end: (whole: unknown) => end(whole),
      abort,
    };
  }

  it("is stopped as soon as more has come than an answer may have", async () => {
    const { client, arrive, abort } = streaming();
    const outcome = send(client).catch((error) => error);
    await vi.waitFor(() => {
      arrive(Buffer.alloc(LONGEST));
      expect(abort).toHaveBeenCalled();
    });
    expect(await outcome).toMatchObject({ code: "ERR_BAD_RESPONSE" });
  });

  it("may bring all that an answer may have", async () => {
    const { client, arrive, end, abort } = streaming();
    const outcome = send(client);
    await Promise.resolve();
    arrive(Buffer.alloc(LONGEST - 1));
    arrive("x");
    arrive();
    end({ statusCode: 200, headers: {}, body: "whole" });
    expect((await outcome).data).toBe("whole");
    expect(abort).not.toHaveBeenCalled();
  });
});

describe("a client of V1 that tells only the end", () => {
  const whole = (length: number) =>
    Promise.resolve({ statusCode: 200, headers: {}, body: "x".repeat(length) });

  it.each<[string, (answer: object) => unknown]>([
    ["has nobody listen", (answer) => answer],
    [
      "fails when one listens",
      (answer) =>
        Object.assign(answer, {
          on() {
            throw new Error("no stream");
          },
        }),
    ],
  ])("and %s is measured then", async (_, dressed) => {
    expect((await send(() => dressed(whole(LONGEST)))).data).toHaveLength(LONGEST);
    await expect(send(() => dressed(whole(LONGEST + 1)))).rejects.toMatchObject({ code: "ERR_BAD_RESPONSE" });
  });
});

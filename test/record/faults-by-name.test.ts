import { describe, expect, it } from "vitest";
import { faultOfContext, faultOfNoContext, isTooSlow } from "../../src/record/faults.ts";

const PROXYS = "You do not have access to the page or resource you are trying to reach\n";
/** A remedy is a sentence, not a word. */
const remedy = expect.stringMatching(/\w+ \w+ \w+ \w+/);

describe("an answer of the store that is none", () => {
  it.each<[status: number, body: unknown, reason: string, proxied?: boolean]>([
    [300, "", "context_zone_wrong"],
    [399, "", "context_zone_wrong"],
    [404, "", "context_zone_wrong"],
    [400, "", "context_unusable"],
    [401, "", "context_key_refused"],
    [403, PROXYS, "context_key_refused"],
    [403, PROXYS, "context_not_allowed", true],
    [403, [PROXYS], "context_key_refused", true],
    [413, "", "context_unusable"],
    [429, "", "context_throttled"],
    [500, "", "context_unavailable"],
  ])("with status %d and body %j is %s", (status, body, reason, proxied = false) => {
    const fault = faultOfContext(status, body, proxied);
    expect(fault).toMatchObject({ reason, remedy, cause: { status } });
  });
});

describe("no answer of the store", () => {
  const error = (code: string) => Object.assign(new TypeError("fetch failed"), { code });

  it.each<[code: string, reason: string, isTooSlow: boolean, proxied?: boolean]>([
    ["ENOTFOUND", "context_zone_wrong", false],
    ["ERR_BAD_RESPONSE", "context_unusable", false],
    ["ERR_BAD_RESPONSE_X", "context_unavailable", false],
    ["XZ_ERROR", "context_unavailable", false],
    ["Z_DATA_ERROR", "context_unusable", false],
    ["HPE_INVALID_CONSTANT", "context_unusable", false],
    ["ERR_SOCKET_CLOSED", "context_unavailable", false],
    ["ERR_SOCKET_CLOSED", "context_not_allowed", false, true],
    ["ETIMEDOUT", "context_unavailable", true],
    ["ERR_TIMEOUT", "context_unavailable", true],
    ["ECONNRESET", "context_unavailable", false],
  ])("with code %s is %s, its cause kept", (code, reason, tooSlow, proxied = false) => {
    const fault = faultOfNoContext(error(code), proxied);
    expect(fault).toMatchObject({ reason, remedy, cause: { name: "TypeError", code } });
    expect(isTooSlow(fault)).toBe(tooSlow);
  });
});

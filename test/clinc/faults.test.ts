import { describe, expect, it } from "vitest";
import { faultOfAnswer, faultOfSilence } from "../../src/clinc/faults.ts";

const answer = (status: number, body: unknown, headers: Record<string, unknown> = {}) => ({
  status,
  headers,
  body,
});

const PROXYS = "You do not have access to the page or resource you are trying to reach\n";

/** A remedy is a sentence, not a word, and begins with what happened or what to do. */
const remedy = expect.stringMatching(/^[\w']+ [\w-]+ [\w-]+ [\w-]+/);

describe("an HTTP answer that is no reply", () => {
  it.each([
    ["a wrong key", 401, { detail: "No such access token." }, "settings", "key_refused"],
    ["an expired key", 401, { detail: "Using expired access token." }, "settings", "key_refused"],
    ["a forbidden key", 403, { detail: "Forbidden." }, "settings", "key_refused"],
    ["a wrong key that comes as 200", 200, { detail: "No such access token." }, "settings", "key_refused"],
    ["a wrong address", 404, { detail: "Not found." }, "settings", "host_wrong"],
    ["an address that is gone", 410, "", "settings", "host_wrong"],
    ["a redirect", 301, "", "settings", "host_wrong"],
    ["a choice of addresses", 300, "", "settings", "host_wrong"],
    ["a bad request", 400, { query: ["This field is required."] }, "contract", "clinc_refused_query"],
    [
      "a throttled query",
      429,
      { detail: "Request was throttled. Expected available in 30 seconds." },
      "clinc",
      "clinc_throttled",
    ],
    [
      "a gateway's page",
      502,
      "<html><head><title>502 Bad Gateway</title></head></html>",
      "clinc",
      "clinc_unavailable",
    ],
    ["a server error", 500, { message: "Something went wrong." }, "clinc", "clinc_unavailable"],
  ])("is %s", (_, status, body, responsible, reason) => {
    const isUnprocessed = ["settings", "contract"].includes(responsible) || status === 429;
    const expected = { responsible, reason, remedy, isUnprocessed, cause: { status } };
    expect(faultOfAnswer(answer(status, body), false)).toMatchObject(expected);
  });

  it("is none when Clinc replied", () => {
    expect(faultOfAnswer(answer(200, { visuals: {} }), false)).toBeUndefined();
    expect(faultOfAnswer(answer(200, "<html>"), false)).toBeUndefined();
    expect(faultOfAnswer(answer(200, { detail: ["No such access token."] }), false)).toBeUndefined();
  });

  it("is judged by its status first, and never asked again for what its body says", () => {
    const retry = { "retry-after": "0" };
    const throttled = { detail: "Request was throttled." };
    expect(faultOfAnswer(answer(500, throttled, retry), false)).toMatchObject({
      reason: "clinc_unavailable",
    });
    expect(faultOfAnswer(answer(500, throttled, retry), false)?.retryAfterMs).toBeUndefined();
    expect(faultOfAnswer(answer(504, { detail: "Bad access token." }), false)).toMatchObject({
      reason: "clinc_unavailable",
    });
    expect(faultOfAnswer(answer(200, throttled, retry), false)).toMatchObject({
      reason: "clinc_throttled",
      isUnprocessed: false,
    });
    expect(faultOfAnswer(answer(200, throttled, retry), false)?.retryAfterMs).toBeUndefined();
    expect(faultOfAnswer(answer(200, { ...throttled, visuals: {} }), false)).toBeUndefined();
  });

  it("is told apart from LivePerson's own proxy, which is known by its words", () => {
    expect(faultOfAnswer(answer(403, PROXYS), true)).toMatchObject({
      ...{ responsible: "settings", reason: "domain_not_allowed", remedy },
      cause: { status: 403 },
    });
    expect(faultOfAnswer(answer(403, { detail: "Forbidden." }), true)).toMatchObject({
      reason: "key_refused",
    });
    expect(faultOfAnswer(answer(403, PROXYS), false)).toMatchObject({ reason: "key_refused" });
    expect(faultOfAnswer(answer(429, "Too many requests"), true)).toMatchObject({
      ...{ responsible: "network", reason: "platform_throttled", remedy },
      isUnprocessed: true,
    });
    expect(faultOfAnswer(answer(429, { detail: "Request was throttled." }), true)).toMatchObject({
      reason: "clinc_throttled",
    });
    expect(faultOfAnswer(answer(429, "Too many requests"), false)).toMatchObject({
      reason: "clinc_throttled",
    });
  });

  it.each([
    [""],
    [" \n"],
    [null],
    [[]],
    [["Forbidden."]],
    [[PROXYS]],
    [7],
    ["Forbidden"],
    ["<html>403</html>"],
    [{}],
  ])("is not the proxy's when its body is %j", (body) => {
    expect(faultOfAnswer(answer(403, body), true)).toMatchObject({ reason: "key_refused" });
    expect(faultOfAnswer(answer(429, body), true)).toMatchObject({ reason: "clinc_throttled" });
  });

  it("may be repeated only when Clinc says when", () => {
    expect(faultOfAnswer(answer(429, {}, { "retry-after": "1" }), false)?.retryAfterMs).toBe(1000);
    expect(faultOfAnswer(answer(503, {}, { "retry-after": 2 }), false)?.retryAfterMs).toBe(2000);
    const inOneSecond = new Date(Date.now() + 1500).toUTCString();
    expect(
      faultOfAnswer(answer(503, {}, { "retry-after": inOneSecond }), false)?.retryAfterMs,
    ).toBeLessThanOrEqual(1500);
    expect(faultOfAnswer(answer(503, {}), false)?.retryAfterMs).toBeUndefined();
    expect(faultOfAnswer(answer(503, {}, { "retry-after": "soon" }), false)?.retryAfterMs).toBeUndefined();
    for (const status of [500, 502, 504, 400, 404]) {
      expect(faultOfAnswer(answer(status, {}, { "retry-after": "1" }), false)?.retryAfterMs).toBeUndefined();
    }
  });
});

describe("no answer at all", () => {
  const error = (code: string) =>
    Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), { code }) });

  it.each([
    ["ECONNREFUSED", "network", "clinc_unreachable", true],
    ["ENOTFOUND", "settings", "host_unknown", true],
    ["EAI_AGAIN", "network", "host_unknown", true],
    ["ECONNRESET", "network", "clinc_unreachable", false],
    ["UND_ERR_SOCKET", "network", "clinc_unreachable", false],
    ["ETIMEDOUT", "clinc", "clinc_timeout", false],
    ["ESOCKETTIMEDOUT", "clinc", "clinc_timeout", false],
    ["ECONNABORTED", "clinc", "clinc_timeout", false],
    ["XECONNABORTED", "network", "clinc_unreachable", false],
    ["ECONNABORTEDX", "network", "clinc_unreachable", false],
    ["ERR_TIMEOUT", "clinc", "clinc_timeout", false],
    ["ERR_BAD_RESPONSE", "contract", "clinc_unusable_reply", false],
    ["XZ_ERROR", "network", "clinc_unreachable", false],
    ["CERT_HAS_EXPIRED", "settings", "host_certificate", false],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "settings", "host_certificate", false],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "settings", "host_certificate", false],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "settings", "host_certificate", false],
    ["Z_DATA_ERROR", "contract", "clinc_unusable_reply", false],
    ["HPE_INVALID_CONSTANT", "contract", "clinc_unusable_reply", false],
    ["", "network", "clinc_unreachable", false],
  ])("with code %s", (code, responsible, reason, mayRepeat) => {
    const fault = faultOfSilence(error(code), false);
    expect(fault).toMatchObject({ responsible, reason, remedy });
    expect(fault.cause?.name).toBe(responsible === "contract" ? undefined : "TypeError");
    expect(fault.retryAfterMs !== undefined).toBe(mayRepeat);
  });

  it("on V1 a closed socket is a domain that is not allowed", () => {
    expect(faultOfSilence(error("ERR_SOCKET_CLOSED"), true)).toMatchObject({ reason: "domain_not_allowed" });
    expect(faultOfSilence(error("ERR_SOCKET_CLOSED"), false)).toMatchObject({ reason: "clinc_unreachable" });
  });
});

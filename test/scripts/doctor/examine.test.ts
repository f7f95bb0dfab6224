import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import type { Check } from "../../../scripts/doctor/check.ts";
import { domainToAllow, examine, type Setup } from "../../../scripts/doctor/examine.ts";
import { checkLines } from "../../../scripts/doctor/report.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../../../scripts/stand-ins/clinc/faults.ts";
import { MOCK_AI_VERSION } from "../../../scripts/stand-ins/clinc/server.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import { ownClinc } from "../../support/clinc.ts";
import { closedPort, serve, serveSelfSigned, serveSilence } from "../../support/loopback-server.ts";

const KEY = "key-that-nobody-may-see-0451";
const OTHER_VERSION = "5b4f3c1e-0000-4000-8000-00000000abcd";

/** What needs a network, in its order. */
const ON_THE_WAY = ["host", "DNS", "connection", "TLS", "Query API", "App-Key", "AI version"];
const TURNS = ["first turn", "second turn", "answer time"];
const APART = ["record", "settings", "transfer skill", "dist/v1", "dist/v2"];

type Access = Partial<Setup["access"]>;

async function examined(access: Access, environment: Record<string, string> = {}): Promise<Check[]> {
  const setup: Setup = {
    access: { host: "", appKey: KEY, aiVersion: "", ...access },
    environment: { TRANSFER_SKILL: "human-agents", ...environment },
    words: "hello",
  };
  const checks: Check[] = [];
  for await (const check of examine(setup)) checks.push(check);
  expect(checks.map(checkLines).join("\n") + JSON.stringify(checks)).not.toContain(KEY);
  return checks;
}

async function bank(): Promise<string> {
  return (await ownClinc({ appKey: KEY, aiVersion: MOCK_AI_VERSION })).host;
}

/** A Clinc that answers each question with the same. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (request, response) => {
    request.resume();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };
}

/** A Clinc that answers only when no AI version is asked for. */
function knowingNoVersion(status: number, body: unknown): RequestListener {
  return async (request, response) => {
    let sent = "";
    for await (const chunk of request) sent += chunk;
    const isRefused = "ai_version" in JSON.parse(sent);
    answering(isRefused ? status : 200, isRefused ? body : clincBody())(request, response);
  };
}

function namesOf(checks: Check[], status: Check["status"]): string[] {
  return checks.filter((check) => check.status === status).map(({ name }) => name);
}

function found(checks: Check[], name: string): Check | undefined {
  return checks.find((check) => check.name === name);
}

/** One fault, everything before it right, and everything that needs it skipped. */
function expectOnly(checks: Check[], name: string, finding: string | RegExp, remedy: string): void {
  expect(namesOf(checks, "failed")).toEqual([name]);
  expect(found(checks, name)?.finding).toMatch(finding);
  expect(found(checks, name)?.remedy).toContain(remedy);
  const order = [...ON_THE_WAY, ...TURNS];
  const at = order.indexOf(name);
  expect(namesOf(checks, "ok")).toEqual([...order.slice(0, at), ...APART]);
  expect(namesOf(checks, "skipped")).toEqual(order.slice(at + 1));
}

describe("the doctor at a bank that is well", () => {
  it("finds everything right, and tells the name of the intent", async () => {
    const checks = await examined({ host: await bank(), aiVersion: MOCK_AI_VERSION });
    expect(namesOf(checks, "ok")).toEqual([...ON_THE_WAY, ...TURNS, ...APART]);
    expect(found(checks, "first turn")?.finding).toBe("answered; intent clean_hello");
  });

  it("asks the same words twice in one dialog that is no other's", async () => {
    const mock = await ownClinc({ appKey: KEY });
    await examined({ host: mock.host }, { CLINC_DEVICE: "kiosk" });
    await examined({ host: mock.host });
    const queries = mock.seen.map(({ body }) => JSON.parse(body));
    const seeds = queries.map(({ dialog_seed }) => dialog_seed);
    expect(queries[0]).toMatchObject({ query: "hello", device: "kiosk", language: "en" });
    expect(seeds).toEqual([seeds[0], seeds[0], seeds[2], seeds[2]]);
    expect(new Set(seeds).size).toBe(2);
  });
});

describe("the doctor before the network", () => {
  it.each<[what: string, access: Access, name: string, finding: string, remedy: string]>([
    [
      "no host",
      { host: " " },
      "host",
      "CLINC_HOST or --host (secret_missing)",
      'In this shell: export CLINC_HOST=api.clinc.example. For the function: create the secret "clinc_host"',
    ],
    [
      "a host with words",
      { host: "our clinc" },
      "host",
      "malformed, in CLINC_HOST or --host (host_malformed)",
      "host such as api.clinc.example",
    ],
    [
      "plain http",
      { host: "http://api.bank.example" },
      "host",
      "(host_malformed)",
      "http is for loopback only",
    ],
  ])("names %s", async (_, access, name, finding, remedy) => {
    const checks = await examined(access);
    expect(found(checks, name)?.finding).toContain(finding);
    expect(found(checks, name)?.remedy).toContain(remedy);
    expect(namesOf(checks, "failed")).toEqual([name]);
    expect(namesOf(checks, "skipped")).toEqual([...ON_THE_WAY.slice(1), ...TURNS]);
  });

  it.each([
    ["no key", "", "none given to the doctor in CLINC_APP_KEY (secret_missing)"],
    ["a key with its scheme", `App-Key ${KEY}`, "malformed, in CLINC_APP_KEY (app_key_malformed)"],
  ])("names %s, and still walks to the host", async (_, appKey, finding) => {
    const checks = await examined({ host: await bank(), appKey });
    expect(found(checks, "App-Key")).toMatchObject({ status: "failed", finding });
    expect(namesOf(checks, "ok")).toEqual(["host", "DNS", "connection", "TLS", ...APART]);
    expect(namesOf(checks, "skipped")).toEqual(["Query API", "AI version", ...TURNS]);
  });

  it("names an AI version that is no UUID, and shows that Clinc's default would answer", async () => {
    const checks = await examined({ host: await bank(), aiVersion: "production" });
    expect(found(checks, "AI version")?.finding).toContain("(ai_version_malformed)");
    expect(namesOf(checks, "failed")).toEqual(["AI version"]);
    expect(namesOf(checks, "skipped")).toEqual([]);
  });

  it("names the secrets by the bot's prefix", async () => {
    const checks = await examined({ host: "" }, { CLINC_SECRET_PREFIX: "cards" });
    expect(found(checks, "host")?.remedy).toContain('"cards_host"');
  });
});

describe("the doctor on the way to Clinc", () => {
  it("names a host that DNS does not know", async () => {
    const checks = await examined({ host: "nowhere.invalid" });
    expectOnly(checks, "DNS", /^nowhere\.invalid was not found: \w+ \(host_unknown\)$/, '"clinc_host"');
  });

  it("names a port that refuses the connection", async () => {
    const checks = await examined({ host: `https://127.0.0.1:${await closedPort()}` });
    expectOnly(checks, "connection", /ECONNREFUSED \(clinc_unreachable\)$/, "firewall");
  });

  it("names a certificate that nobody has signed", async () => {
    const checks = await examined({ host: await serveSelfSigned(answering(200, clincBody())) });
    expectOnly(checks, "TLS", /SELF_SIGNED_CERT\w* \(host_certificate\)$/, "install a public one");
  });

  it("names a port that speaks no TLS", async () => {
    const checks = await examined({ host: (await bank()).replace("http:", "https:") });
    expectOnly(
      checks,
      "TLS",
      /^no secure connection to 127\.0\.0\.1: \w+ \(clinc_unreachable\)$/,
      "connection",
    );
  });

  it("does not wait for ever on TLS", async () => {
    const checks = await examined({ host: await serveSilence() }, { CLINC_TIMEOUT_MS: "1000" });
    expectOnly(checks, "TLS", /ETIMEDOUT \(clinc_timeout\)$/, "did not answer in time");
  });
});

describe("the doctor at the Query API", () => {
  const html = "<html><body>Welcome to our bank</body></html>";
  it.each<[what: string, answer: RequestListener, finding: RegExp, remedy: string]>([
    [
      "a redirect, by its target's host",
      answering(301, "", { location: `https://login.bank.example/?k=${KEY}` }),
      / redirects to login\.bank\.example, HTTP 301 \(host_wrong\)$/,
      "Secret Storage",
    ],
    ["a wrong path", answering(404, { detail: "Not found." }), /HTTP 404 \(host_wrong\)$/, '"clinc_host"'],
    [
      "a web page in its place",
      answering(200, `${html}${KEY}`),
      /HTTP 200 with something else than JSON.*\(clinc_unusable_reply\)$/,
      "What answers there is not Clinc",
    ],
    [
      "a gateway's error",
      answering(502, html),
      /HTTP 502 with something else than JSON.*\(clinc_unavailable\)$/,
      "ask Clinc's support",
    ],
    [
      "an error of Clinc",
      answering(500, { message: KEY }),
      /HTTP 500 \(clinc_unavailable\)$/,
      "ask Clinc's support",
    ],
    [
      "a limit of the rate",
      answering(429, { detail: "Request was throttled." }),
      /HTTP 429 \(clinc_throttled\)$/,
      "ask Clinc for a higher one",
    ],
  ])("names %s", async (_, answer, finding, remedy) => {
    expectOnly(await examined({ host: await serve(answer) }), "Query API", finding, remedy);
  });

  it("names a Clinc that never answers, in time", async () => {
    const host = await serve((request) => void request.resume());
    const checks = await examined({ host }, { CLINC_TIMEOUT_MS: "1000" });
    expectOnly(
      checks,
      "Query API",
      /gave no usable answer, after 1\d{3} ms \(clinc_timeout\)$/,
      "raise CLINC_TIMEOUT_MS",
    );
  });

  it.each<[how: string, host: () => Promise<string>]>([
    ["by its status", async () => (await ownClinc({ appKey: "another-key-than-that" })).host],
    ["in a 200", () => serve(answering(200, { detail: "No such access token." }))],
  ])("names a key that is refused %s", async (_, host) => {
    const checks = await examined({ host: await host() });
    expectOnly(checks, "App-Key", /HTTP (401|200) \(key_refused\)$/, '"clinc_app_key"');
  });
});

describe("the doctor with an AI version", () => {
  it.each<[how: string, host: () => Promise<string>]>([
    ["as the mock refuses it", bank],
    ["as not found", () => serve(knowingNoVersion(404, { detail: "Not found." }))],
    ["with a server error", () => serve(knowingNoVersion(500, { message: "Something went wrong." }))],
    ["in a 200 without visuals", () => serve(knowingNoVersion(200, { message: "Something went wrong." }))],
  ])("names one that Clinc does not know, %s, and never tells it", async (_, host) => {
    const checks = await examined({ host: await host(), aiVersion: OTHER_VERSION });
    expect(namesOf(checks, "failed")).toEqual(["AI version"]);
    expect(found(checks, "AI version")?.finding).toMatch(
      /^not known: Clinc answers without it, but not with it/,
    );
    expect(found(checks, "AI version")?.remedy).toContain('"clinc_ai_version"');
    expect(namesOf(checks, "skipped")).toEqual([]);
    expect(JSON.stringify(checks)).not.toContain(OTHER_VERSION);
  });

  it("does not blame it for what fails without it, too", async () => {
    const host = await serve(answering(400, { language: ["Not supported."] }));
    const checks = await examined({ host, aiVersion: MOCK_AI_VERSION });
    expect(namesOf(checks, "failed")).toEqual(["first turn"]);
    expect(found(checks, "AI version")?.status).toBe("skipped");
    expect(found(checks, "first turn")?.finding).toMatch(/HTTP 400 \(clinc_refused_query\)$/);
    expect(found(checks, "first turn")?.remedy).toContain("CLINC_LANGUAGE, CLINC_DEVICE");
  });

  it("warns when Clinc answers with another one", async () => {
    const host = await serve(answering(200, clincBody()));
    const checks = await examined({ host, aiVersion: OTHER_VERSION });
    expect(namesOf(checks, "warning")).toEqual(["AI version"]);
    expect(found(checks, "AI version")?.finding).toBe(
      "Clinc answered with another AI version than the one asked for",
    );
  });
});

describe("the doctor in a dialog", () => {
  it.each([
    ["without visuals", { visuals: undefined }],
    ["without a text", { visuals: { formattedResponse: "", speakableResponse: "" } }],
  ])("names a reply %s", async (_, changes) => {
    const host = await serve(answering(200, clincBody({ ...changes, bl_resp: {} })));
    expectOnly(await examined({ host }), "first turn", /HTTP 200 \(clinc_unusable_reply\)$/, "templates");
  });

  it("warns of a Clinc that seems to start over in the second turn", async () => {
    const host = await serve((request, response) =>
      answering(200, clincBody({ session_id: randomUUID() }))(request, response),
    );
    const checks = await examined({ host });
    expect(namesOf(checks, "warning")).toEqual(["second turn"]);
    expect(found(checks, "second turn")?.finding).toContain("started over");
    expect(found(checks, "second turn")?.remedy).toContain("dialog_seed");
  });

  it("says when it cannot tell", async () => {
    const checks = await examined({
      host: await serve(answering(200, clincBody({ session_id: undefined }))),
    });
    expect(namesOf(checks, "warning")).toEqual(["second turn"]);
  });

  it("warns of answers that take longer than a second", async () => {
    let answered = 0;
    const host = await serve((request, response) => {
      answered += 1;
      setTimeout(() => answering(200, clincBody())(request, response), answered === 2 ? 1_050 : 0);
    });
    const checks = await examined({ host });
    expect(namesOf(checks, "warning")).toEqual(["answer time"]);
    expect(found(checks, "answer time")?.finding).toMatch(/^\d{1,3} ms, then 1,\d{3} ms; /);
  });
});

describe("the doctor and what business logic may know", () => {
  const TELLING = { CLINC_CONTEXT: "channel, auth.customerInfo.customerInfo.customerId" };

  it("asks once more with the key, with nobody's data and in a dialog of its own, and says that Clinc takes it", async () => {
    const mock = await ownClinc({ appKey: KEY });
    const checks = await examined({ host: mock.host }, TELLING);
    expect(namesOf(checks, "ok")).toEqual([...ON_THE_WAY, ...TURNS, "context", ...APART]);
    expect(found(checks, "context")?.finding).toBe(
      'Clinc takes the key "liveperson" and gives it back with its reply',
    );
    const [first, , third, ...more] = mock.seen.map(({ body }) => JSON.parse(body));
    expect(first).not.toHaveProperty("liveperson");
    expect(third.liveperson).toEqual({
      channel: "doctor",
      "auth.customerInfo.customerInfo.customerId": "doctor",
    });
    expect(third.dialog_seed).not.toBe(first.dialog_seed);
    expect(more).toEqual([]);
  });

  it("says where Clinc does not give it back", async () => {
    const checks = await examined({ host: await serve(answering(200, clincBody())) }, TELLING);
    expect(found(checks, "context")?.finding).toContain("does not give it back");
  });

  it("warns where Clinc refuses the key, and says what the bot does then", async () => {
    const mock = await ownClinc({ appKey: KEY, isStrict: true });
    const checks = await examined({ host: mock.host }, TELLING);
    expect(namesOf(checks, "warning")).toEqual(["context"]);
    expect(found(checks, "context")).toMatchObject({
      finding: 'Clinc refuses the key "liveperson", HTTP 400 (context_refused)',
      remedy: expect.stringMatching(/asks without it.*CLINC_CONTEXT to none/),
    });
  });

  it("says where it cannot tell, and skips what has no way to Clinc", async () => {
    const mock = await ownClinc({ appKey: KEY });
    mock.fault = (number) => (number === 3 ? "error" : undefined);
    const checks = await examined({ host: mock.host }, TELLING);
    expect(found(checks, "context")?.finding).toContain("cannot be told (clinc_unavailable)");
    const away = await examined({ host: "" }, TELLING);
    expect(found(away, "context")).toMatchObject({ status: "skipped", finding: "needs a way to Clinc" });
    mock.fault = () => "wrong_key";
    expect(found(await examined({ host: mock.host }, TELLING), "context")?.finding).toBe("needs the App-Key");
  });
});

describe("the doctor finds one fault, and looks at everything all the same,", () => {
  const faults = Object.entries(CLINC_FAULTS).map(
    ([name, { title }]) => [title, name as ClincFaultName] as const,
  );

  it.each(faults)("at a Clinc that %s", async (_, name) => {
    const mock = await ownClinc({ appKey: KEY });
    mock.fault = () => name;
    const checks = await examined({ host: mock.host }, { CLINC_TIMEOUT_MS: "1000" });
    expect(checks.map((check) => check.name)).toEqual([...ON_THE_WAY, ...TURNS, ...APART]);
    const faults = checks.filter(({ status }) => status === "failed" || status === "warning");
    expect(faults).toHaveLength(1);
    expect(["Query API", "App-Key", "first turn", "second turn"]).toContain(faults[0]?.name);
  });
});

describe("the doctor and the key", () => {
  it("does not tell it even as a host", async () => {
    const checks = await examined({ host: `${KEY}.invalid` });
    expect(found(checks, "host")?.finding).toBe("….invalid");
    const access = { host: `${KEY}.invalid`, appKey: KEY.toUpperCase(), aiVersion: "" };
    const again = await examined(access);
    expect(found(again, "host")?.finding).toBe("….invalid");
    expect(await domainToAllow({ access, environment: {}, words: "hello" })).toBeNull();
  });
});

describe("the doctor's look at the host", () => {
  it.each(["abcdef0123456789abcdef0123456789abcdef01", "https://Key-In-The-Wrong-Place/"])(
    "takes %s for the App-Key, and shows it nowhere",
    async (host) => {
      const access = { host, appKey: "api.clinc.example", aiVersion: "" };
      const checks = await examined(access);
      expect(checks[0]).toMatchObject({ name: "host", status: "failed" });
      expect(namesOf(checks, "skipped")).toEqual([...ON_THE_WAY.slice(1), ...TURNS]);
      const shown = `${checks.map(checkLines)} ${await domainToAllow({ access, environment: {}, words: "hello" })}`;
      expect(shown.toLowerCase()).not.toMatch(/abcdef0123|key-in-the-wrong-place/);
    },
  );

  it("warns of a dot at its end", async () => {
    const [host] = await examined({ host: "nowhere.invalid." });
    expect(host).toMatchObject({ status: "warning", finding: "nowhere.invalid. ends with a dot" });
  });
});

describe("the domain to allow", () => {
  const domainOf = (host: string) =>
    domainToAllow({ access: { host, appKey: KEY, aiVersion: "" }, environment: {}, words: "hello" });

  it.each([
    ["api.bank.example", "api.bank.example"],
    ["https://API.bank.example:8443/clinc/", "api.bank.example"],
    ["http://127.0.0.1:8080", null],
    ["our clinc", null],
    ["", null],
    ["https://localhost:8443", null],
    ["[::1]:8443", null],
    ["one-word", null],
    ["api.clinc.example.", "api.clinc.example"],
  ])("of %j is %j", async (host, domain) => {
    expect(await domainOf(host)).toBe(domain);
  });
});

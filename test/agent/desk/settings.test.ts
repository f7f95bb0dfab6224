import { describe, expect, it } from "vitest";
import { readDeskSettings } from "../../../src/agent/desk/settings.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const KEY = Buffer.alloc(32, "k").toString("base64");
const VERSION = "00000000-0000-4000-8000-000000000202";

/** What a desk of LivePerson's agents is set up with. */
const LIVEPERSON = {
  DESK_PUBLIC_URL: "https://desk.bank.example",
  DESK_SESSION_KEY: KEY,
  DESK_SIGN_IN: "liveperson",
  DESK_CLIENT_ID: "the-desk",
  DESK_CLIENT_SECRET: "a-client-secret",
  DESK_ASSIGNMENT_CHECK: "conversation",
  LIVEPERSON_ACCOUNT: "12345678",
  CLINC_HOST: "api.clinc.example",
  CLINC_APP_KEY: "an-app-key",
};

const NONE = {
  ...LIVEPERSON,
  DESK_PUBLIC_URL: "http://127.0.0.1:8080",
  DESK_SIGN_IN: "none",
  DESK_ASSIGNMENT_CHECK: "",
};

const OIDC = {
  ...LIVEPERSON,
  DESK_SIGN_IN: "oidc",
  DESK_ASSIGNMENT_CHECK: "off",
  DESK_ISSUER: "https://sign-in.bank.example/agents",
  DESK_ALLOWED: "groups=agents",
};

const complaints = (environment: Record<string, string>) => readDeskSettings(environment).complaints;

describe("the settings of a desk", () => {
  it.each([
    ["of LivePerson's agents", LIVEPERSON],
    ["of agents of the bank's provider", OIDC],
    ["without a sign-in", NONE],
  ])("%s are whole", (_, environment) => {
    expect(complaints(environment)).toEqual([]);
  });

  it("have defaults where a bank need not decide", () => {
    expect(readDeskSettings(LIVEPERSON).settings).toMatchObject({
      DESK_FRAME_ANCESTORS: ["https://*.liveperson.net"],
      DESK_SUGGEST: "manual",
      DESK_TRUSTED_PROXIES: [],
      HOST: "127.0.0.1",
      PORT: 8080,
      CLINC_SECRET_PREFIX: ["clinc"],
      CLINC_TIMEOUT_MS: 8_000,
      ASSIST_MIN_SCORE: 0.5,
    });
  });

  it.each(["DESK_PUBLIC_URL", "DESK_SESSION_KEY", "DESK_SIGN_IN", "DESK_CLIENT_ID", "DESK_CLIENT_SECRET"])(
    "name %s when it is missing",
    (name) => {
      const found = complaints({ ...LIVEPERSON, [name]: " " });
      expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
    },
  );

  it.each(["LIVEPERSON_ACCOUNT", "CLINC_HOST", "CLINC_APP_KEY"])("name %s when it is missing", (name) => {
    const found = complaints({ ...LIVEPERSON, [name]: "" });
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
  });

  it.each(["DESK_ISSUER", "DESK_ALLOWED"])("name %s when a bank's provider lacks it", (name) => {
    const found = complaints({ ...OIDC, [name]: "" });
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
  });

  it("say what it means to check no assignment, and leave nobody that choice by accident", () => {
    for (const environment of [LIVEPERSON, OIDC])
      expect(complaints({ ...environment, DESK_ASSIGNMENT_CHECK: "" })).toEqual([
        expect.stringContaining("DESK_ASSIGNMENT_CHECK has no default: conversation asks LivePerson"),
      ]);
    expect(complaints({ ...OIDC, DESK_ASSIGNMENT_CHECK: "conversation" })).toEqual([
      "DESK_ASSIGNMENT_CHECK can only be off with DESK_SIGN_IN oidc",
    ]);
  });

  it.each([
    ["DESK_PUBLIC_URL", "http://desk.bank.example"],
    ["DESK_PUBLIC_URL", "https://desk.bank.example/desk"],
    ["DESK_PUBLIC_URL", "https://user@desk.bank.example"],
    ["DESK_SESSION_KEY", "c2hvcnQ="],
    ["DESK_SESSION_KEY", "a".repeat(32)],
    ["DESK_FRAME_ANCESTORS", "*"],
    ["DESK_FRAME_ANCESTORS", "https://*"],
    ["DESK_FRAME_ANCESTORS", "http://intranet.example"],
    ["DESK_FRAME_ANCESTORS", "https://a.example; script-src *"],
    ["DESK_SIGN_IN", "saml"],
    ["DESK_SUGGEST", "always"],
    ["DESK_ASSIGNMENT_CHECK", "yes"],
    ["DESK_TRUSTED_PROXIES", "the proxy"],
    ["LIVEPERSON_DOMAIN_API", "https://api.liveperson.net.evil.example"],
    ["LIVEPERSON_DOMAIN_API", "http://api.liveperson.net"],
    ["PORT", "80a"],
    ["HOST", "0.0.0.0 x"],
    ["CLINC_HOST", "http://api.clinc.example"],
    ["CLINC_APP_KEY", "two words"],
    ["CLINC_CONTEXT_KEY", "two words"],
    ["CLINC_AI_VERSION", "newest"],
    ["CLINC_ASSIST_AI_VERSION", "newest"],
    ["CLINC_SECRET_PREFIX", "clinc; other"],
    ["CLINC_TIMEOUT_MS", "20000"],
    ["CONTEXT_HOST", "context.example"],
    ["ASSIST_MIN_SCORE", "2"],
  ])("name %s when it is %s, and do not repeat it", (name, value) => {
    const found = complaints({ ...LIVEPERSON, [name]: value });
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${name} must `))]);
    if (value.length > 9) expect(found.join()).not.toContain(value);
    expect(found.join()).not.toContain("the default is used");
  });

  it("name all that is wrong at once", () => {
    expect(complaints({}).map((complaint) => complaint.split(" ")[0])).toEqual([
      "DESK_PUBLIC_URL",
      "DESK_SESSION_KEY",
      "DESK_SIGN_IN",
      "DESK_ASSIGNMENT_CHECK",
      "CLINC_HOST",
      "CLINC_APP_KEY",
    ]);
  });

  it("without a sign-in are refused for everything but this machine", () => {
    expect(complaints({ ...NONE, HOST: "0.0.0.0" })).toEqual([
      expect.stringMatching(/^HOST must be loopback/),
    ]);
    expect(complaints({ ...NONE, DESK_PUBLIC_URL: "https://desk.bank.example" })).toEqual([
      expect.stringMatching(/^DESK_PUBLIC_URL must be loopback/),
    ]);
  });

  it("want an account where there is a key of records", () => {
    const { LIVEPERSON_ACCOUNT: _, ...environment } = { ...NONE, CLINC_CONTEXT_KEY: "a-key" };
    expect(complaints(environment)).toEqual([
      expect.stringMatching(/^CONTEXT_ACCOUNT or LIVEPERSON_ACCOUNT must/),
    ]);
    expect(complaints({ ...environment, CONTEXT_ACCOUNT: "1" })).toEqual([]);
  });
});

describe("a secret in a file", () => {
  it("counts as if it stood in the environment, without the line end", () => {
    const { CLINC_APP_KEY: _, ...others } = LIVEPERSON;
    const file = temporaryFile("key", "an-app-key\n");
    const { settings, complaints } = readDeskSettings({ ...others, CLINC_APP_KEY_FILE: file });
    expect([settings.CLINC_APP_KEY, complaints]).toEqual(["an-app-key", []]);
  });

  it("must be there, and hold something", () => {
    for (const file of ["/no/such/file", temporaryFile("key", " \n")]) {
      const found = complaints({ ...LIVEPERSON, CLINC_ASSIST_AI_VERSION_FILE: file });
      expect(found).toEqual([
        "CLINC_ASSIST_AI_VERSION_FILE must name a file that can be read and is not empty",
      ]);
    }
  });

  it("must not be given twice", () => {
    const file = temporaryFile("version", VERSION);
    const twice = { ...LIVEPERSON, CLINC_AI_VERSION: VERSION, CLINC_AI_VERSION_FILE: file };
    expect(complaints(twice)).toEqual([
      "CLINC_AI_VERSION and CLINC_AI_VERSION_FILE are both set; keep one of them",
    ]);
  });
});

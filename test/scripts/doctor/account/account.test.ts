import { describe, expect, it } from "vitest";
import { builtFile } from "../../../../scripts/build/built-file.ts";
import type { Check } from "../../../../scripts/doctor/check.ts";
import { wellAccount } from "../../../../scripts/doctor/mock.ts";
import { ACCOUNT, type OtherAnswer } from "../../../../scripts/stand-ins/functions-api/server.ts";
import {
  ACCOUNT_CHECKS,
  bankAccount,
  changedLambda,
  examinedAccount,
} from "../../../support/examined-account.ts";

function found(checks: Check[], name: string): Check | undefined {
  return checks.find((check) => check.name === name);
}

function statuses(checks: Check[]): Record<string, string> {
  return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
}

const ALL_OK = Object.fromEntries(ACCOUNT_CHECKS.map((name) => [name, "ok"]));
/** What needs the first answer of LivePerson Functions. */
const OF_FUNCTION = { function: "failed", code: "skipped", deployment: "skipped", variables: "skipped" };

describe("the doctor's look into an account", () => {
  it.each(["v1", "v2"] as const)("finds everything right in %s, and changes nothing", async (generation) => {
    const checks = await examinedAccount(await bankAccount(), generation);
    expect(statuses(checks)).toEqual(ALL_OK);
    expect(checks.map(({ name }) => name)).toEqual(ACCOUNT_CHECKS);
  });

  it("signs what it asks, and tells the domain API no token", async () => {
    const mock = await bankAccount();
    await examinedAccount(mock);
    const [domain, ...calls] = mock.calls;
    expect(domain?.headers.authorization).toBeUndefined();
    expect(new Set(calls.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${ACCOUNT.LIVEPERSON_TOKEN}`]),
    );
    expect(calls.find(({ path }) => path.endsWith("/le-users/skills"))?.query).toEqual({ v: "4.0" });
  });

  it("is not taken without a login, and asks nobody", async () => {
    const mock = await bankAccount();
    const checks = await examinedAccount(mock, "v1", { environment: { LIVEPERSON_TOKEN: " " } });
    expect(checks).toEqual([
      {
        name: "account",
        status: "skipped",
        finding: "not looked into: no LivePerson login, LIVEPERSON_TOKEN is not set",
      },
    ]);
    expect(mock.calls).toEqual([]);
  });

  it("names half a login, and how it is completed in the shell", async () => {
    const mock = await bankAccount();
    const [account, ...others] = await examinedAccount(mock, "v1", {
      environment: { LIVEPERSON_USER_ID: "" },
    });
    expect(account).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("must be set in the environment; there is no LIVEPERSON_USER_ID"),
      remedy: expect.stringContaining("read -rs LIVEPERSON_TOKEN && export LIVEPERSON_TOKEN"),
    });
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(["skipped"]));
    expect(mock.calls).toEqual([]);
  });

  it("names an account without LivePerson Functions", async () => {
    const checks = await examinedAccount(await bankAccount({ services: ["agentVep"] }));
    expect(found(checks, "account")).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("has no LivePerson Functions (no service faasUI)"),
      remedy: "Ask LivePerson to enable them.",
    });
  });

  it("names a token of yesterday, once for the function, and warns of what it could not see", async () => {
    const mock = await bankAccount();
    const checks = await examinedAccount(mock, "v1", { environment: { LIVEPERSON_TOKEN: "tok-yesterday" } });
    expect(statuses(checks)).toEqual({
      ...{
        account: "ok",
        ...OF_FUNCTION,
        "slash command": "warning",
        domains: "warning",
        month: "warning",
        skills: "warning",
      },
    });
    expect(found(checks, "function")?.remedy).toMatch(/^Is the bearer token still valid/);
  });
});

describe("the bot's function in the account", () => {
  it("may have another name", async () => {
    const mock = await bankAccount(changedLambda({ name: "ClincBotCards" }));
    expect(statuses(await examinedAccount(mock, "v1", { name: "ClincBotCards" }))).toEqual(ALL_OK);
    const missing = found(await examinedAccount(mock), "function");
    expect(missing).toMatchObject({ status: "failed", finding: "there is none named ClincBot" });
    expect(missing?.remedy).toContain("npm run import -- --generation v1 --function ClincBot --deploy");
  });

  it("is not guessed among several", async () => {
    const { lambdas = [] } = changedLambda({});
    const twice = [...lambdas, ...lambdas.map((one) => ({ ...one, uuid: "lambda-2" }))];
    const checks = await examinedAccount(await bankAccount({ lambdas: twice }));
    expect(found(checks, "function")?.finding).toBe("The account has several functions named ClincBot");
    expect(found(checks, "function")?.remedy).toContain("Rename or delete all but one");
  });

  it("is named when its code is the file of the other generation", async () => {
    const checks = await examinedAccount(await bankAccount(changedLambda({}, { code: builtFile("v2") })));
    expect(found(checks, "code")).toMatchObject({
      status: "failed",
      finding: "it is the file for Functions V2, not for V1",
    });
  });

  it("is named when it was changed after its deployment", async () => {
    const check = found(
      await examinedAccount(await bankAccount(changedLambda({ state: "Modified" }))),
      "deployment",
    );
    expect(check).toMatchObject({ status: "warning", remedy: expect.stringContaining("click Deploy") });
  });

  it("is deployed in V2 when the deployments say so", async () => {
    const checks = await examinedAccount(await bankAccount({ deployed: ["other"] }), "v2");
    expect(found(checks, "deployment")).toMatchObject({
      status: "failed",
      finding: "ClincBot is not deployed (Productive)",
    });
  });
});

describe("the variables of the function", () => {
  const withVariables = (variables: Record<string, unknown>) =>
    bankAccount(
      changedLambda(
        {},
        { environmentVariables: Object.entries(variables).map(([key, value]) => ({ key, value })) },
      ),
    );

  it("are held against the shell's by name, and no value is shown", async () => {
    const mock = await withVariables({ TRANSFER_SKILL: "human-agents", CLINC_DEVICE: "bank-kiosk" });
    const checks = await examinedAccount(mock, "v1", { environment: { WELCOME_MESSAGE: "Hello, bank." } });
    expect(found(checks, "variables")).toMatchObject({
      status: "warning",
      finding: "not as in this shell: CLINC_DEVICE, WELCOME_MESSAGE",
    });
    expect(JSON.stringify(checks)).not.toMatch(/bank-kiosk|Hello, bank/);
  });

  it("are alike where one says the default and the other says nothing", async () => {
    const mock = await withVariables({ TRANSFER_SKILL: "human-agents", CLINC_DEVICE: "liveperson" });
    const checks = await examinedAccount(mock, "v1", { environment: { CONTEXT_ACCOUNT: "90210001" } });
    expect(found(checks, "variables")).toMatchObject({ status: "ok", finding: "2 set, as they should be" });
  });

  it("are held against nothing in a shell that has none", async () => {
    const mock = await withVariables({ TRANSFER_SKILL: "human-agents", CLINC_DEVICE: "kiosk" });
    const checks = await examinedAccount(mock, "v1", { environment: { TRANSFER_SKILL: "" } });
    expect(found(checks, "variables")?.status).toBe("ok");
  });

  it.each<[what: string, variables: Record<string, unknown>, status: string, finding: string]>([
    ["a wrong value", { CLINC_TIMEOUT_MS: "soon" }, "failed", "CLINC_TIMEOUT_MS must be"],
    ["a misspelt name", { TRANSFER_SKIL: "x" }, "warning", "is TRANSFER_SKILL meant?"],
    ["a secret", { CLINC_APP_KEY: "key-in-the-open" }, "warning", "CLINC_APP_KEY is a variable there"],
  ])("with %s are named", async (_, variables, status, finding) => {
    const mock = await withVariables({ TRANSFER_SKILL: "human-agents", ...variables });
    const checks = await examinedAccount(mock);
    const named = checks.filter(({ name }) => name === "variables");
    expect(named).toContainEqual(
      expect.objectContaining({ status, finding: expect.stringContaining(finding) }),
    );
    expect(JSON.stringify(checks)).not.toContain("key-in-the-open");
  });
});

describe("V1's allowed domains", () => {
  const record = { host: "z2.context.liveperson.net", entry: "*.context.liveperson.net" };
  const clinc = { host: "api.clinc.example", entry: "api.clinc.example" };

  it.each([
    [["API.Clinc.Example", "*.context.liveperson.net"], "ok", "allowed: api.clinc.example, *.context"],
    [["*.clinc.example", "z2.context.liveperson.net"], "ok", "allowed:"],
    [["*.clinc.example"], "failed", "not allowed: *.context.liveperson.net"],
    [["clinc.example", "*.liveperson.example"], "failed", "not allowed: api.clinc.example, *.context"],
    [[], "failed", "not allowed: api.clinc.example, *.context"],
  ])("are matched as LivePerson writes them: %j", async (domains, status, finding) => {
    const checks = await examinedAccount(await bankAccount({ domains }), "v1", {
      domains: [clinc, record],
    });
    expect(found(checks, "domains")).toMatchObject({ status, finding: expect.stringContaining(finding) });
  });

  it("need nothing for a Clinc on this machine", async () => {
    const checks = await examinedAccount(await bankAccount({ domains: [] }), "v1", { domains: [] });
    expect(found(checks, "domains")?.status).toBe("ok");
  });
});

describe("the month's invocations", () => {
  const now = new Date("2026-11-11T00:00:00Z");

  it("are what was used, what is left, and what the pace will come to", async () => {
    const invocations = { successful: 39_000, unsuccessful: 1_000, limit: 150_000 };
    const mock = await bankAccount({ invocations });
    const checks = await examinedAccount(mock, "v1", { now });
    expect(found(checks, "month")).toEqual({
      name: "month",
      status: "ok",
      finding: "40,000 of 150,000 invocations used, 110,000 left; 120,000 by its end at this pace",
    });
    const counted = mock.calls.find(({ path }) => path.endsWith("invocationCounts"));
    expect(counted?.query).toMatchObject({
      startTimestamp: String(Date.UTC(2026, 10, 1)),
      endTimestamp: String(now.getTime()),
    });
  });

  it("are warned of when they will not do, or are used up", async () => {
    for (const successful of [60_000, 200_000]) {
      const invocations = { successful, unsuccessful: 0, limit: 150_000 };
      const checks = await examinedAccount(await bankAccount({ invocations }), "v1", { now });
      expect(found(checks, "month")?.status).toBe("warning");
    }
  });

  it("have no pace within the first hours", async () => {
    const invocations = { successful: 100, unsuccessful: 0, limit: 150_000 };
    const early = { now: new Date("2026-11-01T00:05:00Z") };
    const checks = await examinedAccount(await bankAccount({ invocations }), "v1", early);
    expect(found(checks, "month")?.finding).toContain("3,000 by its end");
  });
});

describe("the skills of a hand-over", () => {
  const skills = [
    { id: 11, name: "Human Agents", deleted: false },
    { id: 12, name: "human-fraud", deleted: false },
    { id: 13, name: "human-loans", deleted: true },
  ];
  const withSkills = (variables: Record<string, string>) =>
    bankAccount({
      skills,
      ...changedLambda(
        {},
        { environmentVariables: Object.entries(variables).map(([key, value]) => ({ key, value })) },
      ),
    });

  it.each<[what: string, variables: Record<string, string>, finding: string, remedy: string]>([
    [
      "spelt otherwise",
      { TRANSFER_SKILL: "human-agents" },
      "no skill of the name in TRANSFER_SKILL",
      'Set TRANSFER_SKILL to "Human Agents", letter by letter.',
    ],
    ["named by its id", { TRANSFER_SKILL: "12" }, "which is a skill's id", 'to "human-fraud"'],
    [
      "that was deleted",
      { TRANSFER_SKILL: "human-loans" },
      "the skill in TRANSFER_SKILL was deleted",
      "create",
    ],
    [
      "of one intent",
      { TRANSFER_SKILL: "Human Agents", TRANSFER_SKILLS: "mortgage=human-mortgage" },
      "no skill of the name in TRANSFER_SKILLS",
      "create the skill, or set TRANSFER_SKILLS",
    ],
    [
      "of another language",
      {
        CLINC_LANGUAGE: "en,es",
        TRANSFER_SKILL: "Human Agents",
        TRANSFER_SKILL_ES: "agentes",
      },
      "no skill of the name in TRANSFER_SKILL_ES",
      "create the skill",
    ],
  ])("are named: one %s", async (_, variables, finding, remedy) => {
    const checks = await examinedAccount(await withSkills(variables), "v1", {
      environment: { TRANSFER_SKILL: "" },
    });
    const named = checks.filter(({ name }) => name === "skills");
    expect(named).toHaveLength(1);
    expect(named[0]).toMatchObject({
      status: "failed",
      finding: expect.stringContaining(finding),
      remedy: expect.stringContaining(remedy),
    });
  });

  it("are not asked for where none is named", async () => {
    const mock = await withSkills({});
    const checks = await examinedAccount(mock, "v1", { environment: { TRANSFER_SKILL: "" } });
    expect(found(checks, "skills")).toMatchObject({ status: "skipped", finding: "needs TRANSFER_SKILL" });
    expect(mock.calls.filter(({ path }) => path.includes("le-users"))).toEqual([]);
  });
});

const PAGE = "<!doctype html><title>Sign in</title>";
const ODD: Record<string, [answer: OtherAnswer, finding: RegExp]> = {
  "401": [{ status: 401, body: {} }, /was answered with 401/],
  "403": [{ status: 403, body: { code: "x", message: "no right" } }, /was answered with 403 x no right/],
  "404": [{ status: 404, body: {} }, /was answered with 404/],
  "a page of sign-in": [{ status: 200, text: PAGE }, /with 200, but with a text that is no JSON/],
  "half of its fields": [{ status: 200, body: [{ id: 1 }] }, /other JSON than LivePerson's/],
  nothing: [{ status: 200, text: "" }, /with 200, but with nothing/],
  "a broken connection": [{ fault: "hang-up" }, /could not be reached/],
};

describe.each(Object.entries(ODD))("an account that answers with %s", (_, [answer, finding]) => {
  it("is named at what it was asked, and the rest is looked at all the same", async () => {
    const places: Array<[check: string, path: RegExp, others: Record<string, string>]> = [
      ["function", /lambdas$/, { ...OF_FUNCTION, "slash command": "warning" }],
      ["domains", /proxy-settings/, {}],
      ["month", /limitCounts/, {}],
      ["month", /invocationCounts/, {}],
      ["skills", /le-users\/skills/, {}],
    ];
    for (const [check, path, others] of places) {
      const mock = await bankAccount({ instead: [{ method: "GET", path, ...answer }] });
      const checks = await examinedAccount(mock);
      const status = check === "function" ? "failed" : "warning";
      expect(statuses(checks)).toEqual({ ...ALL_OK, [check]: status, ...others });
      expect(found(checks, check)?.finding).toMatch(finding);
      expect(found(checks, check)?.remedy).toMatch(/^[A-Z].*[.?]$/);
    }
  });
});

describe("the slash command in the account", () => {
  const withCommand = (generation: "v1" | "v2", change: (code: string) => string, state = "Productive") => {
    const {
      lambdas = [],
      functions = [],
      deployed = [],
    } = wellAccount("ClincBot", {
      TRANSFER_SKILL: "human-agents",
    });
    const [bot, command] = generation === "v1" ? lambdas : functions;
    const part = generation === "v1" ? "implementation" : "manifest";
    const before = command?.[part] as { code: string };
    const after = { ...command, state, [part]: { ...before, code: change(before.code) } };
    return { [generation === "v1" ? "lambdas" : "functions"]: [bot, after], deployed };
  };

  it.each(["v1", "v2"] as const)("is looked at in %s: code and deployment", async (generation) => {
    const cut = await bankAccount(withCommand(generation, (code) => code.slice(0, 30_000)));
    expect(found(await examinedAccount(cut, generation), "slash command")).toMatchObject({
      status: "failed",
      finding: expect.stringMatching(/does not parse.*30,000 of [\d,]+ characters/),
      remedy: expect.stringContaining(`--generation ${generation} --function ClincAgent --deploy`),
    });
    const draft = { ...withCommand(generation, (code) => code, "Draft"), deployed: ["function-1"] };
    expect(found(await examinedAccount(await bankAccount(draft), generation), "slash command")).toMatchObject(
      {
        status: "failed",
        finding: expect.stringContaining("ClincAgent is not deployed"),
        remedy: "In LivePerson Functions: open ClincAgent, and click Deploy.",
      },
    );
  });

  it("may be missing: the bot does not need it", async () => {
    const checks = await examinedAccount(await bankAccount(changedLambda({})));
    expect(found(checks, "slash command")).toMatchObject({
      status: "ok",
      finding: expect.stringContaining("there is no ClincAgent"),
    });
  });
});

describe("an account that does not answer", () => {
  it("is not waited for beyond the limit", async () => {
    const mock = await bankAccount({
      instead: [{ method: "GET", path: /proxy-settings/, fault: "silence" }],
    });
    const checks = await examinedAccount(mock, "v1", { limits: { milliseconds: 200, bytes: 1_000_000 } });
    expect(found(checks, "domains")?.finding).toContain("did not end its answer within 0.2 seconds");
    expect(found(checks, "skills")?.status).toBe("ok");
  });
});

describe("what LivePerson may add", () => {
  it("does not disturb: unknown fields, everywhere", async () => {
    const more = { unknown: { deeply: [1] } };
    const mock = await bankAccount({
      ...changedLambda({ ...more, lastDeployment: more }),
      skills: [{ id: 1, name: "human-agents", deleted: false, ...more }],
    });
    expect(statuses(await examinedAccount(mock))).toEqual(ALL_OK);
  });
});

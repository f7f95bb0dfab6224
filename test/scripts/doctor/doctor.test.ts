import { describe, expect, it } from "vitest";
import { MOCK_AI_VERSION, MOCK_APP_KEY } from "../../../scripts/stand-ins/clinc/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import { ACCOUNT } from "../../../scripts/stand-ins/functions-api/server.ts";
import { clincBody } from "../../fixtures/clinc-replies.ts";
import { SELF_SIGNED } from "../../fixtures/self-signed.ts";
import { callScript } from "../../support/called-script.ts";
import { ownClinc } from "../../support/clinc.ts";
import { serveSelfSigned } from "../../support/loopback-server.ts";
import { documentOf } from "../../support/markdown.ts";
import { runScript, startScript } from "../../support/run-script.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

function doctor(args: string[] = [], environment: Record<string, string> = {}) {
  return callScript("doctor/doctor.ts", args, environment);
}

/** What the example in the doctor's README checks. */
function namesInReadme(): string[] {
  const readme = documentOf("scripts/doctor/README.md");
  return [...readme.matchAll(/^[✓!✗-] (?:ok|warning|failed|skipped) +(\S+(?: \S+)*) {2,}/gm)].map(
    ([, name = ""]) => name,
  );
}

describe("the doctor's report", () => {
  it("is all green with the mock, and ends with 0", async () => {
    const run = await doctor(["--mock"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines.slice(0, 28).filter((line) => !line.startsWith("✓ ok "))).toEqual([]);
    expect(lines.at(-1)).toBe("29 checks: 29 ok, 0 warning, 0 failed, 0 skipped");
    expect(run.stdout).not.toContain("\u001b[");
    expect(run.stdout).not.toContain(MOCK_APP_KEY);
    expect(run.stdout).not.toContain(MOCK_CONTEXT_KEY);
    expect(run.stdout).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
  });

  it("aligns names and findings, and puts the remedy below its finding", async () => {
    const { stdout } = await doctor(["--host", "nowhere.invalid"], { CLINC_APP_KEY: "key-of-the-bank" });
    const lines = stdout.split("\n");
    expect(lines[0]).toBe("✓ ok       host            nowhere.invalid");
    expect(lines[1]).toMatch(/^✗ failed {3}DNS {13}nowhere\.invalid was not found/);
    expect(lines[2]).toMatch(/^ {27}The configured host is not known to DNS/);
    expect(lines.find((line) => line.includes("connection"))).toBe("- skipped  connection      needs DNS");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
    expect(lines.every((line) => line === line.trimEnd())).toBe(true);
  });

  it("ends with the domain to allow", async () => {
    const { stdout } = await doctor(["--host", "https://nowhere.invalid:8443/clinc"]);
    expect(stdout).toMatch(/^Domain to allow \(V1 only, .*\): nowhere\.invalid$/m);
  });

  it("stays 0 with warnings", async () => {
    const mock = await ownClinc();
    const run = await doctor([], { CLINC_HOST: mock.host, CLINC_APP_KEY: MOCK_APP_KEY });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toMatch(/^! warning {2}transfer skill {2}TRANSFER_SKILL is not set/m);
    expect(run.stdout).toContain("16 checks: 14 ok, 1 warning, 0 failed, 1 skipped");
  });

  it("warns of a certificate that only this machine trusts", async () => {
    const host = await serveSelfSigned((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(clincBody()));
    });
    const run = await runScript("doctor/doctor.ts", [], {
      CLINC_HOST: host,
      CLINC_APP_KEY: MOCK_APP_KEY,
      NODE_EXTRA_CA_CERTS: temporaryFile("authority.pem", SELF_SIGNED.cert),
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toMatch(
      /^! warning {2}TLS {13}the certificate is trusted on this machine only: \w+$/m,
    );
    expect(run.stdout).toMatch(/^✓ ok {7}second turn/m);
  });
});

describe("the doctor's values", () => {
  it("come from the environment, and from flags before it; what Clinc is asked, too", async () => {
    const mock = await ownClinc({ appKey: "key-of-the-bank" });
    const run = await doctor(
      ["--host", mock.host, "--ai-version", MOCK_AI_VERSION, "--query", "What is my balance?"],
      {
        CLINC_HOST: "nowhere.invalid",
        CLINC_APP_KEY: "key-of-the-bank",
        CLINC_AI_VERSION: "00000000-0000-4000-8000-000000000999",
        TRANSFER_SKILL: "human-agents",
      },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const queries = mock.seen.map(({ body }) => JSON.parse(body));
    expect(queries.map(({ query }) => query)).toEqual(["What is my balance?", "What is my balance?"]);
    expect(queries.map(({ ai_version }) => ai_version)).toEqual([MOCK_AI_VERSION, MOCK_AI_VERSION]);
  });

  it("are named one by one when they are missing", async () => {
    const run = await doctor();
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(run.stdout).toMatch(/^✗ failed {3}host .*CLINC_HOST/m);
    expect(run.stdout).toMatch(/^✗ failed {3}App-Key .*CLINC_APP_KEY/m);
    expect(run.stdout).toContain("In this shell: export CLINC_HOST=api.clinc.example. For the function: ");
    expect(run.stdout).toContain("In this shell: read -rs CLINC_APP_KEY && export CLINC_APP_KEY. ");
  });
});

describe("the doctor's reader", () => {
  it("may stop reading, as head does, and sees no stack", async () => {
    const child = await startScript("doctor/doctor.ts", ["--mock"]);
    child.stdout.once("data", () => child.stdout.destroy());
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    await new Promise((resolve) => child.once("close", resolve));
    expect(errors).toBe("");
  });
});

describe("the doctor's JSON", () => {
  it("is one document with checks, domains and invocations, and nothing else on stdout", async () => {
    const run = await doctor(["--json", "--mock", "--conversations", "10000", "--messages", "8"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const { checks, domain, recordDomain, invocations, ...rest } = JSON.parse(run.stdout);
    expect(rest).toEqual({});
    expect([domain, recordDomain]).toEqual([null, null]);
    expect(invocations).toEqual({
      conversations: 10_000,
      messages: 8,
      aMonth: 90_000,
      freeAMonth: 150_000,
      share: 0.6,
    });
    expect(checks.map(({ name }: { name: string }) => name)).toEqual(namesInReadme());
    for (const check of checks)
      expect(check).toEqual({ name: expect.any(String), status: "ok", finding: expect.any(String) });
  });

  it("holds remedies, ends with 1 for a failure, and never holds the key", async () => {
    const mock = await ownClinc({ appKey: "key-of-the-bank" });
    const run = await doctor(["--json", "--host", mock.host], { CLINC_APP_KEY: "key-of-yesterday" });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(run.stdout).not.toContain("key-of-yesterday");
    const { checks, ...rest } = JSON.parse(run.stdout);
    expect(rest).toEqual({ domain: null, recordDomain: null });
    expect(checks.find(({ name }: { name: string }) => name === "App-Key")).toEqual({
      name: "App-Key",
      status: "failed",
      finding: expect.stringContaining("(key_refused)"),
      remedy: expect.stringContaining("Secret Storage"),
    });
  });
});

describe("a wrong call of the doctor", () => {
  it.each([
    ["half a plan", ["--conversations", "10"], "--conversations and --messages belong together"],
    ["a plan in words", ["--conversations", "ten", "--messages", "8"], "whole numbers from 1"],
    ["a mock and a host", ["--mock", "--host", "api.clinc.example"], "leave out --host and --ai-version"],
    ["a wait for nothing", ["--wait"], "--wait needs a record to wait for"],
    ["nothing to ask", ["--query", " "], "--query needs words"],
    ["a generation that there is not", ["--generation", "v3"], "--generation must be v1 or v2"],
    ["a file for the desk", ["--desk", "--file", "x.js"], "--desk goes with --query and --json alone"],
  ])("is %s", async (_, args, message) => {
    const run = await doctor(args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it.each([
    ["as a word of its own", ["key-in-the-open"]],
    ["as an option", ["--app-key=key-in-the-open"]],
    ["behind an option", ["--app-key", "key-in-the-open"]],
  ])("is the key %s, which is not repeated", async (_, args) => {
    const run = await doctor(args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).not.toContain("key-in-the-open");
  });
});

describe("the doctor's help", () => {
  it("names its options, what it sends, and why the key is no option", async () => {
    const { stdout } = await doctor(["--help"]);
    for (const name of [
      "--host",
      "--ai-version",
      "--query",
      "--conversations",
      "--messages",
      "--json",
      "--mock",
      "--wait",
      "--file",
      "--generation",
      "--name",
      "LIVEPERSON_TOKEN",
      "CLINC_CONTEXT_KEY",
      "CONTEXT_ACCOUNT",
    ])
      expect(stdout).toContain(name);
    expect(stdout).toContain("sends Clinc two queries");
    expect(stdout).toMatch(/keys and the token come from the environment only: .*history/);
  });
});

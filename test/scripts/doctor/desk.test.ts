import { describe, expect, it } from "vitest";
import type { Check } from "../../../scripts/doctor/check.ts";
import { examineDesk } from "../../../scripts/doctor/desk.ts";
import { callScript } from "../../support/called-script.ts";
import { closedPort, serve } from "../../support/loopback-server.ts";
import { sharedDesk } from "../../support/shared-desk.ts";
import { deskOfBank, deskOfLivePerson } from "../../support/signed-in.ts";

async function examined(environment: Record<string, string>) {
  const checks: Check[] = [];
  for await (const check of examineDesk(environment, "What is my balance in checking?")) checks.push(check);
  const called = (name: string) => checks.find((check) => check.name === name);
  return { checks, called };
}

/** A page at the desk's address, as something in between has changed it. */
async function changedBy(headers: Record<string, string>, version = "0.0.1") {
  return serve((request, response) => {
    response.writeHead(200, { "content-type": "text/html", ...headers });
    response.end(request.url === "/healthz" ? JSON.stringify({ status: "ok", version }) : "a page");
  });
}

describe("the doctor of the desk", () => {
  const shared = sharedDesk(() => deskOfBank());

  it("finds a desk of LivePerson's agents well", async () => {
    const { environment } = await deskOfLivePerson();
    const { checks } = await examined(environment);
    expect(checks.filter(({ status }) => status !== "ok")).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      ...["settings", "assignment", "sign-in", "client", "keys", "address", "framing", "widget"],
      ...["briefing", "suggestion"],
    ]);
  });

  it("finds a desk of the bank's provider well, and says what it means to check no assignment", async () => {
    const { environment } = await shared();
    const { checks, called } = await examined(environment);
    expect(checks.filter(({ status }) => status !== "ok")).toEqual([called("assignment")]);
    expect(called("assignment")?.finding).toContain("every agent who is signed in");
  });

  it("names wrong settings, and leaves the rest", async () => {
    const { checks, called } = await examined({ DESK_SIGN_IN: "none" });
    expect(called("settings")).toMatchObject({ status: "failed" });
    expect(checks.filter(({ name }) => name !== "settings").every(({ status }) => status === "skipped")).toBe(
      true,
    );
  });

  it("names a wrong client secret, a provider that is down, and another issuer", async () => {
    const { environment, provider } = await shared();
    const wrong = await examined({ ...environment, DESK_CLIENT_SECRET: "another" });
    expect(wrong.called("client")).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("client_refused"),
    });
    expect(JSON.stringify(wrong.checks)).not.toContain("another");
    const other = await examined({
      ...environment,
      DESK_ISSUER: provider.address.replace("127.0.0.1", "localhost"),
    });
    expect(other.called("sign-in")).toMatchObject({
      status: "failed",
      remedy: expect.stringContaining("DESK_ISSUER"),
    });
    provider.state.isDown = true;
    const down = await examined(environment);
    expect(down.called("sign-in")).toMatchObject({ status: "failed" });
    expect(down.called("keys")).toMatchObject({ status: "skipped" });
  });

  it.each<[what: string, headers: Record<string, string>, finding: RegExp]>([
    ["forbids frames", { "x-frame-options": "SAMEORIGIN" }, /X-Frame-Options/],
    ["takes the policy away", {}, /any page may frame/],
    ["adds one of its own", { "content-security-policy": "frame-ancestors 'self'" }, /refused to https:/],
  ])("names a proxy that %s", async (_, headers, finding) => {
    const { environment } = await shared();
    const { called } = await examined({ ...environment, DESK_PUBLIC_URL: await changedBy(headers) });
    expect(called("framing")).toMatchObject({ status: "failed", finding: expect.stringMatching(finding) });
    expect(called("address")).toMatchObject({ status: "warning", finding: expect.stringContaining("0.0.1") });
  });

  it("names an address at which nobody answers, or something else", async () => {
    const { environment } = await shared();
    const nobody = await examined({
      ...environment,
      DESK_PUBLIC_URL: `http://127.0.0.1:${await closedPort()}`,
    });
    expect(nobody.called("address")).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("ECONNREFUSED"),
    });
    expect(nobody.called("widget")).toMatchObject({ status: "skipped" });
    const shop = await serve((_, response) => void response.end("a shop"));
    const other = await examined({ ...environment, DESK_PUBLIC_URL: shop });
    expect(other.called("address")).toMatchObject({ status: "failed" });
  });

  it("names a store and a Clinc that cannot be asked, in terms of the desk", async () => {
    const { environment, store, clinc } = await shared();
    store.fault = () => "wrong_key";
    clinc.fault = () => "wrong_key";
    const { called } = await examined(environment);
    expect(called("briefing")).toMatchObject({
      status: "failed",
      remedy: expect.stringContaining("CLINC_CONTEXT_KEY"),
    });
    expect(called("suggestion")).toMatchObject({
      status: "failed",
      remedy: expect.stringContaining("CLINC_APP_KEY"),
    });
  });

  it("names the bot's own AI version among the suggestions, and takes none for a decision", async () => {
    const { environment } = await shared();
    const same = await examined({
      ...environment,
      CLINC_ASSIST_AI_VERSION: environment.CLINC_AI_VERSION ?? "",
    });
    expect(same.called("suggestion")).toMatchObject({
      status: "failed",
      finding: expect.stringContaining("assist_version_is_the_bots"),
      remedy: expect.stringContaining("CLINC_ASSIST_AI_VERSION"),
    });
    const none = await examined({ ...environment, CLINC_ASSIST_AI_VERSION: "" });
    expect(none.called("suggestion")).toMatchObject({
      status: "ok",
      finding: expect.stringContaining("off"),
    });
  });
});

describe("npm run doctor -- --desk", () => {
  it("prints the checks and their sum, and ends with 1 when one has failed", async () => {
    const { environment } = await deskOfBank();
    const run = await callScript("doctor/doctor.ts", ["--desk"], environment);
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("10 checks: 9 ok, 1 warning, 0 failed, 0 skipped");
    for (const name of ["CLINC_APP_KEY", "CLINC_CONTEXT_KEY", "DESK_SESSION_KEY", "DESK_CLIENT_SECRET"])
      expect(run.stdout).not.toContain(environment[name]);
    const failing = await callScript("doctor/doctor.ts", ["--desk", "--json"], {
      ...environment,
      DESK_SIGN_IN: "",
    });
    expect(failing.status).toBe(1);
    expect(JSON.parse(failing.stdout).checks[0]).toMatchObject({ name: "settings", status: "failed" });
  });

  it("does not go with what is for the function", async () => {
    const run = await callScript("doctor/doctor.ts", ["--desk", "--mock"]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("--desk")]);
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { callScript } from "../../support/called-script.ts";
import { serve } from "../../support/loopback-server.ts";
import { startScript } from "../../support/run-script.ts";

/** Starts the playground as a user does; `said` is what it has printed so far. */
async function started(args: string[], environment: Record<string, string> = {}) {
  const child = await startScript("playground/playground.ts", args, environment);
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const collect = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  await expect.poll(() => said, { timeout: 20_000 }).toContain("Ctrl-C");
  return { said, child, ended };
}

/** The same, and its desk; `deskEnds` waits until nobody answers there any more. */
async function startedWithDesk() {
  const playground = await started(["--port", "0"]);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(playground.said)?.[0] ?? "";
  const desk = (await (await fetch(`${address}api/widget`)).json()) as { address: string };
  const health = () => fetch(`${desk.address}healthz`);
  expect((await health()).status).toBe(200);
  const deskEnds = () =>
    expect.poll(() => health().then(String, String), { timeout: 5_000 }).toContain("fetch failed");
  return { ...playground, address, deskEnds };
}

describe("npm run playground", () => {
  it("prints its address, serves it, and ends with Ctrl-C, its desk with it", async () => {
    const { address, child, ended, deskEnds } = await startedWithDesk();
    expect(await (await fetch(address)).text()).toContain("<h1>Playground</h1>");
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    await deskEnds();
  });

  it("ends its desk with itself, also when it is killed", async () => {
    const { child, ended, deskEnds } = await startedWithDesk();
    child.kill("SIGKILL");
    await ended;
    await deskEnds();
  });

  it("ends at once although Clinc is silent", async () => {
    let isAsked = false;
    const silent = await serve(() => {
      isAsked = true;
    });
    const { said, child, ended } = await started(["--live", "--port", "0"], {
      CLINC_HOST: silent,
      CLINC_APP_KEY: "key-of-the-bank",
    });
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? "";
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ kind: "words", text: "hello" });
    fetch(`${address}api/act`, { method: "POST", headers, body }).catch(() => undefined);
    await expect.poll(() => isAsked, { timeout: 20_000 }).toBe(true);
    const startedAt = Date.now();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
  });

  it("shows the settings of the shell, and asks the Clinc of the environment", async () => {
    const { said } = await started(["--live", "--port", "0"], {
      CLINC_HOST: "http://127.0.0.1:9",
      CLINC_APP_KEY: "key-of-the-bank",
      TRANSFER_SKILL: "night-shift",
    });
    expect(said).not.toContain("key-of-the-bank");
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? "";
    const view = await (await fetch(`${address}api/conversation`)).json();
    expect(view).toMatchObject({ setup: { environment: { TRANSFER_SKILL: "night-shift" } } });
    expect(await (await fetch(`${address}api/options`)).json()).toMatchObject({ isLive: true, faults: [] });
  });

  it("says which port is taken", async () => {
    const { port } = new URL(await serve(() => undefined));
    const run = await callScript("playground/playground.ts", ["--port", port]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(`Port ${port} is taken; choose another with --port`);
  });

  it.each([
    ["a port that is none", ["--port", "80x"], "--port is a number"],
    ["an unknown option", ["--open"], "--open is no option of this command"],
    ["--live without secrets", ["--live"], "--live needs CLINC_HOST and CLINC_APP_KEY"],
  ])("is a wrong call with %s", async (_, args, message) => {
    const run = await callScript("playground/playground.ts", args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("explains itself on --help", async () => {
    const run = await callScript("playground/playground.ts", ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const word of ["--port", "--live", "CLINC_HOST", "Ctrl-C"]) expect(run.stdout).toContain(word);
  });
});

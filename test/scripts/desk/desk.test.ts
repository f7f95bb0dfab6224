import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { listenOnLoopback } from "../../../scripts/kit/loopback.ts";
import { briefingAnswer, suggestionAnswer } from "../../../src/agent/api.ts";
import { callScript } from "../../support/called-script.ts";
import { runScript, startScript } from "../../support/run-script.ts";

const DESK = "desk/desk.ts";

/** Starts it as a user does; `said` is what it has printed so far. */
async function started(...args: string[]) {
  const child = await startScript(DESK, args);
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  await expect.poll(() => said, { timeout: 30_000 }).toContain("Ctrl-C");
  return { said: () => said, child, ended };
}

/** What a printed line would send. */
function callOf(line: string) {
  const [, url = ""] = /curl -s (\S+)/.exec(line) ?? [];
  const [, body = ""] = /-d '([^']*)'/.exec(line) ?? [];
  const headers = [...line.matchAll(/-H ['"]([\w-]+): ([^'"]*)['"]/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  return { url, body, headers: headers as Array<[string, string]> };
}

describe("npm run desk -- --mock", () => {
  it("without a sign-in prints calls that brief and suggest, writes its audit, and ends with Ctrl-C", async () => {
    const { said, child, ended } = await started("--mock", "--sign-in", "none", "--port", "0");
    const [session = "", briefing = "", suggestion = ""] = said().match(/^.*curl -s .*$/gm) ?? [];
    let token = "";
    const send = async (line: string) => {
      const { url, body, headers } = callOf(line.replace("$TOKEN", token));
      return (await fetch(url, { method: "POST", headers, body })).json();
    };
    token = ((await send(session)) as { token: string }).token;
    expect(briefingAnswer.parse(await send(briefing))).toMatchObject({
      status: "ok",
      turns: [{}, {}, { intent: "card_lost", outcome: "transfer", details: { "card number": "••••1111" } }],
    });
    expect(suggestionAnswer.parse(await send(suggestion))).toMatchObject({
      status: "ok",
      text: expect.stringContaining("five working days"),
    });
    await expect.poll(said).toMatch(/"op":"suggestion","status":"ok","intent":"card_replacement"/);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("leaves no desk behind when it is killed", async () => {
    const { said, child, ended } = await started("--mock", "--port", "0");
    const [, address = ""] = /listens at (\S+) for/.exec(said()) ?? [];
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill("SIGKILL");
    await ended;
    const isGone = () =>
      fetch(`${address}/healthz`).then(
        () => false,
        () => true,
      );
    await expect.poll(isGone, { timeout: 10_000 }).toBe(true);
  });

  it("says which port is taken, and takes another only where none was asked for", async () => {
    const { address, close } = await listenOnLoopback(createServer());
    onTestFinished(close);
    const run = await callScript(DESK, ["--mock", "--port", new URL(address).port]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^Port \d+ is taken; choose another with --port$/m);
  });
});

describe("npm run desk", () => {
  it("ends with 2 where the settings of the shell are wrong, and names them", async () => {
    const run = await runScript(DESK, [], { DESK_SIGN_IN: "none", CLINC_HOST: "http://api.clinc.example" });
    expect(run.status).toBe(2);
    for (const name of ["DESK_PUBLIC_URL", "DESK_SESSION_KEY", "CLINC_APP_KEY"])
      expect(run.stderr).toContain(`[desk] ${name} `);
  });

  it.each([
    ["--port", "many", "8123"],
    ["--sign-in", "saml", "none"],
  ])("wants a value that counts for %s, and --mock with it", async (option, wrong, right) => {
    const runs = [
      ["--mock", option, wrong],
      [option, right],
    ].map((args) => callScript(DESK, args));
    for (const run of await Promise.all(runs))
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(option)]);
  });
});

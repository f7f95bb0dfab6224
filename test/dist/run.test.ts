import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "../../scripts/build/built-file.ts";
import { MOCK_APP_KEY, type MockClinc, startMockClinc } from "../../scripts/stand-ins/clinc/server.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { loadFunction } from "../../scripts/stand-ins/functions/load-function.ts";
import type { Secrets } from "../../scripts/stand-ins/functions/secrets.ts";
import { toolbeltV1 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";
import { turnLine } from "../support/turn-line.ts";

let clinc: MockClinc;
beforeAll(async () => {
  clinc = await startMockClinc();
});
afterAll(() => clinc.close());

describe.each(PLATFORM_NAMES)("the built file on %s", (platform) => {
  const load = (environment: Record<string, string> = {}, secrets: Secrets = {}) =>
    loadBuiltOn(platform, {
      host: clinc.host,
      environment,
      secrets: { clinc_host: clinc.host, clinc_app_key: MOCK_APP_KEY, ...secrets },
    });

  it("answers a consumer with what Clinc says", async () => {
    const { invoke } = await load();
    const { result, logs } = await invoke(events.messagingText("What is my balance in checking?"));
    expect(deliver(result, false)).toMatchObject({
      consumer: ["Your Everyday Checking balance is $1,250.40."],
      classification: "get balance (get_balance) 0.97",
      problems: [],
    });
    expect(logs.map(({ level }) => level)).toEqual(["info"]);
  });

  it("keeps two conversations apart and each dialog together", async () => {
    const { invoke } = await load();
    const say = async (message: string, convId: string, sequence: number) =>
      deliver((await invoke(events.messagingText(message, { convId, sequence }))).result, false).consumer[0];
    expect(await say("send money", "one", 1)).toBe("How much do you want to send?");
    expect(await say("send money", "two", 1)).toBe("How much do you want to send?");
    expect(await say("50", "one", 2)).toBe("To which account?");
    expect(await say("99 to savings", "two", 2)).toContain("Send $99.00 to Rainy Day Savings, right?");
  });

  it("shows the App-Key to Clinc, in the header, and to nobody else", async () => {
    const before = clinc.seen.length;
    const { invoke } = await load({ TRANSFER_SKILL: "s" });
    const { result, logs } = await invoke(events.messagingText("human please"));
    const [request] = clinc.seen.slice(before);
    expect(request?.headers.authorization).toBe(`App-Key ${MOCK_APP_KEY}`);
    const { authorization, ...otherHeaders } = request?.headers ?? {};
    expect(JSON.stringify([result, logs, request?.body, request?.path, otherHeaders])).not.toContain(
      MOCK_APP_KEY,
    );
  });

  it("reads its settings from the environment and names a wrong one once", async () => {
    const { invoke } = await load({ WELCOME_MESSAGE: "Welcome!", CLINC_TIMEOUT_MS: "soon" });
    const first = await invoke(events.chatWelcome());
    expect(deliver(first.result, true).consumer).toEqual(["Welcome!"]);
    expect(first.logs[0]?.text).toContain("CLINC_TIMEOUT_MS must be a whole number from 1000 to 11000");
    const second = await invoke(events.messagingText("bye"));
    expect(second.logs).toHaveLength(1);
  });

  it("hands over at once with a wrong key, a wrong host and a missing secret", async () => {
    for (const secrets of [
      { clinc_app_key: "wrong" },
      { clinc_host: `${clinc.host}/nowhere` },
      { clinc_host: "" },
    ]) {
      const { invoke } = await load({ TRANSFER_SKILL: "human-agents" }, secrets);
      const { result } = await invoke(events.messagingText("hi"));
      expect(deliver(result, false)).toMatchObject({
        action: 'TRANSFER {"skill":"human-agents"}',
        problems: [],
      });
    }
  });

  it("stands aside without asking Clinc while it is switched off, and tells the agent and the operator", async () => {
    const before = clinc.seen.length;
    const { invoke } = await load({ TRANSFER_SKILL: "human-agents" }, { clinc_off: "transfer" });
    const { result, logs } = await invoke(events.messagingText("hi"));
    expect(deliver(result, false)).toMatchObject({
      consumer: ["I am connecting you with a colleague who can help."],
      agent: ["Handed over by the bot: the bot is switched off."],
      action: 'TRANSFER {"skill":"human-agents"}',
      classification: "switched off (switched_off) 0.00",
      problems: [],
    });
    expect(turnLine(logs)).not.toHaveProperty("fault");
    expect(logs[0]?.text).toContain('remove the secret "clinc_off"');
    const probe = deliver((await invoke(events.probe())).result, false);
    expect(probe).toMatchObject({ consumer: [expect.stringMatching(/ is connected\.$/)], problems: [] });
    const apologising = await load({ FAILURE_LIMIT: "1" }, { clinc_off: "apology" });
    for (const sequence of [1, 2]) {
      const reply = await apologising.invoke(events.messagingText("hi", { sequence }));
      expect(deliver(reply.result, false)).toMatchObject({
        consumer: ["Sorry, I am having technical difficulties. Please try again in a moment."],
        action: "",
        problems: [],
      });
    }
    expect(clinc.seen.length).toBe(before);
  });

  it("apologises when Clinc is dead", async () => {
    const dead = await startMockClinc();
    await dead.close();
    const { invoke } = await load({}, { clinc_host: dead.host });
    const { result, logs } = await invoke(events.messagingText("hi"));
    expect(deliver(result, false)).toMatchObject({
      consumer: [expect.stringContaining("technical difficulties")],
      problems: [],
    });
    expect(logs.map(({ text }) => text).join()).toContain("clinc_unreachable");
  });

  it("fails with an Error for a transfer without skill, and for a test without key", async () => {
    const { error } = await (await load()).invoke(events.messagingText("human please"));
    expect(error).toBeInstanceOf(Error);
    expect(error?.message).toContain("TRANSFER_SKILL");
    const probe = await (await load({}, { clinc_app_key: " " })).invoke(events.probe());
    expect(probe.error).toBeInstanceOf(Error);
    expect(probe.error?.message).toContain("clinc_app_key");
  });

  it("answers a connection test without asking Clinc", async () => {
    const before = clinc.seen.length;
    const { result } = await (await load()).invoke(events.probe());
    expect(deliver(result, false).problems).toEqual([]);
    expect(clinc.seen.length).toBe(before);
  });

  it("answers whatever arrives as input", async () => {
    const { invoke } = await load();
    for (const input of [
      null,
      7,
      "x",
      [],
      {},
      { payload: 1 },
      { payload: { convId: ["x"], message: {}, context: [] } },
    ]) {
      expect(deliver((await invoke(input)).result, false).problems).toEqual([]);
    }
  });

  it("keeps from the consumer what is for agents, and takes no action from typed JSON", async () => {
    const typed = '{"action":"INVOCATION","actionParameters":{"lambdaUuid":"1"},"text":"seen"}';
    const { host, asked } = await clincAnswering(
      withLivePerson({ card: { title: "Fraud score 97" }, messageAudience: "AGENTS_AND_MANAGERS" }, "Hello."),
      withLivePerson(typed, "Hello."),
    );
    const { invoke } = await load({}, { clinc_host: host });
    const forAgents = deliver((await invoke(events.messagingText("one", { sequence: 1 }))).result, false);
    expect(forAgents).toMatchObject({ consumer: ["Hello."], agent: ["Fraud score 97"] });
    const fromText = deliver((await invoke(events.messagingText("two", { sequence: 2 }))).result, false);
    expect(fromText).toMatchObject({ consumer: ["Hello.", "seen"], action: "" });
    expect(asked).toHaveLength(2);
  });
});

describe("a domain that is not allowed on V1", () => {
  it("is named, and hands over at once", async () => {
    const secrets = { clinc_host: "api.clinc.example", clinc_app_key: "k" };
    const { invoke } = await loadFunction("v1", builtFile("v1"), toolbeltV1(secrets, []), {
      TRANSFER_SKILL: "s",
    });
    const { result, logs } = await invoke(events.messagingText("hi"));
    expect(deliver(result, false)).toMatchObject({ action: 'TRANSFER {"skill":"s"}', problems: [] });
    expect(logs[0]?.text).toContain("domain_not_allowed: add the host of Clinc to the allowed domains");
  });
});

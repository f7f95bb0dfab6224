import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import {
  type MockContextService,
  startMockContextService,
} from "../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import { claimProperty } from "../../../src/record/claims.ts";
import { contextService } from "../../../src/record/context-service.ts";
import { recordPlace, urlIn } from "../../../src/record/place.ts";
import { recordProperties } from "../../../src/record/properties.ts";
import { sealingOf } from "../../../src/record/sealing.ts";
import { fetchAdapter } from "../../../src/runtime/fetch-adapter.ts";
import type { JsonObject } from "../../../src/runtime/tolerant.ts";
import { NOW, recordParts } from "../../fixtures/record.ts";
import { callScript } from "../../support/called-script.ts";

const ID = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";
const APP_KEY = "app-key-of-the-bank";

let context: MockContextService;
let shell: Record<string, string>;
beforeEach(async () => {
  const key = "context-key-of-the-bank";
  context = await startMockContextService({ key });
  const started = context;
  onTestFinished(() => started.close());
  shell = { CLINC_CONTEXT_KEY: key, CONTEXT_HOST: context.host, CONTEXT_ACCOUNT: "123" };
});

function record(args: string[], environment: Record<string, string> = {}) {
  return callScript("record/record.ts", args, { ...shell, ...environment });
}

/** Keeps a record as the function would, or other properties in its place. */
async function keep(properties?: JsonObject, prefix = "clinc"): Promise<JsonObject> {
  const place = recordPlace(context.host, "123", prefix);
  if (!place) throw new Error("There is no such place");
  const claim = { key: "", dialog: ID, sequence: 12, at: NOW, forMs: 18_000, done: true };
  const whole = properties ?? {
    ...(await recordProperties(recordParts(), sealingOf(APP_KEY, ID, place))),
    ...claimProperty(claim, true),
  };
  const url = urlIn(place, place.namespace, ID, "properties");
  const call = contextService({ adapter: fetchAdapter(), proxied: false });
  await call({ method: "patch", url, key: shell.CLINC_CONTEXT_KEY ?? "", data: whole, timeout: 1_000 });
  expect(context.stored("123", place.namespace, ID)).toEqual(whole);
  return whole;
}

describe("a record that is shown", () => {
  it("tells what LivePerson sees, and that the rest is sealed", async () => {
    await keep();
    const run = await record(["show", ID]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout.replace(/[\d,]+ characters for agents, [\d,]+/, "… characters for agents, …")).toBe(
      `${[
        `Conversation ${ID}, in clinc_conversation of account 123 at ${new URL(context.host).host}`,
        "",
        "LivePerson sees",
        "  written       2025-11-25 19:00:00 UTC, 7 times",
        "  handed over   2025-11-25 18:59:59 UTC: the bot's author hands over here",
        "  18:58:00      words: card lost (card_lost) 0.97, continue",
        "  18:59:00      words: card lost (card_lost) 0.97, transfer",
        "  in a row      1 not understood, 0 failed",
        `  last event    12 of dialog ${ID}`,
        "  language      en",
        "  sealed        … characters for agents, … for the bot",
        "  claim         event 12, taken at 19:00:00, answered",
        "",
        "Set CLINC_APP_KEY to see what is sealed.",
      ].join("\n")}\n`,
    );
    expect(run.stdout).not.toContain("••••1111");
  });

  it("tells with the App-Key what the function sees, too", async () => {
    await keep();
    const { status, stdout } = await record(["show", ID], { CLINC_APP_KEY: APP_KEY });
    expect(status).toBe(0);
    expect(stdout.slice(stdout.indexOf("The function sees"))).toBe(
      `${[
        "The function sees",
        "  18:59:00      card number: ••••1111",
        "  18:59:00      Case: C-1",
        "  open choices  Savings → my savings account; Checking → my checking account",
        "  last replies  1",
        '                {"messages":["Which account?"]}',
      ].join("\n")}\n`,
    );
    expect(stdout).not.toContain(APP_KEY);
  });

  it("says so where another App-Key has sealed it", async () => {
    await keep();
    const { status, stdout } = await record(["show", ID], { CLINC_APP_KEY: "app-key-of-today" });
    expect(status).toBe(0);
    expect(stdout).toContain("CLINC_APP_KEY is not the key that sealed this record");
    expect(stdout).not.toContain("last replies");
  });

  it("is found by the prefix of the bot's secrets", async () => {
    await keep(undefined, "our-cards");
    expect((await record(["show", ID])).status).toBe(1);
    const { stdout } = await record(["show", ID], { CLINC_SECRET_PREFIX: "our-cards" });
    expect(stdout).toContain("in our_cards_conversation of account 123");
  });

  it("stays on its lines, whatever somebody wrote into it", async () => {
    const turns = [{ at: 9e99, name: "a\nLivePerson sees", intent: "\u001b[2J", outcome: {} }];
    await keep({ agent: { why: 7, turns }, bot: { rev: 1, at: -1, transferredAt: NOW, sealed: "x" } });
    const { status, stdout, stderr } = await record(["show", ID], { CLINC_APP_KEY: APP_KEY });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("a LivePerson sees");
    expect(stdout).not.toContain("\u001b");
    expect(stdout.match(/^LivePerson sees$/gm)).toHaveLength(1);
  });

  it("is with --json one document, as the service holds it and as the function reads it", async () => {
    const kept = await keep();
    const sealed = JSON.parse((await record(["show", ID, "--json"])).stdout);
    expect(sealed).toEqual({ conversation: ID, liveperson: kept, function: null });
    const opened = JSON.parse((await record(["show", ID, "--json"], { CLINC_APP_KEY: APP_KEY })).stdout);
    const { agent, bot } = recordParts();
    expect(opened.function).toMatchObject({ agent: { rev: 7, ...agent }, bot: { rev: 7, ...bot } });
    expect(JSON.stringify(opened.function)).not.toContain('"sealed"');
  });
});

describe("a record that is deleted", () => {
  it("is gone, with all that stood in it, and no other one", async () => {
    await keep();
    await keep(undefined, "cards");
    const run = await record(["delete", ID]);
    expect(run).toEqual({ status: 0, stdout: "The record is deleted, and gone.\n", stderr: "" });
    expect(context.stored("123", "clinc_conversation", ID)).toEqual({});
    expect(context.stored("123", "cards_conversation", ID)).not.toEqual({});
    const again = await record(["delete", ID, "--json"]);
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual({ deleted: false });
  });

  it("is not said to be gone while it is there", async () => {
    await keep();
    context.fault = (_, { method }) => (method === "DELETE" ? "no_account" : undefined);
    const run = await record(["delete", ID]);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toContain("there is one again");
  });
});

describe("a record that is not there", () => {
  it.each([
    ["shown", "show", 1, "There is no record of this conversation.\n"],
    ["deleted", "delete", 0, "There is no record of this conversation. Nothing had to be deleted.\n"],
  ])("is told when it shall be %s", async (_, order, status, stdout) => {
    expect(await record([order, ID])).toEqual({ status, stdout, stderr: "" });
    expect(context.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is nothing with --json", async () => {
    const { status, stdout } = await record(["show", ID, "--json"], { CLINC_APP_KEY: APP_KEY });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ conversation: ID, liveperson: null, function: null });
  });
});

describe("a service that does not do", () => {
  it.each([
    ["refuses the key", "wrong_key", "context_key_refused: put a valid key", "(HTTP 401)"],
    ["is in another zone", "redirects", "context_zone_wrong: set CONTEXT_HOST", "(HTTP 307)"],
    ["is down", "resets", "context_unavailable: ", "(ECONNRESET)"],
  ] as const)("and %s is named with what to do, without a stack", async (_, fault, reason, seen) => {
    context.fault = () => fault;
    const run = await record(["show", ID]);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toContain(reason);
    expect(run.stderr).toContain(seen);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.stderr).not.toContain(shell.CLINC_CONTEXT_KEY);
  });
});

describe("a wrong call", () => {
  it.each([
    ["no order", [], {}, "show or delete, and one conversation id"],
    ["an order without an id", ["show"], {}, "show or delete, and one conversation id"],
    ["two ids", ["delete", ID, ID], {}, "show or delete, and one conversation id"],
    ["an unknown order", ["wipe", ID], {}, "show or delete, and one conversation id"],
    ["an id with a way out", ["delete", "../other"], {}, "A conversation id has letters, digits"],
    ["an id that is too long", ["show", "x".repeat(101)], {}, "at most 100"],
    ["no key", ["show", ID], { CLINC_CONTEXT_KEY: " " }, "CLINC_CONTEXT_KEY must be set"],
    ["no account", ["show", ID], { CONTEXT_ACCOUNT: "" }, "CONTEXT_ACCOUNT must be set"],
    ["a zone that there is not", ["show", ID], { CONTEXT_HOST: "z9" }, "CONTEXT_HOST must be z1, z2, z3"],
    ["a host of others", ["show", ID], { CONTEXT_HOST: "context.example" }, "CONTEXT_HOST must be"],
  ])("is %s: nobody is called", async (_, args, environment, message) => {
    const run = await record(args, environment);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(context.seen).toEqual([]);
  });

  it.each([
    ["as a word", [MOCK_CONTEXT_KEY, ID]],
    ["as an id", ["show", MOCK_CONTEXT_KEY]],
  ])("does not repeat a key that is given %s", async (_, args) => {
    const run = await record(args);
    expect(run.status).toBe(2);
    expect(run.stderr).not.toContain(MOCK_CONTEXT_KEY);
  });
});

describe("the help", () => {
  it("names what comes from the environment, and why no key is an option", async () => {
    const { stdout } = await record(["--help"]);
    for (const word of [
      "show ID",
      "delete ID",
      "--json",
      "CLINC_CONTEXT_KEY",
      "CONTEXT_ACCOUNT",
      "CLINC_APP_KEY",
    ])
      expect(stdout).toContain(word);
    expect(stdout).toMatch(/keys come from the environment only: .*history/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { judgeInvocations, planInvocations } from "../../../scripts/doctor/invocations.ts";
import { examineSizes } from "../../../scripts/doctor/sizes.ts";
import { examineSwitch } from "../../../scripts/doctor/switch.ts";
import { examineVariables } from "../../../scripts/doctor/variables.ts";
import { grouped } from "../../../scripts/kit/terminal.ts";
import { DEFAULTS } from "../../../src/bot/meanings.ts";

const WELL = { TRANSFER_SKILL: "human-agents" };
const TWO_LANGUAGES = { CLINC_LANGUAGE: "en, es", TRANSFER_SKILL_ES: "human-es" };

describe("the doctor's look at the settings", () => {
  it("counts the variables when all are right, and takes no notice of the shell's other ones", () => {
    const environment = {
      ...WELL,
      CLINC_DEVICE: "kiosk",
      CLINC_HOST: "h",
      CLINC_APP_KEY: "k",
      CLINC_AI_VERSION: "v",
      CLINC_OFF: "o",
    };
    const total = Object.keys(DEFAULTS).length;
    expect(examineVariables({ ...environment, PATH: "/bin", LANG: "C" })).toEqual([
      {
        name: "settings",
        status: "ok",
        finding: `2 of ${total} variables set, the others at their defaults`,
      },
      { name: "transfer skill", status: "ok", finding: "TRANSFER_SKILL is set" },
    ]);
  });

  it.each([
    ["CLINC_TIMEOUT_MS", "8s", "a whole number from 1000 to 11000"],
    ["CLINC_LANGUAGE", "en-US", "an ISO 639-1 code, two small letters"],
    ["TRANSFER_COMPETENCIES", "live_agent; human_agent", "names separated by commas"],
    ["TRANSFER_SKILLS", "card lost=human-fraud", "pairs such as card_lost=human-fraud"],
    ["AGENT_SUMMARY", "yes", "true or false"],
    ["CHANNEL", "telegram", "auto, one of "],
  ])("names %s with what it should be, and not with its value", (name, value, expected) => {
    const [first, ...others] = examineVariables({ ...WELL, [name]: value });
    expect(first).toMatchObject({ name: "settings", status: "failed" });
    expect(first?.finding).toContain(`${name} must be ${expected}`);
    expect(first?.remedy).toContain("environment variables");
    expect(JSON.stringify(first)).not.toContain(`"${value}"`);
    expect(others.map(({ status }) => status)).toEqual(["ok"]);
  });

  it("names each wrong one", () => {
    const checks = examineVariables({ CLINC_TIMEOUT_MS: "1", FAILURE_LIMIT: "-1", CLINC_DEVICE: "a b" });
    expect(checks.filter(({ status }) => status === "failed")).toHaveLength(3);
  });

  it.each([
    [200, "ok"],
    [201, "warning"],
    [1_024, "warning"],
    [1_025, "failed"],
  ])("takes LivePerson's limits into account: a value of %i characters is %s", (length, status) => {
    const [check] = examineVariables({ ...WELL, WELCOME_MESSAGE: "x".repeat(length) });
    expect(check?.status).toBe(status);
    if (status !== "ok")
      expect(check?.finding).toBe(
        `WELCOME_MESSAGE has ${grouped(length)} characters; LivePerson takes 200 on V1, 1,024 on V2`,
      );
  });

  it("takes them into account in another language as well", () => {
    const [check] = examineVariables({ ...WELL, ...TWO_LANGUAGES, LIST_MESSAGE_ES: "x".repeat(201) });
    expect(check).toMatchObject({
      status: "warning",
      finding: expect.stringContaining("LIST_MESSAGE_ES has 201"),
    });
    expect(check?.remedy).toContain("Shorten it: said before a numbered list.");
  });

  it("warns of a variable for a language that is not listed, and of a language without a skill", () => {
    const checks = examineVariables({ ...WELL, CLINC_LANGUAGE: "en, es", APOLOGY_MESSAGE_FR: "Désolé." });
    expect(checks.map(({ status, finding }) => [status, finding])).toEqual([
      ["warning", "APOLOGY_MESSAGE_FR is never read: it ends in no language of CLINC_LANGUAGE, in capitals"],
      ["warning", "TRANSFER_SKILL_ES is missing: agents may not speak the consumer's language"],
      ["ok", "TRANSFER_SKILL is set"],
    ]);
  });

  it("warns that a handover without a skill loses the texts", () => {
    const checks = examineVariables({ TRANSFER_SKILL: "  " });
    expect(checks.at(-1)).toMatchObject({ name: "transfer skill", status: "warning" });
    expect(checks.at(-1)?.finding).toContain("TRANSFER_SKILL is not set");
  });

  it.each([
    ["TRANSFER_SKILLZ", "TRANSFER_SKILL"],
    ["APOLOGY_MESSGE_ES", "APOLOGY_MESSAGE_ES"],
    ["TRANFSER_SKILL", "TRANSFER_SKILL"],
    ["transfer_skill", "TRANSFER_SKILL"],
    ["CLINC_TIMEOUT", ""],
    ["CLINC_DEVISE", "CLINC_DEVICE"],
    ["AGENT-SUMMARY", "AGENT_SUMMARY"],
  ])("warns of %s", (wrong, right) => {
    const [check] = examineVariables({ ...WELL, ...TWO_LANGUAGES, [wrong]: "x" });
    const hint = right && `; is ${right} meant?`;
    expect(check).toMatchObject({
      status: "warning",
      finding: `${wrong} is none of the function's variables${hint}`,
    });
  });
});

describe("the doctor's look at the switch", () => {
  it("is silent where there is none", () => {
    expect([...examineSwitch(undefined, "clinc"), ...examineSwitch(" ", "clinc")]).toEqual([]);
  });

  it("warns of a bot that is off, and of a word that switches nothing, and does not repeat it", () => {
    const [off] = examineSwitch("Transfer", "bank2");
    expect(off).toMatchObject({ name: "switch", status: "warning" });
    expect(off?.finding).toBe("CLINC_OFF is transfer: the bot stands aside, and asks Clinc nothing");
    expect(off?.remedy).toContain('Secret Storage, "bank2_off"');
    const [on] = examineSwitch("s3cr3t", "clinc");
    expect(on).toMatchObject({
      status: "warning",
      finding: expect.stringContaining("neither transfer nor apology"),
    });
    expect(JSON.stringify(on)).not.toContain("s3cr3t");
  });
});

describe("the doctor's look at the built files", () => {
  function distOf(characters: Record<string, number>): string {
    const dist = mkdtempSync(join(tmpdir(), "clinc-dist-"));
    onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
    for (const [generation, count] of Object.entries(characters)) {
      const folder = join(dist, generation, "functions/ClincBot");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "index.js"), "…".repeat(count));
    }
    return dist;
  }

  it("counts characters and not bytes", () => {
    const [v1] = examineSizes(distOf({ v1: 88_000 }));
    expect(v1).toEqual({
      name: "dist/v1",
      status: "ok",
      finding: "88,000 characters; LivePerson takes 100,000",
    });
  });

  it("warns above our own limit, and fails above LivePerson's", () => {
    const checks = examineSizes(distOf({ v1: 95_001, v2: 100_001 }));
    expect(checks.map(({ status }) => status)).toEqual(["warning", "failed"]);
    expect(checks[0]?.remedy).toContain("The build stops above 95,000");
  });

  it("names a file that is missing", () => {
    const [, v2] = examineSizes(distOf({ v1: 10 }));
    expect(v2).toMatchObject({ name: "dist/v2", status: "failed", remedy: "Build it: npm run build." });
    expect(v2?.finding).toContain("index.js is missing");
  });
});

describe("the doctor's plan of invocations", () => {
  it("takes one for each message and one for the welcome", () => {
    const plan = planInvocations(10_000, 8);
    expect(plan).toMatchObject({ aMonth: 90_000, freeAMonth: 150_000, share: 0.6 });
    expect(judgeInvocations(plan)).toEqual({
      name: "invocations",
      status: "ok",
      finding: "10,000 × (8 + 1) = 90,000 a month, 60 % of 150,000 free ones",
    });
  });

  it("is right with all of the free ones, and warns of one more conversation", () => {
    expect(judgeInvocations(planInvocations(15_000, 9)).status).toBe("ok");
    const beyond = judgeInvocations(planInvocations(15_001, 9));
    expect(beyond).toMatchObject({ status: "warning" });
    expect(beyond.remedy).toContain("Ask LivePerson what invocations beyond the free ones cost");
  });
});

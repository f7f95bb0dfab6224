import { describe, expect, it } from "vitest";
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
      CLINC_CONTEXT_KEY: "c",
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

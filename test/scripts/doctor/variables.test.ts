import { describe, expect, it } from "vitest";
import { examineVariables } from "../../../scripts/doctor/variables.ts";
import { grouped } from "../../../scripts/kit/terminal.ts";
import { DEFAULTS } from "../../../src/bot/settings.ts";

const WELL = { TRANSFER_SKILL: "human-agents" };

describe("the doctor's look at the settings", () => {
  it("counts the variables when all are right, and takes no notice of the shell's other ones", () => {
    const environment = {
      ...WELL,
      CLINC_DEVICE: "kiosk",
      CLINC_HOST: "h",
      CLINC_APP_KEY: "k",
      CLINC_AI_VERSION: "v",
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
    ["CLINC_TIMEOUT_MS", "8s", "a whole number from 1000 to 12000"],
    ["CLINC_LANGUAGE", "en-US", "an ISO 639-1 code, two small letters"],
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

  it("warns that a handover without a skill loses the texts", () => {
    const checks = examineVariables({ TRANSFER_SKILL: "  " });
    expect(checks.at(-1)).toMatchObject({ name: "transfer skill", status: "warning" });
    expect(checks.at(-1)?.finding).toContain("TRANSFER_SKILL is not set");
  });

  it.each([
    ["TRANSFER_SKILLS", "TRANSFER_SKILL"],
    ["TRANFSER_SKILL", "TRANSFER_SKILL"],
    ["transfer_skill", "TRANSFER_SKILL"],
    ["CLINC_TIMEOUT", ""],
    ["CLINC_DEVISE", "CLINC_DEVICE"],
    ["AGENT-SUMMARY", "AGENT_SUMMARY"],
  ])("warns of %s", (wrong, right) => {
    const [check] = examineVariables({ ...WELL, [wrong]: "x" });
    const hint = right && `; is ${right} meant?`;
    expect(check).toMatchObject({
      status: "warning",
      finding: `${wrong} is none of the function's variables${hint}`,
    });
  });
});

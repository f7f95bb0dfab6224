import { describe, expect, it } from "vitest";
import { AGENT_DEFAULTS, AGENT_VARIABLE_MEANINGS } from "../../src/agent/meanings.ts";
import { AGENT_VARIABLES } from "../../src/agent/variables.ts";
import { DEFAULTS } from "../../src/bot/meanings.ts";
import { type Environment, valuesOf } from "../../src/runtime/variables.ts";
import { agentSettingsFor } from "../support/agent-side.ts";

function complaintsOf(environment: Environment): string[] {
  const complaints: string[] = [];
  valuesOf(environment, AGENT_VARIABLES, complaints);
  return complaints;
}

describe("the settings of the agent's side", () => {
  it("have defaults that suit a bank's first day", () => {
    expect(agentSettingsFor()).toEqual({
      CLINC_SECRET_PREFIX: "clinc",
      CLINC_DEVICE: "liveperson",
      CLINC_LANGUAGE: ["en"],
      CLINC_TIMEOUT_MS: 8_000,
      CONTEXT_HOST: "z1",
      CONTEXT_ACCOUNT: "",
      CONTEXT_TTL_HOURS: 24,
      ASSIST_MIN_SCORE: 0.5,
      ASSIST_MIN_WORDS: 2,
      ASSIST_REFUSED_COMPETENCIES: [
        "agent_handover",
        "faq_agent_handover",
        "live_agent",
        "human_agent",
        "speak_to_agent",
        "transfer_to_agent",
        "clean_goodbye",
        "close_conversation",
        "end_conversation",
      ],
      OUT_OF_SCOPE_COMPETENCIES: ["out_of_scope", "outofscope", "oos"],
    });
  });

  it("are all explained, and have the bot's defaults where they are the bot's as well", () => {
    expect(Object.keys(AGENT_VARIABLE_MEANINGS)).toEqual(Object.keys(AGENT_DEFAULTS));
    const shared = Object.entries(AGENT_DEFAULTS).filter(([name]) => name in DEFAULTS);
    expect(shared.length).toBeGreaterThan(5);
    for (const [name, standard] of shared)
      expect(DEFAULTS[name as keyof typeof DEFAULTS], name).toBe(standard);
  });

  it.each([
    ["ASSIST_MIN_SCORE", "0", 0],
    ["ASSIST_MIN_SCORE", "1", 1],
    ["ASSIST_MIN_SCORE", " 0.75 ", 0.75],
    ["ASSIST_MIN_WORDS", "1", 1],
    ["ASSIST_MIN_WORDS", "20", 20],
    ["ASSIST_REFUSED_COMPETENCIES", "send_money, card_lost", ["send_money", "card_lost"]],
    ["ASSIST_REFUSED_COMPETENCIES", "none", []],
  ])("take %s = %j", (name, written, value) => {
    expect(agentSettingsFor({ [name]: written })).toMatchObject({ [name]: value });
  });

  it.each([
    ["ASSIST_MIN_SCORE", ["1.01", "-0.1", "50%", ".5", "1e-1", "NaN", "0x1", "0,5"], "a number from 0 to 1"],
    ["ASSIST_MIN_WORDS", ["0", "21", "1.5", "two"], "a whole number from 1 to 20"],
    [
      "ASSIST_REFUSED_COMPETENCIES",
      ["send money; close"],
      "names separated by commas, each of letters, digits, _ and -",
    ],
    ["CLINC_TIMEOUT_MS", ["999", "11001"], "a whole number from 1000 to 11000"],
    ["CONTEXT_HOST", ["z4", "evil.example"], "z1, z2, z3 or a host under .liveperson.net"],
  ])("name a wrong %s, without repeating it, and use the default", (name, values, expected) => {
    for (const value of values) {
      const complaints = complaintsOf({ [name]: value });
      expect(complaints, value).toEqual([`${name} must be ${expected}; the default is used`]);
    }
  });
});

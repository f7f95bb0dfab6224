import { describe, expect, it } from "vitest";
import { DEFAULTS, readSettings, VARIABLE_MEANINGS } from "../../src/bot/settings.ts";

describe("the settings", () => {
  it("have defaults that work without any environment variable", () => {
    const { settings, complaints } = readSettings({});
    expect(complaints).toEqual([]);
    expect(settings).toMatchObject({
      CLINC_SECRET_PREFIX: "clinc",
      CLINC_DEVICE: "liveperson",
      CLINC_LANGUAGE: "en",
      CLINC_TIMEOUT_MS: 8000,
      CLINC_EXTERNAL_USER: "none",
      TRANSFER_SKILL: "",
      TRANSFER_COMPETENCIES: [
        "agent_handover",
        "faq_agent_handover",
        "live_agent",
        "human_agent",
        "speak_to_agent",
        "transfer_to_agent",
      ],
      CLOSE_COMPETENCIES: ["clean_goodbye", "close_conversation", "end_conversation"],
      CLOSE_WITHOUT_SURVEY: false,
      OUT_OF_SCOPE_COMPETENCIES: ["out_of_scope", "outofscope", "oos"],
      MISUNDERSTOOD_LIMIT: 3,
      FAILURE_LIMIT: 2,
      WELCOME_MESSAGE: "",
      WELCOME_QUERY: "hello",
      AGENT_SUMMARY: true,
      AGENT_SUMMARY_SLOTS: [],
      ALLOW_HTML: false,
    });
    expect(settings.CHANNEL).toEqual({ byValue: new Map() });
  });

  it("are read from the environment in their own types", () => {
    const { settings, complaints } = readSettings({
      CLINC_TIMEOUT_MS: " 12000 ",
      CLOSE_WITHOUT_SURVEY: "TRUE",
      AGENT_SUMMARY_SLOTS: "ACCOUNT ,, _AMOUNT_ ",
      MISUNDERSTOOD_LIMIT: "0",
      TRANSFER_SKILL: "human agents",
      CLINC_EXTERNAL_USER: "visitor",
    });
    expect(complaints).toEqual([]);
    expect(settings.CLINC_TIMEOUT_MS).toBe(12000);
    expect(settings.CLOSE_WITHOUT_SURVEY).toBe(true);
    expect(settings.AGENT_SUMMARY_SLOTS).toEqual(["ACCOUNT", "_AMOUNT_"]);
    expect(settings.MISUNDERSTOOD_LIMIT).toBe(0);
    expect(settings.TRANSFER_SKILL).toBe("human agents");
    expect(settings.CLINC_EXTERNAL_USER).toBe("visitor");
  });

  it.each([
    ["CLINC_TIMEOUT_MS", "999", "a whole number from 1000 to 12000"],
    ["CLINC_TIMEOUT_MS", "8s", "a whole number from 1000 to 12000"],
    ["CLINC_LANGUAGE", "en-US", "an ISO 639-1 code"],
    ["CLINC_EXTERNAL_USER", "name", "one of none, visitor, customer"],
    ["CLOSE_WITHOUT_SURVEY", "yes", "true or false"],
    ["MISUNDERSTOOD_LIMIT", "-1", "a whole number from 0 to 100"],
    ["CHANNEL", "fax", "auto, one of web, facebook"],
    ["CHANNEL", "WA=whatsap", "a list such as"],
    ["CLINC_SECRET_PREFIX", "my bot", "letters, digits"],
  ])("name a wrong %s=%s with what it should be, and go on with the default", (name, value, expected) => {
    const { settings, complaints } = readSettings({ [name]: value });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${name} must be `);
    expect(complaints[0]).toContain(expected);
    expect(settings).toEqual(readSettings({}).settings);
  });

  it("never repeat a wrong value, which might be a secret in the wrong place", () => {
    const { complaints } = readSettings({ CLINC_TIMEOUT_MS: "s3cr3t-key", CHANNEL: "s3cr3t-key" });
    expect(complaints.join()).not.toContain("s3cr3t");
  });

  it("empty a list that is none", () => {
    expect(readSettings({ CLOSE_COMPETENCIES: "none" }).settings.CLOSE_COMPETENCIES).toEqual([]);
  });

  it("take a blank value as none", () => {
    expect(readSettings({ WELCOME_QUERY: "  ", FAILURE_LIMIT: "" })).toEqual(readSettings({}));
  });

  it("map values of the event to channels", () => {
    const { settings } = readSettings({ CHANNEL: "MY_WA = whatsapp, 1234567890=sms" });
    expect(settings.CHANNEL).toEqual({
      byValue: new Map([
        ["MY_WA", "whatsapp"],
        ["1234567890", "sms"],
      ]),
    });
    expect(readSettings({ CHANNEL: "apple" }).settings.CHANNEL).toEqual({ always: "apple" });
  });

  it("are all explained", () => {
    expect(Object.keys(VARIABLE_MEANINGS)).toEqual(Object.keys(DEFAULTS));
  });
});

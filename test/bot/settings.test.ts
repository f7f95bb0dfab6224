import { describe, expect, it } from "vitest";
import { DEFAULTS, VARIABLE_MEANINGS } from "../../src/bot/meanings.ts";
import { readSettings } from "../../src/bot/settings.ts";

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
      CLINC_CONTEXT: [],
      LOCATION_QUERY: "",
      TRANSFER_SKILL: "",
      TRANSFER_SKILLS: new Map(),
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
      CHOOSE_MESSAGE: "Please choose:",
      LIST_MESSAGE: "Please answer with one of these:",
      AGENT_SUMMARY: true,
      AGENT_DETAILS: [],
      ALLOW_HTML: false,
    });
    expect(settings.CHANNEL).toEqual({ byValue: new Map() });
  });

  it("are read from the environment in their own types", () => {
    const { settings, complaints } = readSettings({
      CLINC_TIMEOUT_MS: " 11000 ",
      CLOSE_WITHOUT_SURVEY: "TRUE",
      AGENT_DETAILS: "ACCOUNT ,, _AMOUNT_ ",
      MISUNDERSTOOD_LIMIT: "0",
      TRANSFER_SKILL: "human agents",
      CLINC_EXTERNAL_USER: "visitor",
    });
    expect(complaints).toEqual([]);
    expect(settings.CLINC_TIMEOUT_MS).toBe(11000);
    expect(settings.CLOSE_WITHOUT_SURVEY).toBe(true);
    expect(settings.AGENT_DETAILS).toEqual(["ACCOUNT", "_AMOUNT_"]);
    expect(settings.MISUNDERSTOOD_LIMIT).toBe(0);
    expect(settings.TRANSFER_SKILL).toBe("human agents");
    expect(settings.CLINC_EXTERNAL_USER).toBe("visitor");
  });

  it.each([
    ["CLINC_TIMEOUT_MS", "999", "a whole number from 1000 to 11000"],
    ["CLINC_TIMEOUT_MS", "11001", "a whole number from 1000 to 11000"],
    ["CLINC_TIMEOUT_MS", "8s", "a whole number from 1000 to 11000"],
    ["CLINC_LANGUAGE", "en-US", "an ISO 639-1 code, two small letters, or a list of such"],
    ["CLINC_LANGUAGE", "en; es", "an ISO 639-1 code"],
    ["CLINC_LANGUAGE", "EN", "an ISO 639-1 code"],
    ["CLINC_LANGUAGE", "en, Spanish", "an ISO 639-1 code"],
    ["CLINC_LANGUAGE", ",", "an ISO 639-1 code"],
    ["TRANSFER_SKILLS", "human-fraud", "pairs such as card_lost=human-fraud"],
    ["TRANSFER_SKILLS", "card_lost=", "pairs such as"],
    ["TRANSFER_SKILLS", "card lost=human-fraud", "pairs such as"],
    ["TRANSFER_SKILLS", "card_lost=human-fraud; mortgage=human-mortgage", "pairs such as"],
    ["TRANSFER_SKILLS", "card_lost=a, card_lost=b", "each name once"],
    ["CLINC_EXTERNAL_USER", "name", "one of none, visitor, customer"],
    ["CLINC_CONTEXT", "channels", "names out of channel, surface, skill"],
    ["CLINC_CONTEXT", "channel; surface", "auth.… and unauth.…"],
    ["CLINC_CONTEXT", "auth", "auth.… and unauth.…"],
    ["CLINC_CONTEXT", "auth.", "auth.… and unauth.…"],
    ["CLINC_CONTEXT", "none, channel", "none, or names"],
    ["CLINC_CONTEXT", "session.id", "none, or names"],
    ["CLOSE_WITHOUT_SURVEY", "yes", "true or false"],
    ["MISUNDERSTOOD_LIMIT", "-1", "a whole number from 0 to 100"],
    ["CHANNEL", "fax", "auto, one of web, facebook"],
    ["CHANNEL", "WA=whatsap", "a list such as"],
    ["CHANNEL", "WA=whatsapp, WA=sms", "a list such as"],
    ["CHANNEL", "WA=whatsapp; LI=line", "a list such as"],
    ["CLINC_SECRET_PREFIX", "my bot", "letters, digits"],
  ])("name a wrong %s=%s with what it should be, and go on with the default", (name, value, expected) => {
    const { settings, complaints } = readSettings({ [name]: value });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${name} must be `);
    expect(complaints[0]).toContain(expected);
    expect(settings).toEqual(readSettings({}).settings);
  });

  it.each(["TRANSFER_COMPETENCIES", "CLOSE_COMPETENCIES", "OUT_OF_SCOPE_COMPETENCIES", "AGENT_DETAILS"])(
    "name a list in %s that would silently never match",
    (name) => {
      for (const list of [
        "live_agent; human_agent",
        "live_agent human_agent",
        "live_agent|human_agent",
        "live_agent, human agent",
        "live_agent\nhuman_agent",
        '"live_agent", "human_agent"',
        '["live_agent"]',
        "faq&live_agent",
      ])
        expect(readSettings({ [name]: list }).complaints).toEqual([
          `${name} must be names separated by commas, each of letters, digits, _ and -; the default is used`,
        ]);
      for (const list of ["live_agent", "live-agent , Überweisung_2,v1.2:x", "none"])
        expect(readSettings({ [name]: list }).complaints).toEqual([]);
    },
  );

  it("never repeat a wrong value, which might be a secret in the wrong place", () => {
    const { complaints } = readSettings({ CLINC_TIMEOUT_MS: "s3cr3t-key", CHANNEL: "s3cr3t-key" });
    expect(complaints.join()).not.toContain("s3cr3t");
  });

  it("empty a list that is none", () => {
    expect(readSettings({ CLOSE_COMPETENCIES: "none" }).settings.CLOSE_COMPETENCIES).toEqual([]);
  });

  it("let business logic know names and paths, as they are written", () => {
    const given =
      " channel ,surface,skill, language, authenticated,campaign, auth.customerInfo.Tier_2, unauth.a.b-c,";
    const { settings, complaints } = readSettings({ CLINC_CONTEXT: given });
    expect(complaints).toEqual([]);
    expect(settings.CLINC_CONTEXT.join()).toBe(
      "channel,surface,skill,language,authenticated,campaign,auth.customerInfo.Tier_2,unauth.a.b-c",
    );
  });

  it("ask about a location in the consumer's language", () => {
    const { settingsIn } = readSettings({
      CLINC_LANGUAGE: "en, es",
      LOCATION_QUERY: "nearest branch",
      LOCATION_QUERY_ES: "sucursal más cercana",
    });
    expect(settingsIn("es").LOCATION_QUERY).toBe("sucursal más cercana");
    expect(settingsIn("de").LOCATION_QUERY).toBe("nearest branch");
  });

  it("take a blank value as none", () => {
    const { settings, complaints } = readSettings({ WELCOME_QUERY: "  ", FAILURE_LIMIT: "" });
    expect(settings).toEqual(readSettings({}).settings);
    expect(complaints).toEqual([]);
  });

  it("have a literal \\n for a line end in all that is said or asked, and nowhere else", () => {
    const given = "One.\\nTwo.";
    for (const name of [
      "WELCOME_MESSAGE",
      "WELCOME_QUERY",
      "LOCATION_QUERY",
      "APOLOGY_MESSAGE",
      "TRANSFER_MESSAGE",
      "UNSUPPORTED_MESSAGE",
      "CHOOSE_MESSAGE",
      "LIST_MESSAGE",
    ] as const)
      expect(readSettings({ [name]: given }).settings[name]).toBe("One.\nTwo.");
    expect(readSettings({ TRANSFER_SKILL: given }).settings.TRANSFER_SKILL).toBe(given);
  });

  it("map names of competencies and intents to skills", () => {
    const { settings } = readSettings({
      TRANSFER_SKILLS: "card_lost = human fraud,mortgage=human-mortgage,",
    });
    expect([...settings.TRANSFER_SKILLS]).toEqual([
      ["card_lost", "human fraud"],
      ["mortgage", "human-mortgage"],
    ]);
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

describe("the settings in a language", () => {
  const environment = {
    CLINC_LANGUAGE: "en, es,de",
    APOLOGY_MESSAGE: "Sorry.",
    APOLOGY_MESSAGE_ES: "Lo siento.\\nUn momento.",
    WELCOME_QUERY_DE: "hallo",
    TRANSFER_SKILL: "human",
    TRANSFER_SKILL_ES: "human-es",
    TRANSFER_SKILL_DE: "human-de",
  };

  it("are those with the language behind their name, else those without", () => {
    const { settings, settingsIn, languages, complaints, doubts } = readSettings(environment);
    expect([complaints, doubts]).toEqual([[], []]);
    expect(languages).toEqual(["en", "es", "de"]);
    expect(settingsIn("es")).toEqual({
      ...settings,
      CLINC_LANGUAGE: "es",
      APOLOGY_MESSAGE: "Lo siento.\nUn momento.",
      TRANSFER_SKILL: "human-es",
    });
    expect(settingsIn("de")).toEqual({
      ...settings,
      CLINC_LANGUAGE: "de",
      WELCOME_QUERY: "hallo",
      TRANSFER_SKILL: "human-de",
    });
  });

  it("are the first language's for whoever speaks another one, or one that is not known", () => {
    const { settings, settingsIn } = readSettings(environment);
    expect(settings).toMatchObject({
      CLINC_LANGUAGE: "en",
      APOLOGY_MESSAGE: "Sorry.",
      TRANSFER_SKILL: "human",
    });
    for (const language of ["en", "fr", "", "constructor"]) expect(settingsIn(language)).toBe(settings);
  });

  it("may have the first language behind their name as well", () => {
    const { settings } = readSettings({ CLINC_LANGUAGE: "es", APOLOGY_MESSAGE_ES: "Lo siento." });
    expect(settings.APOLOGY_MESSAGE).toBe("Lo siento.");
    expect(settings.CLINC_LANGUAGE).toBe("es");
  });

  it("are checked as those without, and a wrong one gives way to them", () => {
    const { settingsIn, complaints } = readSettings({
      CLINC_LANGUAGE: "en, es",
      TRANSFER_SKILLS: "card_lost=human-fraud",
      TRANSFER_SKILLS_ES: "fraude",
    });
    expect(complaints).toEqual([
      "TRANSFER_SKILLS_ES must be pairs such as card_lost=human-fraud, each name once; the default is used",
    ]);
    expect([...settingsIn("es").TRANSFER_SKILLS.values()]).toEqual(["human-fraud"]);
  });
});

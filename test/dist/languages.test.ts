import { describe, expect, it } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { clincBody, competency, withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";

const BANK = {
  CLINC_LANGUAGE: "en, es",
  CHANNEL: "sms",
  TRANSFER_SKILL: "human",
  TRANSFER_SKILL_ES: "human-es",
  TRANSFER_SKILLS: "card_lost=human-fraud",
  TRANSFER_SKILLS_ES: "card_lost=human-fraud-es",
  TRANSFER_MESSAGE_ES: "Le paso con un colega.",
  UNSUPPORTED_MESSAGE_ES: "Solo puedo leer texto.\\nPor favor, escríbame.",
  LIST_MESSAGE_ES: "Responda con una de estas:",
};

/** A message of a consumer whose browser speaks this language. */
function speaking(language: string, message: string, sequence: number) {
  const conversationContext = { type: "MESSAGING", visitor: { consumerId: "c0ffee00", language } };
  return events.messagingText(message, { sequence, lpEvent: { conversationContext } });
}

describe.each(PLATFORM_NAMES)("a bank with two languages on %s", (platform) => {
  async function bank(...replies: unknown[]) {
    const { host, asked } = await clincAnswering(...replies);
    const { invoke } = await loadBuiltOn(platform, { host, environment: BANK });
    const say = async (input: unknown) => deliver((await invoke(input)).result, false);
    return { asked, say, invoke };
  }

  it("asks and answers in the language that the event tells, else in the one told before, else in the first", async () => {
    const offer = withLivePerson({ choices: ["Sí", "No"] }, "");
    const { asked, say } = await bank(clincBody(), offer, offer, offer);
    await say(events.minimal("hello"));
    expect((await say(speaking("es-MX", "elegir", 2))).consumer).toEqual([
      "Responda con una de estas:\n1. Sí\n2. No",
    ]);
    const later = events.messagingText("elegir", { sequence: 4, lpEvent: { conversationContext: {} } });
    Object.assign(later.payload.context as object, { lpSdes: {} });
    expect((await say(later)).consumer).toEqual(["Responda con una de estas:\n1. Sí\n2. No"]);
    expect((await say(speaking("fr-FR", "choisir", 6))).consumer).toEqual([
      "Please answer with one of these:\n1. Sí\n2. No",
    ]);
    expect(asked.map(({ language }) => language)).toEqual(["en", "es", "es", "en"]);
  });

  it("hands over to the skill of the language, and of the competency in that language", async () => {
    const { say } = await bank(
      competency("live_agent", ""),
      competency("live_agent", "", { intent: "card_lost_start" }),
      competency("live_agent", "", { intent: "card_lost_start" }),
    );
    expect(await say(speaking("es", "una persona", 1))).toMatchObject({
      consumer: ["Le paso con un colega."],
      action: 'TRANSFER {"skill":"human-es"}',
    });
    expect((await say(speaking("es", "perdí mi tarjeta", 3))).action).toBe(
      'TRANSFER {"skill":"human-fraud-es"}',
    );
    expect((await say(speaking("en", "lost my card", 5))).action).toBe('TRANSFER {"skill":"human-fraud"}');
  });

  it("says its own words in it, a literal \\n being a line end", async () => {
    const { asked, say } = await bank();
    expect((await say(speaking("es", " ", 1))).consumer).toEqual([
      "Solo puedo leer texto.\nPor favor, escríbame.",
    ]);
    expect(asked).toEqual([]);
  });
});

describe("settings that would silently never match", () => {
  it("are named by the function, once", async () => {
    const { host } = await clincAnswering(clincBody(), clincBody());
    const environment = {
      TRANSFER_COMPETENCIES: "live_agent; human_agent",
      CLINC_LANGUAGE: "en, es",
      TRANSFER_SKILL: "human",
      APOLOGY_MESSAGE_FR: "Désolé.",
    };
    const { invoke } = await loadBuiltOn("V2", { host, environment });
    const { logs } = await invoke(events.messagingText("one", { sequence: 1 }));
    const [warning] = logs;
    expect(warning?.text).toContain("TRANSFER_COMPETENCIES must be names separated by commas");
    expect(warning?.text).toContain("APOLOGY_MESSAGE_FR is never read");
    expect(warning?.text).toContain("TRANSFER_SKILL_ES is missing");
    expect((await invoke(events.messagingText("two", { sequence: 2 }))).logs).toHaveLength(1);
  });
});

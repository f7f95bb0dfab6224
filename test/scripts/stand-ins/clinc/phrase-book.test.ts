import { describe, expect, it } from "vitest";
import { exampleBank } from "../../../../scripts/stand-ins/clinc/bank.ts";
import { heardIn, saidIn } from "../../../../scripts/stand-ins/clinc/phrase-book.ts";
import { SHOWCASE } from "../../../../scripts/stand-ins/clinc/showcase.ts";

type Reply = { competency: string; visuals: { formattedResponse: string; liveperson?: unknown } };

/** A bank that a customer of this language talks to, in one dialog. */
function speaking(language: string) {
  const bank = exampleBank();
  return (query: string) => bank.answer({ query, language, dialog_seed: "one" }) as Reply;
}

/** What a customer can choose. */
function choicesOf({ visuals }: Reply): string[] {
  return (visuals.liveperson as { choices: string[] }).choices;
}

describe("the example bank in another language", () => {
  it.each([
    ["es", "Hola", "¿Cuál es mi saldo?", "El saldo de su cuenta Rainy Day Savings es de $8,300.00."],
    [
      "de",
      "Guten Tag",
      "Wie ist mein Kontostand?",
      "Der Stand Ihres Kontos Rainy Day Savings ist $8,300.00.",
    ],
  ])("hears and answers %s, what it offers itself included", (language, hello, question, answer) => {
    const say = speaking(language);
    const greeting = say(hello);
    expect(greeting.competency).toBe("clean_hello");
    const understood = choicesOf(greeting).map((choice) => speaking(language)(choice).competency);
    expect(understood).toEqual(["get_balance", "account_transfer", "card_choice"]);
    const [, savings = ""] = choicesOf(say(question));
    expect(say(savings).visuals.formattedResponse).toBe(answer);
  });

  it.each([
    [
      "es",
      "Quiero enviar dinero",
      "50",
      "a mis ahorros",
      "Sí",
      /^Hecho\. Van \$50\.00 a Rainy Day Savings\.\\m/,
    ],
    [
      "de",
      "Ich möchte Geld senden",
      "50",
      "aufs Sparkonto",
      "Ja",
      /^Erledigt\. \$50\.00 sind unterwegs an Rainy/,
    ],
  ])("goes on with a dialog in %s until it is told yes", (language, ...said) => {
    const done = said.pop() as RegExp;
    const say = speaking(language);
    const answers = (said as string[]).map((words) => say(words).visuals.formattedResponse);
    expect(answers.at(-1)).toMatch(done);
  });

  it.each([
    ["es", { card_lost: "He perdido mi tarjeta", faq_agent_handover: "Quiero hablar con una persona" }],
    ["es", { clean_goodbye: "Adiós", out_of_scope: "¿Lloverá mañana?" }],
    ["de", { card_lost: "Ich habe meine Karte verloren", faq_agent_handover: "Ich will einen Menschen" }],
    ["de", { clean_goodbye: "Auf Wiedersehen", out_of_scope: "Regnet es morgen?" }],
  ])("knows in %s what is asked for, and says nothing of its own in English: %j", (language, sentences) => {
    for (const [competency, words] of Object.entries(sentences)) {
      const reply = speaking(language)(words);
      expect(reply.competency).toBe(competency);
      const english = speaking("en")(heardIn(language, words)).visuals.formattedResponse;
      expect(reply.visuals.formattedResponse).not.toBe(english);
    }
  });

  it("understands English words, too", () => {
    expect(speaking("de")("I lost my card").competency).toBe("card_lost");
  });
});

describe("the phrase book", () => {
  it.each([undefined, "en", "fr", "toString"])("changes nothing for the language %j", (language) => {
    expect(heardIn(language, "¿Cuál es mi saldo?")).toBe("¿Cuál es mi saldo?");
    const content = { text: "Which account?" };
    expect(saidIn(language, content)).toBe(content);
  });

  it("leaves alone what is no sentence of the bank, above all names of skills and what an author shows", () => {
    const action = { action: "TRANSFER", actionParameters: { skill: "human-cards" } };
    expect(saidIn("es", { ...action, text: "Which account? Savings?" })).toEqual({
      ...action,
      text: "Which account? Savings?",
    });
    const shown = SHOWCASE.find(({ say }) => say === "show a long text")?.liveperson;
    expect(saidIn("es", shown)).toBe(shown);
  });

  it("puts names and amounts where they belong, whatever signs they have", () => {
    expect(saidIn("es", { text: "Send $1.00 to a*$&, right?" })).toEqual({ text: "¿Envío $1.00 a a*$&?" });
  });
});

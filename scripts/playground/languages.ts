import { DEFAULTS } from "../../src/bot/meanings.ts";
import { items } from "../../src/runtime/variables.ts";

/** The languages of consumers that the page offers, as browsers tell them. */
export const LANGUAGES = [
  { value: "", title: "not told" },
  { value: "es-ES", title: "Spanish" },
  { value: "de-DE", title: "German" },
];

/** What the example bank has set for whoever speaks one of them. */
const SETTINGS: Record<string, Record<string, string>> = {
  es: {
    TRANSFER_SKILL_ES: "human-agents-es",
    WELCOME_QUERY_ES: "hola",
    TRANSFER_MESSAGE_ES: "Le paso con un colega que puede ayudarle.",
    APOLOGY_MESSAGE_ES: "Lo siento, tengo dificultades técnicas. Inténtelo de nuevo en un momento.",
    UNSUPPORTED_MESSAGE_ES: "Lo siento, solo puedo leer mensajes de texto. Dígamelo con palabras, por favor.",
    PUBLIC_MESSAGE_ES: "Envíenos un mensaje privado para que podamos ayudarle con seguridad.",
    CHOOSE_MESSAGE_ES: "Elija, por favor:",
    LIST_MESSAGE_ES: "Responda con una de estas opciones:",
  },
  de: {
    TRANSFER_SKILL_DE: "human-agents-de",
    WELCOME_QUERY_DE: "hallo",
    TRANSFER_MESSAGE_DE: "Ich verbinde Sie mit jemandem, der Ihnen helfen kann.",
    APOLOGY_MESSAGE_DE:
      "Leider habe ich technische Schwierigkeiten. Bitte versuchen Sie es gleich noch einmal.",
    UNSUPPORTED_MESSAGE_DE: "Ich kann leider nur Textnachrichten lesen. Bitte sagen Sie es mir in Worten.",
    PUBLIC_MESSAGE_DE:
      "Bitte schreiben Sie uns eine private Nachricht, damit wir Ihnen sicher helfen können.",
    CHOOSE_MESSAGE_DE: "Bitte wählen Sie:",
    LIST_MESSAGE_DE: "Bitte antworten Sie mit einem davon:",
  },
};

/**
 * The settings of a bank that speaks this language, too: the language joins the list, and what is not set yet is set as
 * the example bank has it.
 *
 * @param language as browsers tell it
 */
export function speaking(language: string, environment: Record<string, string>): Record<string, string> {
  const code = language.slice(0, 2);
  const ours = SETTINGS[code];
  if (!ours) return environment;
  const listed = items(environment.CLINC_LANGUAGE || DEFAULTS.CLINC_LANGUAGE);
  const CLINC_LANGUAGE = (listed.includes(code) ? listed : [...listed, code]).join(", ");
  return { ...ours, ...environment, CLINC_LANGUAGE };
}

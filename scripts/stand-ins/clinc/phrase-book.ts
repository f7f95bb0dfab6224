import { mapValues } from "../../../src/runtime/map-values.ts";

/**
 * The example bank was trained in English. With this book it hears and speaks other languages, as far as a day at the
 * bank needs them; what is not in the book stays as it is.
 */
type Language = "es" | "de";

/** What a customer says. */
const HEARD: ReadonlyArray<{ en: string } & Record<Language, RegExp>> = [
  { en: "hello", es: /^(hola|buen[oa]s (días|tardes|noches))/i, de: /^(hallo|guten (morgen|tag|abend))/i },
  { en: "goodbye", es: /adiós|hasta luego/i, de: /tschüss|auf wiedersehen/i },
  { en: "choose a card", es: /(elegir|escoger) (una |la )?tarjeta/i, de: /karte (aus)?wählen/i },
  { en: "lost", es: /perdido|perdí|robado/i, de: /verloren|gestohlen/i },
  { en: "person", es: /persona\b|agente/i, de: /mitarbeiter(in)?|menschen?\b/i },
  { en: "balance", es: /saldo/i, de: /kontostand/i },
  { en: "checking", es: /(cuenta )?corriente/i, de: /girokonto/i },
  { en: "savings", es: /(cuenta de )?ahorros?/i, de: /sparkonto/i },
  {
    en: "nearest branch",
    es: /(sucursal|oficina) más cercana/i,
    de: /nächstgelegene filiale|nächste filiale/i,
  },
  { en: "send money", es: /enviar dinero/i, de: /geld (senden|überweisen)/i },
  { en: "yes", es: /^sí/i, de: /^ja\b/i },
  { en: "no", es: /^no\b/i, de: /^nein\b/i },
];

/** What the bank says; a star stands for a name or an amount. */
const SAID: ReadonlyArray<{ en: string } & Record<Language, string>> = [
  {
    en: "Welcome to Example Bank.",
    es: "Le damos la bienvenida a Example Bank.",
    de: "Willkommen bei der Example Bank.",
  },
  { en: "What can I do for you?", es: "¿En qué puedo ayudarle?", de: "Was kann ich für Sie tun?" },
  { en: "My balance", es: "Mi saldo", de: "Mein Kontostand" },
  { en: "Send money", es: "Enviar dinero", de: "Geld senden" },
  { en: "Choose a card", es: "Elegir una tarjeta", de: "Karte auswählen" },
  { en: "Which account?", es: "¿Qué cuenta?", de: "Welches Konto?" },
  { en: "Checking", es: "Cuenta corriente", de: "Girokonto" },
  { en: "Savings", es: "Cuenta de ahorros", de: "Sparkonto" },
  {
    en: "Your * balance is *.",
    es: "El saldo de su cuenta * es de *.",
    de: "Der Stand Ihres Kontos * ist *.",
  },
  { en: "How much do you want to send?", es: "¿Cuánto desea enviar?", de: "Wie viel möchten Sie senden?" },
  { en: "To which account?", es: "¿A qué cuenta?", de: "Auf welches Konto?" },
  { en: "Send * to *, right?", es: "¿Envío * a *?", de: "Soll ich * an * senden?" },
  { en: "Yes", es: "Sí", de: "Ja" },
  { en: "No", es: "No", de: "Nein" },
  {
    en: "Done. * is on its way to *.\\mIs there anything else?",
    es: "Hecho. Van * a *.\\m¿Algo más?",
    de: "Erledigt. * sind unterwegs an *.\\mKann ich noch etwas tun?",
  },
  {
    en: "Alright, nothing was sent.",
    es: "De acuerdo, no se ha enviado nada.",
    de: "In Ordnung, nichts wurde gesendet.",
  },
  {
    en: "These two cards are made for you.",
    es: "Estas dos tarjetas están hechas para usted.",
    de: "Diese zwei Karten sind für Sie gemacht.",
  },
  { en: "No fees abroad", es: "Sin comisiones en el extranjero", de: "Keine Gebühren im Ausland" },
  {
    en: "1 % back on groceries",
    es: "Un 1 % de vuelta en el supermercado",
    de: "1 % zurück beim Einkaufen",
  },
  { en: "Order this card", es: "Pedir esta tarjeta", de: "Diese Karte bestellen" },
  {
    en: "Your * card will be with you within five days.",
    es: "Su tarjeta * le llegará en cinco días.",
    de: "Ihre Karte * ist in fünf Tagen bei Ihnen.",
  },
  {
    en: "I have blocked the card.\\nA colleague from the card desk takes over now.",
    es: "He bloqueado la tarjeta.\\nAhora le atiende un colega del departamento de tarjetas.",
    de: "Ich habe die Karte gesperrt.\\nEine Kollegin aus dem Kartenservice übernimmt jetzt.",
  },
  {
    en: "I will connect you with a specialist.",
    es: "Le paso con un especialista.",
    de: "Ich verbinde Sie mit einer Fachkraft.",
  },
  {
    en: "Sorry, I can't help with that yet. Please say it in other words.",
    es: "Lo siento, todavía no puedo ayudarle con eso. Dígalo con otras palabras, por favor.",
    de: "Dabei kann ich leider noch nicht helfen. Bitte sagen Sie es mit anderen Worten.",
  },
  {
    en: "Please share your location, and I will look for the nearest branch.",
    es: "Comparta su ubicación, por favor, y buscaré la sucursal más cercana.",
    de: "Teilen Sie bitte Ihren Standort, dann suche ich die nächste Filiale.",
  },
  {
    en: "Your nearest branch is in *, * km from you.",
    es: "Su sucursal más cercana está en *, a * km de usted.",
    de: "Ihre nächste Filiale ist in *, * km von Ihnen.",
  },
  { en: "Branch in *", es: "Sucursal de *", de: "Filiale *" },
  { en: "Show it on a map", es: "Ver en un mapa", de: "Auf der Karte zeigen" },
  { en: "Opening hours", es: "Horario", de: "Öffnungszeiten" },
  { en: "Goodbye!", es: "¡Adiós!", de: "Auf Wiedersehen!" },
];

/** A customer's words, in the bank's English. */
export function heardIn(language: string | undefined, words: string): string {
  if (!isKnown(language)) return words;
  return HEARD.reduce((heard, { en, [language]: theirs }) => heard.replace(theirs, en), words);
}

/** The same content with the bank's sentences in the customer's language; whatever else is in it stays. */
export function saidIn<Content>(language: string | undefined, content: Content): Content {
  if (!isKnown(language)) return content;
  return mapValues(content, (value) => (typeof value === "string" ? translated(value, language) : value), []);
}

function translated(text: string, language: Language): string {
  for (const { en, [language]: theirs } of SAID) {
    const [isSaid, ...parts] = sentence(en).exec(text) ?? [];
    if (isSaid !== undefined) return theirs.replaceAll("*", () => parts.shift() ?? "");
  }
  return text;
}

function isKnown(language: string | undefined): language is Language {
  return language === "es" || language === "de";
}

function sentence(written: string): RegExp {
  const parts = written.split("*").map((part) => part.replace(/[.?\\%]/g, "\\$&"));
  return new RegExp(`^${parts.join("(.+)")}$`);
}

import * as z from "zod/mini";
import { CHANNELS, type Channel, type ChannelChoice } from "../liveperson/channel.ts";

/** One schema serves all variables of its kind: building one is a good part of what a cold start costs. */
const sentence = z.string();
const names = z.pipe(
  z.string(),
  z.transform((value: string): readonly string[] => (value === "none" ? [] : split(value))),
);
const yesOrNo = z.pipe(
  matching(/^(true|false)$/i, "true or false"),
  z.transform((value: string): boolean => value.toLowerCase() === "true"),
);

/**
 * Every environment variable: its default as the bank would write it, and what it must look like. All are optional; a
 * wrong one is named and the default is used. The bank's secrets are read in `clinc/access.ts`.
 */
const VARIABLES = {
  CLINC_SECRET_PREFIX: variable("clinc", matching(/^[\w-]{1,80}$/, "letters, digits, _ and -, at most 80")),
  CLINC_DEVICE: variable("liveperson", matching(/^\S+$/, "one word")),
  CLINC_LANGUAGE: variable("en", matching(/^[a-z]{2}$/, "an ISO 639-1 code, two small letters")),
  CLINC_TIMEOUT_MS: variable("8000", wholeNumber(1000, 12_000)),
  CLINC_EXTERNAL_USER: variable("none", oneOf(["none", "visitor", "customer"])),
  TRANSFER_SKILL: variable("", sentence),
  TRANSFER_COMPETENCIES: variable(
    "agent_handover, faq_agent_handover, live_agent, human_agent, speak_to_agent, transfer_to_agent",
    names,
  ),
  CLOSE_COMPETENCIES: variable("clean_goodbye, close_conversation, end_conversation", names),
  CLOSE_WITHOUT_SURVEY: variable("false", yesOrNo),
  OUT_OF_SCOPE_COMPETENCIES: variable("out_of_scope, outofscope, oos", names),
  MISUNDERSTOOD_LIMIT: variable("3", wholeNumber(0, 100)),
  FAILURE_LIMIT: variable("2", wholeNumber(0, 100)),
  WELCOME_MESSAGE: variable("", sentence),
  WELCOME_QUERY: variable("hello", sentence),
  APOLOGY_MESSAGE: variable(
    "Sorry, I am having technical difficulties. Please try again in a moment.",
    sentence,
  ),
  TRANSFER_MESSAGE: variable("I am connecting you with a colleague who can help.", sentence),
  UNSUPPORTED_MESSAGE: variable("Sorry, I can only read text messages. Please tell me in words.", sentence),
  PUBLIC_MESSAGE: variable("Please send us a private message, so that we can help you safely.", sentence),
  AGENT_SUMMARY: variable("true", yesOrNo),
  AGENT_SUMMARY_SLOTS: variable("", names),
  CHANNEL: variable("auto", channelChoice()),
  ALLOW_HTML: variable("false", yesOrNo),
};

/** The name of an environment variable. */
export type VariableName = keyof typeof VARIABLES;

/** All settings, checked and in their own types. */
export type Settings = { [Name in VariableName]: z.infer<(typeof VARIABLES)[Name]["schema"]> };

/** The defaults as they stand in the documentation. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, { standard }]) => [name, standard]),
) as Record<VariableName, string>;

/**
 * Reads the settings.
 *
 * @returns the settings, and one sentence for each wrong variable: its name and what it should be. The value itself is
 * not repeated, it might be a secret in the wrong place.
 */
export function readSettings(environment: Record<string, string | undefined>): {
  settings: Settings;
  complaints: string[];
} {
  const complaints: string[] = [];
  const entries = Object.entries(VARIABLES).map(([name, { standard, schema }]) => {
    const given = environment[name]?.trim() || standard;
    const result = z.safeParse(schema as z.ZodMiniType<unknown, string>, given);
    if (result.success) return [name, result.data];
    complaints.push(`${name} must be ${result.error.issues[0]?.message}; the default is used`);
    return [name, z.safeParse(schema as z.ZodMiniType<unknown, string>, standard).data];
  });
  return { settings: Object.fromEntries(entries) as Settings, complaints };
}

function variable<Schema extends z.ZodMiniType<unknown, string>>(standard: string, schema: Schema) {
  return { standard, schema };
}

/** A string that `accepts` takes, else the complaint says what was expected. */
function checkedText(accepts: (value: string) => boolean, expected: string) {
  return z.string().check(z.refine(accepts, expected));
}

function matching(pattern: RegExp, expected: string) {
  return checkedText((value) => pattern.test(value), expected);
}

function wholeNumber(min: number, max: number) {
  const accepts = (value: string) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
  return z.pipe(checkedText(accepts, `a whole number from ${min} to ${max}`), z.transform(Number));
}

function oneOf<const Option extends string>(options: readonly Option[]) {
  const isOption = checkedText((value) => options.includes(value as Option), `one of ${options.join(", ")}`);
  return z.pipe(
    isOption,
    z.transform((value: string): Option => value as Option),
  );
}

/** `auto`, a channel, or `value=channel, …` for channels that only the bank can tell apart. */
function channelChoice() {
  const isChannel = (name: string | undefined) => CHANNELS.includes(name as (typeof CHANNELS)[number]);
  const isPair = (pair: string) => /^[^=]+=[^=]+$/.test(pair) && isChannel(pair.split("=")[1]?.trim());
  const accepts = (value: string) => value === "auto" || isChannel(value) || split(value).every(isPair);
  const expected = `auto, one of ${CHANNELS.join(", ")}, or a list such as MyIntegration=whatsapp, 1234567890=sms`;
  return z.pipe(
    checkedText(accepts, expected),
    z.transform((value: string): ChannelChoice => {
      if (isChannel(value)) return { always: value as Channel };
      const pairs =
        value === "auto" ? [] : split(value).map((pair) => pair.split("=").map((side) => side.trim()));
      return { byValue: new Map(pairs as Array<[string, Channel]>) };
    }),
  );
}

function split(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The three secrets, without their prefix, for the documentation and the templates. */
export const SECRET_MEANINGS = {
  host: "host of the Clinc instance, with or without https://, optional port and path",
  app_key: "the App-Key, a word of its own without the scheme",
  ai_version: "UUID of the AI version; leave it out for Clinc's default",
} as const;

/** What each variable is for, for the documentation. Nothing in the function refers to it, so it is not deployed twice. */
export const VARIABLE_MEANINGS: Record<VariableName, string> = {
  CLINC_SECRET_PREFIX: "first part of the secrets' names, so that one account can hold several bots",
  CLINC_DEVICE: "keyword that selects Clinc's personality, the set of texts",
  CLINC_LANGUAGE: "ISO 639-1 code of the language",
  CLINC_TIMEOUT_MS: "1000 to 12000, milliseconds for Clinc in one turn, a repeated query included",
  CLINC_EXTERNAL_USER:
    "who Clinc is told is asking; visitor is LivePerson's id, customer the id of an authenticated consumer",
  TRANSFER_SKILL: "name of the skill that takes over; without it the bot's own escalation does",
  TRANSFER_COMPETENCIES: "names that mean give me a human",
  CLOSE_COMPETENCIES: "names that end the conversation",
  CLOSE_WITHOUT_SURVEY: "true skips the post-conversation survey",
  OUT_OF_SCOPE_COMPETENCIES: "names that mean not understood",
  MISUNDERSTOOD_LIMIT: "so many misunderstandings in a row transfer; 0 is never",
  FAILURE_LIMIT: "so many failed turns in a row transfer; 0 is never",
  WELCOME_MESSAGE: "said when a conversation opens; without it Clinc is asked WELCOME_QUERY",
  WELCOME_QUERY: "what Clinc is asked when a conversation opens",
  APOLOGY_MESSAGE: "said when Clinc cannot answer",
  TRANSFER_MESSAGE: "said on a transfer when Clinc said nothing itself",
  UNSUPPORTED_MESSAGE: "said to a file, a location or anything else that Clinc cannot read",
  PUBLIC_MESSAGE: "the only thing ever said to a public post on a social network",
  AGENT_SUMMARY: "private summary for the agent on a transfer; needs the account's Private Message feature",
  AGENT_SUMMARY_SLOTS: "names of the slots whose masked values may stand in it",
  CHANNEL: "auto, one channel, or value=channel pairs matched with integration, appId or skillId",
  ALLOW_HTML: "true leaves markup in cards alone",
};

import { CHANNELS, type Channel, type ChannelChoice } from "../liveperson/channel.ts";
import { contextAddress } from "../record/place.ts";
import {
  items,
  kind,
  matching,
  message,
  NAME,
  names,
  oneOf,
  pairs,
  sentence,
  variable,
  wholeNumber,
  yesOrNo,
} from "../runtime/variables.ts";

/**
 * Every environment variable of the bot. All are optional; a wrong one is named and the default is used. What each is
 * for stands in `meanings.ts`, and the bank's secrets are read in `clinc/access.ts`.
 */
export const VARIABLES = {
  CLINC_SECRET_PREFIX: variable("clinc", matching(/^[\w-]{1,80}$/, "letters, digits, _ and -, at most 80")),
  CLINC_DEVICE: variable("liveperson", matching(/^\S+$/, "one word")),
  CLINC_LANGUAGE: variable("en", languageList()),
  CLINC_TIMEOUT_MS: variable("8000", wholeNumber(1000, 11_000)),
  CLINC_EXTERNAL_USER: variable("none", oneOf(["none", "visitor", "customer"])),
  TRANSFER_SKILL: variable("", sentence),
  TRANSFER_SKILLS: variable("", skillsByName()),
  TRANSFER_COMPETENCIES: variable(
    "agent_handover, faq_agent_handover, live_agent, human_agent, speak_to_agent, transfer_to_agent",
    names,
  ),
  CLOSE_COMPETENCIES: variable("clean_goodbye, close_conversation, end_conversation", names),
  CLOSE_WITHOUT_SURVEY: variable("false", yesOrNo),
  OUT_OF_SCOPE_COMPETENCIES: variable("out_of_scope, outofscope, oos", names),
  MISUNDERSTOOD_LIMIT: variable("3", wholeNumber(0, 100)),
  FAILURE_LIMIT: variable("2", wholeNumber(0, 100)),
  WELCOME_MESSAGE: variable("", message),
  WELCOME_QUERY: variable("hello", message),
  APOLOGY_MESSAGE: variable(
    "Sorry, I am having technical difficulties. Please try again in a moment.",
    message,
  ),
  TRANSFER_MESSAGE: variable("I am connecting you with a colleague who can help.", message),
  UNSUPPORTED_MESSAGE: variable("Sorry, I can only read text messages. Please tell me in words.", message),
  PUBLIC_MESSAGE: variable("Please send us a private message, so that we can help you safely.", message),
  CHOOSE_MESSAGE: variable("Please choose:", message),
  LIST_MESSAGE: variable("Please answer with one of these:", message),
  AGENT_SUMMARY: variable("true", yesOrNo),
  AGENT_DETAILS: variable("", names),
  CONTEXT_HOST: variable(
    "z1",
    kind((text) => (contextAddress(text) ? text : undefined), "z1, z2, z3 or a host under .liveperson.net"),
  ),
  CONTEXT_ACCOUNT: variable("", matching(/^[\w-]{0,100}$/, "LivePerson's number of the account")),
  CONTEXT_TTL_HOURS: variable("24", wholeNumber(1, 168)),
  CHANNEL: variable("auto", channelChoice()),
  ALLOW_HTML: variable("false", yesOrNo),
};

/** The name of an environment variable. */
export type VariableName = keyof typeof VARIABLES;

/** The first is spoken with consumers of whom nothing is known. */
function languageList() {
  return kind((text): readonly string[] | undefined => {
    const list = items(text);
    return list.length > 0 && list.every((code) => /^[a-z]{2}$/.test(code)) ? list : undefined;
  }, "an ISO 639-1 code, two small letters, or a list of such");
}

/** `card_lost=human-fraud, mortgage=human-mortgage`: names of competencies or intents, and the skill for each. */
function skillsByName() {
  return kind((text) => {
    const skills = pairs(text);
    return skills && [...skills.keys()].every((name) => NAME.test(name)) ? skills : undefined;
  }, "pairs such as card_lost=human-fraud, each name once");
}

/** `auto`, a channel, or `value=channel, …` for channels that only the bank can tell apart. */
function channelChoice() {
  const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name);
  return kind(
    (text): ChannelChoice | undefined => {
      if (isChannel(text)) return { always: text };
      const byValue = pairs(text === "auto" ? "" : text) as ReadonlyMap<string, Channel> | undefined;
      return byValue && [...byValue.values()].every(isChannel) ? { byValue } : undefined;
    },
    `auto, one of ${CHANNELS.join(", ")}, or a list such as MyIntegration=whatsapp, 1234567890=sms`,
  );
}

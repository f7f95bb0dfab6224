import { NAME_VARIABLES } from "../answer/variables.ts";
import { CLINC_VARIABLES } from "../clinc/variables.ts";
import { CHANNELS, type Channel, type ChannelChoice } from "../liveperson/channel.ts";
import { RECORD_VARIABLES } from "../record/variables.ts";
import {
  itemsLike,
  kind,
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
  ...CLINC_VARIABLES,
  CLINC_EXTERNAL_USER: variable("none", oneOf(["none", "visitor", "customer"])),
  CLINC_CONTEXT: variable(
    "none",
    itemsLike(
      /^(channel|surface|skill|language|authenticated|campaign|(un)?auth(\.[^.\s]+)+)$/,
      "none, or names out of channel, surface, skill, language, authenticated, campaign, auth.… and unauth.…",
    ),
  ),
  TRANSFER_SKILL: variable("", sentence),
  TRANSFER_SKILLS: variable("", skillsByName()),
  ...NAME_VARIABLES,
  CLOSE_WITHOUT_SURVEY: variable("false", yesOrNo),
  MISUNDERSTOOD_LIMIT: variable("3", wholeNumber(0, 100)),
  FAILURE_LIMIT: variable("2", wholeNumber(0, 100)),
  WELCOME_MESSAGE: variable("", message),
  WELCOME_QUERY: variable("hello", message),
  LOCATION_QUERY: variable("", message),
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
  ...RECORD_VARIABLES,
  CHANNEL: variable("auto", channelChoice()),
  ALLOW_HTML: variable("false", yesOrNo),
};

/** The name of an environment variable. */
export type VariableName = keyof typeof VARIABLES;

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

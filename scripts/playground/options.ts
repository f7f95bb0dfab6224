import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../stand-ins/clinc/faults.ts";
import { SHOWCASE } from "../stand-ins/clinc/showcase.ts";
import { LANGUAGES } from "./languages.ts";
import { settingsToChoose } from "./settings-to-choose.ts";
import type { Options } from "./view.ts";

/** What there is to choose from on the page. */
export function optionsOf(isLive: boolean): Options {
  return {
    isLive,
    channels: CHANNEL_TITLES,
    languages: LANGUAGES,
    faults: isLive ? [] : FAULTS.map((name) => ({ value: name, title: CLINC_FAULTS[name].title })),
    variables: settingsToChoose(),
    examples: isLive ? [] : [...BANK, ...SHOWCASE.map(({ say, shows }) => ({ group: SHOWN, say, shows }))],
  };
}

const TITLES: Record<Channel, string> = {
  facebook: "Facebook",
  whatsapp: "WhatsApp",
  apple: "Apple",
  rcs: "RCS",
  line: "LINE",
  viber: "Viber",
  instagram: "Instagram",
  twitter: "Twitter",
  sms: "SMS",
  web: "Web",
  chat: "Chat",
  unknown: "Unknown channel",
};

const CHANNEL_TITLES = [
  { value: "auto", title: "As the event tells: web" },
  ...CHANNELS.filter((name) => name !== "chat").map((name) => ({ value: name, title: channelTitle(name) })),
];

/** A channel as people name it. */
export function channelTitle(channel: Channel): string {
  return TITLES[channel];
}

/** Those that can be told apart on a page. What never ends would also never end in here. */
const FAULTS: readonly ClincFaultName[] = [
  "slow",
  "hangs",
  "hangs_up",
  "bad_gateway",
  "error",
  "html",
  "nonsense",
  "blank",
  "wrong_key",
  "no_api",
  "refuses_query",
  "throttles",
  "busy",
];

const SHOWN = "What an author can write";
const TALK = "A day at the bank";

const BANK = [
  { say: "hello", shows: "a greeting with quick replies" },
  { say: "What is my balance?", shows: "a question with two accounts to choose from" },
  { say: "Send $50 to savings", shows: "a transfer of money that wants a yes" },
  { say: "Choose a card", shows: "typing, then two cards side by side" },
  { say: "Will it rain tomorrow?", shows: "not understood; the third in a row goes to an agent" },
  { say: "I lost my card", shows: "a transfer to the card desk, with a note for the agent" },
  { say: "I want to talk to a person", shows: "a transfer to the skill in TRANSFER_SKILL" },
  { say: "Goodbye", shows: "the end of the conversation" },
].map((example) => ({ group: TALK, ...example }));

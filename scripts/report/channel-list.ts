import { VARIABLES } from "../../src/bot/variables.ts";
import { CHANNELS } from "../../src/liveperson/channel.ts";
import type { ChannelFigures } from "./count/channels.ts";
import { UNREADABLE } from "./read/name.ts";

/**
 * A value of `CHANNEL` that knows every channel of a log.
 *
 * `list` is blank where none is needed. `guessed` are values that look like a channel by their names alone, `unknown` those
 * for which somebody has to look up which channel they are.
 */
export type ChannelList = { list: string; guessed: string[]; unknown: string[] };

/** What the bot finds out by itself, or takes as it is. */
const OWN = /^(WEB_SDK|MOBILE_SDK|webAsync)$/;

/** LivePerson's own names of some channels, beside the names that the bot has for them. */
const NAMES: ReadonlyArray<readonly [name: RegExp, channel: (typeof CHANNELS)[number]]> = [
  [/whats?app|(^|[_.-])wa([_.-]|$)/i, "whatsapp"],
  [/facebook|(^|[_.-])fb([_.-]|$)|messenger/i, "facebook"],
  [/apple|(^|[_.-])abc([_.-]|$)|businesschat/i, "apple"],
  [/google|rcs/i, "rcs"],
  [/(^|[_.-])line([_.-]|$)/i, "line"],
  [/viber/i, "viber"],
  [/instagram/i, "instagram"],
  [/twitter/i, "twitter"],
  [/sms|twilio/i, "sms"],
];

/** The pairs for all values that a log has, in the form that the bot takes. */
export function channelList(channels: readonly ChannelFigures[]): ChannelList {
  const pairs = new Map<string, string>();
  const [guessed, unknown] = [new Set<string>(), new Set<string>()];
  for (const { integration, appId, channel } of channels) {
    const value = tellingValue(integration, appId, channels);
    if (value === undefined || channel === "chat" || pairs.has(value)) continue;
    const known = isChannel(channel) ? channel : undefined;
    const name = known ?? NAMES.find(([like]) => like.test(value))?.[1];
    if (name === undefined) unknown.add(value);
    else pairs.set(value, name);
    if (name !== undefined && known === undefined) guessed.add(value);
  }
  const list = [...pairs].map(([value, name]) => `${value}=${name}`).join(", ");
  return { list: isTaken(list) ? list : "", guessed: [...guessed], unknown: [...unknown] };
}

/** The integration; where several channels share one, the app. A value that is the web's own needs no pair. */
function tellingValue(
  integration: string,
  appId: string,
  channels: readonly ChannelFigures[],
): string | undefined {
  const sharing = new Set(
    channels.filter((other) => other.integration === integration).map((other) => other.appId),
  );
  const value = integration !== "" && sharing.size === 1 ? integration : appId || integration;
  const isNone = value === "" || value === "others" || value === UNREADABLE;
  return isNone || OWN.test(integration) || OWN.test(appId) ? undefined : value;
}

function isChannel(name: string): name is (typeof CHANNELS)[number] {
  return (CHANNELS as readonly string[]).includes(name);
}

/** The bot's own check, so that what is pasted is taken. */
function isTaken(list: string): boolean {
  return list !== "" && VARIABLES.CHANNEL.schema.safeParse(list).success;
}

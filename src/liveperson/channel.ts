import type { Origin } from "./consumer-turn.ts";

/** The profiles that a bank can choose. `chat` is LivePerson's real-time chat; all others are messaging. */
export const CHANNELS = [
  "web",
  "facebook",
  "whatsapp",
  "apple",
  "rcs",
  "line",
  "viber",
  "instagram",
  "twitter",
  "sms",
  "chat",
] as const;

/** One of LivePerson's channels, or `unknown`: then only what every channel can show is certain. */
export type Channel = (typeof CHANNELS)[number] | "unknown";

/** How the channel is found: always the same, or by a value of the event; by the event alone when nothing is named. */
export type ChannelChoice = { always: Channel } | { byValue: ReadonlyMap<string, Channel> };

/**
 * The channel of an event. Only the values of the web and of the mobile SDKs are public; for every other channel the
 * bank tells which value of `integration`, `appId` or `skillId` means it. Chat is chat whatever is configured: quick
 * replies would make the whole turn fail there.
 */
export function channelOf(origin: Origin, choice: ChannelChoice): Channel {
  if (origin.isChat) return "chat";
  if ("always" in choice) return choice.always;
  const told = [origin.integration, origin.appId, origin.skillId]
    .map((value) => choice.byValue.get(value))
    .find(Boolean);
  if (told) return told;
  const isOwnWindow = /^(WEB|MOBILE)_SDK$/.test(origin.integration) || origin.appId === "webAsync";
  const drawsRichContent = origin.features.some(
    (feature) => feature === "RICH_CONTENT" || feature === "QUICK_REPLIES",
  );
  return isOwnWindow || drawsRichContent ? "web" : "unknown";
}

/**
 * The channel profiles that a bank can choose. `chat` is LivePerson's real-time chat; all others are messaging.
 *
 * @see https://developers.liveperson.com/getting-started-with-rich-messaging-introduction.html
 */
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

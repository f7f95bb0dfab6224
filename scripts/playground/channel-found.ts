import { type ChannelChoice, channelOf } from "../../src/liveperson/channel.ts";
import type { Origin } from "../../src/liveperson/consumer-turn.ts";
import type { ChannelView } from "./view.ts";

/** The channel of a turn as the function finds it, and where it finds none, what it has looked at. */
export function channelFound(origin: Origin, choice: ChannelChoice): ChannelView {
  const name = channelOf(origin, choice);
  return { name, why: name === "unknown" ? whyUnknown(origin, choice) : "" };
}

function whyUnknown({ integration, appId, skillId }: Origin, choice: ChannelChoice): string {
  const told = Object.entries({ integration, appId, skillId }).filter(([, value]) => value !== "");
  if (told.length === 0)
    return "The event tells no integration, no appId and no skillId, so only what every channel shows is sent.";
  const values = told.map(([name, value]) => `${name} ${value}`).join(", ");
  const named = "byValue" in choice && choice.byValue.size > 0;
  const setting = named ? "CHANNEL names none of these" : "CHANNEL says of none of these what it means";
  return `The event tells ${values}, and ${setting}: only what every channel shows is sent.`;
}

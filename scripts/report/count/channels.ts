import type { Turn } from "../read/line.ts";
import { ByName } from "./by-name.ts";

/** What LivePerson told of a channel, and what the bot took it for. */
export type ChannelFigures = { integration: string; appId: string; channel: string; turns: number };

/** Counts the values by which channels are told apart. */
export class Channels {
  private readonly byValue = new ByName<ChannelFigures>(() => ({
    ...{ integration: "others", appId: "others", channel: "others", turns: 0 },
  }));

  add({ integration = "", appId = "", channel }: Turn): void {
    if (channel === undefined) return;
    const figures = this.byValue.of(JSON.stringify([integration, appId, channel]));
    if (figures.turns === 0) Object.assign(figures, { integration, appId, channel });
    figures.turns += 1;
  }

  /** The most used first. */
  figures(): ChannelFigures[] {
    const all = this.byValue
      .all()
      .map(([name, figures]) =>
        name === "others"
          ? { ...figures, integration: "others", appId: "others", channel: "others" }
          : figures,
      );
    return all.sort((one, other) => other.turns - one.turns);
  }
}

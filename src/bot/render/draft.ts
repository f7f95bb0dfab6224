import type { Choice } from "../../answer/answer.ts";
import type { Channel } from "../../liveperson/channel.ts";
import { withoutMarkup } from "../../liveperson/markup.ts";
import { PROFILES, type Profile } from "../../liveperson/profiles.ts";
import { isBlank } from "../../runtime/characters.ts";
import { split } from "../../runtime/graphemes.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";
import type { Settings } from "../settings.ts";

/** A reply in the making: its channel, and what the blocks of one answer add up to. */
export class Draft {
  readonly profile: Profile;
  /** What may be chosen next. Numbers go on through all lists of a turn. */
  readonly open: { shown: Choice[]; numbered: Choice[] } = { shown: [], numbered: [] };
  /** What had to be changed or left out on the way. */
  readonly remarks: string[] = [];

  constructor(
    readonly channel: Channel,
    readonly settings: Pick<Settings, "CHOOSE_MESSAGE" | "LIST_MESSAGE" | "ALLOW_HTML">,
  ) {
    this.profile = PROFILES[channel];
  }

  /** Texts as messages, in pieces where they are too long; without those that nobody would see. */
  texts(...texts: string[]): string[] {
    return texts.flatMap((text) => split(text, this.profile.text)).filter((text) => !isBlank(text));
  }

  /** Content without the power of markup where the channel would set it as such. */
  safe(content: JsonObject): JsonObject {
    return this.profile.isMarkup && !this.settings.ALLOW_HTML ? withoutMarkup(content) : content;
  }

  /** Tells the operator what did not fit. */
  remark(problem: string, instead: string): void {
    this.remarks.push(`${this.channel}: ${problem}; ${instead}`);
  }
}

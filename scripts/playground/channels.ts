import { readSettings } from "../../src/bot/settings.ts";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { inputOf, newConversationId } from "../conversations/events.ts";
import type { OwnAnswer } from "../conversations/own-answer.ts";
import { changed, textPayload } from "../conversations/payloads.ts";
import { type MockClinc, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { loadBuilt } from "../stand-ins/functions/load-built.ts";
import type { LoadedFunction } from "../stand-ins/functions/load-function.ts";
import { channelFound } from "./channel-found.ts";
import { channelTitle } from "./options.ts";
import { remarksOf } from "./remarks.ts";
import { turnView } from "./turn-view.ts";
import type { Setup, ShownView } from "./view.ts";

const SHOWN: readonly Channel[] = [...CHANNELS, "unknown"];

type Place = { channel: Channel; bot: LoadedFunction; environment: Record<string, string> };

/**
 * An author's answer on all channels side by side, each by the built function in a conversation of its own. The
 * functions stay loaded as long as the settings do. They are always those of V1, which say the same: a module of V2 would
 * stay in memory for good, and each change of a setting loads twelve.
 */
export class Channels {
  #clinc: Promise<MockClinc> | undefined;
  #loaded: { key: string; places: Promise<Place[]> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** One after the other: they share one Clinc. */
  show(text: string, answer: OwnAnswer, setup: Setup): Promise<ShownView[]> {
    const shown = this.#last.then(async () => {
      this.#clinc ??= startMockClinc();
      const clinc = await this.#clinc;
      clinc.ownAnswer = answer;
      const places = await this.#placesFor(setup, clinc);
      return Promise.all(places.map((place) => shownOn(place, text, setup.language)));
    });
    this.#last = shown.catch(() => undefined);
    return shown;
  }

  async close(): Promise<void> {
    await this.#last;
    await (await this.#clinc)?.close();
  }

  #placesFor({ environment }: Setup, clinc: MockClinc): Promise<Place[]> {
    const key = JSON.stringify(environment);
    if (this.#loaded?.key === key) return this.#loaded.places;
    const places = SHOWN.map(async (channel) => {
      const variables = { ...environment, CHANNEL: channel === "unknown" ? "auto" : channel };
      const [bot] = await loadBuilt("v1", 1, mockSecrets(clinc.host), variables);
      return { channel, bot: bot as LoadedFunction, environment: variables };
    });
    this.#loaded = { key, places: Promise.all(places) };
    return this.#loaded.places;
  }
}

async function shownOn(
  { channel, bot, environment }: Place,
  text: string,
  language: string,
): Promise<ShownView> {
  const isChat = channel === "chat";
  const where = { conversationId: newConversationId(isChat), index: 0, isChat, language };
  const payload = textPayload(text, where);
  // Nothing in such an event tells where it is from.
  const input = inputOf(
    channel === "unknown" ? changed(payload, { originatorClientProperties: {} }) : payload,
    where,
  );
  const invocation = await bot.invoke(input);
  const { settings, complaints } = readSettings(environment);
  const about = {
    ...{ number: 1, said: text, isSpoken: true, how: "", fault: "" },
    channel: channelFound(parseEvent(input).origin, settings.CHANNEL),
    remarks: remarksOf(invocation.logs, complaints),
  };
  const view = turnView(about, input, invocation, { instance: 0, exchanges: [] }, isChat);
  const { messages, remarks, ending } = view;
  return { title: channelTitle(channel), messages, remarks, ...(ending && { ending }) };
}

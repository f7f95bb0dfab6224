import { readSettings } from "../../src/bot/settings.ts";
import { channelOf } from "../../src/liveperson/channel.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { describe, inputOf, newConversationId } from "../conversations/events.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../stand-ins/clinc/faults.ts";
import { mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { loadBuilt } from "../stand-ins/functions/load-built.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { type Act, HOW, turnOf } from "./act.ts";
import { overhear, overheardToolbelt } from "./overhear.ts";
import { turnView } from "./turn-view.ts";
import type { Setup, TurnView } from "./view.ts";

/** One instance of the built function in one conversation, with a Clinc of its own unless there is a real one. */
export type Run = {
  /**
   * Takes the turn of this number.
   *
   * @param signal gives it up, however long Clinc is silent
   */
  take(acts: readonly Act[], index: number, fault: string, signal: AbortSignal): Promise<TurnView>;
  close(): Promise<void>;
};

/** Starts afresh: nobody remembers anything. */
export async function startRun(
  { generation, isChat, channel, language, environment }: Setup,
  live?: Secrets,
): Promise<Run> {
  const mock = live ? undefined : await startMockClinc();
  const secrets = live ?? mockSecrets(mock?.host ?? "");
  const { settings } = readSettings({ ...environment, CHANNEL: channel });
  const bot = await loadBuilt(generation, secrets, { ...environment, CHANNEL: channel }, overheardToolbelt);
  const conversation = { conversationId: newConversationId(isChat), isChat, language };
  return {
    async take(acts, index, fault, signal) {
      const name = mock && Object.hasOwn(CLINC_FAULTS, fault) ? (fault as ClincFaultName) : undefined;
      if (mock) mock.fault = () => name;
      const input = inputOf(turnOf(acts, index, conversation), { ...conversation, index });
      const { result, exchanges } = await unlessAborted(
        signal,
        overhear(() => bot.invoke(input)),
      );
      const turn = parseEvent(input);
      const about = {
        number: index + 1,
        said: describe(input),
        isSpoken: turn.said.kind === "words",
        how: HOW[acts[index]?.kind ?? "words"],
        fault: name ? CLINC_FAULTS[name].title : "",
      };
      const shownOn = { isChat, channel: channelOf(turn.origin, settings.CHANNEL) };
      return turnView(about, input, result, exchanges, shownOn);
    },
    close: async () => mock?.close(),
  };
}

function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

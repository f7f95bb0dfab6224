import { readSettings } from "../../src/bot/settings.ts";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { describe, inputOf, newConversationId } from "../conversations/events.ts";
import { CLINC_FAULTS, type ClincFaultName } from "../stand-ins/clinc/faults.ts";
import { ASSIST_SECRETS, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { loadBuilt } from "../stand-ins/functions/load-built.ts";
import type { LoadedFunction } from "../stand-ins/functions/load-function.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { type Act, HOW, type PastAct, turnOf } from "./act.ts";
import { agentsDesk } from "./agents-desk.ts";
import { channelFound } from "./channel-found.ts";
import { keptOf } from "./kept.ts";
import { overhear, overheardToolbelt } from "./overhear.ts";
import { remarksOf } from "./remarks.ts";
import { turnView } from "./turn-view.ts";
import type { Setup, TurnView, WidgetView } from "./view.ts";

/** What is wrong with Clinc in a turn, and what an author has answered in its place. */
type Answering = Pick<PastAct, "fault" | "clinc">;

/** The built function in one conversation, with a Clinc and a record of its own unless there are real ones. */
export type Run = {
  /**
   * Takes the turn of this number.
   *
   * @param by who or what answers in Clinc's place
   * @param signal gives it up, however long Clinc is silent
   */
  take(acts: readonly Act[], index: number, by: Answering, signal: AbortSignal): Promise<TurnView>;
  /** What is wrong with Clinc from now on, also for the agent. */
  ail(fault: string): void;
  /**
   * The widget of the agent who has taken over.
   *
   * @param ancestors the origins whose pages frame it
   * @throws {DeskEnded}
   */
  widget(ancestors: readonly string[]): Promise<WidgetView>;
  close(): Promise<void>;
};

/** Starts afresh: nobody remembers anything. */
export async function startRun(
  { generation, isChat, channel, language, environment, record, ...setup }: Setup,
  live?: Secrets,
): Promise<Run> {
  const mock = live ? undefined : await startMockClinc();
  const context = live ? undefined : await startMockContextService();
  const store = context && mockRecord(context.host);
  const account = record ? store : undefined;
  const secrets = { ...(live ?? mockSecrets(mock?.host ?? "")), ...account?.secrets };
  const variables = { ...environment, CHANNEL: channel, ...account?.environment };
  const { settings, complaints } = readSettings(variables);
  const instances = await loadBuilt(generation, setup.instances, secrets, variables, {
    wrap: overheardToolbelt,
  });
  const desk = agentsDesk(
    // The store is there, whether the bot keeps anything in it or not.
    { ...secrets, ...store?.secrets, ...(live ? {} : ASSIST_SECRETS) },
    // A real Clinc is asked for nothing that nobody wants.
    { ...variables, ...store?.environment, ...(live && { DESK_SUGGEST: "manual" }) },
  );
  const count = instances.length;
  const conversation = { conversationId: newConversationId(isChat), isChat, language };
  let { conversationId } = conversation;
  const faultNamed = (fault: string) =>
    mock && Object.hasOwn(CLINC_FAULTS, fault) ? (fault as ClincFaultName) : undefined;
  const ail = (name: ClincFaultName | undefined) => {
    if (mock) mock.fault = () => name;
  };
  return {
    ail: (fault) => ail(faultNamed(fault)),
    widget: async (ancestors) => ({ address: await desk.widget(ancestors), conversationId }),
    async take(acts, index, { fault, clinc: own }, signal) {
      const name = faultNamed(fault);
      ail(name);
      if (mock) mock.ownAnswer = own;
      const input = inputOf(turnOf(acts, index, conversation), { ...conversation, index });
      const instance = instances[index % count] as LoadedFunction;
      const { result, exchanges } = await unlessAborted(
        signal,
        overhear(() => instance.invoke(input)),
      );
      const turn = parseEvent(input);
      // A file may tell its own.
      conversationId = turn.conversationId || conversationId;
      const kept = context && account && (await keptOf(context, settings, turn.conversationId));
      const around = { instance: count > 1 ? (index % count) + 1 : 0, exchanges, ...(kept && { kept }) };
      const about = {
        number: index + 1,
        said: describe(input),
        isSpoken: turn.said.kind === "words",
        how: own ? "your own answer" : HOW[acts[index]?.kind ?? "words"],
        fault: name ? CLINC_FAULTS[name].title : "",
        channel: channelFound(turn.origin, settings.CHANNEL),
        remarks: remarksOf(result.logs, complaints),
        ...(own && { own }),
      };
      return turnView(about, input, result, around, isChat);
    },
    async close() {
      await desk.close();
      await mock?.close();
      await context?.close();
    },
  };
}

function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

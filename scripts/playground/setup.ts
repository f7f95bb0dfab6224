import type { WrittenConversation } from "../conversations/read-conversation.ts";
import { speaking } from "./languages.ts";
import type { Setup } from "./view.ts";

/**
 * The set-up after a change. Where a consumer comes who speaks another language, the example bank speaks it from then on;
 * a real one has its own settings.
 */
export function changedSetup(before: Setup, changes: Partial<Setup>, isExampleBank: boolean): Setup {
  const next = { ...before, ...changes };
  if (changes.language === undefined || !isExampleBank) return next;
  return { ...next, environment: speaking(next.language, next.environment) };
}

/** The set-up that a file asks for; what is wrong with Clinc is in no file. */
export function setupOf(
  { isChat, language, environment, instances, record }: WrittenConversation,
  before: Setup,
  isExampleBank: boolean,
): Setup {
  const { CHANNEL, ...others } = environment;
  const channel = CHANNEL?.trim() || "auto";
  const kept = isExampleBank ? { record, environment: {} } : realRecord(before);
  return {
    ...before,
    ...{ isChat, channel, language, instances, fault: "" },
    ...{ record: kept.record, environment: { ...kept.environment, ...others } },
  };
}

/** The shell says whether and where there are real records; no file does. */
function realRecord({ record, environment }: Setup): Pick<Setup, "record" | "environment"> {
  const place = Object.entries(environment).filter(([name]) => name.startsWith("CONTEXT_"));
  return { record, environment: Object.fromEntries(place) };
}

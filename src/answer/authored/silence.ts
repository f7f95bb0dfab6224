import { isJsonObject } from "../../runtime/tolerant.ts";
import { entriesOf, isForAgents } from "./authored.ts";

/**
 * Whether an author wrote nothing that a consumer would read: pauses, texts for agents and actions alone. A misspelt key
 * was to say something, most likely; what is empty beside a pause or an action is what a template left there.
 */
export function isMeantAsSilence(liveperson: unknown): boolean {
  return entriesOf(liveperson).entries.every((entry) => {
    if (!isJsonObject(entry)) return false;
    if (isForAgents(entry.messageAudience)) return true;
    const isToSay = (key: string) => ("action" in entry ? SAYS.test(key) : !SAYS_NOTHING.test(key));
    const isSilent = Object.keys(entry).every((key) => !isToSay(key) || isEmpty(entry[key]));
    return isSilent && ("delay" in entry || "action" in entry);
  });
}

const SAYS = /^(text|textResponse|choices|card|carousel|structuredContent)$/;
const SAYS_NOTHING = /^(delay|typing|messageAudience|metadata|encodedMetadata)$/;

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

import { isBlank } from "../../runtime/characters.ts";
import { asFlag, asNumber, fromJsonText, isJsonObject, type JsonObject } from "../../runtime/tolerant.ts";
import type { Block, Outcome } from "../answer.ts";
import { blockAsText } from "../as-text.ts";
import { actionKeys, readAction } from "./action.ts";
import { readEncodedMetadata } from "./metadata.ts";
import { readNative } from "./native.ts";
import { atMost, nameUnknown, type Remark, readNeutral, words } from "./neutral.ts";

/** What an author put under `liveperson`. */
export type Authored = { blocks: Block[]; outcomes: Outcome[]; remarks: string[] };

/**
 * Reads what a bot author wrote under the key `liveperson`: one entry or an ordered list. Two vocabularies mix freely:
 * the one that LivePerson's own connectors for other bots have taught, read here, and the channel-neutral one.
 *
 * JSON written as text is read as JSON only where it is the whole value, and then brings content alone: a business
 * logic may echo there what the consumer typed, and nobody shall type an action or a text for the agent.
 *
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-advanced-features.html
 * @example
 * [{ "delay": 2, "typing": true },
 *  { "structuredContent": { "type": "vertical", "elements": [] }, "metadata": [{ "type": "ExternalId", "id": "card-1" }] },
 *  { "text": "Checked the limit", "messageAudience": "AGENTS_AND_MANAGERS" },
 *  { "action": "TRANSFER", "actionParameters": { "skill": "human-cards" } }]
 */
export function readAuthored(liveperson: unknown, closeWithoutSurvey: boolean): Authored {
  const { entries, isText } = entriesOf(liveperson);
  const authored: Authored = { blocks: [], outcomes: [], remarks: [] };
  const remark: Remark = (_, what) => authored.remarks.push(`liveperson: ${what}`);
  atMost(entries, "", remark).forEach((entry, index) => {
    readEntry(entry, closeWithoutSurvey, authored, `liveperson[${index}]`);
  });
  return isText ? contentAlone(authored) : authored;
}

/** One entry or a list of them; from text where the whole value is JSON. */
export function entriesOf(liveperson: unknown): { entries: readonly unknown[]; isText: boolean } {
  const fromText = typeof liveperson === "string" ? fromJsonText(liveperson) : undefined;
  const written = fromText ?? liveperson ?? [];
  return { entries: Array.isArray(written) ? written : [written], isText: fromText !== undefined };
}

/** What text may bring, even if it is JSON. */
function contentAlone({ blocks, outcomes, remarks }: Authored): Authored {
  const content = blocks.filter(({ kind }) => kind !== "note");
  const left = blocks.length - content.length + outcomes.length;
  const remark =
    "liveperson: JSON written as text brings content only; its action or text for agents was left out";
  return { blocks: content, outcomes: [], remarks: left > 0 ? [...remarks, remark] : remarks };
}

function readEntry(entry: unknown, closeWithoutSurvey: boolean, authored: Authored, at: string): void {
  const remark: Remark = (field, what) => {
    authored.remarks.push(`${at}${field}: ${what}`);
  };
  if (typeof entry === "string") {
    if (!isBlank(entry)) authored.blocks.push({ kind: "text", text: entry });
    return;
  }
  if (!isJsonObject(entry)) {
    remark("", "neither a text nor an object");
    return;
  }
  nameUnknown(entry, [...ENTRY_KEYS, ...actionKeys(entry)], "", remark);
  authored.blocks.push(...readBlocks(entry, remark));
  const action = "action" in entry ? readAction(entry, closeWithoutSurvey, remark) : undefined;
  if (action) authored.outcomes.push(action);
}

/** What an entry may hold beside an action and its parameters. */
export const ENTRY_KEYS = [
  ...["text", "messageAudience", "textResponse", "encodedMetadata", "choices", "card", "carousel"],
  ...["delay", "typing", "structuredContent", "metadata"],
];

/** An entry may say several things at once; first the pause, then the words, then what is drawn. */
function readBlocks(entry: JsonObject, remark: Remark): Block[] {
  const pause = "delay" in entry ? readPause(entry, remark) : [];
  const content = [
    ...("choices" in entry ? [] : readText(entry, "text", remark)),
    ...readText(entry, "textResponse", remark),
    ...readNeutral(entry, remark),
    ...readNative(entry, remark),
  ];
  return [...pause, ...(isForAgents(entry.messageAudience) ? asNote(content, remark) : content)];
}

function readText(entry: JsonObject, key: "text" | "textResponse", remark: Remark): Block[] {
  const text = words(entry, key, "", remark);
  return text === "" ? [] : [{ kind: "text", text, ...readEncodedMetadata(entry.encodedMetadata, remark) }];
}

/** A private message is plain text: what is drawn for a consumer reaches the agent in words. */
function asNote(content: readonly Block[], remark: Remark): Block[] {
  if (content.some(({ kind }) => kind !== "text")) {
    remark(
      ".messageAudience",
      "only texts can be for agents; the rest of the entry was sent to them in words",
    );
  }
  const text = content.map(blockAsText).filter(Boolean).join("\n");
  return text === "" ? [] : [{ kind: "note", text }];
}

/** An audience that is misspelt was still meant to keep the text from the consumer. */
export function isForAgents(audience: unknown): boolean {
  return audience !== undefined && audience !== null && audience !== "ALL";
}

function readPause(entry: JsonObject, remark: Remark): Block[] {
  const seconds = Math.min(LONGEST_PAUSE, Math.round(asNumber(entry.delay) || 0));
  if (seconds < 1) {
    remark(".delay", "not a number of seconds from 1");
    return [];
  }
  const typing = asFlag(entry.typing);
  return [{ kind: "pause", seconds, ...(typing !== undefined && { typing }) }];
}

/** Seconds; LivePerson documents no limit, and a consumer takes a longer silence for a failure. */
const LONGEST_PAUSE = 30;

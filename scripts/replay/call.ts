import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { OWN_CONVERSATIONS, ownConversation } from "../conversations/read-conversation.ts";
import { UsageError, type Values } from "../kit/command.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { liveSecrets, settingsOfShell } from "../stand-ins/functions/shell-account.ts";
import { channelsOf } from "./all-channels.ts";

/** The options of `npm start`. */
export const OPTIONS = {
  all: { type: "boolean" },
  channel: { type: "string" },
  channels: { type: "boolean" },
  generation: { type: "string", default: "both" },
  json: { type: "boolean" },
  junit: { type: "string" },
  live: { type: "boolean" },
  lenient: { type: "boolean" },
  schema: { type: "string" },
  update: { type: "boolean" },
} as const;

/** What a replay was asked for. */
export type Call = {
  files: readonly string[];
  generations: readonly Generation[];
  /** Instead of each file's own channel; empty for that. */
  channels: readonly Channel[];
  /** Secrets of a real Clinc. */
  live: Secrets | undefined;
  isLenient: boolean;
  /** Only the first of the files is printed as a whole. */
  isBrief: boolean;
  isUpdate: boolean;
  isJson: boolean;
  /** The file for JUnit's results; `""` for none. */
  junit: string;
};

/**
 * Reads how `npm start` was called.
 *
 * @throws {UsageError}
 */
export function callOf(values: Values<typeof OPTIONS>, words: readonly string[]): Call {
  const generations = GENERATIONS.filter((one) => ["both", one].includes(values.generation));
  if (generations.length === 0) throw new UsageError("--generation is v1, v2 or both; choose one of them");
  const { all, update, json, junit = "" } = values;
  const channels = values.channel ? channelsOf(values.channel) : values.channels ? CHANNELS : [];
  const toTest = update ? "--update" : json ? "--json" : junit ? "--junit" : "";
  if (channels.length > 0 && toTest)
    throw new UsageError(`--channels and --channel only show answers; leave out ${toTest}`);
  if (channels.length > 0 && words.length === 0)
    throw new UsageError("--channels and --channel need the file with the conversation to show");
  if (update && words.length === 0) throw new UsageError("--update needs the files to write into");
  if (update && (json || junit))
    throw new UsageError("--update changes what --json and --junit tell; call them one after the other");
  refuseNowhere("--junit", junit);
  // A wrong one ends it before anything is started.
  settingsOfShell();
  const live = values.live ? liveSecrets() : undefined;
  if (live && words.length === 0)
    throw new UsageError("--live needs a file of yours: the project's own expect what the example bank says");
  return {
    files: words.length > 0 ? words : OWN_CONVERSATIONS.map(ownConversation),
    generations,
    channels,
    live,
    isLenient: values.lenient === true,
    isBrief: words.length === 0 && !all,
    isUpdate: update === true,
    isJson: json === true,
    junit,
  };
}

/** @throws {UsageError} for a file that cannot be written: its folder is not there, or it is one itself */
export function refuseNowhere(option: string, file: string): void {
  if (file === "") return;
  if (!existsSync(dirname(file)))
    throw new UsageError(`${option} cannot write ${file}: the folder ${dirname(file)} is not there`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${option} cannot write ${file}, which is a folder; name a file`);
}

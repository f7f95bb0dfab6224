import type { ClincAccess } from "../clinc/access.ts";
import type { AskClinc } from "../clinc/ask.ts";
import type { Place } from "../record/place.ts";
import type { RecordStore } from "../record/store.ts";
import type { Deadline } from "../runtime/deadline.ts";
import type { Conversations } from "./conversations.ts";
import type { Settings } from "./settings.ts";

/** The records of conversations. */
export type Records = {
  /** None where the account is not known. */
  place: Place | undefined;
  store: RecordStore;
  /** Whether other instances write them at the same time: V2 serves one request per instance. */
  isShared: boolean;
  /** Why there are none although the bank has the key; named once. */
  complaints: string[];
};

/** What a turn needs; built once per instance. */
export type Bot = {
  /** In the first language of the bank's list. */
  settings: Settings;
  /** In the consumer's language where the bank lists it, else in the first. */
  settingsIn: (language: string) => Settings;
  /** What is wrong with the settings; named in the first turn and then no more. */
  complaints: string[];
  conversations: Conversations;
  askClinc: AskClinc;
  /** The secrets; rejects where they cannot be had, or the bot is switched off. */
  access: (deadline: Deadline) => Promise<ClincAccess>;
  records: Records;
  /** Rejects when a secret is missing that nothing works without; resolves to what else is wrong with the secrets. */
  checkSecrets: (deadline: Deadline) => Promise<string[]>;
};

import type { AskClinc } from "../clinc/ask.ts";
import type { Deadline } from "../runtime/deadline.ts";
import type { Conversations } from "./conversations.ts";
import type { Settings } from "./settings.ts";

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
  /** Rejects when a secret is missing that nothing works without; resolves to what else is wrong with the secrets. */
  checkSecrets: (deadline: Deadline) => Promise<string[]>;
};

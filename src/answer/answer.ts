import type { Responsible } from "../runtime/fault.ts";
import type { JsonObject } from "../runtime/tolerant.ts";

/**
 * What the bot says and what then happens to the conversation, before any channel is thought of. Everything ends as an
 * answer: Clinc's reply, a greeting of our own, every failure. So there is one way out.
 */
export type Answer = {
  /** In the order in which they are said. */
  blocks: readonly Block[];
  intent: Intent;
  outcome: Outcome;
  /** Whose fault it is that Clinc did not answer; absent where it did, or was not asked. */
  fault?: Responsible;
  /** What the operator should know: content that was left out and why. Names of fields only, never their values. */
  remarks: readonly string[];
};

/** One thing that is said. */
export type Block =
  | { kind: "text"; text: string; encodedMetadata?: string }
  | { kind: "choices"; text: string; choices: readonly Choice[] }
  | { kind: "card"; card: Card }
  | { kind: "carousel"; cards: readonly Card[] }
  /** LivePerson's own structured content as the author wrote it; with quick replies it is `{message, quickReplies}`. */
  | { kind: "native"; content: JsonObject; metadata?: JsonObject[]; encodedMetadata?: string }
  | { kind: "pause"; seconds: number; typing?: boolean }
  /** For the agent's eyes only. */
  | { kind: "note"; text: string };

/** A block that shows the consumer nothing. */
export function isSilent({ kind }: Block): boolean {
  return kind === "pause" || kind === "note";
}

/** Something to choose: what the consumer reads, and what choosing it says to Clinc. */
export type Choice = { title: string; say: string };

/**
 * What the consumer may choose from after a turn. Titles count wherever they were shown, numbers only in the lists that
 * had them, the first being 1.
 */
export type OpenChoices = { shown: readonly Choice[]; numbered: readonly Choice[] };

/** A card as authors write it once for all channels; an empty text is none. */
export type Card = {
  title: string;
  subtitle: string;
  text: string;
  image?: { url: string; alt: string };
  buttons: readonly Button[];
};

/** Says something to Clinc, or opens an address (`tel:` for a call). */
export type Button = Choice | { title: string; link: string };

/** Choosing says something to Clinc; a button with an address does not. */
export function isChoice(button: Button): button is Choice {
  return "say" in button;
}

/** The classification that stands in the Agent Escalation Summary. */
export type Intent = {
  /** Without white space, at most 256 characters. */
  id: string;
  name: string;
  /** 0 to 1. */
  score: number;
};

/** What happens to the conversation after the blocks are said. */
export type Outcome =
  | { kind: "continue" }
  /** @property skill `""` leaves the choice to the settings */
  | { kind: "transfer"; skill: string; agentId: string; why: string }
  | { kind: "close"; withoutSurvey: boolean }
  /** An action that only LivePerson knows. */
  | { kind: "native"; action: "INVOCATION" | "CHANGE_TTR"; parameters: JsonObject };

/** The bot is out after these. */
export function endsBotTurn({ kind }: Outcome): boolean {
  return kind === "transfer" || kind === "close";
}

/** A transfer to the skill of the settings; the agent reads why. */
export function transfer(why: string): Outcome {
  return { kind: "transfer", skill: "", agentId: "", why };
}

/** An intent that no classifier gave: it names why there is none. */
export function ownIntent(id: string): Intent {
  return { id, name: spoken(id), score: 0 };
}

/** `get_balance` → `get balance`. */
export function spoken(id: string): string {
  return id.replace(/_+/g, " ").trim();
}

import type { Generation } from "../build/generation.ts";
import type { OwnAnswer } from "../conversations/own-answer.ts";
import type { LogEntry } from "../stand-ins/functions/load-function.ts";

/** What the page gets from the server and shows; nothing but JSON. */
export type ConversationView = {
  /** Another number means that all turns are new, because the conversation was started or replayed. */
  run: number;
  title: string;
  setup: Setup;
  turns: TurnView[];
  lines: LineView[];
  /** What the last change did to the conversation; `""` for nothing worth telling. */
  notice: string;
  /** Wrong settings, in the words of the function. */
  complaints: string[];
};

/** Where and how the conversation takes place. */
export type Setup = {
  generation: Generation;
  isChat: boolean;
  /** The value of `CHANNEL`. */
  channel: string;
  /** The consumer's, as browsers tell it (`es-ES`); `""` where no event tells it. */
  language: string;
  /** So many instances of V2 take the turns, one after the other; V1 has one. */
  instances: number;
  /** Whether the conversation has a record at LivePerson. */
  record: boolean;
  /** The name of what is wrong with Clinc; `""` for nothing. */
  fault: string;
  /** The function's other environment variables. */
  environment: Record<string, string>;
};

/** What the consumer and the agent say to each other while the bot is out. */
export type LineView = {
  /** The number of the turn with which the bot went out. */
  after: number;
  by: "consumer" | "agent";
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
};

/** The agent's widget, and what it is about. */
export type WidgetView = { address: string; conversationId: string };

/** One turn, for everybody who looks at it. */
export type TurnView = {
  number: number;
  said: string;
  /** Those are the consumer's own words, and not a description. */
  isSpoken: boolean;
  /** What is not just words: a click, a file, the same event once more, … */
  how: string;
  /** What was wrong with Clinc; `""` for nothing. */
  fault: string;
  /** What an author has answered in Clinc's place. */
  own?: OwnAnswer;
  messages: MessageView[];
  classification?: { id: string; name: string; score: number };
  channel: ChannelView;
  /** What the function has told the author of the content, in its own words. */
  remarks: string[];
  ending?: Ending;
  /** What else LivePerson is told to do. */
  order: string;
  record: RecordView;
};

/** The channel that a turn was answered for. `why` is told where it is `unknown`. */
export type ChannelView = { name: string; why: string };

/** How far a conversation is that happens again. */
export type Progress = { turn: number; of: number };

/** What one channel shows of an answer. */
export type ShownView = Pick<TurnView, "messages" | "remarks" | "ending"> & { title: string };

/** A message of the bot. */
export type MessageView =
  | { kind: "text"; text: string }
  /** Below a post on a social network, where everybody can read it. */
  | { kind: "public"; text: string }
  | { kind: "delay"; seconds: number; typing: boolean }
  | { kind: "private"; text: string }
  | { kind: "quickReplies"; text: string; replies: QuickReplyView[] }
  /** `refusal` says why LivePerson's renderer does not draw it. */
  | { kind: "content"; content: Record<string, unknown>; refusal: string };

/** A quick reply and what a click on it does. */
export type QuickReplyView = { title: string; actions: Array<Record<string, unknown>>; metadata: unknown[] };

/** Why the bot is out of the conversation. */
export type Ending =
  | { kind: "transfer"; skill: string }
  | { kind: "close"; withSurvey: boolean }
  /** The function failed, or LivePerson refuses its reply. */
  | { kind: "escalation"; why: string };

/** The turn for developers. */
type RecordView = {
  /** Which instance took it, counted from 1; 0 where there is only one. */
  instance: number;
  input: unknown;
  exchanges: ExchangeView[];
  reply: unknown;
  milliseconds: number;
  logs: LogEntry[];
  /** The conversation's record as the turn has left it; absent where none is kept. */
  kept?: KeptView;
};

/** What is kept of a conversation, for those who have the service's key, and for those who have the App-Key as well. */
export type KeptView = { livePerson: unknown; bot: unknown };

/** A request and what came back; `failure` says why nothing did. */
export type ExchangeView = {
  /** Clinc, or LivePerson's Conversation Context Service. */
  to: "Clinc" | "the record";
  request: { method: string; url: string; headers: Record<string, string>; body: unknown };
  answer?: { status: number; headers: Record<string, unknown>; body: unknown };
  failure?: string;
  milliseconds: number;
};

/** A variable of the function; `choices` where only these few values are right. */
export type VariableView = {
  name: string;
  group: string;
  standard: string;
  meaning: string;
  choices?: string[];
};

/** What there is to choose from. */
export type Options = {
  isLive: boolean;
  channels: Array<{ value: string; title: string }>;
  languages: Array<{ value: string; title: string }>;
  faults: Array<{ value: string; title: string }>;
  variables: VariableView[];
  examples: Array<{ group: string; say: string; shows: string }>;
};

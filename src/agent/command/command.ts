import { isRecordable } from "../../record/place.ts";
import { now } from "../../runtime/clock.ts";
import { Deadline } from "../../runtime/deadline.ts";
import { length } from "../../runtime/graphemes.ts";
import type { ReadBriefing } from "../briefing.ts";
import { type Suggest, startAsking } from "../suggestion.ts";
import type { AgentSettings } from "../variables.ts";
import { briefingText } from "./briefing-text.ts";
import { readCommand } from "./event.ts";
import { type Outcome, reportCommand } from "./report.ts";
import { suggestionText } from "./suggestion-text.ts";

/** What a command needs; built once per instance. */
export type AgentSide = {
  settings: AgentSettings;
  readBriefing: ReadBriefing;
  suggest: Suggest;
  /** What is wrong with the settings; named with the first command and then no more. */
  complaints: string[];
};

/** Code points, all words together. A consumer's message is shorter; more was pasted by mistake. */
const LONGEST_WORDS = 1_000;

/**
 * One slash command: without words what the bot knew of the conversation, with a consumer's words what Clinc would say to
 * them. The text is shown to this agent alone, and neither kept nor sent.
 *
 * @param input whatever the platform passed to the function
 * @returns plain text; what goes wrong is a sentence that says what to do
 */
export async function answerCommand(input: unknown, side: AgentSide): Promise<string> {
  const command = readCommand(input);
  const { conversationId, words } = command;
  const trace = startAsking();
  const startedAt = now();
  const { text, ...outcome } = await answer();
  reportCommand(command, outcome, trace, now() - startedAt, side.complaints.splice(0));
  return text;

  async function answer(): Promise<Outcome & { text: string }> {
    const { settings, readBriefing, suggest } = side;
    if (!isRecordable(conversationId))
      return { said: "nothing", status: "no_conversation", text: NO_CONVERSATION };
    if (words === "") {
      const briefing = await readBriefing(conversationId);
      const fault = briefing.status === "unavailable" ? briefing.fault : undefined;
      const text = briefingText(briefing, Date.now(), settings.CONTEXT_TTL_HOURS);
      return { said: "briefing", status: briefing.status, fault, text };
    }
    if (length(words) > LONGEST_WORDS) return { said: "suggestion", status: "too_long", text: TOO_LONG };
    const suggestion = await suggest(conversationId, words, new Deadline(settings.CLINC_TIMEOUT_MS), trace);
    const { status, fault, intent, score } = suggestion;
    const text = suggestionText(suggestion, settings.ASSIST_MIN_WORDS);
    return { said: "suggestion", status, fault, intent, score, text };
  }
}

const NO_CONVERSATION =
  "This command is about a conversation, and got the id of none. Open a conversation, and type the command there.";
const TOO_LONG = `Too much to ask Clinc with: type at most ${LONGEST_WORDS} characters behind the command, best the consumer's last message.`;

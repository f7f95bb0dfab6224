import { unusableReply } from "../clinc/faults.ts";
import { type ClincReply, clincVisuals } from "../clinc/reply.ts";
import { isJsonObject, readAs } from "../runtime/tolerant.ts";
import { type Block, endsBotTurn, type Intent, isSilent, type Outcome, transfer } from "./answer.ts";
import { readAuthored } from "./authored/authored.ts";
import { isMeantAsSilence } from "./authored/silence.ts";
import { intentOf, isNamed, namesOf } from "./classification.ts";
import { readSpeech, readText } from "./clinc-text.ts";

/** What Clinc said, before it is decided what comes of it. */
export type Reading = {
  blocks: Block[];
  intent: Intent;
  /** The actions that the author wrote. */
  authored: Outcome[];
  /** What the names of competencies and states ask for. */
  named: Outcome[];
  /** The skill for a transfer that names none; `""` leaves it to the settings. */
  skill: string;
  isUnderstood: boolean;
  remarks: string[];
};

/** The settings that reading a reply depends on. */
export type ReadingSettings = {
  TRANSFER_COMPETENCIES: readonly string[];
  TRANSFER_SKILLS: ReadonlyMap<string, string>;
  CLOSE_COMPETENCIES: readonly string[];
  CLOSE_WITHOUT_SURVEY: boolean;
  OUT_OF_SCOPE_COMPETENCIES: readonly string[];
};

/**
 * Reads Clinc's reply: its text first, then what the author put under `liveperson`, in order.
 *
 * @throws {Fault} when there is nothing in it to show or to do, whatever its HTTP status was, or nothing for the
 * consumer although its author wrote some
 */
export function readReply(reply: ClincReply, settings: ReadingSettings): Reading {
  if (!isJsonObject(reply.visuals)) throw unusableReply("Clinc answered without visuals");
  const visuals = readAs(clincVisuals, reply.visuals);
  const formatted = readText(visuals.formattedResponse);
  const messages = formatted.length > 0 ? formatted : readSpeech(visuals.speakableResponse);
  const liveperson = visuals.liveperson ?? reply.bl_resp.visual_payload.liveperson;
  const authored = readAuthored(liveperson, settings.CLOSE_WITHOUT_SURVEY);
  const names = namesOf(reply);
  const named = namedOutcomes(names, settings);
  const blocks = saidOnce(messages, authored.blocks);
  const outcomes = [...authored.outcomes, ...named];
  const isNothing = blocks.length + outcomes.length === 0;
  if (isNothing || (isWordless(blocks, outcomes) && !isMeantAsSilence(liveperson))) {
    throw unusableReply(
      ["Clinc answered without a text or anything to show", ...authored.remarks].join("; "),
    );
  }
  return {
    blocks,
    intent: intentOf(reply),
    authored: authored.outcomes,
    named,
    skill: skillFor(names, settings),
    isUnderstood: !isNamed(names, settings.OUT_OF_SCOPE_COMPETENCIES),
    remarks: authored.remarks,
  };
}

/** A transfer is announced in any case, and a close needs no words. */
function isWordless(blocks: readonly Block[], outcomes: readonly Outcome[]): boolean {
  return blocks.every(isSilent) && !outcomes.some(endsBotTurn);
}

function namedOutcomes(names: readonly string[], settings: ReadingSettings): Outcome[] {
  const outcomes: Outcome[] = [];
  if (isNamed(names, settings.TRANSFER_COMPETENCIES)) {
    outcomes.push(transfer("the consumer asked for a person"));
  }
  if (isNamed(names, settings.CLOSE_COMPETENCIES)) {
    outcomes.push({ kind: "close", withoutSurvey: settings.CLOSE_WITHOUT_SURVEY });
  }
  return outcomes;
}

/** The first one whose name is the reply's. */
function skillFor(names: readonly string[], { TRANSFER_SKILLS }: ReadingSettings): string {
  const [, skill = ""] = [...TRANSFER_SKILLS].find(([name]) => isNamed(names, [name])) || [];
  return skill;
}

/**
 * Templates often repeat in the payload what the text says already. A text entry that does is left out; quick replies
 * cannot do without their message, so there Clinc's own text gives way.
 */
function saidOnce(messages: readonly string[], authored: Block[]): Block[] {
  const said = messages.join("\n");
  const isSame = (other: unknown) => typeof other === "string" && readText(other).join("\n") === said;
  if (said === "") return authored;
  const asksForAnswer = (block: Block) =>
    (block.kind === "native" && isSame(block.content.message)) ||
    (block.kind === "choices" && isSame(block.text));
  if (authored.some(asksForAnswer)) return authored;
  return [
    ...messages.map((text): Block => ({ kind: "text", text })),
    ...authored.filter((block) => !(block.kind === "text" && isSame(block.text))),
  ];
}

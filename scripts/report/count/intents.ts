import type { Turn } from "../read/line.ts";
import { ByName } from "./by-name.ts";
import { isMisunderstood, type Names } from "./hand-over.ts";

/** How sure Clinc was of an intent, 0 to 1, and how often its turns handed over. */
export type IntentFigures = { intent: string; turns: number; meanScore: number; handedOver: number };

/** Of the messages in words that Clinc answered, how many it did not understand; and all intents, the weakest first. */
export type UnderstandingFigures = { asked: number; misunderstood: number; intents: IntentFigures[] };

/** Counts what Clinc made of what consumers wrote. */
export class Intents {
  private asked = 0;
  private misunderstood = 0;
  private readonly byName = new ByName(() => ({ turns: 0, scores: 0, handedOver: 0 }));
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  add(turn: Turn): void {
    const { said, fault, intent, score, outcome } = turn;
    const isAnswered = said === "words" && fault === undefined && intent !== undefined && score !== undefined;
    if (!isAnswered || OWN.includes(intent)) return;
    this.asked += 1;
    if (isMisunderstood(turn, this.names)) {
      this.misunderstood += 1;
      return;
    }
    const sums = this.byName.of(intent);
    sums.turns += 1;
    sums.scores += score;
    if (outcome === "transfer") sums.handedOver += 1;
  }

  figures(): UnderstandingFigures {
    const intents = this.byName.all().map(([intent, { turns, scores, handedOver }]) => ({
      ...{ intent, turns, handedOver, meanScore: Math.round((scores / turns) * 1000) / 1000 },
    }));
    intents.sort((one, other) => one.meanScore - other.meanScore);
    return { asked: this.asked, misunderstood: this.misunderstood, intents };
  }
}

/** Intents of the bot's own, for turns in which Clinc was not asked. */
const OWN = ["switched_off", "earlier_turn_pending", "unsupported_message", "welcome"];

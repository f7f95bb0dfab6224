import { pause } from "../../../src/runtime/deadline.ts";
import type { Chance } from "../../kit/chance.ts";
import type { InMemoryAnswer, InMemoryRequest } from "../../stand-ins/functions/in-memory.ts";
import { json, type Query, replyTo } from "../answers.ts";
import { messageOf } from "../numbered.ts";
import type { Asked, ClincSays, Play } from "./play.ts";

/** Milliseconds that an answer takes, from and to; 1.4 s was seen. */
const LATENCY_MS = [300, 1_500] as const;

/** What Clinc knows of the play that is on. */
export type Part = {
  /** What it was asked. */
  asked: Asked[];
  /** The message that was sent last. Words that carry no number are taken for its. */
  latest: number;
  messages: Play["messages"];
  chance: Chance;
};

/** A Clinc that plays its part, in as many conversations as are on. */
export class ScriptedClinc {
  private readonly parts = new Map<string, Part>();

  /** Begins to play. */
  play(conversationId: string, { messages }: Play, chance: Chance): Part {
    const part = { asked: [], latest: 0, messages, chance };
    this.parts.set(conversationId, part);
    return part;
  }

  /** What was asked too late to be heard is asked all the same. */
  end(conversationId: string): void {
    this.parts.delete(conversationId);
  }

  async respond({ body }: InMemoryRequest): Promise<InMemoryAnswer> {
    const query: Query = JSON.parse(body);
    const part = this.parts.get(query.dialog_seed);
    if (!part) throw new Error("Clinc was asked in a conversation that is over");
    const message = messageOf(query.query) ?? part.latest;
    part.asked.push({ message, words: query.query });
    await pause(part.chance.between(...LATENCY_MS));
    return answerOf(query, part.messages[message]?.clinc ?? { kind: "misunderstood" });
  }
}

function answerOf(query: Query, says: ClincSays): Promise<InMemoryAnswer> {
  if (says.kind === "fails") return json(says.status, { detail: "No." });
  if (says.kind === "misunderstood") return replyTo(query, "out_of_scope", "Please say it in other words.");
  const { name = "get_balance", account, liveperson } = says;
  const slots = account === undefined ? {} : { ACCOUNT: account };
  return replyTo(query, name, "Here you are.", { slots, liveperson });
}

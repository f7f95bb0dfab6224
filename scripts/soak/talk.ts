import type { Chance } from "../kit/chance.ts";
import { SHOWCASE } from "../stand-ins/clinc/showcase.ts";
import type { InMemoryAnswer } from "../stand-ins/functions/in-memory.ts";
import { type Query, replyTo } from "./answers.ts";
import { CANARIES } from "./canaries.ts";
import { choiceFor, messageOf } from "./numbered.ts";

/** What a reply says beside the name of its competency. */
type Content = { text?: string; liveperson: unknown };

/** What an entry for agents can hold; the consumer must see none of it. */
const CONFIDENCES: ReadonlyArray<Record<string, unknown>> = [
  { text: CANARIES.agents },
  { textResponse: CANARIES.agents },
  { card: { title: CANARIES.agents, text: "Limit checked", buttons: [CANARIES.agents] } },
  { carousel: [{ title: "Offer", text: CANARIES.agents }] },
  { text: "To do", choices: [{ title: "Call back", say: CANARIES.agents }] },
  { structuredContent: { type: "vertical", elements: [{ type: "text", text: CANARIES.agents }] } },
];

/** What the slots hold; one of them is allowlisted. */
const SLOTS = { ACCOUNT: `card ${CANARIES.card}`, DIARY: CANARIES.slot };

/** What Clinc says when it is well. */
export function talk(query: Query, chance: Chance): Promise<InMemoryAnswer> {
  const name = chance.weighted([
    [40, "get_balance"],
    [1, "faq_agent_handover"],
    [1, "clean_goodbye"],
  ]);
  const { text = "", liveperson } = content(query, chance);
  return replyTo(query, name, `${CANARIES.answer} ${text}`, { liveperson, slots: SLOTS });
}

/** A business logic that is careless enough to echo the consumer would let JSON in that a consumer typed. */
function content({ query }: Query, chance: Chance): Content {
  if (query.startsWith("{")) return { liveperson: query };
  return chance.weighted<Content>([
    [13, chance.one(SHOWCASE)],
    [2, { liveperson: { ...chance.one(CONFIDENCES), messageAudience: "AGENTS_AND_MANAGERS" } }],
    [5, { liveperson: { text: "Go on?", choices: ["No", choiceFor((messageOf(query) ?? 0) + 1)] } }],
  ]);
}

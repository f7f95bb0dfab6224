import type { ConversationView, Ending, TurnView } from "../view.ts";
import { byId, make } from "./dom.ts";
import { endingForAgent } from "./ending.ts";
import { turnNumber } from "./selection.ts";

/** The agent's side: each query and its class, private messages, and what became of the conversation. */
export function showAgent({ turns }: ConversationView): void {
  byId("agent-turns").replaceChildren(...turns.map(item));
  byId("agent-empty").hidden = turns.length > 0;
  const banner = byId("banner");
  const ending = turns.at(-1)?.ending;
  banner.hidden = ending === undefined;
  banner.replaceChildren();
  if (ending) tell(banner, ending);
  showNewest();
}

/** Brings the newest turn into sight; a pane that is hidden cannot be scrolled. */
export function showNewest(): void {
  const scroll = byId("agent-scroll");
  scroll.scrollTop = scroll.scrollHeight;
}

function tell(banner: HTMLElement, ending: Ending): void {
  banner.dataset.kind = ending.kind;
  const [headline, meaning] = endingForAgent(ending);
  banner.append(make("strong", {}, headline), make("span", {}, meaning));
}

function item(turn: TurnView): HTMLElement {
  const notes = turn.messages.flatMap((message) =>
    message.kind === "private" ? [privateNote(message.text)] : [],
  );
  const orders =
    turn.order === "" ? [] : [make("p", { class: "order" }, `LivePerson is told: ${turn.order}`)];
  return make(
    "li",
    { "data-turn": String(turn.number) },
    make("div", { class: "query" }, turnNumber(turn.number), make("q", {}, turn.said), classification(turn)),
    ...notes,
    ...orders,
  );
}

function classification({ classification }: TurnView): HTMLElement {
  if (!classification) return make("span", { class: "intent" }, "no intent: the reply was not taken");
  const { name, id, score } = classification;
  return make(
    "span",
    { class: "intent", title: id },
    make("span", { class: "intent-name" }, name),
    make("meter", {
      min: "0",
      max: "1",
      low: "0.5",
      high: "0.8",
      optimum: "1",
      value: String(score),
      "aria-label": `Score of ${name}`,
    }),
    make("span", { class: "score" }, score.toFixed(2)),
  );
}

function privateNote(text: string): HTMLElement {
  return make(
    "figure",
    { class: "private" },
    make("figcaption", {}, "Private: agents and managers only"),
    make("p", {}, text),
  );
}

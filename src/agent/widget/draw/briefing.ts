import type { BriefingCard, TurnLine } from "../briefing-card.ts";
import { clock } from "../written.ts";
import type { Hear } from "./act.ts";
import { make } from "./dom.ts";
import { expected, score, trouble } from "./parts.ts";

/** More turns than these are a click away. */
const FIRST_TURNS = 5;

/** The card with what Clinc knew. */
export function drawBriefing(card: BriefingCard, hear: Hear): Node[] {
  switch (card.kind) {
    case "asking":
      return [expected("Reading the record", 4)];
    case "nothing":
      return [trouble(hear, card.trouble, { kind: "ask", what: "briefing" })];
    case "known":
      return [...reason(card), ...details(card), ...turns(card)];
  }
}

type Known = Extract<BriefingCard, { kind: "known" }>;

function reason({ why, at }: Known): Node[] {
  if (why === "") return [];
  const time = clock(at);
  return [
    make(
      "p",
      { class: "head" },
      make("strong", {}, "Handed over"),
      ...(time ? [make("time", {}, time)] : []),
    ),
    make("p", {}, why),
  ];
}

function details({ details }: Known): Node[] {
  if (details.length === 0) return [];
  const rows = details.map(([label, value]) =>
    make("div", {}, make("dt", {}, label), make("dd", { dir: "auto" }, value)),
  );
  return [make("h3", {}, "Details"), make("dl", {}, ...rows)];
}

function turns({ turns }: Known): Node[] {
  if (turns.length === 0) return [];
  const list = (some: readonly TurnLine[]) => make("ol", { class: "turns" }, ...some.map(line));
  const rest = turns.slice(FIRST_TURNS);
  return [
    make("h3", {}, "Intents, newest first"),
    list(turns.slice(0, FIRST_TURNS)),
    ...(rest.length > 0
      ? [make("details", {}, make("summary", { "data-key": "more" }, `${rest.length} more`), list(rest))]
      : []),
  ];
}

function line({ at, name, score: value, remarks }: TurnLine): HTMLElement {
  return make(
    "li",
    {},
    make("p", { class: "head" }, make("span", { class: "intent" }, name), score(value, name)),
    make("p", { class: "remarks" }, [clock(at), ...remarks].filter((remark) => remark !== "").join(" · ")),
  );
}

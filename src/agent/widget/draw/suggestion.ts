import type { Quote, SuggestionCard } from "../suggestion-card.ts";
import { clock } from "../written.ts";
import type { Hear } from "./act.ts";
import { icon, make } from "./dom.ts";
import { button, expected, score, trouble } from "./parts.ts";

/** The one shortcut, as the agent's keyboard writes it. */
export const SHORTCUT = /mac/i.test(navigator.platform) ? "⌥U" : "Alt+U";

type Draft = Extract<SuggestionCard, { kind: "draft" }>;

/** The card with the suggested reply. */
export function drawSuggestion(card: SuggestionCard, hear: Hear): Node[] {
  if (card.kind === "waiting") return [make("p", { class: "calm" }, card.text)];
  return [quoted(card.quote), ...content(card, hear)];
}

function content(card: Exclude<SuggestionCard, { kind: "waiting" }>, hear: Hear): HTMLElement[] {
  const ask = { kind: "ask", what: "suggestion" } as const;
  switch (card.kind) {
    case "offer":
      return [
        make(
          "p",
          { class: "actions" },
          button("Suggest a reply", "ask", () => hear(ask), { class: "primary" }),
        ),
      ];
    case "asking":
      return [expected("Asking Clinc for a suggestion", 3)];
    case "nothing":
      return [trouble(hear, card.trouble, ask)];
    case "draft":
      return [draft(card), actions(card, hear), ...note(card)];
  }
}

function quoted({ text, at }: Quote): HTMLElement {
  const time = clock(at);
  return make(
    "p",
    { class: "quote" },
    make("q", { dir: "auto", title: text }, text),
    ...(time ? [make("time", {}, time)] : []),
  );
}

function draft({ text, intent, score: value }: Draft): HTMLElement {
  const from = intent === "" ? [] : [make("span", { class: "intent" }, intent)];
  const sure = value === undefined ? [] : [score(value, intent || "the suggestion")];
  return make(
    "div",
    { class: "draft" },
    make("p", { class: "words", dir: "auto" }, text),
    make("p", { class: "source" }, ...from, ...sure),
  );
}

function actions({ isUsed, isCopied, rating }: Draft, hear: Hear): HTMLElement {
  const use = button("Use", "use", () => hear({ kind: "use" }), { class: isUsed ? "plain" : "primary" });
  use.setAttribute("aria-keyshortcuts", "Alt+U");
  use.append(make("kbd", { "aria-hidden": "true" }, SHORTCUT));
  const copy = button(isCopied ? "Copied" : "Copy", "copy", () => hear({ kind: "copy" }), { class: "plain" });
  return make(
    "p",
    { class: "actions" },
    use,
    copy,
    make(
      "span",
      { class: "rating", role: "group", "aria-label": "Your opinion of it" },
      rate("good", rating, hear),
      rate("bad", rating, hear),
    ),
  );
}

function rate(one: "good" | "bad", rating: Draft["rating"], hear: Hear): HTMLElement {
  const made = button("", one, () => hear({ kind: one }), { class: "quiet" });
  made.setAttribute("aria-pressed", String(rating === one));
  made.setAttribute("aria-label", one === "good" ? "Good suggestion" : "Bad suggestion");
  made.title = one === "good" ? "Good suggestion" : "Bad suggestion";
  made.append(icon(one));
  return made;
}

const REFUSED = {
  use: "The workspace did not take it. Copy it instead.",
  copy: "Your browser did not copy it. Select the text instead.",
};

/** The agent sends, never this panel. */
function note({ isUsed, refused }: Draft): HTMLElement[] {
  if (refused !== "")
    return [make("p", { class: "note bad", role: "alert" }, icon("warn"), REFUSED[refused])];
  if (!isUsed) return [];
  return [
    make(
      "p",
      { class: "note" },
      icon("done"),
      "Put into your input. Read it, change it, and send it yourself.",
    ),
  ];
}

import type { MessageView, TurnView } from "../view.ts";
import { bubble, content, note } from "./bubbles.ts";
import { make } from "./dom.ts";
import { endingInWords } from "./ending.ts";
import { type Answers, quickReplies } from "./quick-replies.ts";
import { turnNumber } from "./selection.ts";

/** What can be done with a turn that was taken. */
export type TurnCommands = {
  /** Goes back to it, and forgets what came later. */
  from(number: number): void;
  /** Changes its event, and sends that instead. */
  edit(turn: TurnView): void;
};

/** Where a turn goes in the consumer's window, with what the consumer said or did. */
export function openTurn(turn: TurnView, commands: TurnCommands): HTMLElement {
  const { number, said, isSpoken, how } = turn;
  const mark = how === "" ? [] : [make("span", { class: "how" }, how)];
  const words = isSpoken ? bubble("consumer", said, ...mark) : note(`Consumer: ${how || said}`);
  return make(
    "div",
    { class: "turn", "data-turn": String(number) },
    make("div", { class: `spoken ${isSpoken ? "" : "deed"}` }, turnNumber(number), words),
    actions(turn, commands),
  );
}

/** They show once the turn is chosen. */
function actions(turn: TurnView, { from, edit }: TurnCommands): HTMLElement {
  return make(
    "div",
    { class: "turn-actions", role: "group", "aria-label": `With turn ${turn.number}` },
    make("button", { type: "button", click: () => from(turn.number) }, "From here"),
    make("button", { type: "button", click: () => edit(turn) }, "Edit"),
  );
}

/** A message as the consumer sees it; nothing for a pause, and for what only the agent sees. */
export function messageNodes(message: MessageView, answers: Answers): Node[] {
  switch (message.kind) {
    case "text":
      return [bubble("bot", message.text)];
    case "public":
      return [bubble("bot", message.text, make("span", { class: "how" }, "in public"))];
    case "content":
      return [content(message.content, message.refusal)];
    case "quickReplies":
      return [bubble("bot", message.text), quickReplies(message.replies, answers)];
    default:
      return [];
  }
}

/** What the function has remarked of the answer above, mostly for its author, and how it ended the conversation. */
export function afterwords({ remarks, ending }: Pick<TurnView, "remarks" | "ending">): Node[] {
  return [
    ...remarks.map((remark) => make("p", { class: "remark" }, make("b", {}, "Remark: "), remark)),
    ...(ending ? [note(endingInWords(ending))] : []),
  ];
}

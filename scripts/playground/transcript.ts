import { deliver } from "../stand-ins/functions/connector.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { ConversationView } from "./view.ts";

const WIDTH = 10;

/** The conversation as text, for a ticket or a mail: who said what, and what only the agent sees. */
export function transcriptOf(view: ConversationView): string {
  const { setup, title } = view;
  const head = [
    ...(title === "" ? [] : [title]),
    `${setup.generation.toUpperCase()}, ${setup.isChat ? "chat" : "messaging"}`,
    "",
  ];
  return `${[...head, ...entriesOf(view).flatMap((entry) => linesOf(entry, setup.isChat))].join("\n")}\n`;
}

function linesOf(entry: Entry, isChat: boolean): string[] {
  if ("line" in entry) return said(entry.line.by === "agent" ? "Agent" : "Consumer", entry.line.text);
  const { turn } = entry;
  const { consumer, inPublic, agent, action } = deliver(turn.record.reply, isChat);
  return [
    ...said("Consumer", turn.isSpoken || turn.how === "" ? turn.said : `(${turn.how})`),
    ...consumer.flatMap((text) => said("Bot", text)),
    ...inPublic.flatMap((text) => said("In public", text)),
    ...agent.flatMap((text) => said("Agent only", text)),
    ...turn.remarks.flatMap((remark) => said("Remark", remark)),
    ...(action === "" ? [] : said("LivePerson", action)),
    ...(turn.ending?.kind === "escalation" ? said("LivePerson", `escalates: ${turn.ending.why}`) : []),
  ];
}

function said(who: string, text: string): string[] {
  const [first = "", ...rest] = text.split("\n");
  return [`${who.padEnd(WIDTH)}  ${first}`, ...rest.map((line) => `${" ".repeat(WIDTH + 2)}${line}`)];
}

import type { ConversationView, ExchangeView, TurnView } from "../view.ts";
import { byId, make } from "./dom.ts";
import { jsonView } from "./json-view.ts";

let drawn = { run: 0, turns: 0 };

/** What went in and out of the function in each turn; the newest turn is open. */
export function showDevelopers({ run, turns }: ConversationView): void {
  const list = byId("records");
  if (run !== drawn.run) list.replaceChildren();
  const fresh = turns.slice(run === drawn.run ? drawn.turns : 0);
  drawn = { run, turns: turns.length };
  if (fresh.length > 0)
    for (const open of list.querySelectorAll(":scope > details[open]")) open.removeAttribute("open");
  for (const turn of fresh) list.prepend(record(turn, turn === turns.at(-1)));
  byId("records-empty").hidden = turns.length > 0;
}

function record({ number, said, fault, record }: TurnView, isOpen: boolean): HTMLElement {
  const { input, exchanges, reply, logs, milliseconds } = record;
  const clinc = exchanges.reduce((sum, exchange) => sum + exchange.milliseconds, 0);
  const took = make(
    "p",
    { class: "took" },
    badge(`${milliseconds.toFixed(0)} ms in all`),
    badge(exchanges.length === 0 ? "Clinc was not asked" : `${clinc.toFixed(0)} ms at Clinc`),
    ...(fault === "" ? [] : [badge(`Clinc ${fault}`, "bad")]),
  );
  return make(
    "details",
    { open: isOpen, class: "record" },
    make("summary", {}, make("span", { class: "number" }, String(number)), make("span", {}, said)),
    took,
    part("Log", logsView(logs, number), true),
    ...exchanges.flatMap((exchange, index) => exchangeParts(exchange, number, index)),
    part("Reply", jsonView(reply, `Reply of turn ${number}`), true),
    part("Event", jsonView(input, `Event of turn ${number}`)),
  );
}

function exchangeParts(
  { request, answer, failure, milliseconds }: ExchangeView,
  turn: number,
  index: number,
): Node[] {
  const nth = index === 0 ? "" : ` ${index + 1}`;
  const { method, url, headers, body } = request;
  const outcome = answer ? `${answer.status}` : (failure ?? "no answer in time");
  const what = answer ? { headers: answer.headers, body: answer.body } : outcome;
  return [
    part(
      `Request to Clinc${nth}`,
      jsonView({ request: `${method} ${url}`, headers, body }, `Request of turn ${turn}`),
    ),
    part(
      `Clinc's answer${nth}: ${outcome}, ${milliseconds.toFixed(0)} ms`,
      jsonView(what, `Clinc's answer in turn ${turn}`),
    ),
  ];
}

function part(title: string, view: Node, isOpen = false): HTMLElement {
  return make("details", { class: "part", open: isOpen }, make("summary", {}, title), view);
}

function logsView(logs: TurnView["record"]["logs"], turn: number): HTMLElement {
  const lines = logs.map(({ level, text }) =>
    make("span", { class: `log-${level}` }, make("b", {}, level), ` ${text}\n`),
  );
  return make(
    "pre",
    { class: "json", tabindex: "0", role: "region", "aria-label": `Log of turn ${turn}` },
    ...(lines.length > 0 ? lines : ["(no lines)"]),
  );
}

function badge(text: string, kind = ""): HTMLElement {
  return make("span", { class: `badge ${kind}` }, text);
}

import type { ConversationView, ExchangeView, KeptView, TurnView } from "../view.ts";
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
  const { instance, input, exchanges, reply, logs, milliseconds, kept } = record;
  const [clinc, calls] = (["Clinc", "the record"] as const).map((one) =>
    exchanges.filter(({ to }) => to === one),
  ) as [ExchangeView[], ExchangeView[]];
  const took = make(
    "p",
    { class: "took" },
    badge(`${milliseconds.toFixed(0)} ms in all`),
    badge(clinc.length === 0 ? "Clinc was not asked" : `${spent(clinc)} ms at Clinc`),
    ...(calls.length === 0 ? [] : [badge(`${calls.length} calls for the record`)]),
    ...(instance === 0 ? [] : [badge(`instance ${instance}`)]),
    ...(fault === "" ? [] : [badge(`Clinc ${fault}`, "bad")]),
  );
  return make(
    "details",
    { open: isOpen, class: "record" },
    make("summary", {}, make("span", { class: "number" }, String(number)), make("span", {}, said)),
    took,
    part("Log", logsView(logs, number), true),
    ...clinc.flatMap((exchange, index) => exchangeParts(exchange, number, index)),
    part("Reply", jsonView(reply, `Reply of turn ${number}`), true),
    ...(kept ? keptParts(kept, number) : []),
    ...calls.flatMap((exchange, index) => exchangeParts(exchange, number, index)),
    part("Event", jsonView(input, `Event of turn ${number}`)),
  );
}

function spent(exchanges: readonly ExchangeView[]): string {
  return exchanges.reduce((sum, { milliseconds }) => sum + milliseconds, 0).toFixed(0);
}

/** Side by side, so that everybody sees what LivePerson cannot read. */
function keptParts({ livePerson, bot }: KeptView, turn: number): Node[] {
  return [
    part("Record, as LivePerson sees it", jsonView(livePerson, `Record after turn ${turn}, for LivePerson`)),
    part("Record, as the function sees it", jsonView(bot, `Record after turn ${turn}, for the function`)),
  ];
}

function exchangeParts(
  { to, request, answer, failure, milliseconds }: ExchangeView,
  turn: number,
  index: number,
): Node[] {
  const nth = index === 0 ? "" : ` ${index + 1}`;
  const { method, url, headers, body } = request;
  const outcome = answer ? `${answer.status}` : (failure ?? "no answer in time");
  const what = answer ? { headers: answer.headers, body: answer.body } : outcome;
  return [
    part(
      `Request to ${to}${nth}`,
      jsonView({ request: `${method} ${url}`, headers, body }, `Request to ${to}${nth} of turn ${turn}`),
    ),
    part(
      `Answer of ${to}${nth}: ${outcome}, ${milliseconds.toFixed(0)} ms`,
      jsonView(what, `Answer of ${to}${nth} in turn ${turn}`),
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

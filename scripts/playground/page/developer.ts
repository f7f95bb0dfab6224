import type { ConversationView, ExchangeView, KeptView, TurnView } from "../view.ts";
import { byId, make } from "./dom.ts";
import { jsonView } from "./json-view.ts";
import { logView } from "./log-view.ts";
import { turnNumber } from "./selection.ts";

let drawn = { run: 0, turns: 0 };

/** What went in and out of the function in each turn; the newest turn is open. */
export function showDevelopers({ run, turns }: ConversationView): void {
  const list = byId("records");
  if (run !== drawn.run) list.replaceChildren();
  const fresh = turns.slice(run === drawn.run ? drawn.turns : 0);
  drawn = { run, turns: turns.length };
  if (fresh.length > 0)
    for (const open of list.querySelectorAll(":scope > .record > details[open]"))
      open.removeAttribute("open");
  for (const turn of fresh) list.prepend(record(turn, turn === turns.at(-1)));
  byId("records-empty").hidden = turns.length > 0;
  byId("latency").textContent = latencyOf(turns);
}

/** Half of the turns were faster than the first time, none slower than the second. */
function latencyOf(turns: readonly TurnView[]): string {
  const times = turns.map(({ record }) => record.milliseconds).sort((one, other) => one - other);
  const [middle, most] = [times[Math.ceil(times.length / 2) - 1], times.at(-1)];
  if (middle === undefined || most === undefined) return "What went in and out of the built file";
  return `p50 ${middle.toFixed(0)} ms, most ${most.toFixed(0)} ms`;
}

function record({ number, said, fault, channel, record }: TurnView, isOpen: boolean): HTMLElement {
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
    badge(`channel ${channel.name}`, channel.why === "" ? "" : "doubt"),
    ...(instance === 0 ? [] : [badge(`instance ${instance}`)]),
    ...(fault === "" ? [] : [badge(`Clinc ${fault}`, "bad")]),
  );
  const details = make(
    "details",
    { open: isOpen },
    make("summary", {}, make("span", {}, said)),
    took,
    ...(channel.why === "" ? [] : [make("p", { class: "why" }, channel.why)]),
    part("Log", logView(logs, number), true),
    ...clinc.flatMap((exchange, index) => exchangeParts(exchange, number, index)),
    part("Reply", jsonView(reply, `Reply of turn ${number}`), true),
    ...(kept ? keptParts(kept, number) : []),
    ...calls.flatMap((exchange, index) => exchangeParts(exchange, number, index)),
    part("Event", jsonView(input, `Event of turn ${number}`)),
  );
  return make("div", { class: "record", "data-turn": String(number) }, turnNumber(number), details);
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

function badge(text: string, kind = ""): HTMLElement {
  return make("span", { class: `badge ${kind}` }, text);
}

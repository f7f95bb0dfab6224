import type { ExchangeView, KeptView, TurnView } from "../view.ts";
import { make } from "./dom.ts";
import { jsonView } from "./json-view.ts";
import { logView } from "./log-view.ts";
import { turnNumber } from "./selection.ts";

/** All that went in and out of the function in a turn. */
export function recordView(turn: TurnView, isOpen: boolean): HTMLElement {
  const { number, said } = turn;
  const details = folded({}, make("span", {}, said), () => contents(turn), isOpen);
  return make("div", { class: "record", "data-turn": String(number) }, turnNumber(number), details);
}

function contents(turn: TurnView): Node[] {
  const { number, channel, record } = turn;
  const { input, exchanges, reply, logs, kept } = record;
  const exchangesWith = (one: ExchangeView["to"]) =>
    exchanges
      .filter(({ to }) => to === one)
      .flatMap((exchange, index) => exchangeParts(exchange, number, index));
  return [
    badges(turn),
    ...(channel.why === "" ? [] : [make("p", { class: "why" }, channel.why)]),
    part("Log", () => logView(logs, number), true),
    ...exchangesWith("Clinc"),
    part("Reply", () => jsonView(reply, `Reply of turn ${number}`), true),
    ...(kept ? keptParts(kept, number) : []),
    ...exchangesWith("the record"),
    part("Event", () => jsonView(input, `Event of turn ${number}`)),
  ];
}

function badges({ fault, channel, record }: TurnView): HTMLElement {
  const { instance, exchanges, milliseconds } = record;
  const clinc = exchanges.filter(({ to }) => to === "Clinc");
  const calls = exchanges.length - clinc.length;
  return make(
    "p",
    { class: "took" },
    badge(`${milliseconds.toFixed(0)} ms in all`),
    badge(clinc.length === 0 ? "Clinc was not asked" : `${spent(clinc)} ms at Clinc`),
    ...(calls === 0 ? [] : [badge(`${calls} calls for the record`)]),
    badge(`channel ${channel.name}`, channel.why === "" ? "" : "doubt"),
    ...(instance === 0 ? [] : [badge(`instance ${instance}`)]),
    ...(fault === "" ? [] : [badge(`Clinc ${fault}`, "bad")]),
  );
}

function spent(exchanges: readonly ExchangeView[]): string {
  return exchanges.reduce((sum, { milliseconds }) => sum + milliseconds, 0).toFixed(0);
}

/** Side by side, so that everybody sees what LivePerson cannot read. */
function keptParts({ livePerson, bot }: KeptView, turn: number): Node[] {
  return [
    part("Record, as LivePerson sees it", () =>
      jsonView(livePerson, `Record after turn ${turn}, for LivePerson`),
    ),
    part("Record, as the function sees it", () =>
      jsonView(bot, `Record after turn ${turn}, for the function`),
    ),
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
    part(`Request to ${to}${nth}`, () =>
      jsonView({ request: `${method} ${url}`, headers, body }, `Request to ${to}${nth} of turn ${turn}`),
    ),
    part(`Answer of ${to}${nth}: ${outcome}, ${milliseconds.toFixed(0)} ms`, () =>
      jsonView(what, `Answer of ${to}${nth} in turn ${turn}`),
    ),
  ];
}

function part(title: string, view: () => Node, isOpen = false): HTMLElement {
  return folded({ class: "part" }, title, () => [view()], isOpen);
}

/** What is inside is drawn when it is first unfolded: there is a lot of it, and most of it nobody looks at. */
function folded(
  properties: { class?: string },
  title: Node | string,
  inside: () => Node[],
  isOpen: boolean,
): HTMLElement {
  const details = make("details", { ...properties, open: isOpen }, make("summary", {}, title));
  let isDrawn = false;
  const draw = () => {
    if (details.open && !isDrawn) details.append(...inside());
    isDrawn ||= details.open;
  };
  details.addEventListener("toggle", draw);
  draw();
  return details;
}

function badge(text: string, kind = ""): HTMLElement {
  return make("span", { class: `badge ${kind}` }, text);
}

import { html } from "hono/html";
import { attentionTo } from "../attention/attention.ts";
import type { Figures } from "../figures.ts";
import { counted, dayName, grouped, monthName, percent, seconds } from "../wording.ts";
import { type Piece, withCode } from "./parts.ts";

/** The first screen: what the time was like in plain sentences, six figures, and what needs attention. */
export function story(figures: Figures): Piece {
  return html`<header>
    <h1>The bot ${spanOf(figures)}</h1>
    <p class="lead">${sentences(figures).join(" ")}</p>
    <dl class="tiles">${tiles(figures).map(
      ([name, value, detail]) => html`<div><dt>${name}</dt><dd><b>${value}</b> ${detail}</dd></div>`,
    )}</dl>
  </header>
  ${attention(figures)}`;
}

/** The days of the log, in its zone. */
export function spanOf({ days, zone }: Figures): string {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return "in a log without times";
  const year = last.slice(0, 4);
  return first === last
    ? `on ${dayName(first)} ${year} (${zone})`
    : `from ${dayName(first)} to ${dayName(last)} ${year} (${zone})`;
}

function sentences({ conversations, turns, faults, latency, invocations }: Figures): string[] {
  const { total, contained, handedOver } = conversations;
  if (turns.answered === 0) return ["The log holds no turn of the bot."];
  const failed = failedTurns(faults);
  const took = latency.parts.find(({ part }) => part === "totalMs")?.durations;
  return [
    `The bot held ${counted(total, "conversation")} in ${counted(turns.answered, "turn")}.`,
    total > 0
      ? `It kept ${percent(contained / total)} of them to itself and handed ${grouped(handedOver)} over to people.`
      : "",
    failed === 0 ? "No turn failed." : `${percent(failed / turns.answered)} of the turns failed.`,
    took
      ? `Half of the turns took at most ${seconds(took.p50)}, 95 of 100 at most ${seconds(took.p95)}.`
      : "",
    invocations && invocations.days >= 1
      ? `At this pace ${monthName(invocations.month)} comes to ${grouped(invocations.forecast)} invocations, ${percent(invocations.share)} of the free ones.`
      : "",
  ].filter(Boolean);
}

function tiles({ conversations, turns, faults, latency, invocations }: Figures): string[][] {
  const { total, contained, handedOver } = conversations;
  const share = (count: number, of: number) => (of === 0 ? "none" : percent(count / of));
  const took = latency.parts.find(({ part }) => part === "totalMs")?.durations;
  const failed = failedTurns(faults);
  return [
    ["Conversations", grouped(total), counted(turns.answered, "turn")],
    ["Kept by the bot", share(contained, total), counted(contained, "conversation")],
    ["Handed over", share(handedOver, total), counted(handedOver, "conversation")],
    ["Failed turns", share(failed, turns.answered), counted(failed, "turn")],
    [
      "95 of 100 turns within",
      took ? seconds(took.p95) : "unknown",
      took ? `half in ${seconds(took.p50)}` : "no times",
    ],
    invocations && invocations.days >= 1
      ? [
          "Invocations forecast",
          grouped(invocations.forecast),
          `${percent(invocations.share)} of the free ones`,
        ]
      : ["Invocations forecast", "unknown", "less than a day"],
  ];
}

function failedTurns(faults: Figures["faults"]): number {
  return faults.reduce((sum, { turns }) => sum + turns, 0);
}

function attention(figures: Figures): Piece {
  const found = attentionTo(figures);
  const content =
    found.length === 0
      ? html`<p class="none">Nothing in this log.</p>`
      : html`<ul>${found.map(
          ({ level, what, remedy }) => html`<li class="${level}">
            <span class="level">${level === "act" ? "Act" : "Look"}</span>
            <div><p>${withCode(what)}</p><p class="remedy">${withCode(begun(remedy))}</p></div>
          </li>`,
        )}</ul>`;
  return html`<section class="attention" aria-labelledby="attention"><h2 id="attention">What needs attention</h2>${content}</section>`;
}

function begun(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, "")}.`;
}

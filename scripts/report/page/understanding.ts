import * as Plot from "@observablehq/plot";
import { html } from "hono/html";
import type { IntentFigures } from "../count/intents.ts";
import type { Figures } from "../figures.ts";
import { grouped, percent } from "../wording.ts";
import { COLOURS, draw, marginFor } from "./draw.ts";
import { figure, nothing, type Piece, section } from "./parts.ts";

/** Intents that are shown; the weakest are those about which somebody can do something. */
const SHOWN = 12;
/** Of fewer turns a mean says little. */
const ENOUGH = 5;

/** What Clinc understood, and of what it was not sure. */
export function understandingSection({ understanding: { asked, misunderstood, intents } }: Figures): Piece {
  const title = "Understanding";
  if (asked === 0)
    return section("understanding", title, nothing("Intents", "Clinc was asked nothing in words."));
  const share = html`<p>Of ${grouped(asked)} messages in words that Clinc answered, it did not understand
    <strong>${grouped(misunderstood)} (${percent(misunderstood / asked)})</strong>.</p>`;
  const shown = intents.filter(({ intent, turns }) => turns >= ENOUGH && intent !== "others").slice(0, SHOWN);
  const [weakest] = shown;
  const charted = weakest
    ? intentsFigure(shown, weakest, intents)
    : nothing("Weakest intents", `No intent was seen in ${ENOUGH} turns or more.`);
  return section("understanding", title, share, charted);
}

function intentsFigure(
  shown: readonly IntentFigures[],
  weakest: IntentFigures,
  intents: readonly IntentFigures[],
): Piece {
  const rest = intents.filter((each) => !shown.includes(each));
  const names = shown.map(({ intent }) => intent);
  const chart = draw("Dots of how sure Clinc was of each intent on average, the least sure first.", {
    height: 60 + shown.length * 26,
    ...{ marginLeft: marginFor(names), marginRight: 40 },
    x: { domain: [0, 1], label: "mean score of Clinc", grid: true },
    y: { domain: names, label: null, tickSize: 0 },
    marks: [
      Plot.ruleY(shown, { y: "intent", x2: "meanScore", stroke: COLOURS.quiet, strokeOpacity: 0.5 }),
      Plot.dot(shown, { x: "meanScore", y: "intent", r: 5.5, fill: COLOURS.main }),
      Plot.text(shown, {
        ...{ x: "meanScore", y: "intent", textAnchor: "start", dx: 11 },
        text: ({ meanScore }: IntentFigures) => meanScore.toFixed(2),
      }),
      Plot.ruleX([0]),
    ],
  });
  const cells = ({ intent, turns, meanScore, handedOver }: IntentFigures) => [
    ...[intent, turns, meanScore.toFixed(2), handedOver],
  ];
  return figure({
    title: html`Clinc is least sure of <code>${weakest.intent}</code>, with a score of ${weakest.meanScore.toFixed(2)} on average`,
    note: rest.length > 0 ? `${grouped(rest.length)} more are summed up as others.` : "",
    chart,
    table: {
      caption: "Intents, the weakest first",
      head: ["intent", "turns", "mean score", "handed over"],
      rows: [...shown, ...(rest.length > 0 ? [together(rest)] : [])].map(cells),
    },
  });
}

function together(intents: readonly IntentFigures[]): IntentFigures {
  const sum = (of: (each: IntentFigures) => number) => intents.reduce((all, each) => all + of(each), 0);
  const turns = sum((each) => each.turns);
  const meanScore = Math.round((sum((each) => each.meanScore * each.turns) / turns) * 1000) / 1000;
  return { intent: "others", turns, meanScore, handedOver: sum((each) => each.handedOver) };
}

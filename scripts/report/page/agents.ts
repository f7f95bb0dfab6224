import * as Plot from "@observablehq/plot";
import type { AgentFigures } from "../count/desk.ts";
import type { Figures } from "../figures.ts";
import { grouped, percent } from "../wording.ts";
import { COLOURS, countAxis, draw, marginFor } from "./draw.ts";
import { figure, nothing, type Piece, section, type Table, tables } from "./parts.ts";

/** Statuses that are shown; there are eight. */
const SHOWN = 12;

/** What became of the suggestions to agents. */
export function agentsSection({ agents }: Figures): Piece {
  if (!agents) {
    const text = "No line of the desk or of the slash command is in this log.";
    return section("agents", "Suggestions to agents", nothing("Suggestions", text));
  }
  const { suggestions } = agents;
  const statuses = {
    caption: "What was answered to those who asked for a suggestion",
    head: ["status", "times"],
    rows: suggestions.byStatus.slice(0, SHOWN).map(({ name, count }) => [name, count]),
  };
  const asked = suggestions.desk + suggestions.command > 0;
  return section(
    "agents",
    "Suggestions to agents",
    asked ? funnel(agents) : nothing("Suggestions", "Nobody asked for a suggestion."),
    tables(...(asked ? [statuses] : []), briefings(agents)),
  );
}

function funnel({ suggestions, feedback }: AgentFigures): Piece {
  const made = suggestions.byStatus.find(({ name }) => name === "ok")?.count ?? 0;
  const steps = [
    { step: "asked for", count: suggestions.desk + suggestions.command },
    { step: "Clinc had one", count: made },
    { step: "shown", count: feedback.shown },
    { step: "used", count: feedback.used },
    { step: "copied", count: feedback.copied },
    { step: "rated good", count: feedback.good },
    { step: "rated bad", count: feedback.bad },
  ];
  const chart = draw("Bars of the suggestions that were asked for, shown, used and rated.", {
    height: 76 + steps.length * 28,
    ...{ marginLeft: marginFor(steps.map(({ step }) => step)), marginRight: 60 },
    x: countAxis(
      "suggestions",
      steps.map(({ count }) => count),
    ),
    y: { domain: steps.map(({ step }) => step), label: null, tickSize: 0 },
    marks: [
      Plot.barX(steps, { x: "count", y: "step", fill: COLOURS.main, insetTop: 3, insetBottom: 3 }),
      Plot.text(steps, { x: "count", y: "step", text: "count", textAnchor: "start", dx: 6 }),
      Plot.ruleX([0]),
    ],
  });
  const { shown, used, copied } = feedback;
  const title =
    shown === 0
      ? `${grouped(made)} suggestions were made, none was shown by the widget`
      : `Agents used or copied ${percent((used + copied) / shown)} of the suggestions that they saw`;
  return figure({
    ...{ title, chart },
    table: {
      caption: "Suggestions, from asking to rating",
      head: ["step", "suggestions"],
      rows: steps.map(({ step, count }) => [step, count]),
    },
  });
}

function briefings({ briefings: { desk, command, found } }: AgentFigures): Table {
  return {
    caption: "Briefings on what Clinc knew",
    head: ["asked for by", "times"],
    rows: [
      ["the widget", desk],
      ["the slash command", command],
      ["of both, with something to tell", found],
    ],
  };
}

import * as Plot from "@observablehq/plot";
import type { Figures } from "../figures.ts";
import { percent } from "../wording.ts";
import { COLOURS, countAxis, draw, marginFor } from "./draw.ts";
import { figure, nothing, type Piece, section, withCode } from "./parts.ts";

/** Each kind of hand-over for people, and what may be done about it. */
const KINDS: Record<string, readonly [what: string, remedy: string]> = {
  asked_for_a_person: ["asked for a person", "nothing: a name of `TRANSFER_COMPETENCIES`"],
  misunderstood: ["not understood", "train the AI, or raise `MISUNDERSTOOD_LIMIT`"],
  authored: ["a competency hands over", "nothing, if its author means it"],
  switched_off: ["the bot was off", "remove the secret `clinc_off`"],
  fault: ["a fault", "see Faults below"],
};

/** Why people had to take over. */
export function handOversSection({ handOvers }: Figures): Piece {
  const all = handOvers.reduce((sum, { count }) => sum + count, 0);
  const rows = handOvers.map(({ name, count }) => {
    const [what, remedy] = KINDS[name] ?? [name, ""];
    return { what, remedy, count };
  });
  const [most] = rows;
  if (!most) return section("hand-overs", "Hand-overs", nothing("Reasons", "The bot handed nothing over."));
  const chart = draw("Bars of the hand-overs for each reason.", {
    height: 76 + rows.length * 30,
    ...{ marginLeft: marginFor(rows.map(({ what }) => what)), marginRight: 50 },
    x: countAxis(
      "hand-overs",
      rows.map(({ count }) => count),
    ),
    y: { label: null, domain: rows.map(({ what }) => what), tickSize: 0 },
    marks: [
      Plot.barX(rows, { x: "count", y: "what", fill: COLOURS.other, insetTop: 3, insetBottom: 3 }),
      Plot.text(rows, { x: "count", y: "what", text: "count", textAnchor: "start", dx: 6 }),
      Plot.ruleX([0]),
    ],
  });
  const table = {
    caption: "Hand-overs by reason",
    head: ["reason", "hand-overs", "what to do"],
    rows: rows.map(({ what, count, remedy }) => [what, count, withCode(remedy)]),
  };
  const title = `${percent(most.count / all)} of the hand-overs: ${most.what}`;
  const note =
    "By the intent of the turn that handed over. Where the names of competencies are your own, set TRANSFER_COMPETENCIES and OUT_OF_SCOPE_COMPETENCIES in the shell as at the function.";
  return section("hand-overs", "Hand-overs", figure({ title, note, chart, table }));
}

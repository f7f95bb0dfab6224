import type { ConversationView, TurnView } from "../view.ts";
import { byId } from "./dom.ts";
import { recordView } from "./record-view.ts";

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
  for (const turn of fresh) list.prepend(recordView(turn, turn === turns.at(-1)));
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

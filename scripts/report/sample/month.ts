import { pause } from "../../../src/runtime/deadline.ts";
import { Chance } from "../../kit/chance.ts";
import type { Invocation } from "../../stand-ins/functions/load-function.ts";
import { VirtualTime } from "../../stand-ins/functions/virtual-time.ts";
import { weekdayOf } from "../count/calendar.ts";
import { type Account, openAccounts } from "./account.ts";
import { takeOver } from "./agents.ts";
import { beginnings } from "./bank.ts";
import { converse } from "./conversation.ts";

const DAY_MS = 86_400_000;
/** LivePerson keeps thirty days, which seldom begin with a month. */
const FIRST_DAY = Date.UTC(2026, 7, 26);
const DAYS = 30;
/** When the new version was deployed. */
const DEPLOYED = Date.UTC(2026, 8, 7, 6);

/** What the function computes from one look at the clock to the next takes this at most, milliseconds. */
const OWN_WORK_MS = 0.25;

/** What an export has beside the log. */
const FOREIGN = "--- export of function logs, page";

/**
 * The log of an invented month: a bank's conversations, by the committed files against stand-ins in memory, in time that
 * passes as fast as it can. The same seed gives the same log.
 *
 * @param options.days so many of the thirty
 * @returns lines of text, each with its time before it; the desk's as the desk writes them
 */
export async function* inventedMonth({ seed = 1, days = DAYS } = {}): AsyncGenerator<string> {
  const chance = new Chance(seed);
  const accounts = await openAccounts(chance);
  const work = new Chance(seed);
  const time = new VirtualTime(() => work.next() * OWN_WORK_MS);
  for (let day = 0; day < days; day += 1) {
    time.now = FIRST_DAY + day * DAY_MS;
    yield `${FOREIGN} ${day + 1} ---`;
    yield* await time.during(() => inventedDay(accounts, chance));
  }
}

type Line = { at: number; text: string };

/** The lines of a day in their order, the last one of some days half-written. */
async function inventedDay(
  { before, after }: Record<"before" | "after", Account>,
  chance: Chance,
): Promise<string[]> {
  const lines: Line[] = [];
  const midnight = Date.now();
  const invocation = ({ logs }: Invocation) => {
    for (const { level, text } of logs)
      lines.push({ at: Date.now(), text: `${isoNow()} ${level.toUpperCase()} ${text}` });
  };
  const call = (line: object) => {
    lines.push({ at: Date.now(), text: JSON.stringify({ at: isoNow(), ...line }) });
  };
  const deployed = () => (Date.now() < DEPLOYED ? before : after);
  const whole = async (beginsAt: number) => {
    await pause(beginsAt);
    const { id, isHandedOver } = await converse(() => deployed().bot, chance, invocation);
    if (isHandedOver) await takeOver(id, deployed().command, chance, { invocation, call });
  };
  const weekday = weekdayOf(new Date(midnight).toISOString().slice(0, 10));
  await Promise.all(beginnings(weekday, chance).map(whole));
  if (midnight === DEPLOYED - (DEPLOYED % DAY_MS)) invocation(await after.bot.invoke({ payload: {} }));
  const ordered = lines.sort((one, other) => one.at - other.at).map(({ text }) => text);
  const last = ordered.at(-1) ?? "";
  return weekday === 6 ? [...ordered.slice(0, -1), last.slice(0, last.length / 2)] : ordered;
}

function isoNow(): string {
  return new Date(Date.now()).toISOString();
}

import type { ConversationRecord } from "../../src/record/shape.ts";
import { oneLine, withoutUnseen } from "../../src/runtime/characters.ts";
import { grouped, paint } from "../kit/terminal.ts";
import type { OpenRecord } from "../stand-ins/context-service/open-record.ts";

const LABEL_WIDTH = 14;

/** What LivePerson, and whoever has the key of its service, reads in a record. */
export function seenByLivePerson({ agent, bot, claims }: ConversationRecord): string {
  const { misunderstood, failed, transferredAt, language, dialog, sequence } = bot;
  return section("LivePerson sees", [
    ["written", bot.rev === 0 ? "not yet" : `${moment(bot.at)}, ${times(bot.rev)}`],
    ["handed over", transferredAt > 0 ? `${moment(transferredAt)}: ${agent.why}` : "not yet"],
    ...agent.turns.map(({ at, said, name, intent, score, outcome }): Line => {
      return [clock(at), `${said}: ${name} (${intent}) ${score.toFixed(2)}, ${outcome}`];
    }),
    ["in a row", `${misunderstood} not understood, ${failed} failed`],
    ["last event", `${sequence ?? "without a number"} of dialog ${dialog}`],
    ...(language === "" ? [] : [["language", language] as Line]),
    [
      "sealed",
      `${grouped(agent.sealed.length)} characters for agents, ${grouped(bot.sealed.length)} for the bot`,
    ],
    ...claims.map(({ sequence, at, done, forMs }): Line => {
      const state = done ? "answered" : forMs === 0 ? "left to another instance" : "not answered yet";
      return ["claim", `event ${sequence}, taken at ${clock(at)}, ${state}`];
    }),
  ]);
}

/** What the function reads in it besides, with its App-Key. */
export function seenByFunction({ agent, bot, isSealed }: OpenRecord): string {
  if (isSealed)
    return section("The function sees", [["sealed", "CLINC_APP_KEY is not the key that sealed this record"]]);
  const details = agent.turns.flatMap(({ at, details }) =>
    Object.entries(details).map(([label, value]): Line => [clock(at), `${label}: ${value}`]),
  );
  const choices = [...bot.open.shown, ...bot.open.numbered];
  return section("The function sees", [
    ...(details.length > 0 ? details : [["details", "none"] as Line]),
    ["open choices", choices.map(({ title, say }) => `${title} → ${say}`).join("; ") || "none"],
    ["last replies", bot.replies.length === 0 ? "none" : `${bot.replies.length}`],
    ...bot.replies.map(({ reply }): Line => ["", JSON.stringify(reply)]),
  ]);
}

type Line = [label: string, text: string];

/** Whatever stands in a record, a line stays a line and moves no cursor. */
function section(title: string, lines: readonly Line[]): string {
  const printed = lines.map(
    ([label, text]) => `  ${label.padEnd(LABEL_WIDTH)}${oneLine(withoutUnseen(text))}`,
  );
  return [paint("bold", title), ...printed].join("\n");
}

function moment(at: number): string {
  return `${iso(at).slice(0, 19).replace("T", " ")} UTC`;
}

function clock(at: number): string {
  return iso(at).slice(11, 19);
}

/** A record may hold any number. */
function iso(at: number): string {
  return new Date(Math.min(Math.max(at, 0), LATEST)).toISOString();
}

/** The end of the year 9999. */
const LATEST = 253_402_300_799_999;

function times(count: number): string {
  return count === 1 ? "once" : `${grouped(count)} times`;
}

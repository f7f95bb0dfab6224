import { paint } from "../kit/terminal.ts";
import type { Difference } from "./difference.ts";
import { partingOf } from "./parting.ts";
import type { PlayedTurn } from "./play.ts";

type Style = Parameters<typeof paint>[0];

/** Whoever said something, right-aligned, and what was said beside it; styled for a terminal. */
export function line(who: string, what: string, style?: Style): string {
  const [first = "", ...rest] = what.split("\n");
  const lines = [`${who.padStart(12)}  ${first}`, ...rest.map((one) => `${" ".repeat(14)}${one}`)];
  return style ? paint(style, lines.join("\n")) : lines.join("\n");
}

/** A turn as people read it: what was said, what everybody sees of the answer, and what is wrong with it. */
export function printedTurn(turn: PlayedTurn): string[] {
  return [line(turn.by, turn.said, "cyan"), ...answerLines(turn), ...tookLine(turn), ...faultLines(turn)];
}

/** What everybody sees of an answer, and the remarks in the log. */
export function answerLines({ by, invocation, delivery }: PlayedTurn): string[] {
  if (!invocation) return [];
  const { error, logs, result } = invocation;
  const complaints = logs.flatMap(({ level, text }) => (level === "info" ? [] : [line(level, text, "red")]));
  if (by === "agent")
    return [
      line("this agent", error ? error.message : String(result), error ? "red" : "yellow"),
      ...complaints,
    ];
  if (error)
    return [
      line("failed", error.message, "red"),
      line("LivePerson", "escalates as the bot is configured to", "magenta"),
      ...complaints,
    ];
  const { consumer = [], inPublic = [], agent = [], classification = "", action = "" } = delivery ?? {};
  return [
    ...consumer.map((text) => line("bot", text)),
    ...inPublic.map((text) => line("in public", text, "blue")),
    ...agent.map((text) => line("agent only", text, "yellow")),
    ...(classification === "" ? [] : [line("agent sees", classification, "gray")]),
    ...(action === "" ? [] : [line("LivePerson", action, "magenta")]),
    ...complaints,
  ];
}

function tookLine({ invocation, instance, recordCalls }: PlayedTurn): string[] {
  if (!invocation) return [];
  const where = instance === undefined ? "" : `, on instance ${instance}`;
  const asked = recordCalls === undefined ? "" : `, ${recordCalls} calls for the record`;
  return [line("took", `${invocation.milliseconds.toFixed(0)} ms${where}${asked}`, "gray")];
}

/** What is wrong with a turn. */
export function faultLines({ number, said, problems, differences }: PlayedTurn): string[] {
  const place = `turn ${number} “${said}”`;
  return [
    ...problems.map((problem) => line("wrong", `${place}: ${problem}`, "red")),
    ...differences.flatMap((difference) => [
      line("wrong", `${place}: ${inWords(difference)}${legend(difference)}`, "red"),
      ...differenceLines(difference),
    ]),
  ];
}

function legend({ isExact }: Difference): string {
  return isExact ? " (- expected, + seen)" : "";
}

/** What a difference is, in a few words. */
export function inWords({ what }: Difference): string {
  if (what === "withinMs") return "it took too long";
  return what === "score" ? "the score is too low" : `unexpected ${what}`;
}

/** Both sides below each other; of two texts where they part. */
function differenceLines({ expected, seen, isExact }: Difference): string[] {
  if (!isExact) return [line("expected", expected, "green"), line("seen", seen, "red")];
  const style = { "-": "green", "+": "red" } as const;
  return partingOf(expected, seen).map((one) => line("", one, style[one[0] as "-" | "+"]));
}

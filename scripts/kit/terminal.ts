import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours, but only for somebody who looks: a pipe and NO_COLOR get plain text. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;
}

/** What was checked, behind a mark that says whether it is right. */
export function verdict(isRight: boolean, what: string): string {
  return `${isRight ? paint("green", "✓") : paint("red", "✗")} ${what}`;
}

/** A count as people read it: 150,000. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

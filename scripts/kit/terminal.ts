import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours, but only for somebody who looks: a pipe and NO_COLOR get plain text. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;
}

/** A count as people read it: 150,000. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

/**
 * A text on one line: white space, line ends and control characters become one blank. What comes from outside could
 * otherwise look like a line of our own, to an agent or an operator.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ").trim();
}

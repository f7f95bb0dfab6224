import type { Button, Choice } from "./answer.ts";

/** Choosing says something to Clinc; a button with an address does not. */
export function isChoice(button: Button): button is Choice {
  return "say" in button;
}

/** An address with its name; a number to call is shown as one. */
export function linkAsText({ title, link }: Exclude<Button, Choice>): string {
  const address = link.replace(/^tel:/i, "");
  return title === address ? address : `${title}: ${address}`;
}

import { oneLine, withoutUnseen } from "../runtime/characters.ts";
import { addressOf, callAddress } from "./address.ts";
import { type Button, type Choice, isChoice } from "./answer.ts";

/** An address with its name, unless the name says the same; a number to call is shown as one. */
export function linkAsText({ title, link }: Exclude<Button, Choice>): string {
  if (callAddress(title) === addressOf(link)) return title;
  if (addressOf(title) === link) return link;
  const number = /^tel:(.*)/i.exec(link)?.[1]?.replace(";ext=", " ext. ");
  return `${title}: ${number ?? link}`;
}

/** Each once: what looks the same and does the same is the same. */
export function once<Kind extends Button>(buttons: readonly Kind[]): Kind[] {
  const known = new Set<string>();
  return buttons.filter((button) => {
    const does = isChoice(button) ? `says ${lookOf(button.say)}` : `opens ${button.link}`;
    return known.size < known.add(`${lookOf(button.title)}\n${does}`).size;
  });
}

/** Whether a reader can tell all of these labels apart. */
export function areDistinct(labels: readonly string[]): boolean {
  return repeatedLooks(labels).size === 0;
}

/** The looks that more than one of these labels has. */
export function repeatedLooks(labels: readonly string[]): Set<string> {
  const known = new Set<string>();
  return new Set(labels.map(lookOf).filter((look) => known.size === known.add(look).size));
}

/** What a reader sees of a label: two that differ in invisible characters, or in how an accent is written, are the same. */
export function lookOf(label: string): string {
  return PLAIN.test(label) ? label : oneLine(withoutUnseen(label.normalize("NFC")));
}

/** Most labels are words of plain letters, a blank between, and look as they are written. */
const PLAIN = /^[!-~]+( [!-~]+)*$/;

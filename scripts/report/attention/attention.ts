import type { Figures } from "../figures.ts";
import type { Attention } from "./alerts.ts";
import { handOverDays, misunderstood, slow } from "./answers.ts";
import { failingDays, record, settings, switchedOff } from "./failures.ts";
import { channels, invocations, lines } from "./operation.ts";

/** What a report finds, the most pressing first. */
export function attentionTo(figures: Figures): Attention[] {
  const checks = [
    settings,
    switchedOff,
    failingDays,
    handOverDays,
    slow,
    record,
    invocations,
    channels,
    misunderstood,
    lines,
  ];
  const found = checks.flatMap((check) => check(figures));
  return [...found.filter(({ level }) => level === "act"), ...found.filter(({ level }) => level === "look")];
}

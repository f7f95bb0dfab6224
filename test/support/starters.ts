import { importsIn, type Sources } from "./imports.ts";

const STARTERS = ["node:child_process", "playwright-core"];

/** For each of these files that can start a process or a browser the way of imports that leads there. */
export function startersAmong(files: readonly string[], sources: Sources): string[] {
  return files.flatMap((file) => wayToStart(file, sources, new Set())?.join(" → ") ?? []);
}

function wayToStart(file: string, sources: Sources, seen: Set<string>): string[] | undefined {
  if (STARTERS.includes(file)) return [file];
  if (seen.has(file)) return undefined;
  seen.add(file);
  for (const { target, isTypeOnly } of importsIn(file, sources.get(file) ?? "")) {
    const rest = isTypeOnly ? undefined : wayToStart(target, sources, seen);
    if (rest) return [file, ...rest];
  }
  return undefined;
}

import type { Installed } from "../account/installed.ts";
import type { Generation } from "../build/generation.ts";
import { characters } from "../build/size-budget.ts";
import { titleIn } from "../build/title.ts";
import { grouped } from "../kit/terminal.ts";
import type { Wanted } from "./change.ts";
import { differences } from "./variables.ts";

/** What an import is about to change in the account, for people: code by version and length, variables one by one. */
export function preview(generation: Generation, found: Installed | undefined, wanted: Wanted): string {
  const place = `in Functions ${generation.toUpperCase()}`;
  if (!found)
    return `${wanted.name} is not there yet ${place}, and will be created: ${codeTitle(wanted.code)}`;
  const [before, after] = [found.code, wanted.code].map(codeTitle);
  const changes = differences(found.variables, wanted.variables);
  return [
    `${wanted.name} is there ${place}, and will be changed:`,
    found.code.trim() === wanted.code.trim()
      ? `  code       stays as it is: ${after}`
      : `  code       ${before} → ${after}`,
    ...(changes.length > 0 ? changes : ["stay as they are"]).map((line, at) =>
      (at === 0 ? "  variables  " : " ".repeat(13)).concat(line),
    ),
  ].join("\n");
}

function codeTitle(code: string): string {
  const title = titleIn(code);
  const version = title ? `version ${title.version}` : "no version of ours";
  return `${version}, ${grouped(characters(code))} characters`;
}

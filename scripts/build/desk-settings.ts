import {
  DESK_DEFAULTS,
  DESK_VARIABLE_MEANINGS,
  type DeskVariableName,
} from "../../src/agent/desk/meanings.ts";
import { SECRETS } from "../../src/agent/desk/variables.ts";
import { type Marks, markdownTable } from "../kit/markdown.ts";

/** Between these the desk's settings stand in the document for who hosts it. */
export const DESK_MARKS: Marks = [
  "<!-- settings of the desk: written by npm run build -->",
  "<!-- /settings of the desk -->",
];

/** Every environment variable of the desk; those that may stand in a file are marked. */
export function deskSettingsTable(): string {
  const names = Object.keys(DESK_VARIABLE_MEANINGS) as DeskVariableName[];
  const isSecret = (name: string) => (SECRETS as readonly string[]).includes(name);
  const rows = names.map((name) => [
    `\`${name}\`${isSecret(name) ? ", or `…_FILE`" : ""}`,
    DESK_DEFAULTS[name] && `\`${DESK_DEFAULTS[name]}\``,
    DESK_VARIABLE_MEANINGS[name],
  ]);
  return markdownTable(["environment variable", "default", "meaning"], rows);
}

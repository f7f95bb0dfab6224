import { join } from "node:path";
import type { Body } from "../../esbuild.config.ts";
import { CommandFailure, command, type Values } from "../kit/command.ts";
import { writeBetweenMarks } from "../kit/markdown.ts";
import { paint } from "../kit/terminal.ts";
import { DESK_FILE, deskFiles } from "./desk.ts";
import { GENERATIONS } from "./generation.ts";
import { functionPath, packageFiles } from "./package-files.ts";
import { checksumsAfter } from "./release.ts";
import { SETTINGS_MARKS, settingsTables } from "./settings-tables.ts";
import {
  BUDGETS,
  CHARACTER_LIMIT,
  characters,
  modulesOf,
  overBudget,
  type Sizes,
  sizesOf,
} from "./size-budget.ts";
import { VERSION } from "./version.ts";
import { writeDist } from "./write-dist.ts";

const dist = join(import.meta.dirname, "../../dist");

const HELP = `Builds the function and the desk: writes dist/v1, dist/v2, dist/desk, dist/checksums.json and the tables of settings in dist/README.md,
and prints the size of each part. Refuses to build other files under a version that is released.

  npm run build
  npm run build -- --quiet      prints nothing unless something is over its budget

Exit status: 0 when it is built, 1 when a part is over its budget or the version must be raised, 2 for a wrong call.`;

const OPTIONS = { quiet: { type: "boolean", default: false } } as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const [{ files, body }, desk] = await Promise.all([packageFiles(), deskFiles()]);
  for (const [path, content] of desk) files.set(path, content);
  const checksums = checksumsAfter(dist, VERSION, files);
  writeDist(dist, new Map([...files, ["checksums.json", checksums]]));
  writeBetweenMarks(join(dist, "README.md"), SETTINGS_MARKS, settingsTables());
  for (const generation of GENERATIONS) {
    const path = functionPath(generation);
    const sizes = sizesOf(files.get(path) ?? "", body);
    const over = overBudget(sizes);
    if (!values.quiet || over.length > 0) report(`dist/${path}`, sizes);
    if (over.length > 0) {
      reportModules(body);
      throw new CommandFailure(`dist/${path} is too long: ${over.join("; ")}`);
    }
  }
  if (values.quiet) return 0;
  reportModules(body);
  console.log(paint("bold", `dist/${DESK_FILE}  ${characters(desk.get(DESK_FILE) ?? "")} characters`));
  return 0;
}

function report(path: string, { whole, parts }: Sizes): void {
  console.log(paint("bold", `${path}  ${whole} of ${CHARACTER_LIMIT} characters`));
  for (const [part, size] of parts) console.log(`${figure(size)} of ${BUDGETS[part]}  ${part}`);
}

function reportModules(body: Body): void {
  console.log(paint("bold", "in both"));
  for (const module of modulesOf(body)) console.log(`${figure(module.characters)}  ${module.path}`);
}

function figure(size: number): string {
  return String(size).padStart(8);
}

await command(HELP, OPTIONS, main);

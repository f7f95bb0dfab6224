import { join } from "node:path";
import type { Body } from "../../esbuild.config.ts";
import { CommandFailure, command, type Values } from "../kit/command.ts";
import { writeBetweenMarks } from "../kit/markdown.ts";
import { paint } from "../kit/terminal.ts";
import { DESK_FILE } from "./desk.ts";
import { DESK_MARKS, deskSettingsTable } from "./desk-settings.ts";
import { distFiles } from "./dist-files.ts";
import { FUNCTION_NAMES, type FunctionName } from "./functions.ts";
import { GENERATIONS, type Generation } from "./generation.ts";
import { functionPath, type Package } from "./package-files.ts";
import { checksumsAfter } from "./release.ts";
import { SETTINGS } from "./settings-tables.ts";
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
import { WIDGET_LIMIT_BYTES, widgetBytes } from "./widget.ts";
import { writeDist } from "./write-dist.ts";

const dist = join(import.meta.dirname, "../../dist");

const HELP = `Builds the functions and the desk: writes dist/v1, dist/v2, dist/desk, dist/checksums.json and the tables of settings in
dist/README.md and src/agent/README.md, and prints the size of each part. Refuses to build other files under a version that is released.

  npm run build
  npm run build -- --quiet      prints nothing unless something is over its budget

Exit status: 0 when it is built, 1 when a part is over its budget or the version must be raised, 2 for a wrong call.`;

const OPTIONS = { quiet: { type: "boolean", default: false } } as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const { files, bodies } = await distFiles();
  const checksums = checksumsAfter(dist, VERSION, files);
  writeDist(dist, new Map([...files, ["checksums.json", checksums]]));
  for (const { marks, tables } of SETTINGS) writeBetweenMarks(join(dist, "README.md"), marks, tables());
  writeBetweenMarks(join(dist, "../src/agent/README.md"), DESK_MARKS, deskSettingsTable());
  for (const name of FUNCTION_NAMES) {
    for (const generation of GENERATIONS) reportFile(name, generation, { files, bodies }, values.quiet);
    if (!values.quiet) reportModules(name, bodies[name]);
  }
  if (!values.quiet)
    console.log(paint("bold", `dist/${DESK_FILE}  ${characters(files.get(DESK_FILE) ?? "")} characters`));
  reportWidget(widgetBytes(files), values.quiet);
  return 0;
}

/** @throws {CommandFailure} when the file, or a part of it, is over its budget */
function reportFile(
  name: FunctionName,
  generation: Generation,
  { files, bodies }: Package,
  isQuiet: boolean,
): void {
  const path = functionPath(generation, name);
  const sizes = sizesOf(files.get(path) ?? "", bodies[name]);
  const over = overBudget(sizes, name);
  if (!isQuiet || over.length > 0) report(`dist/${path}`, sizes, name);
  if (over.length === 0) return;
  reportModules(name, bodies[name]);
  throw new CommandFailure(`dist/${path} is too long: ${over.join("; ")}`);
}

/** @throws {CommandFailure} when it is over its limit */
function reportWidget(bytes: number, isQuiet: boolean): void {
  if (bytes > WIDGET_LIMIT_BYTES)
    throw new CommandFailure(`the widget has ${bytes} bytes with gzip, ${WIDGET_LIMIT_BYTES} are the limit`);
  if (!isQuiet)
    console.log(paint("bold", `dist/desk/public  ${bytes} of ${WIDGET_LIMIT_BYTES} bytes, with gzip`));
}

function report(path: string, { whole, parts }: Sizes, name: FunctionName): void {
  console.log(paint("bold", `${path}  ${whole} of ${CHARACTER_LIMIT} characters`));
  for (const [part, size] of parts) console.log(`${figure(size)} of ${BUDGETS[name][part]}  ${part}`);
}

function reportModules(name: FunctionName, body: Body): void {
  console.log(paint("bold", `${name}, in both`));
  for (const module of modulesOf(body)) console.log(`${figure(module.characters)}  ${module.path}`);
}

function figure(size: number): string {
  return String(size).padStart(8);
}

await command(HELP, OPTIONS, main);

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Body } from "../../esbuild.config.ts";
import { CommandFailure, command, type Values } from "../kit/command.ts";
import { paint } from "../kit/terminal.ts";
import { GENERATIONS } from "./generation.ts";
import { withSettingsTables } from "./head-comment.ts";
import { functionPath, packageFiles } from "./package-files.ts";
import { checksumsAfter } from "./release.ts";
import { BUDGETS, CHARACTER_LIMIT, modulesOf, overBudget, type Sizes, sizesOf } from "./size-budget.ts";
import { VERSION } from "./version.ts";

const root = join(import.meta.dirname, "../..");

const HELP = `Builds the function: writes dist and the tables of settings in README.md, and prints the size of each part.
Refuses to build other files under a version that is released.

  npm run build
  npm run build -- --quiet      prints nothing unless something is over its budget

Exit status: 0 when it is built, 1 when a part is over its budget or the version must be raised, 2 for a wrong call.`;

const OPTIONS = { quiet: { type: "boolean", default: false } } as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const { files, body } = await packageFiles();
  const dist = join(root, "dist");
  const checksums = checksumsAfter(dist, VERSION, files);
  for (const generation of GENERATIONS) rmSync(join(dist, generation), { recursive: true, force: true });
  for (const [path, content] of [...files, ["checksums.json", checksums] as const]) {
    const target = join(dist, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const readme = join(root, "README.md");
  writeFileSync(readme, withSettingsTables(readFileSync(readme, "utf8")));
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
  if (!values.quiet) reportModules(body);
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

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const modules = join(import.meta.dirname, "../../node_modules");

/**
 * The licences of packages that are built into a file, whole, for whoever passes it on.
 *
 * @throws when a package has no text of its licence
 */
export function notices(packages: readonly string[]): string {
  const each = packages.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenceOf(name).trim()}\n`;
  });
  return [`server.mjs contains these packages.\n`, ...each].join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(name: string): string {
  const folder = join(modules, name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (!file) throw new Error(`${name} has no text of its licence: look at how the notices are collected`);
  return readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n");
}

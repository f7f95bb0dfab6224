import { transform } from "esbuild";
import { type Checksums, checksumsOf } from "../build/checksums.ts";
import { FUNCTION_NAMES, type FunctionName } from "../build/functions.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { FIRST_LINES, functionPath } from "../build/package-files.ts";
import { characters } from "../build/size-budget.ts";
import { titleIn } from "../build/title.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, ok, warning } from "./check.ts";

/** What a code should be, as far as the place where it was found tells. */
export type Meant = { generation?: Generation; name?: FunctionName };

/** A built file, by what `dist/checksums.json` knows of it. */
type Build = { version: string; generation: Generation; name: FunctionName };

/**
 * Holds the code of a function against the builds that there were: of which version it is, and whether it is whole and
 * unchanged. Line ends and white space around it do not count: editors change them.
 *
 * @param known the newest version first
 * @param whereToFix what brings the right file in
 */
export async function examineCode(
  check: string,
  code: string,
  known: Checksums,
  meant: Meant,
  whereToFix: string,
): Promise<Check> {
  const text = `${code.replace(/\r\n?/g, "\n").trim()}\n`;
  const build = buildOf(text, known);
  const fault = build ? misplaced(build, meant) : await damage(text, characters(code), known, meant);
  if (fault !== undefined) return failed(check, fault, whereToFix);
  const [newest = ""] = Object.keys(known);
  const version = build?.version ?? "";
  const finding = `version ${version}, whole and unchanged`;
  if (version === newest) return ok(check, finding);
  return warning(check, `${finding}; this project has ${newest}`, whereToFix);
}

function buildOf(text: string, known: Checksums): Build | undefined {
  const { text: own } = checksumsOf(new Map([["text", text]]));
  const all = Object.entries(known).flatMap(([version, files]) =>
    builds().map((one) => ({ ...one, version, sum: files[functionPath(one.generation, one.name)] })),
  );
  return all.find(({ sum }) => sum?.sha256 === own?.sha256);
}

function builds(): Array<Omit<Build, "version">> {
  return GENERATIONS.flatMap((generation) => FUNCTION_NAMES.map((name) => ({ generation, name })));
}

/** A file that is whole, and the wrong one. */
function misplaced({ generation, name }: Build, meant: Meant): string | undefined {
  if (meant.name !== undefined && meant.name !== name)
    return `it is the file of ${name}, not of ${meant.name}`;
  if (meant.generation === undefined || meant.generation === generation) return undefined;
  return `it is the file for Functions ${generation.toUpperCase()}, not for ${meant.generation.toUpperCase()}`;
}

/** Why a code is none of the builds. */
async function damage(text: string, length: number, known: Checksums, meant: Meant): Promise<string> {
  if (text.trim() === "") return "there is no code";
  const title = titleIn(text);
  if (!title) return "it is none of ours, or cut off or edited at its beginning: it does not say its version";
  const { version, generation } = title;
  if (!(version in known)) return `it says version ${version}, which dist/checksums.json does not know`;
  if (!text.startsWith(`${FIRST_LINES[generation]}\n`))
    return `its first line is not "${FIRST_LINES[generation]}", which has to stand above everything else`;
  const expected = meant.name && known[version]?.[functionPath(generation, meant.name)]?.characters;
  const size = `${grouped(length)}${expected ? ` of ${grouped(expected)}` : ""} characters`;
  const error = await syntaxError(text);
  if (error) return `cut off or edited: it does not parse, ${error}; ${size} of version ${version}`;
  return `edited: it is not as it was built; ${size} of version ${version}`;
}

/** @returns where and why a code does not parse */
async function syntaxError(code: string): Promise<string | undefined> {
  try {
    await transform(code, { loader: "js", logLevel: "silent" });
    return undefined;
  } catch (error) {
    const [first] =
      (error as { errors?: Array<{ text: string; location?: { line: number } | null }> }).errors ?? [];
    return `line ${first?.location?.line ?? "unknown"}: ${first?.text ?? "no reason given"}`;
  }
}

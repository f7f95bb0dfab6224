import { accessSync, constants, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { UsageError } from "./failures.ts";
import { nearest } from "./nearest.ts";
import { systemErrorInWords } from "./system-errors.ts";
import { wrongJson } from "./wrong-json.ts";

/**
 * The text of a file that the user names, without a byte order mark.
 *
 * @throws {UsageError} when it cannot be read, or is no UTF-8
 */
export function readTextFile(file: string): string {
  const bytes = bytesOf(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is no text in UTF-8; save it as UTF-8`);
  }
}

/**
 * What a file that the user names says as JSON.
 *
 * @throws {UsageError} when it cannot be read, or is no JSON: where, and why
 */
export function readJsonFile(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON: ${wrongJson(text)}`);
  }
}

/**
 * Looks whether a file that the user names can be read, for what reads it piece by piece. Nothing of it is read: it may be
 * a pipe.
 *
 * @throws {UsageError} when not
 */
export function requireReadable(file: string): void {
  const isFolder = inWords(file, () => {
    accessSync(file, constants.R_OK);
    return statSync(file).isDirectory();
  });
  if (isFolder) throw new UsageError(`${file} is a folder; name a file`);
}

function bytesOf(file: string): Buffer {
  return inWords(file, () => readFileSync(file));
}

function inWords<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(
      isMissing(error) ? missing(file) : (systemErrorInWords(error, file) ?? String(error)),
    );
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

function missing(file: string): string {
  const near = nearest(basename(file), namesIn(dirname(file)));
  if (near) return `${file} is not there; did you mean "${join(dirname(file), near)}"?`;
  const where = isAbsolute(file) ? "" : `, from ${process.cwd()}`;
  return `${file} is not there; check its path${where}`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

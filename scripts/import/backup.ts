import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";
import type { Installed } from "../account/installed.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import { UsageError } from "../kit/command.ts";
import { readJsonFile } from "../kit/read-file.ts";
import { mayBeSecret, withoutSecrets } from "./variables.ts";

/**
 * A function as an import found it. It holds code and variables, and neither the login nor anything of the Secret
 * Storage, which the API does not show. Of a variable that may be a secret by its name, the name alone is kept.
 */
const backup = z.strictObject({
  format: z.literal("clinc-function-1"),
  /** ISO 8601, in UTC. */
  savedAt: z.iso.datetime(),
  account: z.string(),
  generation: z.enum(GENERATIONS),
  name: z.string().regex(/^\w{1,50}$/),
  state: z.string(),
  description: z.string(),
  /** Names of the variables whose values are not here. */
  withheld: z.array(z.string()),
  variables: z.record(z.string(), z.unknown()),
  code: z.string(),
});

/** See {@link backup}. */
export type Backup = z.infer<typeof backup>;

/** What a function is, to be sent back at another time. */
export function backupOf(
  { name, state, description, variables, code }: Installed,
  account: string,
  generation: Generation,
): Backup {
  const withheld = Object.keys(variables).filter(mayBeSecret);
  const savedAt = new Date().toISOString();
  return {
    ...{ format: "clinc-function-1", savedAt, account, generation, name, state, description, withheld },
    variables: withoutSecrets(variables),
    code,
  };
}

/**
 * Writes a backup into a folder, which is made where it is not there; only its owner may read it.
 *
 * @returns the file
 */
export function writeBackup(folder: string, saved: Backup): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const moment = saved.savedAt.replace(/[-:.]/g, "");
  const file = join(resolve(folder), `${saved.name}-${saved.generation}-${moment}.json`);
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  return file;
}

/** @throws {UsageError} for a file that cannot be read, or is no backup */
export function readBackup(file: string): Backup {
  const read = backup.safeParse(readJsonFile(file));
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join(".") ?? "";
  throw new UsageError(
    `--rollback: ${file} is none that --backup has written, or not whole${place && `: look at its ${place}`}`,
  );
}

/**
 * A bank's settings belong in nobody's history.
 *
 * @throws {UsageError} for a folder in a git tree, or one that would be made in one
 */
export function refuseGitTree(folder: string): void {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  place = realpathSync(place);
  while (!existsSync(join(place, ".git"))) {
    if (place === dirname(place)) return;
    place = dirname(place);
  }
  throw new UsageError(
    `--backup: ${folder} is in the git tree ${place}; take a folder outside, code and settings of an account do not belong there`,
  );
}

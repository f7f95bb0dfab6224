import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whenDone } from "./open-once.ts";

/** Makes a folder that is gone, with all that is in it, when the test has ended, or those of `openOnce` have. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "clinc-test-"));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Writes a file that is gone when the test has ended, or those of `openOnce` have.
 *
 * @param content a string is written as it is, anything else as JSON
 */
export function temporaryFile(name: string, content: unknown): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

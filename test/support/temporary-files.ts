import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Writes a file that is gone when the test has ended.
 *
 * @param content a string is written as it is, anything else as JSON
 */
export function temporaryFile(name: string, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "clinc-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

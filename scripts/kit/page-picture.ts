import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Page } from "playwright-core";

/** Larger pictures would be slow to load with the document that shows them. */
const MAX_BYTES = 300_000;

/**
 * Writes what a page shows now, as WebP, which needs half of the bytes of a PNG; says so on the terminal.
 *
 * @throws when it is too large for a document
 */
export async function writePicture(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 90 });
  const picture = Buffer.from(data, "base64");
  if (picture.length > MAX_BYTES) throw new Error(`${file} has ${picture.length} bytes, not ${MAX_BYTES}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  console.log(`${relative(process.cwd(), file)}  ${Math.round(picture.length / 1_000)} KB`);
}

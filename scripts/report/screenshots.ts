import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../kit/browser.ts";
import { command } from "../kit/command.ts";
import { writePicture } from "../kit/page-picture.ts";
import { Calendar } from "./count/calendar.ts";
import { namesIn } from "./count/hand-over.ts";
import { LogCount } from "./count/log-count.ts";
import { figuresOf } from "./figures.ts";
import { pageOf } from "./page/page.ts";
import { entriesInLine } from "./read/entry.ts";
import { readReasons } from "./reasons.ts";
import { inventedMonth } from "./sample/month.ts";

const HELP = `Makes the report of an invented month and writes the pictures that scripts/report/README.md shows.

  npm run screenshots      writes scripts/report/screenshots/*.webp, after those of the playground and the widget

It uses the headless Chromium that npm ci brings; elsewhere than on Linux (x64), CHROMIUM names an installed one.
Exit status: 0 when they are written, 1 when not, 2 for a wrong call.`;

const pictures = join(import.meta.dirname, "screenshots");

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "clinc-report-"));
  const browser = await launchBrowser();
  try {
    const file = join(folder, "report.html");
    writeFileSync(file, await pageOfMonth());
    for (const theme of ["light", "dark"] as const) await take(theme, pathToFileURL(file).href, browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

async function pageOfMonth(): Promise<string> {
  const log = new LogCount(new Calendar("UTC"), namesIn({}, []));
  for await (const line of inventedMonth()) log.add(entriesInLine(line));
  return pageOf(figuresOf(log, readReasons()));
}

/** The first screen, and the first charts. */
async function take(colorScheme: "light" | "dark", address: string, browser: Browser): Promise<void> {
  const context = await browser.newContext({
    ...{ colorScheme, deviceScaleFactor: 1.5, viewport: { width: 1120, height: 880 } },
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await writePicture(page, join(pictures, `${colorScheme}.webp`));
  } finally {
    await context.close();
  }
}

await command(HELP, {}, main);

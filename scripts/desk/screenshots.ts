import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../kit/browser.ts";
import { command } from "../kit/command.ts";
import { writePicture } from "../kit/page-picture.ts";
import { startExample } from "../stand-ins/desk/example.ts";
import { startMockWorkspace } from "../stand-ins/workspace/server.ts";
import { showInWorkspace } from "./show.ts";

const HELP = `Lets the widget suggest a reply in a stand-in workspace and writes the pictures that src/agent/README.md shows.

  npm run screenshots      writes scripts/desk/screenshots/*.webp, after those of the playground

It uses the headless Chromium that npm ci brings; elsewhere than on Linux (x64), CHROMIUM names an installed one.
Exit status: 0 when they are written, 1 when not, 2 for a wrong call.`;

const folder = join(import.meta.dirname, "screenshots");

async function main(): Promise<number> {
  const browser = await launchBrowser();
  try {
    for (const theme of ["light", "dark"] as const) await take(theme, browser);
  } finally {
    await browser.close();
  }
  return 0;
}

/** A question after the hand-over, and what Clinc would answer. */
async function take(colorScheme: "light" | "dark", browser: Browser): Promise<void> {
  const [example, workspace] = await Promise.all([startExample(), startMockWorkspace()]);
  const desk = await showInWorkspace(example, workspace);
  const context = await browser.newContext({
    ...{
      colorScheme,
      reducedMotion: "reduce",
      deviceScaleFactor: 1.5,
      viewport: { width: 1120, height: 700 },
    },
  });
  try {
    const page = await context.newPage();
    await page.goto(workspace.address);
    const widget = page.frameLocator("#widget");
    await widget.getByRole("region", { name: "What Clinc knew" }).waitFor();
    await page.getByLabel("Consumer").fill("How long does a new card take?");
    await page.keyboard.press("Enter");
    await widget.getByRole("button", { name: "Use" }).waitFor();
    await page.getByLabel("Consumer").blur();
    await writePicture(page, join(folder, `${colorScheme}.webp`));
  } finally {
    await context.close();
    await desk.end();
    await Promise.all([example.close(), workspace.close()]);
  }
}

await command(HELP, {}, main);

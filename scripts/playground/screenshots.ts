import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../kit/browser.ts";
import { command } from "../kit/command.ts";
import { writePicture } from "../kit/page-picture.ts";
import { startPlayground } from "./server.ts";

const HELP = `Plays short conversations in the playground and writes the pictures that the README shows.

  npm run screenshots      writes scripts/playground/screenshots/*.webp

It uses the headless Chromium that npm ci brings; elsewhere than on Linux (x64), CHROMIUM names an installed one.
Exit status: 0 when they are written, 1 when not, 2 for a wrong call.`;

/** Beside what they show, so that the top of the project stays as small as it is. */
const folder = join(import.meta.dirname, "screenshots");

type Shot = { name: string; options: BrowserContextOptions; play(page: Page): Promise<void> };

const DESKTOP = { viewport: { width: 1440, height: 940 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };

const SHOTS: Shot[] = [
  { name: "light", options: { ...DESKTOP, colorScheme: "light" }, play: handOver },
  { name: "dark", options: { ...DESKTOP, colorScheme: "dark" }, play: handOver },
  { name: "channels", options: { ...DESKTOP, colorScheme: "light" }, play: answerOnAllChannels },
  { name: "phone", options: { ...PHONE, colorScheme: "light" }, play: askOnThePhone },
];

async function main(): Promise<number> {
  const browser = await launchBrowser();
  try {
    for (const shot of SHOTS) await take(shot, browser);
  } finally {
    await browser.close();
  }
  return 0;
}

async function take({ name, options, play }: Shot, browser: Browser): Promise<void> {
  const playground = await startPlayground();
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    await page.goto(playground.address);
    await page.locator("body[data-ready]").waitFor();
    await play(page);
    await writePicture(page, join(folder, `${name}.webp`));
  } finally {
    await context.close();
    await playground.close();
  }
}

/** A balance by a quick reply, two cards, and a lost one that is a matter for people: for one of them there is a suggestion. */
async function handOver(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Kept" }).check();
  await page.locator("body:not([aria-busy])").waitFor();
  await say(page, "What is my balance?");
  await answer(page, "Savings");
  await say(page, "Choose a card");
  await say(page, "I lost my card");
  const widget = page.frameLocator("#widget");
  await widget.getByRole("region", { name: "What Clinc knew" }).waitFor();
  await page.getByPlaceholder("Write to the agent").fill("How long does a new card take?");
  await page.keyboard.press("Enter");
  await widget.getByRole("button", { name: "Use" }).waitFor();
  await page.locator("#words").blur();
}

/** An author's own answer, with what each channel makes of it. */
async function answerOnAllChannels(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Your own answer" }).click();
  await page.getByLabel("Begin with").selectOption("A carousel");
  await page.getByRole("button", { name: "On all channels" }).click();
  await page.getByRole("region", { name: "Unknown channel" }).waitFor();
  await page.locator(".channel img").first().waitFor();
  await page.locator("#own-json").blur();
}

/** The consumer's window fills a phone, with quick replies to choose from. */
async function askOnThePhone(page: Page): Promise<void> {
  await say(page, "Choose a card");
  await say(page, "What is my balance?");
  await page.locator("#words").blur();
  await page.locator("#transcript img").first().waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await settled(page, async () => {
    await page.getByLabel("Message", { exact: true }).fill(text);
    await page.keyboard.press("Enter");
  });
}

async function answer(page: Page, title: string): Promise<void> {
  await settled(page, () => page.getByRole("button", { name: title, exact: true }).click());
}

async function settled(page: Page, step: () => Promise<void>): Promise<void> {
  const turns = page.locator("#agent-turns > li");
  const before = await turns.count();
  await step();
  await turns.nth(before).waitFor({ state: "attached" });
  await page.locator("body:not([aria-busy])").waitFor();
}

await command(HELP, {}, main);

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inventedMonth } from "./month.ts";

/** Writes the log of an invented month into the folder in which the command runs, and returns the file's name. */
export async function writeSample(file = "report-sample.log"): Promise<string> {
  console.log(`${file}  an invented month, some twenty seconds`);
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return file;
}

async function* lines(): AsyncGenerator<string> {
  for await (const line of inventedMonth()) yield `${line}\n`;
}

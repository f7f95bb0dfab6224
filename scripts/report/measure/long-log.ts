import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inventedMonth } from "../sample/month.ts";

/** The forms in which a log may come. */
export const FORMATS = ["text", "csv", "ndjson", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Days that are invented; all others are these again, of other conversations. */
const DAYS = 2;

/** Writes a log of so many lines, spread over thirty days, each of them another one. */
export async function writeLongLog(file: string, format: Format, count: number): Promise<void> {
  const lines: string[] = [];
  for await (const line of inventedMonth({ days: DAYS })) lines.push(line);
  await pipeline(Readable.from(longLog(lines, format, count)), createWriteStream(file));
}

function* longLog(lines: readonly string[], format: Format, count: number): Generator<string> {
  if (format === "csv") yield "timestamp,level,message\n";
  if (format === "json") yield "[";
  for (let index = 0; index < count; index += 1) {
    const copy = Math.floor(index / lines.length);
    const line = ofCopy(lines[index % lines.length] ?? "", copy);
    yield format === "json" && index > 0 ? `,${written(line, format)}` : written(line, format);
  }
  if (format === "json") yield "]";
}

/** The same line of another conversation, on another day of September. */
function ofCopy(line: string, copy: number): string {
  const day = String((copy % 30) + 1).padStart(2, "0");
  const id = copy.toString(16).padStart(8, "0");
  return line
    .replace(/2026-08-\d\d/g, `2026-09-${day}`)
    .replace(/"conversation":"\w{8}/, `"conversation":"${id}`);
}

function written(line: string, format: Format): string {
  const [, timestamp = "", level = "", message = line] = /^(\S+Z) ([A-Z]+) (.*)$/.exec(line) ?? [];
  if (format === "text") return `${line}\n`;
  if (format === "csv") return `"${timestamp}","${level}","${message.replaceAll('"', '""')}"\n`;
  const entry = JSON.stringify({ timestamp, level, message });
  return format === "json" ? entry : `${entry}\n`;
}

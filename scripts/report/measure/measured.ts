import { createReadStream } from "node:fs";
import { Calendar } from "../count/calendar.ts";
import { namesIn } from "../count/hand-over.ts";
import { LogCount } from "../count/log-count.ts";
import { figuresOf } from "../figures.ts";
import { entriesOf } from "../read/entries.ts";
import { readReasons } from "../reasons.ts";

/** A program of its own, so that its memory is that of a report alone: reads a log, makes the page, and tells what that took. */
const [file = ""] = process.argv.slice(2);
const startedAt = performance.now();
const log = new LogCount(new Calendar("UTC"), namesIn({}, []));
for await (const found of entriesOf(createReadStream(file))) log.add(found);
// As the command does it: the library of the charts takes its memory when that of the reading is free again.
const { pageOf } = await import("../page/page.ts");
const page = await pageOf(figuresOf(log, readReasons()));
const seconds = (performance.now() - startedAt) / 1_000;
const { turns, read, foreign, cut } = log.lines;
const { user, system } = process.cpuUsage();
const processorSeconds = (user + system) / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(
  JSON.stringify({ seconds, processorSeconds, megabytes, page: page.length, turns, read, foreign, cut }),
);

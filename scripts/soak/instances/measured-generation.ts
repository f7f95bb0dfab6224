import { once } from "node:events";
import { builtFile } from "../../build/built-file.ts";
import { KEEPINGS } from "./keeping.ts";
import { type Column, measure } from "./measure.ts";

/** The program of a process that measures the committed file of one generation, and tells what it found. */
const [{ generation, effort }] = await once(process, "message");
const columns: Column[] = [];
for (const keeping of KEEPINGS)
  columns.push(...(await measure(generation, builtFile(generation), keeping, effort)));
process.send?.(columns);
process.disconnect();

import { writeSync } from "node:fs";
import type { Order } from "../measured-process.ts";
import { silenceConsole } from "./console.ts";
import { events } from "./events.ts";
import { loadSubject } from "./subject.ts";
import { installTransport } from "./transport.ts";

/** Takes one turn, as an instance does for which a consumer is waiting, and says so as soon as the reply is there. */
async function main(): Promise<void> {
  const order: Order = JSON.parse(process.argv[2] ?? "");
  silenceConsole();
  const take = await loadSubject(order, installTransport(order));
  await take(events(order.sample)());
  writeSync(1, "0");
  process.exit();
}

main().catch((error) => {
  process.stderr.write(`${error?.stack}\n`);
  process.exit(1);
});

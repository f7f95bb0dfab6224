import { performance } from "node:perf_hooks";
import { setImmediate as nextTick } from "node:timers/promises";
import type { Asked, Order, Reported } from "../measured-process.ts";
import { events } from "./events.ts";
import { loadSubject } from "./subject.ts";
import { installTransport } from "./transport.ts";

/**
 * Takes turns with one subject, as many and as often as the process that started this one asks, and reports how long
 * each took, or what memory is left behind.
 */
async function main(): Promise<void> {
  const order: Order = JSON.parse(process.argv[2] ?? "");
  silenceConsole();
  const take = await loadSubject(order, installTransport(order));
  const nextEvent = events(order.sample, order.conversations);

  process.on("message", async ({ turns, isTimed }: Asked) => {
    process.send?.(isTimed ? { milliseconds: await timeTurns(turns) } : await spendTurns(turns));
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ isReady: true });

  /** One turn at a time; the events are made beforehand, as the platform makes them. */
  async function timeTurns(turns: number): Promise<number[]> {
    const inputs = Array.from({ length: turns }, nextEvent);
    const milliseconds: number[] = [];
    for (const input of inputs) {
      const startedAt = performance.now();
      await take(input);
      milliseconds.push(performance.now() - startedAt);
      if (milliseconds.length % TURNS_WITHOUT_PAUSE === 0) await nextTick();
    }
    return milliseconds;
  }

  async function spendTurns(turns: number): Promise<Reported> {
    for (let turn = 0; turn < turns; turn += 1) {
      await take(nextEvent());
      if (turn % TURNS_WITHOUT_PAUSE === 0) await nextTick();
    }
    for (let round = 0; round < 3; round += 1) {
      await nextTick();
      globalThis.gc?.();
    }
    const { heapUsed, rss } = process.memoryUsage();
    return { heapBytes: heapUsed, residentBytes: rss };
  }
}

/** Turns whose transport answers at once never come back to the event loop by themselves. */
const TURNS_WITHOUT_PAUSE = 20;

/** On the platform a log line goes to a collector; writing it to a pipe would be this machine's work, not the turn's. */
function silenceConsole(): void {
  for (const level of ["debug", "info", "warn", "error"] as const) console[level] = () => {};
}

main().catch((error) => {
  process.stderr.write(`${error?.stack}\n`);
  process.exit(1);
});

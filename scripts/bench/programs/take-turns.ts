import { setImmediate as nextTick } from "node:timers/promises";
import type { Asked, Order, Reports } from "../measured-process.ts";
import { ownTime } from "./beside.ts";
import { silenceConsole } from "./console.ts";
import { events } from "./events.ts";
import { profiled } from "./profiler.ts";
import { loadSubject } from "./subject.ts";
import { installTransport } from "./transport.ts";

type Report = { [Kind in keyof Reports]: (turns: number) => Promise<Reports[Kind]> };

/**
 * Takes turns with one subject, as many and as often as the process that started this one asks, and reports how long
 * each took, or what they left behind.
 */
async function main(): Promise<void> {
  const order: Order = JSON.parse(process.argv[2] ?? "");
  silenceConsole();
  const take = await loadSubject(order, installTransport(order));
  const nextEvent = events(order.sample, order.conversations);
  // Made beforehand, as the platform makes them.
  const inputsOf = (turns: number) => Array.from({ length: turns }, nextEvent);

  const report: Report = {
    /** One turn at a time. What a stand-in within this process has done for it is no part of it. */
    async times(turns) {
      const milliseconds: number[] = [];
      for (const input of inputsOf(turns)) {
        const startedAt = ownTime();
        await take(input);
        milliseconds.push(ownTime() - startedAt);
        if (milliseconds.length % TURNS_WITHOUT_PAUSE === 0) await nextTick();
      }
      return milliseconds;
    },
    async memory(turns) {
      for (let turn = 0; turn < turns; turn += 1) {
        await take(nextEvent());
        if (turn % TURNS_WITHOUT_PAUSE === 0) await nextTick();
      }
      await collectGarbage();
      const { heapUsed, rss } = process.memoryUsage();
      return { heapBytes: heapUsed, residentBytes: rss };
    },
    /** Nothing is collected meanwhile: the process has room for it all. */
    async allocated(turns) {
      const inputs = inputsOf(turns);
      await collectGarbage();
      const before = process.memoryUsage().heapUsed;
      for (const input of inputs) await take(input);
      return process.memoryUsage().heapUsed - before;
    },
    profile: (turns) =>
      profiled(async () => {
        for (const [turn, input] of inputsOf(turns).entries()) {
          await take(input);
          if (turn % TURNS_WITHOUT_PAUSE === 0) await nextTick();
        }
      }),
  };

  process.on("message", async ({ turns, report: kind }: Asked) => process.send?.(await report[kind](turns)));
  process.on("disconnect", () => process.exit());
  process.send?.({ isReady: true });
}

/** Turns whose transport answers at once never come back to the event loop by themselves. */
const TURNS_WITHOUT_PAUSE = 20;

async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await nextTick();
    globalThis.gc?.();
  }
}

main().catch((error) => {
  process.stderr.write(`${error?.stack}\n`);
  process.exit(1);
});

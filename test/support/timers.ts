/** How a built file is called in a stack, as `scripts/stand-ins/functions/load-function.ts` names it. */
const BUILT_FILE = /[( ]index\.js:\d|\/clinc-bot-\w+\/index\.mjs:\d/;

/**
 * Watches the timers that built files start from now on, until they fire or are cleared.
 *
 * @returns `started` counts all of them, `pending` those that are still to come
 */
export function watchTimers(): { started(): number; pending(): number; stop(): void } {
  const { setTimeout: start, clearTimeout: end } = globalThis;
  const pending = new Set<unknown>();
  let started = 0;
  const watched = (work: () => void, milliseconds?: number) => {
    const timer = start(() => {
      pending.delete(timer);
      work();
    }, milliseconds);
    if (BUILT_FILE.test(new Error().stack ?? "")) {
      started += 1;
      pending.add(timer);
    }
    return timer;
  };
  globalThis.setTimeout = watched as typeof setTimeout;
  globalThis.clearTimeout = ((timer: NodeJS.Timeout) => {
    pending.delete(timer);
    end(timer);
  }) as typeof clearTimeout;
  return {
    started: () => started,
    pending: () => pending.size,
    stop() {
      globalThis.setTimeout = start;
      globalThis.clearTimeout = end;
    },
  };
}

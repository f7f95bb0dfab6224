import { setImmediate } from "node:timers/promises";
import type { StandInMessaging } from "../../scripts/stand-ins/messaging/server.ts";
import type { StandInProvider } from "../../scripts/stand-ins/sign-in/server.ts";
import { type LocalDesk, widgetAt } from "./desk.ts";
import { openOnce } from "./open-once.ts";
import { browserAt } from "./signed-in.ts";

/** What a desk may be surrounded by. */
type World = Pick<LocalDesk, "clinc" | "store" | "desk"> & {
  publicUrl?: string;
  provider?: StandInProvider;
  messaging?: StandInMessaging;
};

/**
 * One desk for the tests of a `describe`, since it takes a while to start one.
 *
 * @param start starts it, with all that it needs
 * @returns gives it to a test: nobody has asked anything, the stand-ins are well, nothing is written, and there are no
 *   cookies. What it counts and remembers by itself, and what is in its store, stays; of a fault it tells its operator
 *   once. Who uses that up, or waits for that, starts a desk of its own.
 */
export function sharedDesk<Known extends World>(start: () => Promise<Known>): () => Promise<Known> {
  const opened = openOnce(async () => {
    const world = await start();
    return { world, state: structuredClone(world.provider?.state ?? {}) };
  });
  return async () => {
    const { world, state } = opened();
    const { clinc, store, desk, provider, messaging, publicUrl = desk.address } = world;
    for (const one of [clinc, store, provider, messaging]) one?.seen.splice(0);
    for (const one of [clinc, store]) one.fault = () => undefined;
    if (provider) become(provider.state, structuredClone(state));
    if (messaging) messaging.fault = undefined;
    return {
      ...world,
      desk: { ...desk, ...(await writtenFromNowOn(desk)) },
      widget: widgetAt(desk.address),
      browser: browserAt(publicUrl),
    };
  };
}

/** What was written before an answer came is there to be read by the next turn of the event loop. */
async function writtenFromNowOn({ stdout, stderr }: World["desk"]) {
  for (let turn = 0; turn < 2; turn += 1) await setImmediate();
  const [out, err] = [stdout().length, stderr().length];
  return { stdout: () => stdout().slice(out), stderr: () => stderr().slice(err) };
}

function become(state: object, former: object): void {
  for (const name of Object.keys(state)) Reflect.deleteProperty(state, name);
  Object.assign(state, former);
}

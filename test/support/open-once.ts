import { afterAll, beforeAll, onTestFinished } from "vitest";

type Ending = () => unknown;

let shared: Ending[] | undefined;

/**
 * Opens something once for all tests of a `describe` block or file that only look at it, or that put back what they
 * change; each must pass alone.
 */
export function openOnce<Opened>(open: () => Promise<Opened>): () => Opened {
  let opened: Opened;
  const endings: Ending[] = [];
  beforeAll(async () => {
    shared = endings;
    try {
      opened = await open();
    } finally {
      shared = undefined;
    }
  });
  afterAll(async () => {
    for (const end of endings.toReversed()) await end();
  });
  return () => opened;
}

/** Does it once nobody needs what was opened: when the test has ended, or all that share it have. */
export function whenDone(end: Ending): void {
  if (shared) shared.push(end);
  else onTestFinished(async () => void (await end()));
}

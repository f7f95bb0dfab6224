import { syncBuiltinESMExports } from "node:module";
import nock from "nock";
import { afterAll, afterEach, beforeAll } from "vitest";

/**
 * Lets nock answer the requests of a file's tests: what it has no answer for fails, and none leaves this machine.
 *
 * nock puts itself into Node's modules; who has imported a function of theirs before sees that only when they are told.
 */
export function interceptRequests(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    syncBuiltinESMExports();
  });
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
    syncBuiltinESMExports();
  });
}

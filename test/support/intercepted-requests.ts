import nock from "nock";
import { afterAll, afterEach, beforeAll } from "vitest";

/** Lets nock answer the requests of a file's tests: what it has no answer for fails, and none leaves this machine. */
export function interceptRequests(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}

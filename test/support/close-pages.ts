import { afterAll } from "vitest";
import { closeIdlePages } from "./browser.ts";

/**
 * Vitest runs this with each file. A page that is open has playwright set one timer after the other, which never ends in
 * the virtual time of another file that the same worker runs later.
 */
afterAll(closeIdlePages);

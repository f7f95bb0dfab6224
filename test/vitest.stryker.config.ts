import { defineConfig } from "vitest/config";
import { PROGRAMS } from "./vitest.config.ts";

/**
 * The tests of `src` alone: those of the built files and of the tools run code that Stryker cannot change, and so does a
 * browser. On a machine that tries changes everything takes longer.
 */
export default defineConfig({
  test: {
    include: ["test/{agent,answer,bot,clinc,liveperson,record,runtime}/**/*.test.ts"],
    exclude: PROGRAMS,
    testTimeout: 20_000,
    isolate: false,
  },
});

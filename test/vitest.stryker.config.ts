import { defineConfig } from "vitest/config";

/** The tests of `src` alone: those of the built files and of the tools run code that Stryker cannot change. */
export default defineConfig({
  test: { include: ["test/{agent,answer,bot,clinc,liveperson,record,runtime}/**/*.test.ts"] },
});

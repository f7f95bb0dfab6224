import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * How `npm run mutate` has Stryker try its changes; what is changed, the command says.
 *
 * @type {Partial<import("@stryker-mutator/api/core").StrykerOptions>}
 * @see https://stryker-mutator.io/docs/stryker-js/configuration/
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/vitest.stryker.config.ts", related: false },
  coverageAnalysis: "perTest",
  // On a busy machine a test that is slow would count as one that notices.
  timeoutMS: 20_000,
  // There is none: Stryker would read it with the JavaScript API of TypeScript, which TypeScript 7 does not have.
  tsconfigFile: "no-tsconfig.json",
  // A copy of the project without what the tests of src do not read.
  ignorePatterns: ["dist", "scripts/playground/screenshots", "scripts/desk/screenshots"],
  tempDirName: join(tmpdir(), `clinc-mutate-${process.pid}`),
  cleanTempDir: "always",
  logLevel: "warn",
  warnings: { slow: false },
  reporters: [process.stdout.isTTY ? "progress" : "progress-append-only"],
};

import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests that let times run out, or take seconds: nobody waits for them while working. */
export const TIMED = [
  "test/bot/render/native.test.ts",
  "test/clinc/ask.test.ts",
  "test/dist/**/*.test.ts",
  "test/record/faults.test.ts",
  "test/record/order.test.ts",
  "test/record/store.test.ts",
  "test/scripts/bench/programs/profiler.test.ts",
  "test/scripts/build/shorten.test.ts",
  "test/scripts/doctor/account/account.test.ts",
  "test/scripts/doctor/examine.test.ts",
  "test/scripts/import/bring-in.test.ts",
  "test/scripts/replay/run.test.ts",
  "test/scripts/report/attention.test.ts",
  "test/scripts/report/sample.test.ts",
  "test/scripts/soak/aftermath.test.ts",
  "test/scripts/soak/instances/measure.test.ts",
  "test/scripts/soak/soak.test.ts",
  "test/scripts/stand-ins/context-service.test.ts",
];

/** Tests that start programs or a browser. test/house.test.ts tells when one is missing here. */
export const PROGRAMS = [
  "test/agent/widget/page/chain.test.ts",
  "test/agent/widget/page/refusals.test.ts",
  "test/agent/widget/page/sign-in.test.ts",
  "test/agent/widget/page/states.test.ts",
  "test/agent/widget/page/suggestion.test.ts",
  "test/agent/widget/page/widget.test.ts",
  "test/scripts/bench/bench.test.ts",
  "test/scripts/bench/half-cpu.test.ts",
  "test/scripts/commands.test.ts",
  "test/scripts/desk/desk.test.ts",
  "test/scripts/desk/workspace.test.ts",
  "test/scripts/doctor/doctor.test.ts",
  "test/scripts/doctor/desk.test.ts",
  "test/scripts/import/import.test.ts",
  "test/scripts/kit/check-node.test.ts",
  "test/scripts/playground/page/accessibility.test.ts",
  "test/scripts/playground/page/agent.test.ts",
  "test/scripts/playground/page/own-answer.test.ts",
  "test/scripts/playground/page/page.test.ts",
  "test/scripts/playground/page/turns.test.ts",
  "test/scripts/playground/playground.test.ts",
  "test/scripts/playground/server.test.ts",
  "test/scripts/playground/session.test.ts",
  "test/scripts/record/record.test.ts",
  "test/scripts/replay/replay.test.ts",
  "test/scripts/report/view.test.ts",
  "test/scripts/stand-ins/workspace.test.ts",
  "test/scripts/wrong-calls.test.ts",
];

/**
 * The order of the longest: begun last, each would run alone at the end while the other workers idle. Those with a browser
 * take turns with those that mostly wait, so that about two of each are under way: more browsers slow one another down.
 */
const LONGEST = [
  "test/scripts/playground/page/page.test.ts",
  "test/scripts/playground/page/accessibility.test.ts",
  "test/dist/record.test.ts",
  "test/dist/desk/shutdown.test.ts",
  "test/agent/widget/page/states.test.ts",
  "test/scripts/playground/page/agent.test.ts",
  "test/agent/widget/page/refusals.test.ts",
  "test/scripts/doctor/examine.test.ts",
  "test/dist/agent/command.test.ts",
  "test/agent/widget/page/chain.test.ts",
  "test/agent/widget/page/sign-in.test.ts",
  "test/dist/desk/shell.test.ts",
  "test/scripts/playground/page/turns.test.ts",
  "test/dist/desk/assignment.test.ts",
  "test/scripts/playground/page/own-answer.test.ts",
  "test/dist/hardships.test.ts",
  "test/scripts/desk/workspace.test.ts",
  "test/agent/widget/page/suggestion.test.ts",
  "test/dist/faults.test.ts",
  "test/agent/widget/page/widget.test.ts",
  "test/record/store.test.ts",
  "test/record/faults.test.ts",
  "test/dist/desk/limits.test.ts",
  "test/dist/desk/outages.test.ts",
  "test/clinc/ask.test.ts",
  "test/scripts/soak/soak.test.ts",
  "test/scripts/bench/bench.test.ts",
  "test/scripts/soak/instances/measure.test.ts",
  "test/dist/desk/sign-in.test.ts",
  "test/scripts/playground/session.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => LONGEST.findIndex((path) => file.moduleId.endsWith(path));
    const others = files.filter((file) => rank(file) < 0);
    const longest = files.filter((file) => rank(file) >= 0).toSorted((one, other) => rank(one) - rank(other));
    return [...longest, ...(await super.sort(others))];
  }
}

/** Much of the time the slow ones wait, for a process, a browser or a time to run out: there is room for more than the cores. */
const workers = availableParallelism() + 2;
/** Long enough for a busy machine, and longer than test/support/run-script.ts lets a script hang. */
const LIMIT_MS = 90_000;
const PATIENT = { maxWorkers: workers, testTimeout: LIMIT_MS, hookTimeout: LIMIT_MS };

/** The projects run one after the other, the files of each in parallel. */
export default defineConfig({
  test: {
    // Each worker loads once what its files share, which saves most of the time. So a test puts back what it changes in
    // the global.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Most of what a test makes is garbage when it ends; with more room for what is young, it is looked at less often.
    // Most of what a test runs ends before its optimised code would have paid for the compiler.
    execArgv: ["--max-semi-space-size=64", "--interrupt-budget=1000000"],
    // What was translated once is kept below node_modules, by the hash of its text, of this file and of the lock file.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...TIMED, ...PROGRAMS],
          ...PATIENT,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: [...TIMED, ...PROGRAMS],
          setupFiles: ["test/support/close-pages.ts"],
          ...PATIENT,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

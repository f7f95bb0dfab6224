import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CommandFailure, command, UsageError } from "../../../scripts/kit/command.ts";

const HELP = "Does what a test asks for.";
const OPTIONS = { loud: { type: "boolean" } } as const;

/** What a command that is called with these arguments prints, where, and its exit status. */
async function call(
  args: readonly string[],
  run: (values: unknown, words: string[]) => Promise<number>,
  taken?: { allowPositionals: boolean },
) {
  process.argv = ["node", "command", ...args];
  await command(HELP, OPTIONS, run, taken);
  const status = process.exitCode ?? 0;
  return { status, stdout: printed(console.log), stderr: printed(console.error) };
}

function printed(method: typeof console.log): unknown {
  return vi.mocked(method).mock.calls.flat().at(0);
}

const { argv } = process;
beforeEach(() => {
  vi.stubEnv("npm_lifecycle_event", undefined);
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(process.stdout, "on").mockReturnThis();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.argv = argv;
  process.exitCode = undefined;
});

describe("a command", () => {
  it("gets its options, and gives its exit status", async () => {
    const run = vi.fn().mockResolvedValue(3);
    expect(await call(["--loud"], run)).toEqual({ status: 3, stdout: undefined, stderr: undefined });
    expect(run).toHaveBeenCalledWith(expect.objectContaining({ loud: true }), []);
  });

  it.each([["--help"], ["-h"], ["--loud", "--help"]])(
    "prints its help for %j, and does nothing",
    async (...args) => {
      const run = vi.fn();
      expect(await call(args, run)).toEqual({ status: 0, stdout: HELP, stderr: undefined });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it.each([["--louder"], ["--loud=very"], ["words"]])("refuses %j, and does nothing", async (argument) => {
    const run = vi.fn();
    const { status, stderr } = await call([argument], run);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\nSee --help\.$/);
    expect(run).not.toHaveBeenCalled();
  });

  it("gets words, where it takes them", async () => {
    const run = vi.fn().mockResolvedValue(0);
    await call(["one.json", "two.json"], run, { allowPositionals: true });
    expect(run).toHaveBeenCalledWith(expect.anything(), ["one.json", "two.json"]);
  });
});

describe("a command that fails", () => {
  const failing = (error: Error) => call([], () => Promise.reject(error));

  it("because of its call, says why in a sentence and ends with 2", async () => {
    expect(await failing(new UsageError("That is no port"))).toMatchObject({
      status: 2,
      stderr: "That is no port\nSee --help.",
    });
  });

  it("because of the world outside, says why in a sentence and ends with 1", async () => {
    expect(await failing(new CommandFailure("Nobody answers"))).toMatchObject({
      status: 1,
      stderr: "Nobody answers",
    });
  });

  it("because of the system, says in our words what the system says and ends with 1", async () => {
    const { status, stderr } = await call([], async () => readFileSync("/no/such/file").length);
    expect(status).toBe(1);
    expect(stderr).toBe("/no/such/file is not there; check how it is written");
  });

  it("because of a defect of its own, shows the whole error and ends with 1", async () => {
    const defect = new TypeError("undefined is not a function");
    expect(await failing(defect)).toMatchObject({ status: 1, stderr: defect });
  });
});

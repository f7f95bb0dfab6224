import { spawn } from "node:child_process";
import { join } from "node:path";
import { DIST, requireBuilt } from "../../build/built-dist.ts";
import { DESK_FILE } from "../../build/desk.ts";
import { CommandFailure } from "../../kit/command.ts";

/** The desk as it was built last. */
export const BUILT_DESK = join(DIST, DESK_FILE);

/** A desk that runs in a process of its own, as it does at a bank. */
export type DeskProcess = {
  /** `http://127.0.0.1:8080`, as it listens. */
  address: string;
  /** What it has written so far: the audit, and its notes for the operator. */
  stdout(): string;
  stderr(): string;
  /** The process's id. */
  pid: number;
  /** Resolves to its exit status when it has ended by whatever; `undefined` for one that was killed. */
  ended: Promise<number | undefined>;
  /** Ends it, and resolves to its exit status. */
  end(signal?: NodeJS.Signals): Promise<number | undefined>;
};

/** What a process needs of the shell to start; no setting of the desk is among them. */
const ESSENTIALS = ["PATH", "Path", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TMP", "TEMP"];

/** Whoever has started a desk may be killed, and nothing then tells it but that its standard input closes. */
const ENDS_WITH_US = `data:text/javascript,${encodeURIComponent(
  'process.stdin.on("end", () => process.exit(1)).resume().unref();',
)}`;

/** How a desk ended that does not listen. */
export class DeskEnded extends CommandFailure {
  override readonly name = "DeskEnded";

  constructor(
    readonly status: number | undefined,
    readonly stdout: string,
    readonly stderr: string,
  ) {
    super(`The desk ended with ${status}:\n${stderr}`);
  }
}

/**
 * Starts a desk, and resolves when it listens.
 *
 * @param file the built one; its widget lies beside it
 * @param node the program that runs it
 * @param hear gets what it writes, as it writes it
 * @throws {DeskEnded} when it ends instead
 * @throws {CommandFailure} when the built one is missing, or was changed since
 */
export function startDeskProcess(
  environment: Record<string, string>,
  {
    file = BUILT_DESK,
    node = process.execPath,
    hear = () => {},
  }: { file?: string; node?: string; hear?: (text: string, stream: "stdout" | "stderr") => void } = {},
): Promise<DeskProcess> {
  if (file === BUILT_DESK) requireBuilt("desk/");
  const env = Object.fromEntries(
    ESSENTIALS.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const child = spawn(node, ["--import", ENDS_WITH_US, file], {
    env: { ...env, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const written = { stdout: "", stderr: "" };
  const ended = new Promise<number | undefined>((resolve) => {
    child.once("close", (status) => {
      process.off("exit", kill);
      resolve(status ?? undefined);
    });
  });
  return new Promise((resolve, reject) => {
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("utf8").on("data", (text: string) => {
        written[name] += text;
        hear(text, name);
        const [, address] = /listens at (\S+) for/.exec(written.stderr) ?? [];
        if (address) resolve(running(address));
      });
    child.once("error", reject);
    ended.then((status) => reject(new DeskEnded(status, written.stdout, written.stderr)));
  });

  function running(address: string): DeskProcess {
    return {
      address,
      stdout: () => written.stdout,
      stderr: () => written.stderr,
      pid: child.pid ?? 0,
      ended,
      end(signal = "SIGTERM") {
        child.kill(signal);
        return ended;
      },
    };
  }
}

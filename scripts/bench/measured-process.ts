import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Generation } from "../build/generation.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Within } from "./half-cpu.ts";
import type { OwnCost } from "./programs/profiler.ts";

/** What can take turns: nothing but the POST through one transport, a built file of ours, or a rival. */
export type Subject =
  | "http"
  | "client"
  | "requestPromise"
  | "fetch"
  | Generation
  | "toolbelt"
  | "axiosAndZod";

/** What a process that takes turns is told when it starts. */
export type Order = {
  subject: Subject;
  /** The function; `""` for a bare POST. */
  file: string;
  /** Of the Clinc on loopback. */
  host: string;
  /** With it the transport answers at once with this, and asks nobody. */
  reply?: CannedReply;
  /** The file of request-promise, for V1's toolbelt to hand out; without it the stand-in is. */
  httpClient?: string;
  /** The address of the service that keeps records of conversations; without one none are kept. */
  contextHost?: string;
  /** As many conversations take turns. */
  conversations?: number;
  /** The input of a whole event. */
  sample: unknown;
};

/** What it reports of some turns, by what it was asked for. */
export type Reports = {
  /** Milliseconds of each. */
  times: number[];
  /** In use after them, and after a garbage collection. */
  memory: { heapBytes: number; residentBytes: number };
  /** Bytes that all of them together have allocated. */
  allocated: number;
  /** Where they have spent their time, and what they have allocated. */
  profile: OwnCost[];
};

/** What it is asked again and again. */
export type Asked = { turns: number; report: keyof Reports };

/** A process that lives as long as a measurement, and does nothing unless it is asked. */
export class MeasuredProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts a program and waits for the first thing that it says. */
  static async start(
    args: readonly string[],
    within: Within = (program, all) => [program, [...all]],
  ): Promise<{ started: MeasuredProcess; said: unknown }> {
    const [program, all] = within(process.execPath, args);
    const child = spawn(program, all, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const started = new MeasuredProcess(child);
    return { started, said: await started.heard() };
  }

  /** Takes so many turns, and reports of them. */
  async after<Kind extends keyof Reports>(turns: number, report: Kind): Promise<Reports[Kind]> {
    this.child.send({ turns, report } satisfies Asked);
    return (await this.heard()) as Reports[Kind];
  }

  /** Lets it end; one that has failed has ended already. */
  async end(): Promise<void> {
    if (!this.child.connected) return;
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }

  private heard(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`A measured process ended: ${this.child.spawnargs.join(" ")}`));
      this.child.once("exit", fail);
      this.child.once("message", (message) => {
        this.child.off("exit", fail);
        resolve(message);
      });
    });
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Generation } from "../build/generation.ts";
import type { CannedReply } from "./canned-replies.ts";
import type { Confinement } from "./half-cpu.ts";

/** What can take turns: nothing but the POST through one transport, a built file of ours, or a rival. */
export type Subject = "http" | "client" | "fetch" | Generation | "toolbelt" | "axiosAndZod";

/** What a process that takes turns is told when it starts. */
export type Order = {
  subject: Subject;
  /** The function; `""` for a bare POST. */
  file: string;
  /** Of the Clinc on loopback. */
  host: string;
  /** With it the transport answers at once with this, and asks nobody. */
  reply?: CannedReply;
  /** The address of the service that keeps records of conversations; without one none are kept. */
  contextHost?: string;
  /** As many conversations take turns. */
  conversations?: number;
  /** The input of a whole event. */
  sample: unknown;
};

/** What it is asked again and again. */
export type Asked = { turns: number; isTimed: boolean };

/** What it reports: one time for each turn, or what is in use after a garbage collection. */
export type Reported = { milliseconds: number[] } | { heapBytes: number; residentBytes: number };

/** A process that lives as long as a measurement, and does nothing unless it is asked. */
export class MeasuredProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts a program and waits for the first thing that it says. */
  static async start(
    args: readonly string[],
    confinement?: Confinement,
  ): Promise<{ started: MeasuredProcess; said: unknown }> {
    const [program, all] = confinement?.command(process.execPath, args) ?? [process.execPath, [...args]];
    const child = spawn(program, all, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const started = new MeasuredProcess(child);
    return { started, said: await started.heard() };
  }

  /** Times of so many turns, in milliseconds. */
  async time(turns: number): Promise<number[]> {
    const reported = await this.ask({ turns, isTimed: true });
    return "milliseconds" in reported ? reported.milliseconds : [];
  }

  /** What is in use after so many turns more, in bytes. */
  async memoryAfter(turns: number): Promise<{ heapBytes: number; residentBytes: number }> {
    const reported = await this.ask({ turns, isTimed: false });
    return "heapBytes" in reported ? reported : { heapBytes: Number.NaN, residentBytes: Number.NaN };
  }

  /** Lets it end; one that has failed has ended already. */
  async end(): Promise<void> {
    if (!this.child.connected) return;
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }

  private ask(asked: Asked): Promise<Reported> {
    this.child.send(asked);
    return this.heard() as Promise<Reported>;
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

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

/** How the measured processes are held to as little as an instance of the platform has. */
export type Confinement = {
  /** In words, for the report. */
  description: string;
  /** For what is measured. */
  halfCpu: Within;
  /** For what answers it: no quota, and on a CPU of its own where there are two, since the other one's time is what counts. */
  beside: Within;
  release(): void;
};

/** The command that runs a program within something. */
export type Within = (program: string, args: readonly string[]) => [program: string, args: string[]];

/** V1 gives a function 500m of a CPU. The period is short, so that a process does not sleep through a measurement. */
const PERIOD_US = 10_000;
const QUOTA_US = PERIOD_US / 2;

/** Half of one CPU where the system lets us (Linux with a writable cgroup, and `taskset`); else as much of it as it does. */
export function confineToHalfCpu(): Confinement {
  const group = halfCpuGroup();
  const isPinned = canPin();
  const pinnedTo = (cpu: number) => (isPinned ? `taskset -c ${cpu} ` : "");
  const enter = group ? `echo $$ > "${join(group, "cgroup.procs")}"; ` : "";
  return {
    description: `${group ? "half a CPU (cgroup quota)" : "a whole CPU"}, ${isPinned ? "pinned to one" : "not pinned"}`,
    halfCpu: within(enter, pinnedTo(availableParallelism() - 1)),
    beside: within("", pinnedTo(0)),
    release: () => group && rmdirSync(group),
  };
}

function within(enter: string, pin: string): Within {
  if (!enter && !pin) return (program, args) => [program, [...args]];
  return (program, args) => ["/bin/sh", ["-c", `${enter}exec ${pin}"$0" "$@"`, program, ...args]];
}

/** Both versions of Linux's control groups; whatever stands in the way means that there is none to be had. */
function halfCpuGroup(): string | undefined {
  const [v1, v2] = ["/sys/fs/cgroup/cpu", "/sys/fs/cgroup"];
  const isV2 = existsSync(join(v2, "cgroup.controllers"));
  const group = join(isV2 ? v2 : v1, `clinc-bench-${process.pid}`);
  if (!existsSync(isV2 ? v2 : v1)) return undefined;
  try {
    mkdirSync(group);
  } catch {
    return undefined;
  }
  try {
    if (isV2) {
      limit(group, "cpu.max", `${QUOTA_US} ${PERIOD_US}`);
    } else {
      limit(group, "cpu.cfs_period_us", `${PERIOD_US}`);
      limit(group, "cpu.cfs_quota_us", `${QUOTA_US}`);
    }
    return group;
  } catch {
    rmdirSync(group);
    return undefined;
  }
}

/** A file that is not there already is no switch of the kernel. */
function limit(group: string, name: string, value: string): void {
  const file = join(group, name);
  readFileSync(file);
  writeFileSync(file, value);
}

function canPin(): boolean {
  try {
    execFileSync("taskset", ["-c", `${availableParallelism() - 1}`, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

import type { FirstReply } from "../first-reply.ts";
import { FIRST_REPLY, LOADING, START_OF_PROCESS } from "../goals.ts";
import type { Goal, Row } from "../row.ts";
import type { Loaded, StartUp } from "../start-up.ts";
import { comparedOnce, NAMES } from "./compared.ts";

/** V2 is an ES module, whose loader takes its own time: it has a floor and a rival of the same kind. */
const FLOOR: Partial<Record<Loaded, Loaded>> = { v2: "httpModule", axiosAndZodModule: "httpModule" };
const RIVAL: Partial<Record<Loaded, Loaded>> = { v2: "axiosAndZodModule" };

/** From nothing to the loaded file, and of it the file alone. */
export function startUpRows(measured: StartUp): Row[] {
  const subjects = ["empty", "v1", "v2", "toolbelt", "axiosAndZod", "axiosAndZodModule"] as const;
  const whole = subjects.map((subject): Row => {
    const floor = FLOOR[subject] ?? "http";
    const row = comparedOnce(measured[subject].process, measured[floor].process, NAMES[floor]);
    return {
      measure: "start of a process",
      subject: NAMES[subject],
      ...row,
      ...ours(subject, START_OF_PROCESS),
    };
  });
  const alone = (["v1", "v2", "toolbelt"] as const).map((subject): Row => {
    const rival = RIVAL[subject] ?? "axiosAndZod";
    const row = comparedOnce(measured[subject].evaluation, measured[rival].evaluation, NAMES[rival]);
    return { measure: "loading the file", subject: NAMES[subject], ...row, ...ours(subject, LOADING) };
  });
  return [...whole, ...alone];
}

/** From nothing to the first reply. */
export function firstReplyRows(measured: FirstReply): Row[] {
  const row = (subject: keyof FirstReply, floor: keyof FirstReply, goal?: Goal): Row => ({
    measure: "start to the first reply",
    subject: NAMES[subject],
    ...comparedOnce(measured[subject].process, measured[floor].process, NAMES[floor]),
    ...(goal && { goal }),
  });
  return [
    row("v1", "client", FIRST_REPLY),
    row("v1RequestPromise", "requestPromise"),
    row("v2", "fetch", FIRST_REPLY),
  ];
}

/** Goals are for our own files; the others are there to compare with. */
function ours(subject: string, goal: Goal): { goal?: Goal } {
  return subject === "v1" || subject === "v2" ? { goal } : {};
}

import { GENERATIONS } from "../build/generation.ts";
import type { MemoryOf } from "./memory.ts";
import { exactly, type Goal, type Row } from "./row.ts";
import type { Loaded, StartUp } from "./start-up.ts";
import { differencesOf, ratioOf, spreadOf } from "./statistics.ts";
import {
  CONTEXT_LATENCY_MS,
  type OwnWork,
  type RecordTurns,
  type RoundMedians,
  type WholeTurns,
} from "./turns.ts";

/** The names of what is measured, as the report has them. */
const NAMES = {
  empty: "an empty file",
  http: "node:http",
  httpModule: "node:http, ES module",
  client: "bare toolbelt client",
  fetch: "bare fetch",
  v1: "V1",
  v2: "V2",
  toolbelt: "lambda by hand",
  axiosAndZod: "axios and zod as they come",
  axiosAndZodModule: "axios and zod, ES module",
} as const;

/** V2 is an ES module, whose loader takes its own time: it has a floor and a rival of the same kind. */
const FLOOR: Partial<Record<Loaded, Loaded>> = { v2: "httpModule", axiosAndZodModule: "httpModule" };
const RIVAL: Partial<Record<Loaded, Loaded>> = { v2: "axiosAndZodModule" };

const PROCESS: Goal = { atMost: 1.5, of: "ratio" };
const EVALUATION: Goal = { atMost: 1 / 8, of: "ratio" };

/** From nothing to the loaded file, and of it the file alone. */
export function startUpRows(measured: StartUp): Row[] {
  const subjects = ["empty", "v1", "v2", "toolbelt", "axiosAndZod", "axiosAndZodModule"] as const;
  const whole = subjects.map((subject): Row => {
    const floor = FLOOR[subject] ?? "http";
    const row = compared(measured[subject].process, measured[floor].process, NAMES[floor]);
    return { measure: "start of a process", subject: NAMES[subject], ...row, ...ours(subject, PROCESS) };
  });
  const alone = (["v1", "v2", "toolbelt"] as const).map((subject): Row => {
    const rival = RIVAL[subject] ?? "axiosAndZod";
    const row = compared(measured[subject].evaluation, measured[rival].evaluation, NAMES[rival]);
    return { measure: "loading the file", subject: NAMES[subject], ...row, ...ours(subject, EVALUATION) };
  });
  return [...whole, ...alone];
}

const OWN_WORK_MS: Record<"text" | "carousel", Goal> = {
  text: { atMost: 0.1, of: "value" },
  carousel: { atMost: 1, of: "value" },
};

/** A turn without HTTP. */
export function ownWorkRows(measured: OwnWork): Row[] {
  const rows = GENERATIONS.flatMap((generation): Row[] => {
    const { text, carousel } = measured[generation];
    const subject = NAMES[generation];
    return [
      {
        measure: "own work, a text",
        subject,
        ...compared(text, measured.toolbelt, NAMES.toolbelt),
        goal: OWN_WORK_MS.text,
      },
      {
        measure: "own work, ten cards",
        subject,
        value: spreadOf(carousel),
        unit: "ms",
        goal: OWN_WORK_MS.carousel,
      },
    ];
  });
  const byHand = spreadOf(measured.toolbelt);
  return [...rows, { measure: "own work, a text", subject: NAMES.toolbelt, value: byHand, unit: "ms" }];
}

const WHOLE_TURN: Goal = { atMost: 1.15, of: "ratio" };

/** A turn with HTTP, beside the same POST alone. */
export function wholeTurnRows(measured: WholeTurns): Row[] {
  const against = (subject: keyof WholeTurns, floor: keyof WholeTurns, goal?: Goal): Row => ({
    measure: "whole turn",
    subject: NAMES[subject],
    ...compared(measured[subject], measured[floor], NAMES[floor]),
    ...(goal && { goal }),
  });
  return [
    against("v1", "client", WHOLE_TURN),
    against("v2", "fetch", WHOLE_TURN),
    ...(["v1", "v2", "client", "fetch", "toolbelt", "axiosAndZod"] as const).map((one) =>
      against(one, "http"),
    ),
    { measure: "whole turn", subject: NAMES.http, value: spreadOf(measured.http), unit: "ms" },
  ];
}

/** One call before Clinc and one after, and a millisecond of our own. */
const WITH_RECORD: Goal = { atMost: 2 + 1 / CONTEXT_LATENCY_MS, of: "ratio" };
const WITH_DEAD_MS: Goal = { atMost: 1, of: "value" };

/** What a record adds to a turn, also where its service has been dead for three turns. */
export function recordRows(measured: RecordTurns): Row[] {
  return GENERATIONS.flatMap((generation): Row[] => {
    const { without, withRecord, withDead, call } = measured[generation];
    const subject = NAMES[generation];
    const added = compared(differencesOf(withRecord, without), call, "a call of its service");
    const addedByDead = spreadOf(differencesOf(withDead, without));
    return [
      { measure: `added by a record ${CONTEXT_LATENCY_MS} ms away`, subject, ...added, goal: WITH_RECORD },
      {
        measure: "added by a record whose service is dead",
        subject,
        value: addedByDead,
        unit: "ms",
        goal: WITH_DEAD_MS,
      },
    ];
  });
}

const MEMORY_MB: Goal = { atMost: 10, of: "value" };
/** The remembered replies of all conversations together may take 16 MB more. */
const RICH_MEMORY_MB: Goal = { atMost: 26, of: "value" };
/** What is called flat: from the first quarter of the turns to the last. */
const GROWTH_MB: Goal = { atMost: 1, of: "value" };

/** What a function needs beyond the bare POST after all turns, and what it grew by since the first quarter of them. */
export function memoryRows(measured: MemoryOf): Row[] {
  return GENERATIONS.flatMap((generation) => {
    const ours = measured[generation];
    const bare = measured[generation === "v1" ? "client" : "fetch"];
    const row = (measure: string, bytes: number, goal?: Goal): Row => {
      const value = exactly(bytes / 1e6);
      return { measure, subject: NAMES[generation], value, unit: "MB", ...(goal && { goal }) };
    };
    const [, , , heap = Number.NaN] = ours.heapBytes;
    const [, , , bareHeap = Number.NaN] = bare.heapBytes;
    const [, , , rich = Number.NaN] = measured.rich[generation].heapBytes;
    const [, , , resident = Number.NaN] = ours.residentBytes;
    const [, , , bareResident = Number.NaN] = bare.residentBytes;
    return [
      row("heap above the bare POST", heap - bareHeap, MEMORY_MB),
      row("process above the bare POST", resident - bareResident, MEMORY_MB),
      row("heap with rich replies", rich - bareHeap, RICH_MEMORY_MB),
      row("heap growth", heap - (ours.heapBytes[0] ?? Number.NaN), GROWTH_MB),
    ];
  });
}

function compared(values: RoundMedians, floor: RoundMedians, to: string) {
  return { ratio: ratioOf(values, floor), to, value: spreadOf(values), unit: "ms" as const };
}

/** Goals are for our own files; the others are there to compare with. */
function ours(subject: string, goal: Goal): { goal?: Goal } {
  return subject === "v1" || subject === "v2" ? { goal } : {};
}

import { GENERATIONS } from "../../build/generation.ts";
import {
  ABOVE_CLIENT,
  ADDED_BY_DEAD_RECORD,
  ALLOCATION,
  addedByRecord,
  OWN_WORK,
  WHOLE_TURN_V1,
  WHOLE_TURN_V2,
} from "../goals.ts";
import type { Allocation, OwnWork } from "../own-work.ts";
import { CONTEXT_LATENCY_MS, type RecordTurns } from "../record-turns.ts";
import { exactly, type Goal, type Row } from "../row.ts";
import type { Rounds } from "../series.ts";
import { differencesOf, spreadOf } from "../statistics.ts";
import type { WholeTurns } from "../whole-turns.ts";
import { ANSWERED, compared, NAMES, timed } from "./compared.ts";

/** A turn without HTTP. */
export function ownWorkRows(measured: OwnWork): Row[] {
  const rows = GENERATIONS.flatMap((generation) =>
    (["text", "carousel", "record"] as const).map((kind): Row => {
      const rounds = measured[generation][kind];
      const row = kind === "text" ? compared(rounds, measured.toolbelt, NAMES.toolbelt) : timed(rounds);
      const measure = `own work, ${ANSWERED[kind]}`;
      return { measure, subject: NAMES[generation], ...row, goal: OWN_WORK[kind] };
    }),
  );
  return [...rows, { measure: "own work, a text", subject: NAMES.toolbelt, ...timed(measured.toolbelt) }];
}

/** What the collector of garbage has to clear away after a turn. */
export function allocationRows(measured: Allocation): Row[] {
  return GENERATIONS.flatMap((generation) =>
    (["text", "carousel"] as const).map(
      (kind): Row => ({
        measure: `allocated, ${ANSWERED[kind]}`,
        subject: NAMES[generation],
        value: exactly(measured[generation][kind] / 1e3),
        unit: "kB",
        goal: ALLOCATION[kind],
      }),
    ),
  );
}

/** A turn with HTTP, beside the same POST alone. */
export function wholeTurnRows(measured: WholeTurns): Row[] {
  const against = (subject: keyof WholeTurns, floor: keyof WholeTurns, goal?: Goal): Row => ({
    measure: "whole turn",
    subject: NAMES[subject],
    ...compared(measured[subject], measured[floor], NAMES[floor]),
    ...(goal && { goal }),
  });
  const above: Row = {
    measure: "whole turn above the bare client",
    subject: NAMES.v1,
    ...timed(difference(measured.v1, measured.client)),
    goal: ABOVE_CLIENT,
  };
  const others = ["v1", "v2", "client", "requestPromise", "fetch", "toolbelt", "axiosAndZod"] as const;
  return [
    above,
    against("v1", "client"),
    against("v1RequestPromise", "requestPromise", WHOLE_TURN_V1),
    against("v2", "fetch", WHOLE_TURN_V2),
    ...others.map((one) => against(one, "http")),
    { measure: "whole turn", subject: NAMES.http, ...timed(measured.http) },
  ];
}

/** What a record adds to a turn, also where its service has been dead for three turns. */
export function recordRows(measured: RecordTurns): Row[] {
  return GENERATIONS.flatMap((generation): Row[] => {
    const { without, withRecord, withDead, call } = measured[generation];
    const subject = NAMES[generation];
    return [
      {
        measure: `added by a record ${CONTEXT_LATENCY_MS} ms away`,
        subject,
        ...compared(difference(withRecord, without), call, "a call of its service"),
        goal: addedByRecord(CONTEXT_LATENCY_MS),
      },
      {
        measure: "added by a record whose service is dead",
        subject,
        value: spreadOf(differencesOf(withDead.medians, without.medians)),
        unit: "ms",
        goal: ADDED_BY_DEAD_RECORD,
      },
    ];
  });
}

function difference(one: Rounds, other: Rounds): Rounds {
  return {
    medians: differencesOf(one.medians, other.medians),
    means: differencesOf(one.means, other.means),
  };
}

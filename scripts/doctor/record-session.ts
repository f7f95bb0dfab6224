import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type CallContext, type ContextCall, contextService } from "../../src/record/context-service.ts";
import { type Place, urlIn } from "../../src/record/place.ts";
import { READ_MS } from "../../src/record/store.ts";
import { now } from "../../src/runtime/clock.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { fetchAdapter } from "../../src/runtime/fetch-adapter.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, failed, failedBy, ok, warning } from "./check.ts";
import { WHERE_TO_FIX_PLACE, whereToFixSecret } from "./where-to-fix.ts";

/** Seconds that the doctor's session lives. */
const LIFETIME = 60;

/** The service may take a little longer to forget. */
const LATEST = 90;

const LOOKED_EVERY = 5;

/** What is written and read back; it has nothing to hide. */
const CONTENT = { doctor: { v: 1, note: "written by the doctor, gone within two minutes" } };

/** A session of the doctor's own, at the service that keeps the records. */
export type Session = {
  place: Place;
  id: string;
  url: string;
  call: (call: Omit<ContextCall, "key" | "timeout">) => ReturnType<CallContext>;
  /** @returns the check that names what went wrong with a step */
  refused: (name: string, fault: Fault) => Check;
};

/**
 * Nothing is called yet.
 *
 * @param limitMs for each call
 */
export function sessionOf(place: Place, key: string, prefix: string, limitMs: number): Session {
  const service = contextService({ adapter: fetchAdapter(), proxied: false });
  const id = `doctor-${randomUUID()}`;
  return {
    place,
    id,
    url: urlIn(place, place.namespace, id, "properties"),
    call: (call) => service({ ...call, key, timeout: limitMs }),
    refused: (name, fault) => failedBy(name, fault, deed(fault), whereToFix(fault, prefix)),
  };
}

function deed({ cause }: Fault): string {
  if (cause?.status !== undefined) return `the service answered HTTP ${cause.status}`;
  return `the service gave no usable answer${cause?.code ? `: ${cause.code}` : ""}`;
}

/** What LivePerson alone can put right has no place in the account. */
function whereToFix({ reason }: Fault, prefix: string): string {
  if (reason === "context_key_refused")
    return `${whereToFixSecret(prefix, "context_key")} Another account or zone refuses a right key. ${WHERE_TO_FIX_PLACE}`;
  return reason === "context_zone_wrong" ? WHERE_TO_FIX_PLACE : "";
}

/**
 * Tells the service how long to keep what is written, as the function does before its first write.
 *
 * @param hours of the function's records
 */
export async function setLifetime({ place, id, call, refused }: Session, hours: number): Promise<Check> {
  const name = "record time";
  const { namespace } = place;
  const ofNamespace = { url: `${urlIn(place)}?ttlSecond=${hours * 3_600}`, data: { name: namespace } };
  const ofSession = {
    url: `${urlIn(place, "namespace", namespace, "session")}?ttlSecond=${LIFETIME}`,
    data: { sessionId: id },
  };
  for (const request of [ofNamespace, ofSession]) {
    const fault = await call({ method: "post", ...request });
    if (fault instanceof Fault) return refused(name, fault);
  }
  return ok(name, `${hours} hours for records, ${LIFETIME} seconds for the doctor's`);
}

/** Writes as a turn does: properties of one session. */
export async function write({ url, call, refused }: Session): Promise<Check> {
  const name = "record write";
  const fault = await call({ method: "patch", url, data: CONTENT });
  return fault instanceof Fault ? refused(name, fault) : ok(name, "written");
}

/** Reads as a turn does, and warns where the function would not wait so long. */
export async function read({ url, call, refused }: Session): Promise<Check> {
  const name = "record read";
  const startedAt = now();
  const found = await call({ method: "get", url });
  const milliseconds = now() - startedAt;
  if (found instanceof Fault) return refused(name, found);
  if (!isDeepStrictEqual(found, CONTENT))
    return failed(name, "something else came back than was written", ASK_LIVEPERSON);
  const finding = `came back as it was written, after ${grouped(milliseconds)} ms`;
  if (milliseconds <= READ_MS) return ok(name, finding);
  return warning(
    name,
    `${finding}; the function waits ${grouped(READ_MS)}`,
    "Look at contextMs in the function's log: LivePerson is nearer to the service than this machine.",
  );
}

/** Deletes the session, and looks whether it has gone. */
export async function remove({ url, call, refused }: Session): Promise<Check> {
  const name = "record delete";
  const fault = await call({ method: "delete", url });
  if (fault instanceof Fault) return refused(name, fault);
  const left = await call({ method: "get", url });
  if (left instanceof Fault) return refused(name, left);
  return left === undefined
    ? ok(name, "deleted, and gone")
    : failed(name, "deleted, and still there", ASK_LIVEPERSON);
}

/**
 * Sees the session go by itself.
 *
 * @param wait lets so many milliseconds pass
 */
export async function expire(
  session: Session,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Check> {
  const name = "record expiry";
  for (let second = LOOKED_EVERY; second <= LATEST; second += LOOKED_EVERY) {
    await wait(LOOKED_EVERY * 1_000);
    const left = await session.call({ method: "get", url: session.url });
    if (left instanceof Fault) return session.refused(name, left);
    if (left === undefined) return ok(name, `gone after ${second} seconds`);
  }
  const { status } = await remove(session);
  return failed(
    name,
    `still there after ${LATEST} seconds, ${status === "ok" ? "now deleted" : "and could not be deleted"}`,
    `Without an expiry LivePerson keeps records for 13 months. ${ASK_LIVEPERSON}`,
  );
}

const ASK_LIVEPERSON = "Open a case with LivePerson before you use the record.";

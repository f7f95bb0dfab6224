import type { Settings } from "../../src/bot/settings.ts";
import { type Place, recordPlace } from "../../src/record/place.ts";
import { pause } from "../../src/runtime/deadline.ts";
import { LIMITS } from "../account/request.ts";
import { type Check, failed, ok, skipped } from "./check.ts";
import { expire, read, remove, type Session, sessionOf, setLifetime, write } from "./record-session.ts";
import { WHERE_TO_FIX_PLACE } from "./where-to-fix.ts";
import { examineZone } from "./zone.ts";

/** How the record is examined. */
export type RecordSetup = {
  /** The secret `clinc_context_key`; `""` for a bot without records. */
  key: string;
  /** Whether the doctor sees its session expire, instead of deleting it. */
  isAwaited: boolean;
  /** LivePerson's, or a stand-in, which tells the account's zone; without one it is not asked for. */
  domainApi?: URL;
  /** The account where CONTEXT_ACCOUNT names none: the function knows it from the platform. */
  account?: string;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
};

/**
 * Lets LivePerson's Conversation Context Service keep a session of the doctor's own, reads it back, and sees it go: the
 * calls are those of the function, but the deletion, which is for people.
 */
export async function* examineRecord(
  { key, isAwaited, wait = pause, domainApi, account = "" }: RecordSetup,
  settings: Settings,
): AsyncGenerator<Check> {
  const { CLINC_SECRET_PREFIX: prefix, CLINC_TIMEOUT_MS: limitMs, CONTEXT_TTL_HOURS: hours } = settings;
  if (key === "") {
    yield ok("record", "off: no CLINC_CONTEXT_KEY, so instances share nothing");
    return;
  }
  const place = recordPlace(settings.CONTEXT_HOST, settings.CONTEXT_ACCOUNT || account, prefix);
  yield placed(place);
  if (domainApi && place) yield await examineZone(place, domainApi, { ...LIMITS, milliseconds: limitMs });
  const session = place && sessionOf(place, key, prefix, limitMs);
  const steps: Array<[name: string, step: (own: Session) => Promise<Check>]> = [
    ["record time", (own) => setLifetime(own, hours)],
    ["record write", write],
    ["record read", read],
    isAwaited ? ["record expiry", (own) => expire(own, wait)] : ["record delete", remove],
  ];
  let needed = session ? "" : "an account";
  for (const [name, step] of steps) {
    const check = session && needed === "" ? await step(session) : skipped(name, `needs ${needed}`);
    if (check.status === "failed") needed = `the ${name}`;
    yield check;
  }
}

/** The function knows its account from the platform; the doctor does not. */
function placed(place: Place | undefined): Check {
  if (!place) {
    const finding = "the doctor does not know the account: CONTEXT_ACCOUNT is not set";
    return failed("record", finding, WHERE_TO_FIX_PLACE);
  }
  const { address, account, namespace } = place;
  return ok("record", `${namespace} of account ${account} at ${new URL(address).host}`);
}

/** The name for V1's list of allowed domains; `null` where no record is kept. */
export function contextDomain(key: string, { CONTEXT_HOST }: Pick<Settings, "CONTEXT_HOST">): string | null {
  if (key === "" || CONTEXT_HOST.startsWith("http://")) return null;
  return /^z\d$/.test(CONTEXT_HOST) ? "*.context.liveperson.net" : CONTEXT_HOST;
}

import { readSettings, type Settings } from "../../src/bot/settings.ts";
import { contextAddress } from "../../src/record/place.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { LIMITS } from "../account/request.ts";
import { type GivenAccess, type JudgedAccess, judgeAccess, unusableSecret } from "./access.ts";
import { examineAccount } from "./account/account.ts";
import type { AccountSetup, NeededDomain } from "./account/setup.ts";
import { type Check, skipped } from "./check.ts";
import { examineClinc } from "./clinc.ts";
import { checksumsIn, DIST, examineDist, examineFile } from "./files.ts";
import { allowedName, examineHost } from "./host.ts";
import { examineNetworkPath, NETWORK_STEPS } from "./network-path.ts";
import { contextDomain, examineRecord, type RecordSetup } from "./record.ts";
import { examineSwitch } from "./switch.ts";
import { examineVariables } from "./variables.ts";

/** What is examined. */
export type Setup = {
  access: GivenAccess;
  /** The function's variables, among all others of the shell. */
  environment: Record<string, string | undefined>;
  /** Where none is given, the bot keeps no records. */
  record?: RecordSetup;
  /** What Clinc is asked, in both turns. */
  words: string;
  /** The LivePerson account to look into; none unless told. */
  account?: AccountSetup;
  /** Files that were copied out of LivePerson, or shall be pasted there. */
  files?: readonly string[];
  /** Folder of the built files; this project's unless told otherwise. */
  dist?: string;
};

/**
 * All checks in the order in which one needs the other. Each waits at most `CLINC_TIMEOUT_MS`, and none is left out: what
 * cannot be looked at is `skipped`.
 */
export async function* examine(setup: Setup): AsyncGenerator<Check> {
  const token = setup.environment.LIVEPERSON_TOKEN?.trim() ?? "";
  const keys = [setup.access.appKey.trim(), setup.record?.key ?? "", token];
  for await (const check of allChecks(setup)) yield keys.reduce(clean, check);
}

async function* allChecks(setup: Setup): AsyncGenerator<Check> {
  const { access, environment, words, dist = DIST, files = [], record = NO_RECORD } = setup;
  const { settings } = readSettings(environment);
  const judged = await judgeAccess(access, settings.CLINC_SECRET_PREFIX);
  const isOpen = yield* walk(judged, settings);
  yield* examineClinc(words, judged, isOpen, settings);
  yield* examineRecord(record, settings);
  yield* examineSwitch(environment.CLINC_OFF, settings.CLINC_SECRET_PREFIX);
  yield* examineVariables(environment);
  yield* examineDist(dist);
  for (const file of files) yield await examineFile(file, dist);
  if (setup.account)
    yield* examineAccount(setup.account, {
      environment,
      domains: await neededDomains(setup),
      checksums: checksumsIn(dist),
      limits: { ...LIMITS, milliseconds: settings.CLINC_TIMEOUT_MS },
    });
}

/** What V1 has to allow, with its entries in the list. */
async function neededDomains(setup: Setup): Promise<NeededDomain[]> {
  const { settings } = readSettings(setup.environment);
  const clinc = await domainToAllow(setup);
  const record = domainOfRecord(setup);
  const context = contextAddress(settings.CONTEXT_HOST);
  return [
    ...(clinc === null ? [] : [{ host: clinc, entry: clinc }]),
    ...(record === null || !context ? [] : [{ host: new URL(context).hostname, entry: record }]),
  ];
}

const NO_RECORD: RecordSetup = { key: "", isAwaited: false };

/** What V1's list of allowed domains needs for the record; `null` when there is none. */
export function domainOfRecord({ environment, record = NO_RECORD }: Setup): string | null {
  return contextDomain(record.key, readSettings(environment).settings);
}

/**
 * The host name that V1's list of allowed domains needs; `null` when there is none, or it is this machine.
 */
export async function domainToAllow({ access, environment }: Setup): Promise<string | null> {
  const { endpoint } = await judgeAccess(access, readSettings(environment).settings.CLINC_SECRET_PREFIX);
  if (endpoint instanceof Fault) return null;
  const name = allowedName(new URL(endpoint));
  return name === withoutKey(name ?? "", access.appKey.trim()) ? name : null;
}

/** @returns whether a query can be sent */
async function* walk({ endpoint }: JudgedAccess, settings: Settings): AsyncGenerator<Check, boolean> {
  const { CLINC_SECRET_PREFIX: prefix, CLINC_TIMEOUT_MS: limitMs } = settings;
  const host =
    endpoint instanceof Fault
      ? unusableSecret("host", endpoint, prefix)
      : examineHost(new URL(endpoint), prefix);
  yield host;
  if (endpoint instanceof Fault || host.status === "failed") {
    for (const name of NETWORK_STEPS) yield skipped(name, "needs a usable host");
    return false;
  }
  return yield* examineNetworkPath(new URL(endpoint), prefix, limitMs);
}

/** Nothing writes the key into a check; should it stand in the wrong place, as host or in a redirect, it still stays unsaid. */
export function clean(check: Check, key: string): Check {
  const { finding, remedy } = check;
  return {
    ...check,
    finding: withoutKey(finding, key),
    ...(remedy !== undefined && { remedy: withoutKey(remedy, key) }),
  };
}

/** A host is written small, whatever the key in it was. */
function withoutKey(text: string, key: string): string {
  if (key.length < 6) return text;
  const literally = key.replace(/[^\w\s]/g, "\\$&");
  return text.replaceAll(new RegExp(literally, "gi"), "…");
}

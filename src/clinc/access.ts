import { now } from "../runtime/clock.ts";
import { Deadline } from "../runtime/deadline.ts";
import { Fault } from "../runtime/fault.ts";
import type { ReadSecret } from "../runtime/secrets.ts";
import { readSwitch, SwitchedOff } from "./switch.ts";

/** Where the bank's AI is and how to ask it. */
export type ClincAccess = {
  /** Full address of the Query API. */
  endpoint: string;
  appKey: string;
  /** UUID of the AI version; `""` leaves the choice to Clinc. */
  aiVersion: string;
  /** Key of LivePerson's Conversation Context Service; `""` keeps no records. */
  contextKey: string;
};

/** The secrets, kept for {@link KEPT_FOR_MS}; both reject with {@link SwitchedOff} while the bank wants nothing asked. */
export type AccessKeeper = {
  /** What was read last, or reads it. */
  current(deadline: Deadline): Promise<ClincAccess>;
  /** Reads again, because Clinc refused what was kept. */
  fresh(deadline: Deadline): Promise<ClincAccess>;
};

/** V1's Secret Storage is a network call each time; V2 keeps values for the same five minutes by itself. */
const KEPT_FOR_MS = 5 * 60_000;

/** A storage that is down is not waited for in every turn. */
const TRIED_AGAIN_AFTER_MS = 60_000;

/**
 * Reads and checks `<prefix>_host`, `<prefix>_app_key` and `<prefix>_ai_version`, with which `<prefix>_context_key`
 * is read; with `<prefix>_off` the bot stands aside, and the others do not matter.
 *
 * When the storage does not answer, values that were read before are used for as long as it takes, and most of the
 * turn's time is left for Clinc: they were right five minutes ago.
 *
 * @param complain hears once of a switch that switches nothing
 */
export function accessKeeper(
  readSecret: ReadSecret,
  prefix: string,
  complain: (complaint: string) => void = () => {},
): AccessKeeper {
  let kept: { access: ClincAccess | SwitchedOff; until: number } | undefined;
  let hasComplained = false;

  async function fresh(deadline: Deadline): Promise<ClincAccess> {
    const [host, appKey, aiVersion, position, contextKey] = await Promise.all([
      readSecret(`${prefix}_host`, deadline),
      readSecret(`${prefix}_app_key`, deadline),
      readSecret(`${prefix}_ai_version`, deadline),
      readSecret(`${prefix}_off`, deadline),
      readSecret(`${prefix}_context_key`, deadline),
    ]);
    const off = readSwitch(position, `${prefix}_off`);
    if (!off && position !== "" && !hasComplained) {
      complain(`the secret "${prefix}_off" must be transfer or apology to switch the bot off; it works`);
      hasComplained = true;
    }
    const access = off ?? { ...checkedAccess(host, appKey, aiVersion, prefix), contextKey };
    kept = { access, until: now() + KEPT_FOR_MS };
    return inUse(access);
  }

  return {
    fresh,
    async current(deadline) {
      if (!kept) return fresh(deadline);
      if (now() < kept.until) return inUse(kept.access);
      try {
        return await fresh(new Deadline(deadline.left() / 4));
      } catch (error) {
        if (!(error instanceof Fault) || error.responsible !== "network") throw error;
        kept.until = now() + TRIED_AGAIN_AFTER_MS;
        return inUse(kept.access);
      }
    },
  };
}

/** True for the fault that makes LivePerson's Test Connection fail on purpose. */
export function isMissingSecret(error: unknown): boolean {
  return error instanceof Fault && error.reason === "secret_missing";
}

function inUse(access: ClincAccess | SwitchedOff): ClincAccess {
  if (access instanceof SwitchedOff) throw access;
  return access;
}

function checkedAccess(
  host: string,
  appKey: string,
  aiVersion: string,
  prefix: string,
): Omit<ClincAccess, "contextKey"> {
  required(host, `${prefix}_host`);
  required(appKey, `${prefix}_app_key`);
  return {
    endpoint: queryEndpoint(host, `${prefix}_host`),
    appKey: checkedKey(appKey, `${prefix}_app_key`),
    aiVersion: checkedVersion(aiVersion, `${prefix}_ai_version`),
  };
}

function required(value: string, name: string): void {
  if (value !== "") return;
  throw new Fault(
    "settings",
    "secret_missing",
    `create the secret "${name}" in LivePerson Functions (Settings, Secret Storage) and deploy the function again`,
  );
}

/** `api.clinc.example`, `https://api.clinc.example:8443/bank/` and the like → the full address of the Query API. */
function queryEndpoint(host: string, name: string): string {
  const url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(host) ? host : `https://${host}`);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback);
  if (!url || !isSafe || url.username || url.password || url.search || url.hash || /[\s\\]/.test(host)) {
    throw new Fault(
      "settings",
      "host_malformed",
      `the secret "${name}" must be a host such as api.clinc.example, with or without https://, a port and a path; http is for loopback only`,
    );
  }
  return `${url.origin}${url.pathname.replace(/(\/v1\/query)?\/*$/, "")}/v1/query`;
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** What an HTTP header can carry: keys in use are hex digits, letters and digits, or UUIDs. */
function checkedKey(key: string, name: string): string {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new Fault(
    "settings",
    "app_key_malformed",
    `the secret "${name}" must be the bare App-Key, stored as text: one word of plain letters, digits and signs`,
  );
}

function checkedVersion(version: string, name: string): string {
  if (/^([\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12})?$/i.test(version)) return version;
  throw new Fault(
    "settings",
    "ai_version_malformed",
    `the secret "${name}" must be the UUID of an AI version, or be left out for Clinc's default`,
  );
}

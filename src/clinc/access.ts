import { Fault } from "../runtime/fault.ts";
import { type Kept, keptFrom } from "../runtime/kept.ts";
import type { ReadSecret } from "../runtime/secrets.ts";
import { readSwitch } from "./switch.ts";

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

/** The secrets, kept for a while; both reject with `SwitchedOff` while the bank wants nothing asked. */
export type AccessKeeper = Kept<ClincAccess>;

/**
 * Reads and checks `<prefix>_host`, `<prefix>_app_key` and `<prefix>_ai_version`, with which `<prefix>_context_key`
 * is read; with `<prefix>_off` the bot stands aside, and the others do not matter.
 *
 * @param complain hears once of a switch that switches nothing
 */
export function accessKeeper(
  readSecret: ReadSecret,
  prefix: string,
  complain: (complaint: string) => void = () => {},
): AccessKeeper {
  let hasComplained = false;

  return keptFrom<ClincAccess>(async (deadline) => {
    const read = (name: string) => readSecret(`${prefix}_${name}`, deadline);
    const [host, appKey, aiVersion, position, contextKey] = await Promise.all([
      read("host"),
      read("app_key"),
      read("ai_version"),
      read("off"),
      read("context_key"),
    ]);
    const off = readSwitch(position, `${prefix}_off`);
    if (!off && position !== "" && !hasComplained) {
      complain(`the secret "${prefix}_off" must be transfer or apology to switch the bot off; it works`);
      hasComplained = true;
    }
    return off || { ...checkedAccess(host, appKey, aiVersion, prefix), contextKey };
  });
}

/** True for the fault that makes LivePerson's Test Connection fail on purpose. */
export function isMissingSecret(error: unknown): boolean {
  return error instanceof Fault && error.reason === "secret_missing";
}

/**
 * What the secrets say, checked.
 *
 * @param prefix first part of their names
 * @throws {Fault} naming the secret that is missing or malformed
 */
export function checkedAccess(
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
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname || "");
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

/** A UUID, as Clinc knows its AI versions by, or `""`. */
export function isAiVersion(text: string): boolean {
  return /^([\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12})?$/i.test(text);
}

function checkedVersion(version: string, name: string): string {
  if (isAiVersion(version)) return version;
  throw new Fault(
    "settings",
    "ai_version_malformed",
    `the secret "${name}" must be the UUID of an AI version, or be left out for Clinc's default`,
  );
}

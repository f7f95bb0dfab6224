import { CLINC_VARIABLES } from "../../clinc/variables.ts";
import { RECORD_VARIABLES } from "../../record/variables.ts";
import {
  kind,
  matching,
  oneOf,
  sentence,
  type Values,
  variable,
  wholeNumber,
} from "../../runtime/variables.ts";
import { ASSIST_VARIABLES } from "../variables.ts";
import * as read from "./kinds.ts";

const PREFIX = CLINC_VARIABLES.CLINC_SECRET_PREFIX;

/**
 * LivePerson's SDK of the agent workspace. It is proprietary and changes, so it is loaded from where LivePerson serves it.
 *
 * @see https://developers.liveperson.com/agent-workspace-widget-sdk-overview.html
 */
export const SDK = "https://lpcdn.lpsnmedia.net/webagent/client-SDK.min.js";

/** Every environment variable of the desk. One without a default may be missing; `contradictions.ts` says when it may not. */
export const VARIABLES = {
  DESK_PUBLIC_URL: variable<URL | undefined>(
    "",
    kind(read.publicUrl, "https:// and a host, without a path; http:// for loopback only"),
  ),
  DESK_SESSION_KEY: variable<Uint8Array | undefined>(
    "",
    kind(read.sessionKey, "32 random bytes in Base64: `openssl rand -base64 32` makes such"),
  ),
  DESK_FRAME_ANCESTORS: variable(
    "https://*.liveperson.net",
    kind(read.ancestors, "origins such as https://*.liveperson.net, separated by commas"),
  ),
  DESK_SIGN_IN: variable<"liveperson" | "oidc" | "none" | undefined>(
    "",
    oneOf(["liveperson", "oidc", "none"]),
  ),
  DESK_CLIENT_ID: variable("", sentence),
  DESK_CLIENT_SECRET: variable("", sentence),
  DESK_ISSUER: variable<URL | undefined>(
    "",
    kind(read.address, "the https:// address of the provider, as it names itself"),
  ),
  DESK_SCOPES: variable(
    "openid profile",
    matching(/^([\w:/.-]+ )*openid( [\w:/.-]+)*$/, "scopes separated by blanks, openid among them"),
  ),
  DESK_ALLOWED: variable<read.Allowed | undefined>(
    "",
    kind(read.allowed, "claim=value, … or * for everybody whom the provider signs in"),
  ),
  DESK_SUGGEST: variable("manual", oneOf(["manual", "auto", "off"])),
  DESK_ASSIGNMENT_CHECK: variable<"conversation" | "off" | undefined>("", oneOf(["conversation", "off"])),
  DESK_TRUSTED_PROXIES: variable(
    "",
    kind(read.proxies, "addresses or networks such as 10.0.0.0/8, separated by commas"),
  ),
  LIVEPERSON_ACCOUNT: variable("", matching(/^[\w-]{0,100}$/, "LivePerson's number of the account")),
  LIVEPERSON_DOMAIN_API: variable(
    "https://api.liveperson.net",
    kind(read.domainApi, "https:// and a host under liveperson.net"),
  ),
  LIVEPERSON_SDK: variable(SDK, kind(read.sdk, "https:// and a script under lpsnmedia.net")),
  PORT: variable("8080", wholeNumber(0, 65_535)),
  HOST: variable("127.0.0.1", matching(/^[\w.:-]+$/, "an address or name of this machine")),
  ...CLINC_VARIABLES,
  CLINC_SECRET_PREFIX: variable(
    PREFIX.standard,
    kind(read.prefixes, "letters, digits, _ and -, or a list of such"),
  ),
  CLINC_HOST: variable("", sentence),
  CLINC_APP_KEY: variable("", sentence),
  CLINC_AI_VERSION: variable("", sentence),
  CLINC_ASSIST_AI_VERSION: variable("", sentence),
  CLINC_CONTEXT_KEY: variable("", matching(/^[\x21-\x7e]*$/, "the key alone, one word of plain signs")),
  ...RECORD_VARIABLES,
  ...ASSIST_VARIABLES,
};

/** Those that are secrets: each may stand in a file instead, which `<name>_FILE` names. */
export const SECRETS = [
  "DESK_SESSION_KEY",
  "DESK_CLIENT_SECRET",
  "CLINC_HOST",
  "CLINC_APP_KEY",
  "CLINC_AI_VERSION",
  "CLINC_ASSIST_AI_VERSION",
  "CLINC_CONTEXT_KEY",
] as const;

/** What was set, each by itself in its own type. */
export type GivenSettings = Values<typeof VARIABLES>;

/** All settings of the desk, checked. */
export type DeskSettings = GivenSettings & {
  DESK_PUBLIC_URL: URL;
  DESK_SESSION_KEY: Uint8Array;
  DESK_SIGN_IN: "liveperson" | "oidc" | "none";
};

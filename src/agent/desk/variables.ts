import proxyAddress from "proxy-addr";
import { items, kind, matching, oneOf, sentence, variable, wholeNumber } from "../../runtime/variables.ts";
import { isLoopback } from "./loopback.ts";

/** The environment variables of the desk alone; those that it has in common with the functions stand with their rooms. */
export const DESK_VARIABLES = {
  DESK_PUBLIC_URL: variable("", kind(publicUrl, "https:// and a host, without a path; http:// for loopback only")),
  DESK_SESSION_KEY: variable("", kind(sessionKey, "32 random bytes in Base64, as `openssl rand -base64 32` prints")),
  DESK_FRAME_ANCESTORS: variable(
    "https://*.liveperson.net",
    kind(ancestors, "origins such as https://*.liveperson.net, separated by commas"),
  ),
  DESK_SIGN_IN: variable("", oneOf(["liveperson", "oidc", "none"])),
  DESK_CLIENT_ID: variable("", sentence),
  DESK_CLIENT_SECRET: variable("", sentence),
  DESK_ISSUER: variable("", kind(address, "the https:// address of the provider, as it names itself")),
  DESK_SCOPES: variable("openid profile", matching(/(^| )openid( |$)/, "scopes separated by blanks, openid among them")),
  DESK_ALLOWED: variable("", kind(allowed, "claim=value, … or * for everybody whom the provider signs in")),
  DESK_SUGGEST: variable("manual", oneOf(["manual", "auto", "off"])),
  DESK_ASSIGNMENT_CHECK: variable("", oneOf(["conversation", "off"])),
  DESK_TRUSTED_PROXIES: variable("", kind(proxies, "addresses or networks such as 10.0.0.0/8, separated by commas")),
  LIVEPERSON_ACCOUNT: variable("", matching(/^[\w-]{1,100}$/, "LivePerson's number of the account")),
  LIVEPERSON_DOMAIN_API: variable(
    "https://api.liveperson.net",
    kind(domainApi, "https:// and a host under liveperson.net"),
  ),
  PORT: variable("8080", wholeNumber(0, 65_535)),
  HOST: variable("127.0.0.1", matching(/^[\w.:-]+$/, "an address or name of this machine")),
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

/** What a provider's claims must say, or `undefined` for everybody. The same claim twice: one of the values is enough. */
export type Allowed = ReadonlyArray<readonly [claim: string, value: string]> | "*";

/** Without a path, since the cookies of a sign-in and the check of `Origin` know none. */
function publicUrl(text: string): URL | undefined {
  const url = address(text);
  return url && url.href === `${url.origin}/` ? url : undefined;
}

function address(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe && !url.username && !url.password && !url.search && !url.hash ? url : undefined;
}

function domainApi(text: string): URL | undefined {
  const url = publicUrl(text);
  return url && (isLoopback(url.hostname) || /\.liveperson\.net$/.test(url.hostname)) ? url : undefined;
}

const KEY_BYTES = 32;

function sessionKey(text: string): Uint8Array | undefined {
  const key = /^[\w+/-]+=*$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  return key.length === KEY_BYTES ? new Uint8Array(key) : undefined;
}

const ANCESTOR = /^(https:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?|https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/;

function ancestors(text: string): readonly string[] | undefined {
  const list = items(text.replace(/\s+/g, ","));
  return list.length > 0 && list.every((origin) => ANCESTOR.test(origin)) ? list : undefined;
}

function allowed(text: string): Allowed | undefined {
  if (text === "*") return text;
  const list = items(text).map((item) => /^([^=\s]+)\s*=\s*(\S.*)$/.exec(item));
  if (list.length === 0 || list.includes(null)) return undefined;
  return list.map((found) => [found?.[1] ?? "", found?.[2] ?? ""] as const);
}

function proxies(text: string): readonly string[] | undefined {
  const list = items(text);
  try {
    proxyAddress.compile([...list]);
    return list;
  } catch {
    return undefined;
  }
}

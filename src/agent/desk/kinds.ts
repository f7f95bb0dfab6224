import proxyAddress from "proxy-addr";
import { items } from "../../runtime/variables.ts";
import { isLoopback } from "./loopback.ts";

/** What the texts of the desk's own settings say; `undefined` for a wrong one. */

/** What a provider's claims must say, or `undefined` for everybody. The same claim twice: one of the values is enough. */
export type Allowed = ReadonlyArray<readonly [claim: string, value: string]> | "*";

/** Without a path, since the cookies of a sign-in and the check of `Origin` know none. */
export function publicUrl(text: string): URL | undefined {
  const url = address(text);
  return url && url.href === `${url.origin}/` ? url : undefined;
}

export function address(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe && !url.username && !url.password && !url.search && !url.hash ? url : undefined;
}

export function domainApi(text: string): URL | undefined {
  const url = publicUrl(text);
  return url && (isLoopback(url.hostname) || /\.liveperson\.net$/.test(url.hostname)) ? url : undefined;
}

/** The script of a stand-in on this machine, as well. */
export function sdk(text: string): URL | undefined {
  const url = address(text);
  return url && (isLoopback(url.hostname) || /\.lpsnmedia\.net$/.test(url.hostname)) ? url : undefined;
}

const KEY_BYTES = 32;

export function sessionKey(text: string): Uint8Array | undefined {
  const key = /^[\w+/-]+=*$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  return key.length === KEY_BYTES ? new Uint8Array(key) : undefined;
}

const ANCESTOR =
  /^(https:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?|https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/;

export function ancestors(text: string): readonly string[] | undefined {
  const list = items(text.replace(/\s+/g, ","));
  return list.length > 0 && list.every((origin) => ANCESTOR.test(origin)) ? list : undefined;
}

export function allowed(text: string): Allowed | undefined {
  if (text === "*") return text;
  const list = items(text).map((item) => /^([^=\s]+)\s*=\s*(\S.*)$/.exec(item));
  if (list.length === 0 || list.includes(null)) return undefined;
  return list.map((found) => [found?.[1] ?? "", found?.[2] ?? ""] as const);
}

export function proxies(text: string): readonly string[] | undefined {
  const list = items(text);
  try {
    proxyAddress.compile([...list]);
    return list;
  } catch {
    return undefined;
  }
}

export function prefixes(text: string): readonly string[] | undefined {
  const list = items(text);
  return list.length > 0 && list.every((prefix) => /^[\w-]{1,80}$/.test(prefix)) ? list : undefined;
}

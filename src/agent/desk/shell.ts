import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { isLoopback } from "./loopback.ts";
import { Refusal } from "./refusal.ts";
import type { DeskSettings } from "./variables.ts";

/** What each request of the desk's server comes with. */
export type Bindings = { Bindings: HttpBindings };

/** Bytes. A token is the longest thing that is sent. */
const LONGEST_BODY = 8 * 1_024;

/**
 * The headers of every answer. No `X-Frame-Options`, since LivePerson frames the page, and no
 * `Cross-Origin-Opener-Policy`, since the popup of a sign-in has to reach its opener.
 *
 * The page frames the sign-in, whose way leads over hosts that only the provider knows, and back to the desk.
 */
export function securityHeaders(settings: DeskSettings): MiddlewareHandler<Bindings> {
  const { DESK_PUBLIC_URL, DESK_FRAME_ANCESTORS, LIVEPERSON_SDK } = settings;
  const isLocal = DESK_PUBLIC_URL.protocol === "http:";
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${LIVEPERSON_SDK.origin}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' https:${isLocal ? " http://127.0.0.1:* http://localhost:*" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${DESK_FRAME_ANCESTORS.join(" ")}`,
  ].join("; ");
  const headers = Object.entries({
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(!isLocal && { "Strict-Transport-Security": "max-age=31536000" }),
  });
  return async (context, next) => {
    await next();
    for (const [name, value] of headers) context.res.headers.set(name, value);
  };
}

/** Nobody signs in, so nobody may come from another machine or page, by whatever name or proxy. */
export function loopbackOnly(publicUrl: URL): MiddlewareHandler<Bindings> {
  return async ({ req }, next) => {
    const { host = "", origin = publicUrl.origin, ...others } = req.header();
    const isForwarded = Object.keys(others).some((name) =>
      /^(forwarded|x-forwarded-.*|x-real-ip)$/.test(name),
    );
    const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
    if (isForwarded || !url || !isLoopback(url.hostname) || origin !== publicUrl.origin)
      throw new Refusal("bad_request");
    await next();
  };
}

/** @throws {Refusal} for a call that comes from the page of another origin, or is no JSON */
export function refuseForeign(request: Request, origin: string): void {
  if (request.headers.get("origin") !== origin) throw new Refusal("bad_request");
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") throw new Refusal("bad_request", { status: 415 });
}

/** @throws {Refusal} for a body that is too long or no JSON */
export async function bodyOf(request: Request): Promise<unknown> {
  const text = await textOf(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("bad_request");
  }
}

async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length")) > LONGEST_BODY) throw tooLong();
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of request.body ?? []) {
    read += chunk.length;
    if (read > LONGEST_BODY) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLong(): Refusal {
  return new Refusal("bad_request", { status: 413 });
}

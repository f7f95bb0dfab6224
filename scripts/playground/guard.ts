import type { IncomingMessage } from "node:http";
import { fromJson } from "../kit/json.ts";
import { isTooDeep } from "./depth.ts";

/** A request that is not answered, and why, for whoever made it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * On every answer. Nothing is loaded from elsewhere, and nothing runs or looks that did not come in a file of ours; the
 * widget of the agent has a frame of its own, whose desk takes any free port.
 */
export const SECURITY_HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

/** Far more than a conversation that somebody typed. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * Lets in only pages of this very server: another site could reach loopback through the user's browser, also under a
 * name of its own that it points here.
 *
 * @throws {Refused}
 */
export function admit({ method, headers, socket }: IncomingMessage): void {
  // Browsers leave out the port that HTTP has without one.
  const port = socket.localPort === 80 ? "" : `:${socket.localPort}`;
  const hosts = [`127.0.0.1${port}`, `localhost${port}`];
  if (!hosts.includes(headers.host ?? ""))
    throw new Refused(403, "This is not the address of the playground.");
  const { origin } = headers;
  const site = headers["sec-fetch-site"] ?? "none";
  if (origin !== undefined && origin !== `http://${headers.host}`)
    throw new Refused(403, "The playground answers its own page only.");
  if (method !== "GET" && !["same-origin", "none"].includes(String(site)))
    throw new Refused(403, "The playground answers its own page only.");
}

/**
 * @returns the body as JSON
 * @throws {Refused}
 */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
    throw new Refused(415, "Send JSON, with its content type.");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) throw new Refused(413, "That is too much: a million bytes are the limit.");
    chunks.push(chunk as Buffer);
  }
  const body = fromJson(Buffer.concat(chunks).toString("utf8"));
  if (body === undefined) throw new Refused(400, "The body is not JSON.");
  if (isTooDeep(body)) throw new Refused(400, "The body is nested too deeply.");
  return body;
}

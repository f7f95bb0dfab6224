import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { AxiosAdapter, AxiosResponse } from "axios";
import { readReply } from "../../src/answer/read.ts";
import type { Settings } from "../../src/bot/settings.ts";
import type { ClincAccess } from "../../src/clinc/access.ts";
import { clincClient } from "../../src/clinc/client.ts";
import { type Context, clincQuery } from "../../src/clinc/query.ts";
import type { ClincReply } from "../../src/clinc/reply.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { fetchAdapter } from "../../src/runtime/fetch-adapter.ts";
import { isJsonObject } from "../../src/runtime/tolerant.ts";

/** What one query came to, as the function would judge it, and what was seen on the way. */
export type Answered = {
  /** Why the function could not use it; absent when it could. */
  fault?: Fault;
  reply?: ClincReply;
  /** HTTP status; absent when nothing was answered. */
  status?: number;
  /** The answer was a JSON object: it is Clinc that spoke, and no web server in front of it. */
  isClincs: boolean;
  /** Host of a redirect's target; the rest of the address is not told. */
  redirectsTo?: string;
  milliseconds: number;
};

/** A dialog of its own: Clinc's seed has the form of LivePerson's conversation ids. */
export function newDialog(): string {
  return randomUUID();
}

/**
 * Asks one question with the function's own client, once, and reads the reply as a turn would.
 *
 * @param context what business logic is told beside it
 */
export async function ask(
  words: string,
  dialog: string,
  access: ClincAccess,
  settings: Settings,
  context?: Context,
): Promise<Answered> {
  let seen: AxiosResponse | undefined;
  const adapter: AxiosAdapter = async (config) => {
    seen = await fetchAdapter()(config);
    return seen;
  };
  const voice = { device: settings.CLINC_DEVICE, language: settings.CLINC_LANGUAGE };
  const query = clincQuery({ words, conversationId: dialog, externalUserId: "", context, ...voice }, access);
  const startedAt = performance.now();
  const outcome = await clincClient({ adapter, proxied: false })(
    query,
    access,
    new Deadline(settings.CLINC_TIMEOUT_MS),
  )
    .then((reply) => {
      readReply(reply, settings);
      return { reply };
    })
    .catch((error) => {
      if (error instanceof Fault) return { fault: error };
      throw error;
    });
  const milliseconds = Math.round(performance.now() - startedAt);
  return { ...outcome, ...seenOf(seen, access.endpoint), milliseconds };
}

function seenOf(response: AxiosResponse | undefined, endpoint: string) {
  if (!response) return { isClincs: false };
  const location = String(response.headers.location ?? "");
  const isRedirect = response.status >= 300 && response.status < 400 && URL.canParse(location, endpoint);
  return {
    status: response.status,
    isClincs: isJsonObject(response.data),
    ...(isRedirect && { redirectsTo: new URL(location, endpoint).host }),
  };
}

import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { Deadline } from "../../runtime/deadline.ts";
import { Fault } from "../../runtime/fault.ts";
import { fetchAdapter } from "../../runtime/fetch-adapter.ts";
import { jsonClient } from "../../runtime/json-client.ts";
import { domainOf } from "./domains.ts";
import { Refusal } from "./refusal.ts";
import type { Agent } from "./session.ts";

/** Lets an agent at a conversation, or rejects: with a {@link Refusal}, or with a fault when that cannot be told. */
export type CheckAssignment = (agent: Agent, conversationId: string) => Promise<void>;

const KEPT_FOR_MS = 60_000;
const MOST_KEPT = 10_000;
const LIMIT_MS = 3_000;
/** Seconds. A token that is refused so soon after it was given was never one for this service. */
const NEW_TOKEN = 60;

/**
 * Asks LivePerson, with the agent's own token, for the conversation: LivePerson decides who may see it. What it allows is
 * kept for a minute, what it refuses is not. Whether it takes a token of Sentinel here has not been seen on a live account.
 *
 * @see https://developers.liveperson.com/messaging-rest-api-overview.html
 */
export function assignmentCheck(account: string, domainApi: URL): CheckAssignment {
  const domain = domainOf("messagingRestApiDomain", account, domainApi);
  const http = jsonClient({ adapter: fetchAdapter(), proxied: false });
  const allowed = new LRUCache<string, true>({ max: MOST_KEPT, ttl: KEPT_FOR_MS });
  return async ({ agent, tokens }, conversationId) => {
    const pair = `${agent} ${conversationId}`;
    if (allowed.has(pair)) return;
    if (!tokens.access) throw new Refusal("sign_in_required");
    const deadline = new Deadline(LIMIT_MS);
    const origin = await domain.current(deadline);
    const { status } = await http
      .request({
        method: "get",
        url: `${origin}/messaging/v1/conversations/${encodeURIComponent(conversationId)}`,
        headers: {
          Authorization: `Bearer ${tokens.access}`,
          "Brand-ID": account,
          "Client-source": "clinc-desk",
          "Request-ID": randomUUID(),
        },
        timeout: deadline.left(),
      })
      .catch((cause) => {
        throw unavailable({ cause });
      });
    if (status === 401) throw new Refusal(isNew(tokens.accessSince) ? "not_assigned" : "sign_in_required");
    if (status === 403 || status === 404) throw new Refusal("not_assigned");
    if (status !== 200) throw unavailable({ status });
    allowed.set(pair, true);
  };
}

function isNew(since = 0): boolean {
  return Date.now() / 1_000 - since < NEW_TOKEN;
}

function unavailable(details: { cause?: unknown; status?: number }): Fault {
  const remedy =
    "LivePerson's Messaging REST API did not say whose conversation it is, so nobody sees it; check that the desk may reach it";
  return new Fault("network", "assignment_unknown", remedy, details);
}

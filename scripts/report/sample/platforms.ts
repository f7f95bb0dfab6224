import { pause } from "../../../src/runtime/deadline.ts";
import { clincReply } from "../../conversations/clinc-reply.ts";
import type { Chance } from "../../kit/chance.ts";
import { type ContextService, contextService } from "../../stand-ins/context-service/service.ts";
import type { InMemoryAnswer, InMemoryRequest, Respond } from "../../stand-ins/functions/in-memory.ts";
import { MISUNDERSTOOD, understood, uuid } from "./bank.ts";

/** The host of the invented bank's Clinc. */
export const CLINC_HOST = "api.clinc.example";

/** What goes wrong, from and to, in UTC. */
const TROUBLES = {
  clincHangs: [Date.UTC(2026, 8, 9, 13, 5), Date.UTC(2026, 8, 9, 14, 20)],
  keyRotated: [Date.UTC(2026, 8, 17, 9, 40), Date.UTC(2026, 8, 17, 10, 10)],
  recordDown: [Date.UTC(2026, 8, 22, 18, 0), Date.UTC(2026, 8, 22, 19, 30)],
} as const;

/** The other ends of the line as they were in the invented month: Clinc, and LivePerson's service for records. */
export function invented(chance: Chance): Respond {
  const service = contextService();
  const lost = new Set<string>();
  return (request) =>
    new URL(request.url).host === CLINC_HOST
      ? clinc(request, lost, chance)
      : records(request, service, chance);
}

/** @param lost dialogs whose last message was not understood */
async function clinc({ body }: InMemoryRequest, lost: Set<string>, chance: Chance): Promise<InMemoryAnswer> {
  if (isNow("keyRotated")) return answer(401, { detail: "No such access token." }, chance.between(60, 200));
  if (isNow("clincHangs") && chance.next() < 0.6) return new Promise(() => {});
  const latency = chance.weighted([
    [80, chance.between(350, 1_300)],
    [17, chance.between(1_300, 2_600)],
    [3, chance.between(2_600, 6_500)],
  ]);
  if (chance.next() < 0.004) return answer(500, { detail: "Internal server error." }, latency);
  const query = JSON.parse(body);
  const seed = query.dialog_seed;
  const isLost = lost.has(seed) && chance.next() < 0.4;
  const { name, score, liveperson } = isLost ? MISUNDERSTOOD : understood(chance);
  if (name === MISUNDERSTOOD.name) lost.add(seed);
  else lost.delete(seed);
  const decision = { intent: `${name}_start`, competency: name, state: name, text: "Here you are." };
  const reply = clincReply(query, { ...decision, probability: score, liveperson }, seed);
  return answer(200, { ...reply, qid: uuid(chance) }, latency);
}

async function records(
  { method, url, headers, body }: InMemoryRequest,
  service: ContextService,
  chance: Chance,
): Promise<InMemoryAnswer> {
  if (isNow("recordDown")) return answer(503, { error: "unavailable" }, chance.between(150, 700));
  const { pathname, search } = new URL(url);
  const { status, body: stored } = service.answer({ method, path: pathname + search, headers, body });
  return answer(status, stored, chance.between(18, 90));
}

async function answer(status: number, body: unknown, milliseconds: number): Promise<InMemoryAnswer> {
  await pause(milliseconds);
  const text = body === undefined ? "" : JSON.stringify(body);
  return { status, headers: { "content-type": "application/json" }, body: text };
}

function isNow(trouble: keyof typeof TROUBLES): boolean {
  const [from, to] = TROUBLES[trouble];
  return Date.now() >= from && Date.now() < to;
}

import * as z from "zod/mini";
import { Deadline } from "../../runtime/deadline.ts";
import type { Fault } from "../../runtime/fault.ts";
import { loggableId } from "../../runtime/log.ts";
import type {
  BriefingAnswer,
  BriefingRequest,
  FeedbackRequest,
  SuggestionAnswer,
  SuggestionRequest,
} from "../api.ts";
import type { AuditLine } from "./audit.ts";
import type { Answering } from "./callers.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";

/** Seconds; no session is longer. */
const SUGGESTION_LIVES = 10 * 60 * 60;

const suggestionClaims = z.object({
  agent: z.string(),
  conversation: z.string(),
  intent: z.optional(z.string()),
  score: z.optional(z.number()),
});

/** `POST /api/briefing` */
export function briefingCall({ briefing, checkAssignment, note }: Desk): Answering<BriefingRequest> {
  return async ({ body: { conversationId }, agent, line }) => {
    await checkAssignment(agent, conversationId);
    const found = await briefing(conversationId);
    line.status = found.status;
    if (found.status !== "unavailable") return Response.json(found satisfies BriefingAnswer);
    blame(found.fault, line, note);
    return Response.json({ status: "unavailable" } satisfies BriefingAnswer);
  };
}

/** `POST /api/suggestion` */
export function suggestionCall(desk: Desk, counts: Counts): Answering<SuggestionRequest> {
  const { settings, checkAssignment, suggest, seal, note } = desk;
  return async ({ body: { conversationId, messageId, text }, agent, line }) => {
    await counts.suggestion(agent.agent);
    const { fault, ...suggestion } = await counts.underWay.take(agent.agent, async () => {
      await checkAssignment(agent, conversationId);
      return suggest(conversationId, text, new Deadline(settings.CLINC_TIMEOUT_MS));
    });
    const { status, intent, score } = suggestion;
    const about = {
      ...(intent !== undefined && { intent: loggableId(intent) }),
      ...(score !== undefined && { score }),
    };
    Object.assign(line, { status, ...about });
    if (fault && status === "unavailable") blame(fault, line, note);
    const claims = { agent: agent.agent, conversation: conversationId, ...about };
    const id = await seal.seal("suggestion", claims, SUGGESTION_LIVES);
    return Response.json({ id, messageId, ...suggestion } satisfies SuggestionAnswer);
  };
}

/** `POST /api/feedback` */
export function feedbackCall({ seal }: Desk): Answering<FeedbackRequest> {
  return async ({ body: { conversationId, suggestionId, event }, agent, line }) => {
    const suggestion = await seal.open("suggestion", suggestionClaims, suggestionId);
    if (!suggestion || suggestion.conversation !== conversationId) throw new Refusal("bad_request");
    if (suggestion.agent !== agent.agent) throw new Refusal("not_assigned");
    const { intent, score } = suggestion;
    Object.assign(line, {
      event,
      ...(intent !== undefined && { intent }),
      ...(score !== undefined && { score }),
    });
    return new Response(null, { status: 204 });
  };
}

function blame(fault: Fault, line: AuditLine, note: Desk["note"]): void {
  line.fault = fault.reason;
  note(fault);
}

import { Hono } from "hono";
import { VERSION } from "../../runtime/version.ts";
import { briefingRequest, feedbackRequest, suggestionRequest } from "../api.ts";
import { auditedBy } from "./audited.ts";
import { forAgents } from "./callers.ts";
import { briefingCall, feedbackCall, suggestionCall } from "./conversation-calls.ts";
import { countsOf } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { defectOf } from "./operator-notes.ts";
import { Refusal } from "./refusal.ts";
import { sessionCall } from "./session-call.ts";
import { type Bindings, loopbackOnly, securityHeaders } from "./shell.ts";
import { callbackRoute, signInRoute } from "./sign-in-routes.ts";

/** The desk behind its address: what is at which path, and what every answer has in common. */
export function deskApp(desk: Desk): Hono<Bindings> {
  const { settings, files, audit, note } = desk;
  const { DESK_PUBLIC_URL, DESK_SIGN_IN, DESK_TRUSTED_PROXIES } = settings;
  const counts = countsOf(DESK_TRUSTED_PROXIES);
  const audited = auditedBy(audit, note);
  const agents = forAgents(desk, counts);

  const app = new Hono<Bindings>();
  app.onError((error) => {
    if (error instanceof Refusal) return error.response();
    note(defectOf(error));
    return new Refusal("unavailable").response();
  });
  app.notFound(() => new Refusal("not_found").response());
  app.use(securityHeaders(settings));
  if (DESK_SIGN_IN === "none") app.use(loopbackOnly(DESK_PUBLIC_URL));

  app.get("/healthz", (context) => context.json({ status: "ok", version: VERSION }));
  for (const [path, { type, content }] of files)
    app.get(path, () => new Response(content, { headers: { "Content-Type": type } }));

  app.get("/sign-in", audited("sign_in", signInRoute(desk, counts)));
  app.get("/callback", audited("callback", callbackRoute(desk, counts)));

  app.post("/api/session", audited("session", sessionCall(desk, counts)));
  app.post("/api/briefing", audited("briefing", agents(briefingRequest, briefingCall(desk))));
  app.post("/api/suggestion", audited("suggestion", agents(suggestionRequest, suggestionCall(desk, counts))));
  app.post("/api/feedback", audited("feedback", agents(feedbackRequest, feedbackCall(desk))));
  return app;
}

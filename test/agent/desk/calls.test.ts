import { describe, expect, it } from "vitest";
import { briefingAnswer, errorAnswer, sessionAnswer, suggestionAnswer } from "../../../src/agent/api.ts";
import { auditOf, localDesk } from "../../support/desk.ts";

const CONVERSATION = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";

describe("the built desk", () => {
  it("begins a session, briefs, suggests and takes feedback by the contract", async () => {
    const { widget, desk } = await localDesk();
    const session = await widget.begin();
    expect(sessionAnswer.parse(session.body)).toMatchObject({
      expiresIn: 900,
      agent: { id: "local" },
      suggest: "manual",
    });
    const briefing = await widget.post("/api/briefing", { conversationId: CONVERSATION });
    expect(briefingAnswer.parse(briefing.body)).toEqual({ status: "none" });
    const suggestion = await widget.post("/api/suggestion", {
      conversationId: CONVERSATION,
      messageId: "7e1f2c64::4",
      text: "What is my balance in checking?",
    });
    const { id, ...rest } = suggestionAnswer.parse(suggestion.body);
    console.log(rest, desk.stdout(), desk.stderr());
    const feedback = await widget.post("/api/feedback", {
      conversationId: CONVERSATION,
      suggestionId: id,
      event: "used",
    });
    expect(feedback.status).toBe(204);
    console.log(auditOf(desk));
  });
});

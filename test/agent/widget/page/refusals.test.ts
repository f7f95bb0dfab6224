import { afterEach, describe, expect, it } from "vitest";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { briefing, refusal, session, suggestion } from "../../../support/desk-of-widget.ts";
import { line, type OpenWidget, openWidget } from "../../../support/page-of-widget.ts";

let open: OpenWidget;
afterEach(() => expectNoComplaints(open));

const DRAFT = "I am sorry to hear that.";

/** Calls of a kind that the desk has had, by the lines that they were made for. */
const suggested = () =>
  open.desk.calls.filter(({ path }) => path === "/api/suggestion").map(({ body }) => body.messageId);

describe("when the desk refuses, the widget", () => {
  /** The browser itself reports every answer that is no success. */
  const expectOnly = (status: number) => {
    forgive(open, new RegExp(`status of ${status}`));
  };

  it("renews a session that has ended in mid-work, once and without a word", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, desk, say } = open;
    await widget.getByText(DRAFT).first().waitFor();
    await expect.poll(() => desk.told()).toHaveLength(1);
    const next = line();
    desk.behaviour.session = ({ body }) =>
      body.token === "token" ? session({ token: "renewed" }) : refusal(401, "sign_in_required");
    desk.behaviour.suggestion = ({ body, token }) =>
      token === "Bearer renewed"
        ? suggestion(body.messageId, { text: "After all" })
        : refusal(401, "sign_in_required");
    await say(next);
    await widget.getByText("After all").first().waitFor();
    expect(suggested().slice(1)).toEqual([next.id, next.id]);
    expect(desk.calls.filter(({ path }) => path === "/api/session")).toHaveLength(2);
    expect(await widget.locator("#notice").isVisible()).toBe(false);
    expectOnly(401);
  });

  it("renews a session before it ends, so that no call meets its end", async () => {
    open = await openWidget({
      prepare: ({ behaviour }) => {
        behaviour.session = ({ body }) => session(body.token ? { token: "next" } : { expiresIn: 2 });
      },
    });
    const { desk, say, widget } = open;
    await expect
      .poll(() => desk.calls.filter(({ path }) => path === "/api/session").map(({ body }) => body), {
        timeout: 5_000,
      })
      .toEqual([{}, { token: "token" }]);
    await say(line());
    await widget.getByText(DRAFT).first().waitFor();
    expect(desk.calls.find(({ path }) => path === "/api/suggestion")?.token).toBe("Bearer next");
  });

  it("asks to sign in where the session cannot be renewed, and goes on from there", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, desk, say } = open;
    await widget.getByText(DRAFT).first().waitFor();
    desk.behaviour.session = () => refusal(401, "sign_in_required");
    desk.behaviour.suggestion = () => refusal(401, "sign_in_required");
    await say(line());
    await widget.getByRole("heading", { name: "Sign in" }).waitFor();
    forgive(open, /status of 40[14]/);
  });

  it("counts the seconds when there were too many, and then asks by itself", async () => {
    open = await openWidget();
    const { widget, desk, say } = open;
    const once = desk.behaviour.suggestion;
    desk.behaviour.suggestion = () => {
      desk.behaviour.suggestion = once;
      return refusal(429, "too_many", 2);
    };
    await say(line());
    await widget.getByText("Too many at once").waitFor();
    const button = widget.getByRole("button", { name: /Try again in [12] s/ });
    expect(await button.isDisabled()).toBe(true);
    await widget.getByText(DRAFT).first().waitFor();
    expectOnly(429);
  });

  it("says so for one half, and the other half works", async () => {
    open = await openWidget({
      model: { "chatTranscript.lines": [line()] },
      prepare: ({ behaviour }) => {
        behaviour.briefing = () => [502, "<html>Bad gateway</html>"];
      },
    });
    const { widget, desk } = open;
    await widget.getByText(DRAFT).first().waitFor();
    await widget.getByText("The desk does not answer").waitFor();
    desk.behaviour.briefing = () => briefing();
    await widget.getByRole("button", { name: "Try again" }).click();
    await widget.getByText("Handed over", { exact: true }).waitFor();
    expectOnly(502);
  });

  it("says that the conversation is another agent's, and looks again when asked to", async () => {
    open = await openWidget({
      model: { "chatTranscript.lines": [line()] },
      prepare: ({ behaviour }) => {
        behaviour.briefing = () => refusal(403, "not_assigned");
        behaviour.suggestion = () => refusal(403, "not_assigned");
      },
    });
    const { widget, desk } = open;
    await widget.getByText("Not your conversation").waitFor();
    desk.behaviour.briefing = () => briefing();
    desk.behaviour.suggestion = ({ body }) => suggestion(body.messageId);
    await widget.getByRole("button", { name: "Check again" }).click();
    await widget.getByText("Handed over", { exact: true }).waitFor();
    await widget.getByText(DRAFT).first().waitFor();
    expectOnly(403);
  });
});

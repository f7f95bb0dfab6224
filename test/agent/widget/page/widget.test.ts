import { afterEach, describe, expect, it } from "vitest";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { briefing, suggestion } from "../../../support/desk-of-widget.ts";
import { agentLine, line, type OpenWidget, openWidget, withClock } from "../../../support/page-of-widget.ts";

let open: OpenWidget;
afterEach(() => expectNoComplaints(open));

const DRAFT = "I am sorry to hear that.";

/** Calls of a kind that the desk has had, by the lines that they were made for. */
const suggested = () =>
  open.desk.calls.filter(({ path }) => path === "/api/suggestion").map(({ body }) => body.messageId);

/** Holds the desk's answers to suggestions back until they are let go, each by its line. */
function heldBack(): Map<string, () => void> {
  const held = new Map<string, () => void>();
  open.desk.behaviour.suggestion = ({ body: { messageId = "" } }) =>
    new Promise((resolve) => {
      held.set(messageId, () => resolve(suggestion(messageId, { text: `Answer to ${messageId}` })));
    });
  return held;
}

describe("in a workspace of another site the widget", () => {
  it("shows what Clinc knew, and a suggestion for the line that already waits", async () => {
    const [first, second, waiting] = [line(), agentLine(), line()];
    open = await openWidget({ model: { "chatTranscript.lines": [first, second, waiting] } });
    const { widget, desk } = open;
    await widget.getByRole("region", { name: "Suggested reply" }).getByText(DRAFT).waitFor();
    const known = await widget.getByRole("region", { name: "What Clinc knew" }).innerText();
    expect(known).toMatch(
      /Handed over[\s\S]+The consumer asked for a person[\s\S]+Rainy Day Savings[\s\S]+live agent/,
    );
    expect(desk.calls.find(({ path }) => path === "/api/suggestion")).toEqual({
      path: "/api/suggestion",
      body: { conversationId: "c-1", messageId: waiting.id, text: waiting.text },
      token: "Bearer token",
    });
    await expect.poll(() => desk.told()).toEqual([`shown ${waiting.id}`]);
    expect(suggested()).toEqual([waiting.id]);
  });

  it("suggests a reply to each new line of the consumer, and withdraws it for any newer one", async () => {
    open = await openWidget();
    const { widget, say, desk } = open;
    await widget.getByText("The consumer’s next message brings a suggestion.").waitFor();
    const [first, between, second] = [line(), agentLine(), line({ text: "And what does it cost?" })];
    await say(first);
    await widget.getByText(DRAFT).first().waitFor();
    await say(between);
    await widget.getByText("Nothing to answer now.").waitFor();
    expect(await widget.getByRole("region", { name: "Suggested reply" }).getByText(DRAFT).count()).toBe(0);
    await say(second);
    await widget.getByText("And what does it cost?").waitFor();
    await expect
      .poll(() => desk.told())
      .toEqual([`shown ${first.id}`, `retired ${first.id}`, `shown ${second.id}`]);
  });

  it("never shows an answer that comes after a newer line", async () => {
    open = await openWidget();
    const { widget, say, desk } = open;
    const held = heldBack();
    const [first, second] = [line(), line()];
    await say(first);
    await expect.poll(() => [...held.keys()]).toEqual([first.id]);
    await say(second);
    await expect.poll(() => [...held.keys()]).toEqual([first.id, second.id]);
    held.get(String(first.id))?.();
    await expect.poll(() => desk.told()).toEqual([`retired ${first.id}`]);
    expect(await widget.getByRole("button", { name: /^Use/ }).count()).toBe(0);
    held.get(String(second.id))?.();
    await widget.getByText(`Answer to ${second.id}`).first().waitFor();
  });

  it("tells lines without ids apart by time, sender and text", async () => {
    open = await openWidget();
    const { widget, say } = open;
    const bare = { id: undefined, time: 1_764_097_200_000 };
    await say(line({ ...bare, text: "I lost my card" }));
    await widget.getByText(DRAFT).first().waitFor();
    await say(line({ ...bare, text: "I lost my card" }));
    await say(line({ ...bare, text: "Both of them" }));
    await expect.poll(() => new Set(suggested()).size).toBe(2);
    expect(suggested()).toHaveLength(2);
  });

  it("does without all that a workspace may leave out", async () => {
    const absent = {
      "chatInfo.isMessaging": null,
      "agentInfo.agentId": null,
      "chattingAgentInfo.agentId": null,
    };
    open = await openWidget({ model: { ...absent, "chatTranscript.lines": null } });
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
    await open.say(line());
    await open.widget.getByText(DRAFT).first().waitFor();
  });

  it("goes on where it was when it is loaded anew, as after a transfer to another skill", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, say } = open;
    await widget.getByText(DRAFT).first().waitFor();
    await open.frame().evaluate("location.reload()");
    await expect.poll(() => suggested().length).toBe(2);
    await widget.getByText(DRAFT).first().waitFor();
    await say(line());
    await expect.poll(() => suggested().length).toBe(3);
  });

  it("begins anew with another conversation", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, set, desk } = open;
    await widget.getByText(DRAFT).first().waitFor();
    desk.behaviour.briefing = ({ body }) => briefing({ why: `this is ${body.conversationId}` });
    await set("chatInfo.rtSessionId", "c-2");
    await widget.getByText("This is c-2").waitFor();
    expect(await widget.getByRole("button", { name: /^Use/ }).count()).toBe(0);
    await set("chatInfo.rtSessionId", null);
    await widget.getByText("No conversation is open").waitFor();
  });

  it("asks nothing for who looks on, until the conversation is theirs", async () => {
    open = await openWidget({
      model: { "chattingAgentInfo.agentId": "815", "chatTranscript.lines": [line()] },
    });
    const { widget, set, desk } = open;
    await widget.getByText("You are looking on").waitFor();
    expect(desk.calls).toEqual([]);
    await set("chattingAgentInfo.agentId", "4711");
    await widget.getByText(DRAFT).first().waitFor();
    await set("chatInfo.spectatedEngagement", true);
    await widget.getByText("You are looking on").waitFor();
    expect(await widget.getByText(DRAFT).count(), "what was shown is gone").toBe(0);
    await widget.locator("body").press("Alt+u");
    await set("chatInfo.spectatedEngagement", false);
    await widget.getByText(DRAFT).first().waitFor();
    expect(await open.written()).toEqual([]);
  });

  it("is light or dark as the workspace is, else as the system is", async () => {
    open = await openWidget({ page: { colorScheme: "dark" } });
    const { set } = open;
    const ground = () => open.frame().evaluate("getComputedStyle(document.body).backgroundColor");
    const [light, dark] = ["rgb(242, 244, 247)", "rgb(20, 23, 28)"];
    await expect.poll(ground).toBe(dark);
    await set("applicationInfo.theme", "light");
    await expect.poll(ground).toBe(light);
    await set("applicationInfo.theme", "DARK");
    await expect.poll(ground).toBe(dark);
  });

  it("shows markup in every field as text", async () => {
    const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;';
    open = await openWidget({
      model: { "chatTranscript.lines": [line({ text: script, by: script })] },
      prepare({ behaviour }) {
        behaviour.suggestion = ({ body }) => suggestion(body.messageId, { text: script, intent: script });
        const turn = { at: 1, said: script, intent: script, name: script, score: 0.5, outcome: script };
        behaviour.briefing = () =>
          briefing({ why: script, turns: [{ ...turn, details: { [script]: script } }] });
      },
    });
    const { widget } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    const text = await widget.locator("main").innerText();
    expect(text.split(script)).toHaveLength(1 + 2 + 1 + 1 + 2 + 1);
    expect(await widget.locator("img, main script").count()).toBe(0);
    expect(await open.frame().evaluate("document.title")).toBe("Clinc for agents");
  });
});

describe("without a workspace the widget", () => {
  it("says so at once where nothing is around it", async () => {
    open = await openWidget();
    await open.page.goto(open.desk.address);
    await open.page.getByText("Not inside a workspace").waitFor({ timeout: 2_000 });
    forgive(open, /favicon|404/);
  });

  it("says so after five seconds where the page around it does not answer, and finds one that answers later", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    open = await openWidget({
      async onPage(page, { sdk }) {
        await withClock(page);
        await page.clock.pauseAt(Date.now() + 1_000);
        await page.route(sdk, async (route) => held.then(() => route.continue()));
      },
    });
    const { page, widget } = open;
    await widget.getByText("Waiting for the agent workspace.").waitFor();
    await page.clock.runFor(4_990);
    expect(await widget.getByText("Not inside a workspace").count()).toBe(0);
    await page.clock.runFor(10);
    await widget.getByText("Not inside a workspace").waitFor();
    await page.clock.resume();
    expect(open.desk.calls).toEqual([]);
    release();
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
  });

  it("waits no longer for a path of which a workspace says nothing", async () => {
    const silent = `{ const { bind } = lpTag.agentSDK;
      lpTag.agentSDK.bind = (path, ...rest) => path === "applicationInfo.theme" || bind(path, ...rest); }`;
    open = await openWidget({
      async onPage(page, { sdk }) {
        await withClock(page);
        await page.route(sdk, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()}\n${silent}` });
        });
      },
    });
    await open.widget.getByText("Waiting for the agent workspace.").waitFor();
    await open.page.clock.fastForward(5_000);
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
  });

  it("says that LivePerson's script is blocked", async () => {
    open = await openWidget({
      onPage: (page, { sdk }) => page.route(sdk, (route) => route.abort()),
    });
    await open.widget.getByText("LivePerson’s script is blocked").waitFor();
    expect(open.desk.calls).toEqual([]);
    forgive(open, /ERR_FAILED/);
  });
});

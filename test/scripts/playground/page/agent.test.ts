import type { Frame, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { violations, violationsOfColours } from "../../../support/accessibility.ts";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { openOnce } from "../../../support/open-once.ts";
import { type OpenPage, openPage, useConversations } from "../../../support/page-of-playground.ts";

const openConversation = useConversations();

let open: OpenPage;
afterEach(() => expectNoComplaints(open));

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };

const QUESTION = "How long does a new card take?";
const DRAFT =
  "A replacement card arrives within five working days.\n\nWould you like it sent to your home or to a branch?\nTo my home\nTo a branch";

async function keepRecord({ page, settled }: OpenPage): Promise<void> {
  await page.getByRole("radio", { name: "Kept" }).check();
  await settled();
}

const field = () => open.page.getByLabel("Agent's message");
const use = () => open.widget.getByRole("button", { name: /^Use/ });
const frames = () => open.page.locator("iframe").count();

function frameOfWidget(): Frame {
  const [, frame] = open.page.frames();
  if (!frame) throw new Error("The page has no frame");
  return frame;
}

describe("the agent's widget", () => {
  it("is not there before a transfer, nor any desk behind it, nor after a close", async () => {
    open = await openPage();
    const { page, say } = open;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await say("What is my balance in checking?");
    await say("Goodbye");
    expect(await page.locator("#workspace").isHidden()).toBe(true);
    expect(await frames()).toBe(0);
    expect(asked).not.toContain("/api/widget");
  });

  it("briefs, and suggests a reply that the agent uses, edits and sends, until the bot has it back", async () => {
    open = await openPage();
    const { page, say, tell, agent, widget, transcript, bubbles, settled } = open;
    await keepRecord(open);
    await say("What is my balance in checking?");
    await say("I lost my card");
    const briefing = widget.getByRole("region", { name: "What Clinc knew" });
    await briefing.getByText("••••1111").waitFor();
    expect(await briefing.innerText()).toContain("Everyday Checking");
    expect(await widget.getByText("No record of this conversation").count()).toBe(0);

    await tell(QUESTION);
    await use().click();
    await widget.getByText("Put into your input.").waitFor();
    expect(await field().inputValue()).toBe(DRAFT);
    expect((await bubbles()).at(-1), "nothing is sent by itself").toBe(QUESTION);

    await field().fill("Within five working days.");
    await page.getByRole("button", { name: "Send as the agent" }).click();
    await transcript.locator(".bubble.agent").getByText("Within five working days.").waitFor();
    expect(await field().inputValue()).toBe("");
    await widget.getByText("The consumer’s next message brings a suggestion.").waitFor();
    expect(await agent.locator("#agent-turns > li").count(), "the bot has heard nothing of it").toBe(2);

    await page.getByRole("button", { name: "Hand back" }).click();
    await agent.locator("#agent-turns > li").nth(2).waitFor();
    await settled();
    expect(await page.locator("#workspace").isHidden()).toBe(true);
    expect(await frames()).toBe(0);
    expect(
      await agent.locator("#agent-turns q").last().innerText(),
      "LivePerson tells what was said",
    ).toContain(QUESTION);
    await say("What is my balance in savings?");
    expect(await transcript.innerText()).toContain("$8,300.00");
  });

  it("is there again after a second transfer, with the draft of the first one gone", async () => {
    open = await openConversation();
    const { page, say, tell, widget } = open;
    await say("I want to talk to a person");
    await tell(QUESTION);
    await use().click();
    await expect.poll(() => field().inputValue()).toBe(DRAFT);
    await page.getByRole("button", { name: "Hand back" }).click();
    await page.locator("#agent-turns > li").nth(1).waitFor();
    await say("I lost my card");
    await widget.getByText("The consumer’s next message brings a suggestion.").waitFor();
    expect(await field().inputValue()).toBe("");
    await tell("I lost my card, what now?");
    await widget.getByRole("paragraph").getByText("I am sorry to hear that.").waitFor();
  });

  it("says that there is no record, and has a briefing once one is kept, with all that was said", async () => {
    open = await openPage();
    const { page, say, tell, widget, bubbles } = open;
    await say("I lost my card");
    await tell(QUESTION);
    await use().waitFor();
    await widget.getByText("No record of this conversation").waitFor();
    const before = await bubbles();
    await page.getByRole("button", { name: "Keep one" }).click();
    await widget.getByText("••••1111").waitFor();
    await use().waitFor();
    expect(await page.locator("#no-record").isHidden()).toBe(true);
    expect(await bubbles()).toEqual(before);
  });

  it("writes what is to be read in chat, too, where the agent's input takes markup", async () => {
    open = await openPage();
    const { page, say, tell, settled } = open;
    await page.getByRole("radio", { name: "Chat" }).check();
    await settled();
    await say("I lost my card");
    await tell(QUESTION);
    await use().click();
    await expect.poll(() => field().inputValue()).toBe(DRAFT);
  });

  it("says that Clinc is down, from the consumer's next line on", async () => {
    open = await openConversation();
    const { page, say, tell, widget, settled } = open;
    await say("I lost my card");
    await page.getByLabel("Clinc", { exact: true }).selectOption("error");
    await settled();
    await tell(QUESTION);
    await widget.getByText("Clinc does not answer").waitFor();
    await page.getByLabel("Clinc", { exact: true }).selectOption("");
    await settled();
    await tell("How long does a new one take? A new card, I mean.");
    await use().waitFor();
  });

  it("names a setting with which the desk does not start", async () => {
    open = await openPage();
    const { page, say, agent } = open;
    await open.settings();
    await page.getByLabel("CLINC_TIMEOUT_MS").fill("soon");
    await page.getByRole("button", { name: "Apply" }).click();
    await say("I lost my card");
    await agent.getByText(/CLINC_TIMEOUT_MS must be/).waitFor();
    expect(await frames()).toBe(0);
    forgive(open, /status of 503/);
  });

  it("shows markup of the consumer and of the agent as text", async () => {
    open = await openConversation();
    const { page, say, tell, widget, transcript } = open;
    const script = '<img src=x onerror="document.title=1">';
    await say("I lost my card");
    await tell(`${script} and a new card?`);
    await widget.getByText(script).waitFor();
    await field().fill(script);
    await page.keyboard.press("Enter");
    await transcript.locator(".bubble.agent").getByText(script).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).toContain("Playground");
  });

  it("gives the agent's words back that did not arrive", async () => {
    open = await openPage();
    const { page, say, playground, widget } = open;
    await say("I lost my card");
    await widget.getByText("No record of this conversation").waitFor();
    await playground.close();
    await field().fill("One moment, please.");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Is `npm run playground` still running?" }).waitFor();
    await expect.poll(() => field().inputValue()).toBe("One moment, please.");
    forgive(open, /ERR_CONNECTION|failed: .*api\/answer/);
  });

  it("ends with the playground", async () => {
    open = await openPage();
    const { page, say, playground, widget } = open;
    await say("I lost my card");
    await widget.getByText("No record of this conversation").waitFor();
    const desk = await page.locator("iframe").getAttribute("src");
    expect((await fetch(`${desk}healthz`)).status).toBe(200);
    await playground.close();
    await expect(fetch(`${desk}healthz`)).rejects.toThrow("fetch failed");
  });
});

describe("with the widget open", () => {
  const asked = openOnce(async () => {
    open = await openPage();
    await open.say("I lost my card");
    await open.tell(QUESTION);
    await use().waitFor();
    return open;
  });

  it.each(["light", "dark"] as const)(
    "axe finds nothing, and the widget is as %s as the page",
    async (theme) => {
      open = asked();
      const { page } = open;
      await page.setViewportSize(DESKTOP);
      await page.emulateMedia({ colorScheme: theme === "light" ? "dark" : "light" });
      await page.getByRole("button", { name: "Dark" }).click();
      await expect.poll(() => frameOfWidget().evaluate("document.documentElement.dataset.theme")).toBe(theme);
      const found = (of: Page | Frame, passes: number) =>
        theme === "light" ? violations(of, passes) : violationsOfColours(of);
      expect(await found(page, 20)).toEqual([]);
      expect(await found(frameOfWidget(), 10)).toEqual([]);
    },
  );

  it.each([360, 820, 1100, 1440])("the page needs no scrolling sideways at %d pixels", async (width) => {
    open = asked();
    await open.page.setViewportSize({ ...PHONE, width });
    if (width < 820) await open.page.getByRole("button", { name: "Agent", exact: true }).click();
    await use().waitFor();
    expect(await open.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(
      await frameOfWidget().evaluate("innerWidth"),
      "as narrow as a widget may be",
    ).toBeGreaterThanOrEqual(280);
  });
});

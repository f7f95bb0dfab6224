import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { violations } from "../../../support/accessibility.ts";
import { expectNoComplaints } from "../../../support/complaints.ts";
import { type OpenPage, openPage } from "../../../support/page-of-playground.ts";

let open: OpenPage;
afterEach(() => expectNoComplaints(open));

const ANSWER =
  '{\n  "text": "Here.",\n  "liveperson": { "card": { "title": "Travel Card", "buttons": ["Order it"] } }\n}';

const json = () => open.page.getByLabel("Clinc answers");
const state = () => open.page.locator("#own-state");
const show = () => open.page.getByRole("button", { name: "Show", exact: true });

async function openBox(options?: Parameters<typeof openPage>[0]): Promise<void> {
  open = await openPage(options);
  await open.page.getByRole("tab", { name: "Your own answer" }).click();
}

describe("the box for an answer of one's own", () => {
  it("names a misspelt key while it is typed, with its place, and leads there", async () => {
    await openBox();
    await json().fill('{\n  "text": "Hi",\n  "liveperson": { "choises": ["A"] }\n}');
    const problem = state().getByRole("button");
    expect(await problem.innerText()).toBe(
      'Line 3, column 19: liveperson.choises is not known there; did you mean "choices"?',
    );
    expect(await json().getAttribute("aria-invalid")).toBe("true");
    await show().click();
    expect(await open.page.locator("#agent-turns > li").count(), "what is wrong is not shown").toBe(0);
    await problem.click();
    const { selected, text } = (await open.page.evaluate(
      "(({ selectionStart, value }) => ({ selected: selectionStart, text: value }))(document.activeElement)",
    )) as { selected: number; text: string };
    expect(text.slice(selected)).toMatch(/^"choises"/);
    await json().fill('{ "text": ');
    await state()
      .getByText(/^Line 1, column 1\d: The answer is not JSON: /)
      .waitFor();
    await json().fill('{ "text": "Hi" }');
    await state().getByText("Right.").waitFor();
  });

  it("shows what one may begin with from its beginning, wherever one was before", async () => {
    await openBox();
    await json().fill(`{ "text": "${"long ".repeat(40)}" }`);
    await open.page.getByLabel("Begin with").selectOption("A carousel");
    expect(
      await json().evaluate((field) => (field as unknown as { selectionStart: number }).selectionStart),
    ).toBe(0);
    expect(await json().evaluate((field) => [field.scrollLeft, field.scrollTop])).toEqual([0, 0]);
  });

  it("shows it in the consumer's window, and saves it with the words that it answers", async () => {
    await openBox();
    const { page, transcript, settled, bubbles } = open;
    await page.getByLabel("The consumer says").fill("cards");
    await json().fill(ANSWER);
    await json().press("Control+Enter");
    await transcript.getByRole("button", { name: "Order it" }).waitFor();
    await settled();
    expect(await bubbles()).toEqual([expect.stringMatching(/^cards\s*your own answer$/), "Here."]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save" }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(saved.turns).toEqual([{ say: "cards", clinc: JSON.parse(ANSWER) }]);
  });

  it("gets an answer back that is to be edited, and begins anew where the bot has left", async () => {
    await openBox();
    const { page, transcript, settled } = open;
    await page.getByLabel("Begin with").selectOption("A note for the agent, and a transfer");
    await show().click();
    await transcript.getByText("Handed over to human-agents").waitFor();
    await settled();
    await json().fill("{}");
    await transcript.getByRole("button", { name: /^Turn 1:/ }).click();
    await transcript.getByRole("button", { name: "Edit" }).click();
    expect(await json().inputValue()).toContain('"intent": "live_agent"');
    await json().fill(ANSWER);
    await show().click();
    await transcript.getByRole("button", { name: "Order it" }).waitFor();
    await settled();
    expect(await page.locator("#agent-turns > li").count()).toBe(1);
  });

  it("shows it on all channels side by side while it is written, with the remarks of each", async () => {
    await openBox({ viewport: { width: 1440, height: 4_000 } });
    const { page, transcript, settled } = open;
    await json().fill(ANSWER);
    await page.getByRole("button", { name: "On all channels" }).click();
    const channels = page.getByRole("dialog", { name: "Your own answer on all channels" });
    const of = (title: string) => channels.getByRole("region", { name: title, exact: true });
    await of("Web").getByRole("button", { name: "Order it" }).waitFor();
    expect(await channels.locator(".channel").count()).toBe(12);
    expect(await of("SMS").locator(".lp-json-pollock").count()).toBe(0);
    expect(await of("SMS").innerText()).toContain("Travel Card");

    const elements = [
      { type: "image", url: "http://img.bank.example/a.png" },
      { type: "text", text: "Main Street" },
    ];
    await json().fill(JSON.stringify({ liveperson: { structuredContent: { type: "vertical", elements } } }));
    await of("WhatsApp").locator(".remark").first().waitFor();
    expect(await violations(page)).toEqual([]);

    await json().fill(ANSWER);
    const order = of("Web").getByRole("button", { name: "Order it" });
    await order.click();
    await order.press("Enter");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    expect(await page.locator("#agent-turns > li").count(), "its buttons do nothing").toBe(0);
    expect(await json().inputValue(), "the box is back in the page").toBe(ANSWER);
    await show().click();
    await transcript.getByRole("button", { name: "Order it" }).waitFor();
    await settled();
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { session, suggestion } from "../../../support/desk-of-widget.ts";
import { agentLine, line, type OpenWidget, openWidget } from "../../../support/page-of-widget.ts";

let open: OpenWidget;
afterEach(() => expectNoComplaints(open));

const DRAFT = "I am sorry to hear that.";

/** Calls of a kind that the desk has had, by the lines that they were made for. */
const suggested = () =>
  open.desk.calls.filter(({ path }) => path === "/api/suggestion").map(({ body }) => body.messageId);

describe("a suggestion", () => {
  it.each<[surface: string, isMessaging: boolean, written: string]>([
    ["messaging", true, 'Is 1 < 2 & "so"?\nYes.'],
    ["chat", false, "Is 1 &lt; 2 &amp; &quot;so&quot;?<br>Yes."],
  ])("is put into the agent's input in %s, and never sent", async (_, isMessaging, written) => {
    open = await openWidget({
      model: { "chatInfo.isMessaging": isMessaging, "chatTranscript.lines": [line()] },
      prepare: ({ behaviour }) => {
        behaviour.suggestion = ({ body }) => suggestion(body.messageId, { text: 'Is 1 < 2 & "so"?\nYes.' });
      },
    });
    const { widget, page, desk } = open;
    await widget.getByRole("button", { name: /^Use/ }).click();
    await widget.getByText("Put into your input.").waitFor();
    expect(await open.written()).toEqual([written]);
    expect(await page.evaluate("sent")).toEqual([]);
    await expect.poll(() => desk.told().map((event) => event.split(" ")[0])).toEqual(["shown", "used"]);
  });

  it("is used by the shortcut that its button shows, and the focus stays", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, page } = open;
    const use = widget.getByRole("button", { name: /^Use/ });
    expect(await use.innerText()).toContain("Alt+U");
    expect(await use.getAttribute("aria-keyshortcuts")).toBe("Alt+U");
    await widget.getByRole("button", { name: "Copy" }).focus();
    await page.keyboard.press("Alt+u");
    await widget.getByText("Put into your input.").waitFor();
    expect(await widget.locator(":focus").innerText()).toBe("Copy");
    expect(await open.written()).toHaveLength(1);
  });

  it("is not used by the shortcut when there is none", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line(), agentLine()] } });
    const { widget, page } = open;
    await widget.getByText("Nothing to answer now.").waitFor();
    await widget.locator("summary").focus();
    await page.keyboard.press("Alt+u");
    await page.keyboard.press("Enter");
    await widget.getByText("clean hello").waitFor();
    expect(await open.written()).toEqual([]);
  });

  it("that the workspace does not take can still be copied", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, page, desk } = open;
    await page.locator("textarea").evaluate((input) => Reflect.set(input as object, "disabled", true));
    await widget.getByRole("button", { name: /^Use/ }).click();
    await widget.getByRole("alert").getByText("The workspace did not take it.").waitFor();
    await widget.getByRole("button", { name: "Copy" }).click();
    await widget.getByRole("button", { name: "Copied" }).waitFor();
    await page.locator("textarea").evaluate((input) => Reflect.set(input as object, "disabled", false));
    await page.locator("textarea").focus();
    await page.keyboard.press("Control+v");
    expect(await page.locator("textarea").inputValue()).toContain(DRAFT);
    await expect.poll(() => desk.told().map((event) => event.split(" ")[0])).toEqual(["shown", "copied"]);
    forgive(open, /cannot write in this conversation/);
  });

  it("is judged good or bad", async () => {
    open = await openWidget({ model: { "chatTranscript.lines": [line()] } });
    const { widget, desk } = open;
    await widget.getByRole("button", { name: "Good suggestion" }).click();
    const bad = widget.getByRole("button", { name: "Bad suggestion" });
    await bad.click();
    expect(await bad.getAttribute("aria-pressed")).toBe("true");
    expect(await widget.getByRole("button", { name: "Good suggestion" }).getAttribute("aria-pressed")).toBe(
      "false",
    );
    await expect
      .poll(() => desk.told().map((event) => event.split(" ")[0]))
      .toEqual(["shown", "good", "bad"]);
  });

  it("is announced once to those who listen", async () => {
    open = await openWidget();
    const { widget, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    const place = widget.locator("#announcements");
    expect([await place.getAttribute("role"), await place.innerText()]).toEqual(["status", ""]);
    await open.frame().evaluate(`{
      const place = document.querySelector("#announcements");
      window.announced = [];
      new MutationObserver(() => announced.push(place.textContent)).observe(place, { childList: true });
    }`);
    await say(line());
    await widget.getByRole("button", { name: "Good suggestion" }).click();
    await widget.getByRole("button", { name: /^Use/ }).click();
    await widget.getByText("Put into your input.").waitFor();
    expect(await open.frame().evaluate("announced")).toEqual([
      expect.stringContaining(`New suggestion: ${DRAFT}`),
    ]);
  });

  it("is asked for by the agent where that is so set", async () => {
    open = await openWidget({
      model: { "chatTranscript.lines": [line()] },
      prepare: ({ behaviour }) => {
        behaviour.session = () => session({ suggest: "manual" });
      },
    });
    const { widget } = open;
    const ask = widget.getByRole("button", { name: "Suggest a reply" });
    await ask.waitFor();
    expect(suggested()).toEqual([]);
    await ask.click();
    await widget.getByText(DRAFT).first().waitFor();
    expect(suggested()).toHaveLength(1);
  });

  it("is not spoken of where suggestions are off", async () => {
    open = await openWidget({
      model: { "chatTranscript.lines": [line()] },
      prepare: ({ behaviour }) => {
        behaviour.session = () => session({ suggest: "off" });
      },
    });
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
    expect(await open.widget.getByRole("region").count()).toBe(1);
    expect(suggested()).toEqual([]);
  });

  it("for words that are longer than the desk takes is asked with as many as it takes", async () => {
    open = await openWidget();
    await open.say(line({ text: "🙂".repeat(1_200) }));
    await expect.poll(() => suggested()).toHaveLength(1);
    const { text = "" } = open.desk.calls.find(({ path }) => path === "/api/suggestion")?.body ?? {};
    expect([...text]).toHaveLength(1_000);
  });
});

describe("a consumer who writes line after line", () => {
  it("gets a suggestion for each of forty", async () => {
    open = await openWidget();
    const { widget, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    for (let number = 1; number <= 40; number += 1) {
      await say(line({ text: `This is line ${number}.` }));
      await widget.getByText(`This is line ${number}.`).waitFor();
      await widget.locator(".draft").waitFor();
    }
    expect(open.desk.calls.filter(({ path }) => path === "/api/suggestion")).toHaveLength(40);
  });
});

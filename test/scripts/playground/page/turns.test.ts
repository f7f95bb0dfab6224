import { afterEach, describe, expect, it } from "vitest";
import { expectNoComplaints } from "../../../support/complaints.ts";
import { type OpenPage, openPage, useConversations } from "../../../support/page-of-playground.ts";
import { temporaryFile } from "../../../support/temporary-files.ts";

const openConversation = useConversations();

let open: OpenPage;
afterEach(() => expectNoComplaints(open));

const type = async (text: string) => {
  await open.page.getByLabel("Message", { exact: true }).fill(text);
  await open.page.keyboard.press("Enter");
};

describe("messages that are written while a turn is under way", () => {
  it("are shown at once, wait for their turn, and are answered in their order", async () => {
    open = await openConversation();
    const { transcript, hold, settled, bubbles } = open;
    const release = await hold("/api/act");
    for (const text of ["What is my balance?", "Savings", "hello"]) await type(text);
    expect(await bubbles()).toEqual([
      "What is my balance?",
      "",
      expect.stringMatching(/^Savings\s*waits for its turn$/),
      expect.stringMatching(/^hello\s*waits for its turn$/),
    ]);
    release();
    await transcript.getByText("Welcome to Example Bank.").waitFor();
    await settled();
    expect((await bubbles()).slice(0, 5)).toEqual([
      "What is my balance?",
      "Which account?",
      "Savings",
      "Your Rainy Day Savings balance is $8,300.00.",
      "hello",
    ]);
  });

  it("are gone with a new conversation", async () => {
    open = await openConversation();
    const { page, hold, settled, bubbles } = open;
    const release = await hold("/api/act");
    for (const text of ["hello", "Savings"]) await type(text);
    await page.getByRole("button", { name: "New", exact: true }).click();
    release();
    await page.getByText("Nothing was said yet.").waitFor();
    await settled();
    expect(await bubbles()).toEqual([]);
  });
});

describe("a turn", () => {
  it("is chosen in all panes at once, and each brings it into sight", async () => {
    open = await openConversation();
    const { page, say, developers } = open;
    for (let time = 0; time < 6; time += 1) await say("What is my balance in checking?");
    await page.locator("#agent-turns .number").first().click();
    expect(
      await page
        .locator(".chosen")
        .evaluateAll((all) => all.map((one) => Reflect.get(one, "id") || one.getAttribute("data-turn"))),
    ).toEqual(["1", "1", "1"]);
    await developers.getByRole("region", { name: "Log of turn 1" }).waitFor();
    const tops = await page
      .locator(".chosen")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    for (const top of tops) expect(top).toBeGreaterThan(100);
    await developers.getByRole("button", { name: /^Turn 1:/ }).click();
    expect(await page.locator(".chosen").count()).toBe(0);
  });

  it("is gone back to, and its event is sent as changed", async () => {
    open = await openConversation();
    const { page, say, transcript, settled, bubbles } = open;
    await say("What is my balance?");
    await say("Savings");
    await say("hello");
    const choose = () => transcript.getByRole("button", { name: /^Turn 2:/ }).click();
    await choose();
    await transcript.getByRole("button", { name: "From here" }).and(page.locator(":visible")).click();
    await page.getByText("Went back to turn 2.").waitFor();
    await settled();
    expect(await bubbles()).toHaveLength(4);
    await choose();
    await transcript.getByRole("button", { name: "Edit" }).and(page.locator(":visible")).click();
    const event = page.getByLabel("Event", { exact: true });
    const written = await event.inputValue();
    await event.fill("{");
    await page.getByText(/^Wrong JSON: line 1, column 2/).waitFor();
    await event.fill(written.replaceAll("Savings", "Checking"));
    await page.getByRole("button", { name: "Send as changed" }).click();
    await transcript.getByText("Your Everyday Checking balance is $1,250.40.").waitFor();
    await settled();
    expect(await bubbles()).toHaveLength(4);
  });

  it("tells developers its channel, with the reason where it is unknown, and its log in rows to copy", async () => {
    open = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    const { page, developers, settled } = open;
    const file = { title: "A", turns: ["hello", { message: "hello" }] };
    await page.locator("#file").setInputFiles(temporaryFile("a.json", file));
    await page.getByText("Played “A”: 2 turns.").waitFor();
    await settled();
    await developers.getByText("channel unknown").waitFor();
    await developers.getByText(/^The event tells no integration/).waitFor();
    const log = developers.getByRole("region", { name: "Log of turn 2" });
    expect(await log.getByRole("row", { name: "outcome" }).innerText()).toMatch(/outcome\s+continue/);
    await log.getByRole("button", { name: "Copy the log of turn 2" }).click();
    await log.getByText("Copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/info \[clinc\] turn \{"v":/);
    expect(await developers.locator("#latency").innerText()).toMatch(/^p50 \d+ ms, most \d+ ms$/);
  });

  it("is marked with what the function has remarked for the author", async () => {
    open = await openConversation();
    await open.say("show a wrong image");
    expect(await open.transcript.locator(".turn .remark").innerText()).toMatch(
      /^Remark: web: .*must be an https address/,
    );
  });
});

describe("a replay", () => {
  it("says which turn of how many is under way", async () => {
    open = await openPage();
    const { page, say, settled } = open;
    await page.route("**/api/progress", (route) => route.fulfill({ json: { turn: 2, of: 4 } }));
    await say("hello");
    const release = await open.hold("/api/setup");
    await page.getByRole("radio", { name: "V1" }).check();
    await page.getByText("Playing turn 2 of 4…").waitFor();
    release();
    await page.getByText("Replayed from the first turn: 1 turn").waitFor();
    await settled();
  });
});

describe("the transcript", () => {
  it("is there as text, to copy and to keep", async () => {
    open = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    const { page, say } = open;
    await say("What is my balance?");
    await page.getByRole("button", { name: "Transcript" }).click();
    const lines = page.getByLabel("Transcript as text");
    await lines.waitFor();
    expect(await lines.inputValue()).toContain("Consumer    What is my balance?");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await lines.inputValue());
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("conversation.txt");
  });
});

describe("a carousel", () => {
  it("has no arrow that leads nowhere, and none over a text", async () => {
    open = await openConversation();
    const { say, transcript } = open;
    await say("show a carousel");
    const [next, previous] = ["Next", "Previous"].map((name) => transcript.getByRole("button", { name }));
    expect([await next?.isVisible(), await previous?.isVisible()]).toEqual([true, false]);
    await next?.press("Enter");
    expect(await previous?.isVisible()).toBe(true);
    await next?.press("Enter");
    await expect.poll(() => next?.isVisible()).toBe(false);
    expect(await open.page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Previous");
    const [cards, arrow] = await Promise.all([
      transcript.locator(".lp-json-pollock-layout-carousel").boundingBox(),
      previous?.boundingBox(),
    ]);
    expect(arrow?.y).toBeGreaterThanOrEqual((cards?.y ?? 0) + (cards?.height ?? 0));
  });
});

describe("the settings", () => {
  it("stand in groups, with choices where only few values are right, and tell what is wrong at the field", async () => {
    open = await openConversation();
    const { page } = open;
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog", { name: "Settings" });
    expect(await dialog.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
      "The usual ones",
      "The bot's own words",
      "The record",
      "Behaviour",
    ]);
    expect(await dialog.getByLabel("TRANSFER_SKILL", { exact: true }).isVisible()).toBe(true);
    expect(await dialog.getByLabel("AGENT_SUMMARY").locator("option").allInnerTexts()).toEqual([
      "true (default)",
      "true",
      "false",
    ]);
    const language = dialog.getByLabel("CLINC_LANGUAGE");
    await language.fill("English");
    await dialog.getByText(/^CLINC_LANGUAGE must be/).waitFor();
    expect(await language.getAttribute("aria-invalid")).toBe("true");
    await language.fill("en, es");
    expect(await language.getAttribute("aria-invalid")).toBe("false");
    await page.keyboard.press("Escape");
  });
});

describe("on a phone", () => {
  const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  it("an example leads to its answer, and the field to write in is in sight everywhere", async () => {
    open = await openPage(PHONE);
    const { page, transcript, settled } = open;
    const field = page.getByLabel("Message", { exact: true });
    for (const name of ["Agent", "Try this", "Developers", "Consumer", "Try this"]) {
      await page.getByRole("button", { name, exact: true }).tap();
      const box = await field.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(844);
      expect(box?.y, name).toBeGreaterThan(700);
    }
    await page.getByRole("button", { name: "Choose a card" }).tap();
    await transcript.getByText("Travel Card").first().waitFor();
    await settled();
    expect(
      await page.getByRole("button", { name: "Consumer", exact: true }).getAttribute("aria-current"),
    ).toBe("true");
  });

  it("the agent who takes over finds the newest note, and a field that nothing covers", async () => {
    open = await openPage(PHONE);
    const { page, say } = open;
    for (const text of ["hello", "What is my balance?", "Choose a card", "I lost my card"]) await say(text);
    await page.getByRole("button", { name: "Agent", exact: true }).tap();
    const [list, note, ofAgent, ofConsumer] = await Promise.all(
      ["#agent-scroll", ".private >> nth=-1", "#agent-composer", "#composer"].map((part) =>
        page.locator(part).boundingBox(),
      ),
    );
    expect(note?.y).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0));
    expect((ofAgent?.y ?? 0) + (ofAgent?.height ?? 0)).toBeLessThanOrEqual((ofConsumer?.y ?? 0) + 1);
  });

  it("switches are one line until they are unfolded", async () => {
    open = await openPage(PHONE);
    const { page } = open;
    const line = page.locator("#fold");
    expect(await line.innerText()).toBe("V2 · Messaging · Clinc works");
    expect(await page.getByLabel("Instances").isVisible()).toBe(false);
    await line.tap();
    await page.getByRole("radio", { name: "Chat" }).check();
    await expect.poll(() => line.innerText()).toBe("V2 · Chat · Clinc works");
    expect(await page.getByRole("button", { name: "Settings" }).isVisible()).toBe(true);
  });

  it("all that can be pressed is large enough for a thumb, and no field makes the page grow", async () => {
    open = await openPage(PHONE);
    const { page, say } = open;
    await say("What is my balance?");
    await page.locator("#fold").tap();
    for (const name of ["Consumer", "Agent", "Try this", "Developers"]) {
      await page.getByRole("button", { name, exact: true }).tap();
      const small = await page
        .locator(
          "button:visible, select:visible, input:visible:not([type=radio]), summary:visible, .choice span:visible",
        )
        .evaluateAll((all) =>
          all
            .filter((one) => one.getBoundingClientRect().height < 43.9)
            .map((one) => `${one.outerHTML.slice(0, 80)} ${one.getBoundingClientRect().height}`),
        );
      expect(small, name).toEqual([]);
    }
    const sizes = await page
      .locator("input, textarea, select")
      .evaluateAll((all) =>
        all.map(
          (one) =>
            (
              globalThis as unknown as { getComputedStyle(of: unknown): { fontSize: string } }
            ).getComputedStyle(one).fontSize,
        ),
      );
    expect([...new Set(sizes)]).toEqual(["16px"]);
  });
});

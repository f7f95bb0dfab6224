import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { ownConversation } from "../../../../scripts/conversations/read-conversation.ts";
import { SHOWCASE } from "../../../../scripts/stand-ins/clinc/showcase.ts";
import { violations, violationsOfColours } from "../../../support/accessibility.ts";
import { expectNoComplaints } from "../../../support/complaints.ts";
import { openOnce } from "../../../support/open-once.ts";
import { type OpenPage, openPage } from "../../../support/page-of-playground.ts";

let open: OpenPage;
afterEach(() => expectNoComplaints(open));

const THEMES = [
  ["light", "rgb(238, 242, 246)"],
  ["dark", "rgb(11, 19, 30)"],
] as const;

function groundOf(page: Page): Promise<unknown> {
  return page.evaluate("getComputedStyle(document.body).backgroundColor");
}

/** Its rule for contrast fails on what is scrolled within something that is scrolled. */
const TALL = { width: 1440, height: 4_000 };
const PHONE = { width: 360, height: 740 };

describe("axe finds nothing", () => {
  const expectNoneInBoth = async () => {
    for (const [colorScheme, ground] of THEMES) {
      await open.page.emulateMedia({ colorScheme });
      expect(await groundOf(open.page)).toBe(ground);
      const found = colorScheme === "light" ? violations(open.page, 15) : violationsOfColours(open.page);
      expect(await found, colorScheme).toEqual([]);
    }
  };

  it("on the empty page, in all settings, and in the dialogs of a turn, light and dark", async () => {
    open = await openPage({ viewport: TALL });
    const { page, say, transcript } = open;
    expect(await violations(page, 15), "on the empty page").toEqual([]);
    await page.getByLabel("Language", { exact: true }).selectOption("German");
    await open.settled();
    await open.settings();
    await page.getByLabel("APOLOGY_MESSAGE_DE").waitFor();
    await page.getByLabel("CLINC_LANGUAGE").fill("German");
    await expectNoneInBoth();
    await page.getByRole("button", { name: "Cancel" }).click();
    await say("show choices");
    await page.getByRole("button", { name: "Transcript" }).click();
    await page.getByLabel("Transcript as text").waitFor();
    expect(await violations(page, 15), "in the transcript").toEqual([]);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await transcript.getByRole("button", { name: /^Turn 1:/ }).click();
    await transcript.getByRole("button", { name: "Edit" }).click();
    expect(await violations(page, 15), "in the event").toEqual([]);
  });

  it("after rich content and a transfer, with a turn chosen and an answer that is wrong, light and dark", async () => {
    open = await openPage();
    const { page, say, transcript } = open;
    for (const text of ["hello", "show a wrong image", "Choose a card", "show choices", "I lost my card"])
      await say(text);
    await transcript.getByRole("button", { name: /^Turn 2:/ }).click();
    await page.getByRole("tab", { name: "Your own answer" }).click();
    await page.getByLabel("Clinc answers").fill('{ "liveperson": { "choises": [] } }');
    await page.setViewportSize(TALL);
    await expectNoneInBoth();
  });

  it("with a record on two instances, all of it open, light and dark", async () => {
    open = await openPage();
    const { page, say, settled, developers } = open;
    await page.getByLabel("Instances").selectOption("2");
    await settled();
    await page.getByLabel("Kept").check();
    await settled();
    await say("What is my balance?");
    await say("I lost my card");
    for (const viewer of ["LivePerson", "the function"])
      await developers.getByText(`Record, as ${viewer} sees it`).first().click();
    await developers.getByRole("region", { name: "Record after turn 2, for the function" }).waitFor();
    await page.setViewportSize(TALL);
    await expectNoneInBoth();
  });

  describe("in all that an author can write,", () => {
    const shared = openOnce(() => openPage());

    it.each(["9-showcase-web", "10-showcase-whatsapp", "11-showcase-facebook", "12-showcase-chat"])(
      "loaded from %s",
      async (name) => {
        open = shared();
        const { page, settled } = open;
        const file = ownConversation(name);
        const { title } = JSON.parse(readFileSync(file, "utf8"));
        await page.locator("#file").setInputFiles(file);
        await page.getByText(`Played “${title}”`).waitFor();
        await settled();
        expect(await page.locator("#agent-turns > li").count()).toBe(SHOWCASE.length);
        expect(await page.getByText("renderer does not draw this").count()).toBe(0);
        expect(await violations(page)).toEqual([]);
      },
    );
  });

  it("on a phone, in each of its panes and with the switches unfolded", async () => {
    open = await openPage({ viewport: PHONE });
    const { page, say } = open;
    await say("Choose a card");
    await page.locator("#fold").click();
    for (const name of ["Consumer", "Agent", "Try this", "Developers"]) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await violations(page, 15), name).toEqual([]);
    }
  });
});

describe("the page", () => {
  describe("with all that is wide on it", () => {
    const wide = openOnce(async () => {
      const opened = await openPage();
      await opened.say("show a carousel");
      await opened.page.locator("#own-tab").dispatchEvent("click");
      return opened;
    });

    it.each([360, 820, 1100, 1440])("needs no scrolling sideways at %d pixels", async (width) => {
      open = wide();
      await open.page.setViewportSize({ ...PHONE, width });
      expect(await open.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    });
  });

  it("can be used with the keyboard alone", async () => {
    open = await openPage();
    const { page, transcript, settled } = open;
    const focused = () => page.evaluate("document.activeElement.textContent || document.activeElement.id");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the conversation");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("words");
    await page.keyboard.type("hello");
    await page.keyboard.press("Enter");
    await transcript.getByRole("button", { name: "My balance" }).waitFor();
    await settled();
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Choose a card");
    await page.keyboard.press("Enter");
    await transcript.locator(".lp-json-pollock-layout-carousel").waitFor();
    await settled();
    expect(await focused(), "back where one writes").toBe("words");
    await page.getByRole("button", { name: "Settings" }).press("Enter");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
    expect(await focused()).toBe("Settings");
    await transcript.getByRole("button", { name: /^Turn 1:/ }).press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("From here");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Edit turn 1" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Say this, see that" }).press("ArrowRight");
    expect(await focused()).toBe("Your own answer");
    for (const place of ["own", "own-say", "own-start", "own-json"]) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.id")).toBe(place);
    }
    await page.keyboard.press("Control+Enter");
    await transcript.getByText("Which account?").waitFor();
    await settled();
  });

  it("remembers who chose dark", async () => {
    open = await openPage({ colorScheme: "light" });
    const { page } = open;
    const dark = page.getByRole("button", { name: "Dark" });
    expect(await dark.getAttribute("aria-pressed")).toBe("false");
    await dark.click();
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    expect(await dark.getAttribute("aria-pressed")).toBe("true");
    expect(await groundOf(page)).toBe("rgb(11, 19, 30)");
  });
});

import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { violations } from "../../../support/accessibility.ts";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { refusal } from "../../../support/desk-of-widget.ts";
import {
  type Given,
  letProviderStandStill,
  line,
  type OpenWidget,
  openWidget,
  withClock,
} from "../../../support/page-of-widget.ts";
import { type Manner, signInThrough } from "../../../support/provider-of-widget.ts";

let open: OpenWidget;
/** The browser itself reports refused sessions, and pages that may not be framed. */
const EXPECTED = /status of 401|Refused to display|violates the following|favicon|404 \(Not Found\)/;
afterEach(() => {
  forgive(open, EXPECTED);
  expectNoComplaints(open);
});

async function openThrough(manner: () => Manner, given: Given = {}): Promise<OpenWidget> {
  return openWidget({
    model: { "chatTranscript.lines": [line()] },
    ...given,
    prepare: (desk) => signInThrough(desk, manner),
  });
}

const known = () => open.widget.getByText("Handed over", { exact: true }).waitFor();
const signIn = () => open.widget.getByRole("button", { name: "Sign in" });

/** The window that opens while something is done. */
async function windowOpenedBy(doing: () => Promise<void>): Promise<Page> {
  const [popup] = await Promise.all([open.page.context().waitForEvent("page"), doing()]);
  return popup;
}

const agree = (popup: Page) => popup.getByRole("link", { name: "Yes, it is me" }).click();

/** The code that a window shows to be taken along. */
async function codeOf(popup: Page): Promise<string> {
  await popup.getByRole("button", { name: "Copy" }).click();
  await popup.getByRole("button", { name: "Copied" }).waitFor();
  return popup.getByLabel("Code").inputValue();
}

describe("an agent signs in", () => {
  it("without a click, when the provider knows them already", async () => {
    open = await openThrough(() => "knows_the_agent");
    await known();
    const sessions = open.desk.calls.filter(({ path }) => path === "/api/session").map(({ body }) => body);
    expect(sessions).toEqual([
      {},
      { code: expect.stringMatching(/^code-for-/), verifier: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    expect(await open.widget.locator("iframe").count(), "the invisible frame is gone").toBe(0);
  });

  it("in a window, when the provider refuses to be framed", async () => {
    open = await openThrough(() => "refuses_framing");
    const popup = await windowOpenedBy(() => signIn().click());
    await open.widget.getByText("Finish in the other window").waitFor();
    const closed = popup.waitForEvent("close");
    await agree(popup);
    await known();
    await closed;
  });

  it("with a code, when the provider cuts the window off", async () => {
    open = await openThrough(() => "cuts_opener", { onPage: withClock });
    await letProviderStandStill(open);
    const popup = await windowOpenedBy(() => signIn().click());
    await agree(popup);
    await popup.getByText("One more step").waitFor();
    expect(await violations(popup, 8)).toEqual([]);
    expect(popup.url(), "the code does not stay in the address").not.toContain("code-for");
    await open.widget.getByLabel("Code").fill(` ${await codeOf(popup)}\n`);
    await open.widget.getByRole("button", { name: "Go on" }).click();
    await known();
  });

  it("with a code, when the browser lets no window open", async () => {
    open = await openThrough(() => "refuses_framing", {
      async onPage(page) {
        await withClock(page);
        await page.addInitScript("window.open = () => null");
      },
    });
    await letProviderStandStill(open);
    await signIn().click();
    await open.widget.getByText("Your browser blocked the window.").waitFor();
    const popup = await windowOpenedBy(() =>
      open.widget.getByRole("link", { name: "Open the sign-in page" }).click(),
    );
    await agree(popup);
    await open.widget.getByLabel("Code").fill("not-the-code");
    await open.widget.getByRole("button", { name: "Go on" }).click();
    await open.widget.getByText("That code was not taken").waitFor();
    await open.widget.getByLabel("Code").fill(await codeOf(popup));
    await open.widget.getByRole("button", { name: "Go on" }).dblclick();
    await known();
    await expect.poll(() => open.desk.calls.filter(({ path }) => path === "/api/session").length).toBe(4);
    await known();
  });

  it("in a window and without a complaint, when the browser keeps no cookies in frames", async () => {
    let manner: Manner = "gets_no_cookie";
    open = await openThrough(() => manner);
    await signIn().waitFor();
    expect(await open.widget.getByText("did not work").count()).toBe(0);
    manner = "refuses_framing";
    await agree(await windowOpenedBy(() => signIn().click()));
    await known();
  });

  it("once more, after they were refused", async () => {
    let manner: Manner = "refuses";
    open = await openThrough(() => manner);
    await open.widget.getByText("The sign-in was refused or broken off.").waitFor();
    manner = "knows_the_agent";
    await signIn().click();
    await known();
  });

  it("once more, after the desk was down", async () => {
    open = await openThrough(() => "knows_the_agent");
    await known();
    const { session } = open.desk.behaviour;
    open.desk.behaviour.session = () => refusal(503, "unavailable");
    await open.frame().evaluate("location.reload()");
    await open.widget.getByText("The desk does not answer").waitFor();
    open.desk.behaviour.session = session;
    await open.widget.getByRole("button", { name: "Try again" }).click();
    await known();
    forgive(open, /status of 503/);
  });
});

describe("a session", () => {
  it("is kept neither in storage nor in an address", async () => {
    open = await openThrough(() => "knows_the_agent");
    await known();
    const frame = open.frame();
    const kept = await frame.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.length, name])",
    );
    expect(kept).not.toMatch(/token|code-for/);
    expect(frame.url()).not.toMatch(/token|code-for/);
  });

  it("cannot be forced upon the widget by a page of another origin", async () => {
    open = await openThrough(() => "refuses_framing", { onPage: withClock });
    await letProviderStandStill(open);
    await signIn().waitFor();
    const before = open.desk.calls.length;
    await windowOpenedBy(() => signIn().click());
    await open.page.evaluate(
      'document.querySelector("#widget").contentWindow.postMessage({ type: "clinc-desk-sign-in", code: "forced" }, "*")',
    );
    await open.frame().evaluate('postMessage({ type: "clinc-desk-sign-in", code: "forced" }, "*")');
    await open.widget.getByText("Finish in the other window").waitFor();
    expect(open.desk.calls.slice(before)).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { briefing, refusal, session, suggestion } from "../../../support/desk-of-widget.ts";
import { useBrowser } from "../../../support/page-of-playground.ts";
import {
  agentLine,
  expectNoComplaints,
  line,
  type OpenWidget,
  openWidget,
} from "../../../support/page-of-widget.ts";

const browser = useBrowser();

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
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [first, second, waiting] } });
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
    open = await openWidget(browser());
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
    open = await openWidget(browser());
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
    open = await openWidget(browser());
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
    open = await openWidget(browser(), { model: { ...absent, "chatTranscript.lines": null } });
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
    await open.say(line());
    await open.widget.getByText(DRAFT).first().waitFor();
  });

  it("goes on where it was when it is loaded anew, as after a transfer to another skill", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
    const { widget, say } = open;
    await widget.getByText(DRAFT).first().waitFor();
    await open.frame().evaluate("location.reload()");
    await expect.poll(() => suggested().length).toBe(2);
    await widget.getByText(DRAFT).first().waitFor();
    await say(line());
    await expect.poll(() => suggested().length).toBe(3);
  });

  it("begins anew with another conversation", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
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
    open = await openWidget(browser(), {
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
    open = await openWidget(browser(), { context: { colorScheme: "dark" } });
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
    open = await openWidget(browser(), {
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

describe("a suggestion", () => {
  it.each<[surface: string, isMessaging: boolean, written: string]>([
    ["messaging", true, 'Is 1 < 2 & "so"?\nYes.'],
    ["chat", false, "Is 1 &lt; 2 &amp; &quot;so&quot;?<br>Yes."],
  ])("is put into the agent's input in %s, and never sent", async (_, isMessaging, written) => {
    open = await openWidget(browser(), {
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
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
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
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line(), agentLine()] } });
    const { widget, page } = open;
    await widget.getByText("Nothing to answer now.").waitFor();
    await widget.locator("summary").focus();
    await page.keyboard.press("Alt+u");
    await page.keyboard.press("Enter");
    await widget.getByText("clean hello").waitFor();
    expect(await open.written()).toEqual([]);
  });

  it("that the workspace does not take can still be copied", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
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
    open.complaints = open.complaints.filter((text) => !text.includes("cannot write in this conversation"));
  });

  it("is judged good or bad", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
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
    open = await openWidget(browser());
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
    open = await openWidget(browser(), {
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
    open = await openWidget(browser(), {
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
    open = await openWidget(browser());
    await open.say(line({ text: "🙂".repeat(1_200) }));
    await expect.poll(() => suggested()).toHaveLength(1);
    const { text = "" } = open.desk.calls.find(({ path }) => path === "/api/suggestion")?.body ?? {};
    expect([...text]).toHaveLength(1_000);
  });
});

describe("between a consumer's line and its suggestion on the screen", () => {
  it("the widget itself takes less than 150 ms (p95)", async () => {
    open = await openWidget(browser());
    const { widget, page, say } = open;
    await widget.getByText("Handed over", { exact: true }).waitFor();
    await open.frame().evaluate(`{
      window.shown = [];
      const note = () => document.querySelector(".draft") && shown.push(Date.now());
      new MutationObserver(note).observe(document.querySelector("#suggestion"), { subtree: true, childList: true });
    }`);
    const took: number[] = [];
    for (let number = 1; number <= 40; number += 1) {
      const said = Number(await page.evaluate("Date.now()"));
      await say(line({ text: `This is line ${number}.` }));
      await widget.getByText(`This is line ${number}.`).waitFor();
      await widget.locator(".draft").waitFor();
      took.push(Number(await open.frame().evaluate("shown.at(-1)")) - said);
    }
    expect(took.toSorted((one, other) => one - other)[37]).toBeLessThan(150);
  });
});

describe("when the desk refuses, the widget", () => {
  /** The browser itself reports every answer that is no success. */
  const expectOnly = (status: number) => {
    open.complaints = open.complaints.filter((text) => !text.includes(`status of ${status}`));
  };

  it("renews a session that has ended in mid-work, once and without a word", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
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
    open = await openWidget(browser(), {
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
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
    const { widget, desk, say } = open;
    await widget.getByText(DRAFT).first().waitFor();
    desk.behaviour.session = () => refusal(401, "sign_in_required");
    desk.behaviour.suggestion = () => refusal(401, "sign_in_required");
    await say(line());
    await widget.getByRole("heading", { name: "Sign in" }).waitFor();
    open.complaints = open.complaints.filter((text) => !/status of 40[14]/.test(text));
  });

  it("counts the seconds when there were too many, and then asks by itself", async () => {
    open = await openWidget(browser());
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
    open = await openWidget(browser(), {
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
    open = await openWidget(browser(), {
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

describe("without a workspace the widget", () => {
  it("says so at once where nothing is around it", async () => {
    open = await openWidget(browser());
    await open.page.goto(open.desk.address);
    await open.page.getByText("Not inside a workspace").waitFor({ timeout: 2_000 });
    open.complaints = open.complaints.filter((text) => !/favicon|404/.test(text));
  });

  it("says so after five seconds where the page around it does not answer, and finds one that answers later", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun = Date.now();
    open = await openWidget(browser(), {
      onPage: (page, { sdk }) => page.route(sdk, async (route) => held.then(() => route.continue())),
    });
    await open.widget.getByText("Waiting for the agent workspace.").waitFor();
    await open.widget.getByText("Not inside a workspace").waitFor();
    expect(Date.now() - begun).toBeGreaterThan(4_500);
    expect(open.desk.calls).toEqual([]);
    release();
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
  });

  it("waits no longer for a path of which a workspace says nothing", async () => {
    const silent = `{ const { bind } = lpTag.agentSDK;
      lpTag.agentSDK.bind = (path, ...rest) => path === "applicationInfo.theme" || bind(path, ...rest); }`;
    open = await openWidget(browser(), {
      onPage: (page, { sdk }) =>
        page.route(sdk, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()}\n${silent}` });
        }),
    });
    await open.widget.getByText("Handed over", { exact: true }).waitFor();
  });

  it("says that LivePerson's script is blocked", async () => {
    open = await openWidget(browser(), {
      onPage: (page, { sdk }) => page.route(sdk, (route) => route.abort()),
    });
    await open.widget.getByText("LivePerson’s script is blocked").waitFor();
    expect(open.desk.calls).toEqual([]);
    open.complaints = open.complaints.filter((text) => !text.includes("ERR_FAILED"));
  });
});

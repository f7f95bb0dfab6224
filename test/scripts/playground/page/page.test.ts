import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { startPlayground } from "../../../../scripts/playground/server.ts";
import { MOCK_APP_KEY } from "../../../../scripts/stand-ins/clinc/server.ts";
import { callScript } from "../../../support/called-script.ts";
import { ownClinc } from "../../../support/clinc.ts";
import { expectNoComplaints, forgive } from "../../../support/complaints.ts";
import { type OpenPage, openPage, useConversations } from "../../../support/page-of-playground.ts";
import { temporaryFile } from "../../../support/temporary-files.ts";

const openConversation = useConversations();

let open: OpenPage;
afterEach(() => expectNoComplaints(open));

describe("the consumer's window", () => {
  it("holds a whole conversation, typed and clicked", async () => {
    open = await openConversation();
    const { page, say, settled, bubbles, transcript } = open;
    await say("hello");
    const chips = page.getByRole("group", { name: "Quick replies" });
    expect(await chips.getByRole("button").allInnerTexts()).toEqual([
      "My balance",
      "Send money",
      "Choose a card",
    ]);
    await chips.getByRole("button", { name: "My balance" }).click();
    await chips.getByRole("button", { name: "Savings" }).click();
    await transcript.getByText("Your Rainy Day Savings balance is $8,300.00.").waitFor();
    await settled();
    const offered = transcript.locator(".chip");
    expect(await offered.count(), "what was offered stays to be seen").toBe(5);
    expect(await transcript.locator(".chip:enabled").count(), "and cannot be chosen any more").toBe(0);
    expect(await transcript.locator(".chip.taken").allInnerTexts()).toEqual(["My balance", "Savings"]);
    expect(await bubbles()).toEqual([
      "hello",
      "Welcome to Example Bank.",
      "What can I do for you?",
      expect.stringContaining("My balance"),
      "Which account?",
      expect.stringContaining("Savings"),
      "Your Rainy Day Savings balance is $8,300.00.",
    ]);
  });

  it("draws cards and carousels with LivePerson's renderer, and its buttons answer", async () => {
    open = await openConversation();
    const { say, transcript, settled } = open;
    await say("Choose a card");
    const carousel = transcript.locator(".lp-json-pollock-layout-carousel");
    expect(await carousel.getByRole("listitem").count()).toBe(2);
    const pictures = carousel.locator("img");
    expect(await pictures.first().getAttribute("src")).toMatch(/^\/picture\.svg\?of=https%3A/);
    await expect
      .poll(() => pictures.evaluateAll((all) => all.map((one) => Reflect.get(one, "naturalWidth") > 0)))
      .toEqual([true, true]);
    expect(await transcript.locator(".lp-json-pollock-element-text span").first().evaluate(fontWeight)).toBe(
      "700",
    );
    await transcript.getByRole("button", { name: "Next" }).click();
    await transcript.getByRole("button", { name: "Order this card" }).nth(1).click();
    await transcript.getByText("Your Everyday card will be with you within five days.").waitFor();
    await settled();
  });

  it("shows where a link leads instead of going there", async () => {
    open = await openConversation();
    const { say, transcript } = open;
    await say("show a card");
    await transcript.getByRole("button", { name: "Terms" }).click();
    const link = transcript.getByRole("link", { name: "https://bank.example/cards/travel" });
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await transcript.getByRole("button", { name: "Call us" }).click();
    await transcript.getByRole("link", { name: "tel:+15550100" }).waitFor();
    await say("show a native card");
    await transcript.getByRole("button", { name: "Leeds" }).press("Enter");
    await transcript.getByRole("link", { name: /maps.*53\.8,-1\.55/ }).waitFor();
  });

  it("shows a pause as typing", async () => {
    open = await openPage({ reducedMotion: "no-preference" });
    const { page, transcript, settled } = open;
    await page.getByLabel("Message", { exact: true }).fill("show a pause");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await transcript.getByText("One moment, I am looking.").waitFor();
    await transcript.getByRole("img", { name: "The bot is typing" }).waitFor();
    await transcript.getByText("Here it is: $1,250.40.").waitFor();
    await settled();
    expect(await transcript.getByRole("img", { name: "The bot is typing" }).count()).toBe(0);
  });

  it("shows words in brackets as they were typed", async () => {
    open = await openConversation();
    await open.say("(my card)");
    expect((await open.bubbles())[0]).toBe("(my card)");
  });

  it("gives words back that did not arrive, and the quick replies with them", async () => {
    open = await openPage();
    const { page, say, playground, transcript, settled } = open;
    await say("What is my balance?");
    await playground.close();
    await page.getByLabel("Message", { exact: true }).fill("Savings, please");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Is `npm run playground` still running?" }).waitFor();
    await settled();
    expect(await page.getByLabel("Message", { exact: true }).inputValue()).toBe("Savings, please");
    expect(await transcript.getByRole("button", { name: "Savings" }).isVisible()).toBe(true);
    expect(await open.bubbles()).not.toContain("Savings, please");
    forgive(open, /ERR_CONNECTION|failed: .*api\/act/);
  });

  it("shows markup that a consumer types as text, in every pane", async () => {
    open = await openConversation();
    const { page, say, transcript, agent, developers } = open;
    const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await say(script);
    for (const pane of [transcript, agent, developers]) expect(await pane.innerText()).toContain(script);
    await say("show markup");
    expect(await transcript.innerText()).toContain('You wrote: <img src="x" onerror="alert(1)">');
    expect(await page.locator('img[src="x"], main script').count()).toBe(0);
    expect(await page.title()).toContain("Playground");
  });
});

describe("on a phone", () => {
  it("a quick reply does not call up the keyboard", async () => {
    open = await openPage({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await open.say("What is my balance?");
    await open.transcript.getByRole("button", { name: "Savings" }).tap();
    await open.transcript.getByText("$8,300.00").waitFor();
    expect(await open.page.evaluate("document.activeElement.id")).toBe("transcript");
  });
});

describe("the settings", () => {
  it("name a wrong value on the page for as long as it is set", async () => {
    open = await openPage();
    const { page } = open;
    const set = async (value: string) => {
      await open.settings();
      await page.getByLabel("FAILURE_LIMIT").fill(value);
      await page.getByRole("button", { name: "Apply" }).click();
    };
    const told = page.locator("#complaints").getByText(/^FAILURE_LIMIT must be a whole number/);
    await set("many");
    await told.waitFor();
    await set("3");
    await told.waitFor({ state: "hidden" });
  });

  it("have a field for what a file has set for one language, and keep it", async () => {
    open = await openPage();
    const { page, transcript, settled } = open;
    const environment = { UNSUPPORTED_MESSAGE_EN: "In words, please." };
    const turns = [{ message: "", context: {} }];
    await page.locator("#file").setInputFiles(temporaryFile("a.json", { title: "A", environment, turns }));
    await transcript.getByText("In words, please.").waitFor();
    await open.settings();
    const english = page.getByLabel("UNSUPPORTED_MESSAGE_EN");
    expect(await english.inputValue()).toBe("In words, please.");
    expect(await english.getAttribute("placeholder"), "what is said without it").toMatch(
      /^Sorry, I can only/,
    );
    await page.getByLabel("FAILURE_LIMIT").fill("3");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText(/^Replayed from the first turn/).waitFor();
    await settled();
    expect(await transcript.getByText("In words, please.").count()).toBe(1);
    await open.settings();
    await english.fill("");
    await page.getByRole("button", { name: "Apply" }).click();
    await transcript.getByText("Sorry, I can only read text messages.").waitFor();
    await settled();
    await open.settings();
    expect(await english.count(), "an empty field is gone with the next look").toBe(0);
  });

  it("forget what was cancelled, and keep what is being typed while a turn ends", async () => {
    open = await openConversation();
    const { page, transcript, settled } = open;
    const apology = page.getByLabel("APOLOGY_MESSAGE");
    await open.settings();
    await apology.fill("Never mind.");
    await page.getByRole("button", { name: "Cancel" }).click();
    const release = await open.hold("/api/act");
    await page.getByLabel("Message", { exact: true }).fill("hello");
    await page.keyboard.press("Enter");
    await open.settings();
    expect(await apology.inputValue()).toBe("");
    await apology.fill("Oh dear.");
    release();
    await transcript.getByText("Welcome to Example Bank.").waitFor();
    await settled();
    expect(await apology.inputValue()).toBe("Oh dear.");
    await page.getByRole("button", { name: "Cancel" }).click();
  });
});

describe("with ALLOW_HTML", () => {
  it("markup in a card is markup, and the page's policy keeps it from running", async () => {
    open = await openPage();
    const { page, say } = open;
    await open.settings();
    await page.getByLabel("ALLOW_HTML").selectOption("true");
    await page.getByRole("button", { name: "Apply" }).click();
    let wasAlerted = false;
    page.on("dialog", (dialog) => {
      wasAlerted = true;
      void dialog.dismiss();
    });
    await say("show markup");
    expect(await page.locator('.rich img[src="x"]').count()).toBe(2);
    await expect
      .poll(() => open.complaints.filter((text) => /inline event handler/.test(text)))
      .toHaveLength(2);
    expect(wasAlerted).toBe(false);
    forgive(open, /inline event handler|404 \(Not Found\)/);
  });
});

describe("with a real Clinc", () => {
  it("the page says so, and offers neither faults nor the mock's words", async () => {
    const mock = await ownClinc();
    open = await openPage({ live: { clinc_host: mock.host, clinc_app_key: MOCK_APP_KEY } });
    const { page, say } = open;
    await page.getByText("with a real Clinc", { exact: true }).waitFor();
    expect(await page.getByLabel("Clinc", { exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole("tab", { name: "Say this, see that" }).isHidden()).toBe(true);
    await page.getByText("Not with a real Clinc, which answers itself.").waitFor();
    expect(await page.locator("#own-form").isHidden()).toBe(true);
    await say("hello");
    await page.getByRole("radio", { name: "V1" }).check();
    await page.getByText("A new conversation was started").waitFor();
    expect(mock.seen).toHaveLength(1);
  });
});

describe("the agent's side", () => {
  it("shows intents, private messages and a transfer, which the consumer does not see", async () => {
    open = await openConversation();
    const { page, say, agent, transcript } = open;
    await say("What is my balance in checking?");
    await say("Will it rain tomorrow?");
    await say("I lost my card");
    expect(await agent.locator(".intent").allInnerTexts()).toEqual([
      expect.stringMatching(/get balance\s+0\.97/),
      expect.stringMatching(/out of scope\s+0\.22/),
      expect.stringMatching(/card lost\s+0\.97/),
    ]);
    await agent.getByText("Transferred to human-cards").waitFor();
    await agent.getByText("Card blocked by the bot; replacement not ordered yet.").waitFor();
    expect(await agent.innerText()).toContain("card number: ••••1111");
    expect(await transcript.innerText()).not.toContain("Card blocked by the bot");
    expect(await transcript.innerText()).toContain("Handed over to human-cards");
    await page.getByPlaceholder("Write to the agent").waitFor();
    await transcript.getByRole("button", { name: "New conversation" }).click();
    await page.getByText("Nothing was said yet.").waitFor();
    expect(await page.locator("#banner").isHidden()).toBe(true);
  });

  it("shows a close, and the bot's own escalation where the function fails on purpose", async () => {
    open = await openPage();
    const { page, say, agent } = open;
    await say("Goodbye");
    await agent.getByText("Closed by the bot").waitFor();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByText("Nothing was said yet.").waitFor();
    await open.settings();
    await page.getByLabel("TRANSFER_SKILL", { exact: true }).fill("");
    await page.getByRole("button", { name: "Apply" }).click();
    await say("I want to talk to a person");
    await agent.getByText("Escalated by LivePerson").waitFor();
    expect(await agent.innerText()).toContain("TRANSFER_SKILL");
  });

  it("starts a new conversation before an example when the bot is out", async () => {
    open = await openConversation();
    const { page, say, bubbles } = open;
    await say("Goodbye");
    expect(await page.getByLabel("Message", { exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Hand back" }).count(), "no agent has it").toBe(0);
    await page.getByLabel("More that can happen").click();
    expect(await page.getByRole("button", { name: "sends a file" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Will it rain tomorrow?" }).click();
    await page.locator("#agent-turns q", { hasText: "Will it rain" }).waitFor();
    await open.settled();
    expect((await bubbles())[0]).toBe("Will it rain tomorrow?");
    expect(await page.locator("#agent-turns > li").count()).toBe(1);
    await page.getByLabel("More that can happen").click();
  });
});

describe("the switches", () => {
  it("replay the conversation on another channel, surface and generation, and say so", async () => {
    open = await openPage();
    const { page, say, transcript, developers } = open;
    await say("Choose a card");
    await page.getByLabel("Channel", { exact: true }).selectOption("sms");
    await page.getByText("Replayed from the first turn: 1 turn").waitFor();
    expect(await transcript.locator(".lp-json-pollock").count()).toBe(0);
    expect(await transcript.innerText()).toMatch(/These two cards are made for you\.[\s\S]*Travel Card/);
    await page.getByLabel("Channel", { exact: true }).selectOption("auto");
    await transcript.locator(".lp-json-pollock-layout-carousel").waitFor();
    await page.getByRole("radio", { name: "Chat" }).check();
    await developers.getByText("channel chat").waitFor();
    await say("What is my balance?");
    expect(await transcript.innerText()).toContain("Please answer with one of these");
    await page.getByRole("radio", { name: "V1" }).check();
    await page.getByText("Replayed from the first turn: 2 turns").waitFor();
    expect(await page.getByRole("radio", { name: "V1" }).isChecked()).toBe(true);
  });

  it("let a consumer speak another language, whom the bank answers in it and hands over to its skill", async () => {
    open = await openPage();
    const { page, say, transcript, agent, developers, settled } = open;
    await say("What is my balance?");
    await page.getByLabel("Language", { exact: true }).selectOption("Spanish");
    await transcript.getByText("¿Qué cuenta?").waitFor();
    await settled();
    await transcript.getByRole("button", { name: "Cuenta de ahorros" }).click();
    await transcript.getByText("El saldo de su cuenta Rainy Day Savings es de $8,300.00.").waitFor();
    await settled();
    await page.getByLabel("Clinc", { exact: true }).selectOption("error");
    await say("hello");
    expect(await transcript.innerText()).toContain("Lo siento, tengo dificultades técnicas.");
    await page.getByLabel("Clinc", { exact: true }).selectOption("");
    await say("I want to talk to a person");
    await agent.getByText("Transferred to human-agents-es").waitFor();
    await page.getByLabel("Language", { exact: true }).selectOption("German");
    await agent.getByText("Transferred to human-agents-de").waitFor();
    await settled();
    expect(await transcript.innerText()).toContain("Leider habe ich technische Schwierigkeiten.");
    await developers.getByText("Request to Clinc").click();
    await developers.getByText('"language": "de"').waitFor();
  });

  it("show the language of a file, also one that is not among theirs", async () => {
    open = await openPage();
    const { page, settled } = open;
    const file = { title: "A", language: "fr-CA", turns: ["hello"] };
    await page.locator("#file").setInputFiles(temporaryFile("a.json", file));
    await page.getByText("Played “A”: 1 turn.").waitFor();
    await settled();
    expect(await page.getByLabel("Language", { exact: true }).inputValue()).toBe("fr-CA");
  });

  it("let instances take turns, and show what is kept of it for LivePerson and for the function", async () => {
    open = await openPage();
    const { page, say, settled, developers } = open;
    await page.getByLabel("Instances").selectOption("3");
    await settled();
    await page.getByRole("radio", { name: "Kept" }).check();
    await settled();
    await say("What is my balance?");
    await say("Savings");
    await developers.getByText("instance 2", { exact: true }).waitFor();
    for (const viewer of ["LivePerson", "the function"])
      await developers.getByText(`Record, as ${viewer} sees it`).first().click();
    const seenBy = (viewer: string) =>
      developers.getByRole("region", { name: `Record after turn 2, for ${viewer}` }).innerText();
    expect(await seenBy("LivePerson")).toContain('"intent": "get_balance"');
    expect(await seenBy("LivePerson")).not.toContain("Rainy Day Savings");
    expect(await seenBy("the function")).toContain("Rainy Day Savings");
    await page.getByRole("radio", { name: "V1" }).check();
    await settled();
    expect(await page.getByLabel("Instances").isDisabled()).toBe(true);
    expect(await developers.getByText(/^instance \d$/).count()).toBe(0);
  });

  it("leave the quick replies where they are when only Clinc's health changes", async () => {
    open = await openConversation();
    const { page, say, transcript, settled } = open;
    await page.getByLabel("Clinc", { exact: true }).selectOption("html");
    await settled();
    expect(await transcript.getByText("Nothing was said yet.").count()).toBe(1);
    expect(await transcript.getByRole("button", { name: "hello" }).isVisible()).toBe(true);
    await page.getByLabel("Clinc", { exact: true }).selectOption("");
    await say("What is my balance?");
    await page.getByLabel("Clinc", { exact: true }).selectOption("error");
    await settled();
    await transcript.getByRole("button", { name: "Savings" }).click();
    await transcript.getByText("Sorry, I am having technical difficulties.").waitFor();
    await settled();
  });

  it("do not keep a new conversation waiting for a Clinc that is silent", async () => {
    open = await openConversation();
    const { page, transcript, settled } = open;
    await page.getByLabel("Clinc", { exact: true }).selectOption("hangs");
    await settled();
    await page.getByLabel("Message", { exact: true }).fill("hello");
    await page.keyboard.press("Enter");
    await transcript.getByRole("img", { name: "The bot is typing" }).waitFor();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByText("Nothing was said yet.").waitFor({ timeout: 3_000 });
    await settled();
  });

  it("wait for the turn that is under way", async () => {
    open = await openConversation();
    const { page, transcript, settled } = open;
    const release = await open.hold("/api/act");
    await page.getByLabel("Message", { exact: true }).fill("hello");
    await page.keyboard.press("Enter");
    await transcript.getByRole("img", { name: "The bot is typing" }).waitFor();
    await page.getByLabel("Clinc", { exact: true }).selectOption("html");
    release();
    await transcript.getByText("Welcome to Example Bank.").waitFor();
    await settled();
    expect(await page.getByLabel("Clinc", { exact: true }).inputValue()).toBe("html");
    expect(await transcript.getByText("Welcome to Example Bank.").count()).toBe(1);
  });

  it("let Clinc fail, and the consumer gets an apology", async () => {
    open = await openConversation();
    const { page, say, transcript, agent, developers } = open;
    await page.getByLabel("Clinc", { exact: true }).selectOption("html");
    await say("What is my balance?");
    expect(await transcript.innerText()).toContain("Sorry, I am having technical difficulties.");
    await agent.getByText("clinc unusable reply").waitFor();
    await developers.getByText("Clinc answers with a web page").waitFor();
    await say("What is my balance?");
    await agent.getByText("Transferred to human-agents").waitFor();
  });

  it("show in the menu what words cannot do", async () => {
    open = await openConversation();
    const { page, say, transcript, settled } = open;
    await say("What is my balance in checking?");
    for (const title of ["sends a file", "delivers the last event again", "Welcome event"]) {
      await page.getByLabel("More that can happen").click();
      const before = await page.locator("#agent-turns > li").count();
      await page.getByRole("button", { name: title }).click();
      await page.locator("#agent-turns > li").nth(before).waitFor();
      await settled();
    }
    expect(await transcript.locator(".note").allInnerTexts()).toEqual([
      "Consumer: sent a file",
      "Consumer: the same event, delivered once more",
      "Consumer: welcome event",
    ]);
    expect(await page.locator("#records > .record").nth(2).textContent()).toContain("Clinc was not asked");
  });

  it("show a caption that is answered, and a post that is answered in public without an account", async () => {
    open = await openConversation();
    const { page, transcript, bubbles, settled } = open;
    for (const [index, title] of ["asks in the caption", "asks in a public post"].entries()) {
      await page.getByLabel("More that can happen").click();
      await page.getByRole("button", { name: title }).click();
      await page.locator("#agent-turns > li").nth(index).waitFor();
      await settled();
    }
    expect(await bubbles()).toEqual([
      expect.stringMatching(/^What is my balance in checking\?\s*sent a file with a caption$/),
      "Your Everyday Checking balance is $1,250.40.",
      expect.stringMatching(
        /^Please send us a private message, so that we can help you safely\.\s*in public$/,
      ),
    ]);
    expect(await transcript.locator(".note").allInnerTexts()).toEqual([
      "Consumer: (in public) What is my balance in checking?",
    ]);
  });
});

describe("a conversation", () => {
  it("starts anew when the playground was started again under an open page", async () => {
    open = await openPage();
    const { page, say, playground, bubbles } = open;
    await say("hello");
    await say("What is my balance?");
    await playground.close();
    const again = await startPlayground({ port: Number(new URL(playground.address).port) });
    onTestFinished(() => again.close());
    await page.getByLabel("Message", { exact: true }).fill("Goodbye");
    await page.keyboard.press("Enter");
    await page.getByText("The conversation was closed").waitFor();
    expect(await bubbles()).toEqual(["Goodbye", "Goodbye!"]);
  });

  it("is saved as a file that npm start replays, and loaded again", async () => {
    open = await openPage();
    const { page, say, bubbles, transcript, settled } = open;
    await page.getByRole("button", { name: "What is my balance?", exact: false }).last().click();
    await transcript.getByRole("button", { name: "Checking" }).click();
    await page.locator("#agent-turns > li").nth(1).waitFor();
    await say("I lost my card");
    const before = await bubbles();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save" }).click(),
    ]);
    const saved = readFileSync(await download.path(), "utf8");
    const file = temporaryFile("conversation.json", saved);

    const replayed = await callScript("replay/replay.ts", ["--generation", "v2", file]);
    expect(replayed.status, replayed.stdout + replayed.stderr).toBe(0);
    expect(replayed.stdout).toContain("Your Everyday Checking balance is $1,250.40.");
    expect(replayed.stdout).toContain('TRANSFER {"skill":"human-cards"}');

    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByText("Nothing was said yet.").waitFor();
    await page.locator("#file").setInputFiles(file);
    await page.getByText(/^Played “.*”: 3 turns\.$/).waitFor();
    await settled();
    const unmarked = (texts: string[]) => texts.map((text) => text.replace(/\s*clicked$/, ""));
    expect(unmarked(await bubbles())).toEqual(unmarked(before));
  });

  it("is not taken from a file that holds none, and plain words say so", async () => {
    open = await openConversation();
    const { page, say, bubbles } = open;
    await say("hello");
    const before = await bubbles();
    await page.locator("#file").setInputFiles(temporaryFile("bad.json", { title: "A", turns: [] }));
    await page.getByRole("alert").filter({ hasText: "bad.json is no conversation: turns" }).waitFor();
    expect(await bubbles()).toEqual(before);
    forgive(open, /status of 400/);
  });
});

function fontWeight(element: unknown): string {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(of: unknown): { fontWeight: string };
  };
  return getComputedStyle(element).fontWeight;
}

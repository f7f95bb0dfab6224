import { describe, expect, it } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { clincBody, withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES } from "../support/built.ts";
import { clincAnswering } from "../support/clinc.ts";

describe.each(PLATFORM_NAMES)("what an author wrote, in the built file on %s", (platform) => {
  /** One turn that Clinc answers with this body: what is delivered, the messages themselves, and the warnings. */
  async function answered(body: unknown, environment: Record<string, string> = {}) {
    const { host } = await clincAnswering(body);
    const { invoke } = await loadBuiltOn(platform, {
      host,
      environment: { CHANNEL: "web", TRANSFER_SKILL: "human", ...environment },
    });
    const { result, logs } = await invoke(events.messagingText("hello"));
    const delivered = deliver(result, false);
    expect(delivered.problems).toEqual([]);
    const warnings = logs.flatMap(({ level, text }) => (level === "warn" ? [text] : []));
    return { ...delivered, messages: (result as { messages: unknown[] }).messages, warnings };
  }

  it("may spell numbers and addresses as people do", async () => {
    const buttons = [
      { title: "Call us", call: "(734)\u00a0555–0100" },
      { title: "Service", call: "*611" },
      { title: "Terms", link: "https://bank.example/my terms.pdf" },
    ];
    const { messages, warnings } = await answered(withLivePerson({ card: { title: "Help", buttons } }, ""));
    const uris = JSON.stringify(messages).match(/"uri":"[^"]+"/g);
    expect(uris).toEqual([
      '"uri":"tel:7345550100"',
      '"uri":"tel:*611"',
      '"uri":"https://bank.example/my%20terms.pdf"',
    ]);
    expect(warnings).toEqual([]);
  });

  it("is read once where a number to call has no title", async () => {
    const entry = { text: "Or call us:", choices: [{ call: "+1 (734) 555-0100" }] };
    const { consumer } = await answered(withLivePerson(entry, ""), { CHANNEL: "sms" });
    expect(consumer).toEqual(["Or call us:\n+1 (734) 555-0100"]);
  });

  it("is shown without the markup of speech and the spelling of the web", async () => {
    const spoken = {
      formattedResponse: " ",
      speakableResponse: '<speak>You spent <say-as interpret-as="currency">USD 12</say-as>.</speak>',
    };
    expect((await answered(clincBody({ visuals: spoken }))).consumer).toEqual(["You spent USD 12."]);
    const formatted = {
      formattedResponse: "Fee: &euro;5&nbsp;&mdash; don&#39;t<br>pay &lt;5 % twice &amp;lt;",
    };
    expect((await answered(clincBody({ visuals: formatted }))).consumer).toEqual([
      "Fee: €5\u00a0— don't\npay &lt;5 % twice &amp;lt;",
    ]);
  });

  it("never brings markup to life in a card", async () => {
    const entry = { card: { title: "<b>&lt;i&gt;", buttons: ["Yes"] } };
    const { messages } = await answered(withLivePerson(entry, "Don&#39;t &lt;script&gt;"));
    expect(messages[0]).toBe("Don't &lt;script&gt;");
    expect(JSON.stringify(messages[1])).toContain("&lt;b>&lt;i&gt;");
  });

  it("may be the flat action of LivePerson's Dialogflow template", async () => {
    const flat = { action: "TRANSFER", skill: "human-cards", agentId: "1" };
    const { action, warnings } = await answered(withLivePerson(flat));
    expect(action).toBe('TRANSFER {"skill":"human-cards","agentId":"1"}');
    expect(warnings).toEqual([]);
  });

  it("may have parameters and payloads as JSON in a text", async () => {
    const parameters = JSON.stringify({ lambdaUuid: "u-1", payload: '{"a":1}' });
    const { action } = await answered(withLivePerson({ action: "INVOCATION", actionParameters: parameters }));
    expect(action).toBe('INVOCATION {"lambdaUuid":"u-1","payload":{"a":1},"failOnError":false}');
  });

  it("never means the default skill in silence", async () => {
    for (const actionParameters of [{ skill: ["human-cards"] }, "human-cards", { skil: "human-cards" }]) {
      const { action, warnings } = await answered(withLivePerson({ action: "TRANSFER", actionParameters }));
      expect(action).toBe('TRANSFER {"skill":"human"}');
      expect(warnings.join()).toContain("liveperson[0].action.");
      expect(warnings.join()).not.toContain("human-cards");
    }
  });
});

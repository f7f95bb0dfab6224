import { describe, expect, it } from "vitest";
import { readReply } from "../../src/answer/read.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import { clincBody, competency, outOfScope, withLivePerson } from "../fixtures/clinc-replies.ts";
import { settingsFor } from "../fixtures/settings.ts";

const read = (body: Record<string, unknown>, environment: Record<string, string> = {}) =>
  readReply(parseReply(body), settingsFor(environment));
const texts = (body: Record<string, unknown>) =>
  read(body).blocks.map((block) => (block.kind === "text" ? block.text : block.kind));
const visuals = (formattedResponse: unknown, more: Record<string, unknown> = {}) =>
  clincBody({ visuals: { formattedResponse, ...more } });

describe("Clinc's text", () => {
  it("is the formatted one, else the speakable one", () => {
    expect(texts(clincBody())).toEqual(["Your balance is $1,250.40."]);
    expect(texts(visuals("", { speakableResponse: "spoken" }))).toEqual(["spoken"]);
    expect(texts(visuals("  ", { speakableResponse: "spoken" }))).toEqual(["spoken"]);
    expect(texts(visuals("\\n\\m", { speakableResponse: "spoken" }))).toEqual(["spoken"]);
  });

  it("has a literal \\n for a line end and a literal \\m for the next message", () => {
    expect(texts(visuals("One.\\nTwo.\\mThree.\\m \\m"))).toEqual(["One.\nTwo.", "Three."]);
  });

  it("stands before the author's entries", () => {
    expect(texts(withLivePerson(["and then", { delay: 1 }], "First."))).toEqual([
      "First.",
      "and then",
      "pause",
    ]);
  });

  it("is said once when the author repeats it", () => {
    expect(texts(withLivePerson(["Which account?", "more"], "Which account?"))).toEqual([
      "Which account?",
      "more",
    ]);
    const quickReplies = { structuredContent: { message: "Which account?", quickReplies: {} } };
    expect(texts(withLivePerson(quickReplies, "Which account?"))).toEqual(["native"]);
  });

  it("is said once also where it is several messages", () => {
    const text = "First.\\mWhich account?";
    expect(texts(withLivePerson([text, "more"], text))).toEqual(["First.", "Which account?", "more"]);
  });

  it("does not keep the same words from the agent for whom they were written", () => {
    const forAgents = { text: "Which account?", messageAudience: "AGENTS_AND_MANAGERS" };
    expect(read(withLivePerson(forAgents, "Which account?")).blocks).toEqual([
      { kind: "text", text: "Which account?" },
      { kind: "note", text: "Which account?" },
    ]);
  });

  it("is said once when the author repeats it in the spelling of the web", () => {
    const text = "Don&#39;t worry.<br>Which account?";
    expect(texts(withLivePerson(["Don't worry.\nWhich account?", text, "more"], text))).toEqual([
      "Don't worry.\nWhich account?",
      "more",
    ]);
    const asked = { text: "Don't worry.\\nWhich account?", choices: ["Checking"] };
    expect(texts(withLivePerson(asked, text))).toEqual(["choices"]);
  });

  it("loses the markup of speech where only the speakable one is there", () => {
    const speakableResponse = "<speak>You spent <say-as interpret-as='unit'>USD 12</say-as>.</speak>";
    for (const formatted of ["", " ", "&nbsp;", "<br>", undefined])
      expect(texts(visuals(formatted, { speakableResponse }))).toEqual(["You spent USD 12."]);
    expect(texts(visuals(speakableResponse, { speakableResponse: "spoken" }))).toEqual([speakableResponse]);
    expect(texts(visuals("", { speakableResponse: "less than <5 %" }))).toEqual(["less than <5 %"]);
  });

  it("is not JSON, even when it looks so", () => {
    const typed = '{"action":"TRANSFER"}';
    expect(read(visuals(typed))).toMatchObject({ blocks: [{ kind: "text", text: typed }], authored: [] });
  });
});

describe("the author's entries", () => {
  it("are found in the visuals or in the business logic's own reply", () => {
    expect(texts(clincBody({ bl_resp: { visual_payload: { liveperson: "from business logic" } } }))).toEqual([
      "Your balance is $1,250.40.",
      "from business logic",
    ]);
  });

  it("are enough without a text", () => {
    expect(texts(withLivePerson("only this", ""))).toEqual(["only this"]);
    expect(texts(withLivePerson({ delay: 1 }, ""))).toEqual(["pause"]);
  });

  it("are said as they were written, also one that would be blank as a text of Clinc's", () => {
    expect(texts(withLivePerson(["&nbsp;", "only this"], ""))).toEqual(["&nbsp;", "only this"]);
  });
});

describe("a reply that shows nothing", () => {
  it.each([
    ["no visuals", clincBody({ visuals: undefined })],
    ["visuals of another type", clincBody({ visuals: "Hello" })],
    ["empty texts", visuals("")],
    ["an entry that says nothing", withLivePerson([], "")],
    ["only a message", { message: "Something went wrong while processing your query." }],
  ])("is a fault: %s", (_, body) => {
    expect(() => read(body)).toThrowError(
      expect.objectContaining({ responsible: "contract", reason: "clinc_unusable_reply" }),
    );
  });

  it("tells what is missing", () => {
    expect(() => read(clincBody({ visuals: "Hello" }))).toThrow("Clinc answered without visuals; check");
    expect(() => read(visuals(""))).toThrow("Clinc answered without a text or anything to show; check");
  });

  it("tells which entry could not be read", () => {
    expect(() => read(withLivePerson({ crad: {} }, ""))).toThrow(
      "Clinc answered without a text or anything to show; liveperson[0].crad: not known there",
    );
  });

  it("is fine when it names an action", () => {
    expect(read(competency("faq_agent_handover", "")).named).toMatchObject([{ kind: "transfer" }]);
    expect(read(withLivePerson({ action: "CLOSE_CONVERSATION" }, "")).authored).toMatchObject([
      { kind: "close" },
    ]);
    expect(
      read(withLivePerson({ action: "INVOCATION", data: { lambdaUuid: "u" } }, "")).authored,
    ).toHaveLength(1);
  });
});

describe("what names ask for", () => {
  it("is a transfer, a close, or nothing", () => {
    expect(read(competency("live_agent", "One moment.")).named).toMatchObject([
      { kind: "transfer", skill: "" },
    ]);
    expect(read(competency("clean_goodbye", "Goodbye!")).named).toEqual([
      { kind: "close", withoutSurvey: false },
    ]);
    expect(read(competency("clean_goodbye", "Goodbye!"), { CLOSE_WITHOUT_SURVEY: "true" }).named).toEqual([
      { kind: "close", withoutSurvey: true },
    ]);
    expect(read(clincBody()).named).toEqual([]);
  });

  it("is another skill for some competencies or intents, the first that is named", () => {
    const skills = { TRANSFER_SKILLS: "card_lost=human-fraud, mortgage=human-mortgage, live_agent=human" };
    expect(read(competency("card_lost", "Oh."), skills).skill).toBe("human-fraud");
    expect(read(competency("live_agent", "Oh.", { intent: "MORTGAGE_update" }), skills).skill).toBe(
      "human-mortgage",
    );
    expect(read(clincBody(), skills).skill).toBe("");
    const pending = { bl_resp: { state: "card_lost_confirm" } };
    expect(read(competency("card_lost", "Sure?", pending), skills).skill).toBe("");
  });

  it("tells what was not understood", () => {
    expect(read(clincBody()).isUnderstood).toBe(true);
    expect(read(outOfScope()).isUnderstood).toBe(false);
    expect(
      read(competency("fallback", "What?"), { OUT_OF_SCOPE_COMPETENCIES: "fallback" }).isUnderstood,
    ).toBe(false);
  });
});

describe("a reply that shows the consumer nothing", () => {
  const nothing = { structuredContent: { type: "vertical", elements: [] } };
  const invocation = {
    action: "INVOCATION",
    actionParameters: { lambdaUuid: "00000000-0000-4000-8000-000000000001" },
  };
  const transfer = { action: "TRANSFER", actionParameters: { skill: "human-cards" } };

  it.each<[string, unknown]>([
    ["content without anything in it", nothing],
    ["a text that nobody would see", "\u200b"],
    ["a pause and content without anything in it", [{ delay: 1 }, nothing]],
    ["a pause and a misspelt card", [{ delay: 1 }, { crad: { title: "x" } }]],
    ["a text for agents and a card that is none", [{ text: "x", messageAudience: "AGENTS" }, { card: 7 }]],
    ["an action of LivePerson's and a card that is none", [invocation, { card: 7 }]],
  ])("is unusable where its author wrote something: %s", (_, liveperson) => {
    expect(() => read(withLivePerson(liveperson, ""))).toThrow(/clinc_unusable_reply/);
    expect(() => read(withLivePerson(liveperson, "\u200b"))).toThrow(/clinc_unusable_reply/);
    expect(() => read(withLivePerson(liveperson, "Hello."))).not.toThrow();
  });

  it("tells which entry has nothing to show", () => {
    expect(() => read(withLivePerson([{ delay: 1 }, nothing], ""))).toThrow(
      "liveperson[1].structuredContent: nothing to show",
    );
  });

  it.each<[string, unknown]>([
    ["a pause", { delay: 1 }],
    ["a text for agents", { text: "x", messageAudience: "AGENTS_AND_MANAGERS" }],
    ["an action", invocation],
  ])("is as its author wanted it: %s", (_, liveperson) => {
    expect(() => read(withLivePerson(liveperson, ""))).not.toThrow();
  });

  it("does no harm where the bot is out anyway: a transfer is announced, a close needs no words", () => {
    for (const action of [transfer, { action: "CLOSE_CONVERSATION" }]) {
      const { blocks, authored } = read(withLivePerson([nothing, action], ""));
      expect(blocks).toEqual([]);
      expect(authored).toHaveLength(1);
    }
  });

  it("goes on to the spoken text where the formatted one cannot be seen", () => {
    expect(texts(visuals("\u200b", { speakableResponse: "spoken" }))).toEqual(["spoken"]);
    expect(texts(visuals("Hello.\\m\u200b\\mBye."))).toEqual(["Hello.", "Bye."]);
  });
});

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Expectation } from "../../../scripts/conversations/expectation.ts";
import {
  OWN_CONVERSATIONS,
  ownConversation,
  readConversation,
} from "../../../scripts/conversations/read-conversation.ts";
import { type Call, callOf } from "../../../scripts/replay/call.ts";
import { differencesOf } from "../../../scripts/replay/difference.ts";
import { type PlayedTurn, play } from "../../../scripts/replay/play.ts";
import { replay } from "../../../scripts/replay/run.ts";
import { blocksOf, documentOf } from "../../support/markdown.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

/** Replays in this process, and collects what is printed. */
async function replayed(words: readonly string[], options: Partial<Parameters<typeof callOf>[0]> = {}) {
  const call: Call = callOf({ generation: "v2", ...options }, words);
  const lines: string[] = [];
  const status = await replay(call, {
    print: (line) => void lines.push(line),
    format: (json) => Promise.resolve(json),
  });
  return { status, printed: lines.join("\n") };
}

const CARDS = {
  say: "cards",
  clinc: {
    text: "Two cards for you.",
    intent: "choose_card",
    score: 0.9,
    liveperson: { text: "Which one?", choices: ["Travel Card", "Gold Card"] },
  },
};

describe("the project's own conversations", () => {
  let played: Map<string, PlayedTurn[]>;
  beforeAll(async () => {
    played = new Map();
    for (const name of OWN_CONVERSATIONS)
      played.set(name, await play(readConversation(ownConversation(name)), "v2", { isLenient: false }));
  });

  it.each(OWN_CONVERSATIONS)("say of each turn what comes of it, and it does: %s", (name) => {
    const { events } = readConversation(ownConversation(name));
    for (const [index, { input, expect: expected = {}, said }] of events.entries()) {
      const heard = input !== undefined;
      const isTold = ["text", "outcome", "briefing", "suggestion"].some((key) => key in expected);
      expect(isTold, `turn ${index + 1} “${said}”`).toBe(heard);
      expect(played.get(name)?.[index]).toMatchObject({ differences: [], problems: [] });
    }
  });

  it.each(OWN_CONVERSATIONS)("would notice if any of it was otherwise: %s", (name) => {
    const { events } = readConversation(ownConversation(name));
    const unnoticed = events.flatMap(({ expect: expected = {} }, index) => {
      const seen = played.get(name)?.[index]?.seen;
      return (Object.keys(expected) as Array<keyof Expectation>).filter((what) => {
        const broken = { ...expected, [what]: otherwise(expected[what]) };
        return seen && differencesOf(broken, seen, { isLenient: false }).every((one) => one.what !== what);
      });
    });
    expect(unnoticed).toEqual([]);
  });
});

/** What nothing is. */
function otherwise(expected: unknown): unknown {
  if (typeof expected === "number") return expected < 1 ? 1 : expected + 1;
  return Array.isArray(expected) ? [...expected, "something else"] : "something else";
}

describe("a turn that brings Clinc's answer", () => {
  it("gets it, and the next turn the bank's own", async () => {
    const file = temporaryFile("cards.json", [CARDS, "What is my balance in checking?"]);
    const { status, printed } = await replayed([file]);
    expect(status, printed).toBe(0);
    expect(printed).toMatch(
      /bot {2}Two cards for you\.\n +bot {2}Which one\?\n +quick replies: \( Travel Card \) \( Gold Card \)\n +agent sees {2}choose card \(choose_card\) 0\.90/,
    );
    expect(printed).toContain("bot  Your Everyday Checking balance is $1,250.40.");
  });

  it("may get a whole reply, or a refusal that is expected", async () => {
    const visuals = { formattedResponse: "Raw." };
    const file = temporaryFile("raw.json", {
      title: "Raw",
      environment: { TRANSFER_SKILL: "human-agents" },
      turns: [
        { say: "a", clinc: { raw: { visuals } }, expect: { text: "Raw." } },
        { say: "b", clinc: { status: 503, body: "Busy" }, expect: { fault: "clinc", outcome: "continue" } },
      ],
    });
    const { status, printed } = await replayed([file]);
    expect(status, printed).toBe(0);
  });

  it("is wrong when Clinc is not asked", async () => {
    const { status, printed } = await replayed([temporaryFile("a.json", [{ file: "", clinc: CARDS.clinc }])]);
    expect(status).toBe(1);
    expect(printed).toContain("turn 1 “(file)”: Clinc was not asked, so the answer in the file was not used");
  });

  it("is also what an agent's suggestion is made of", async () => {
    const turn = { agent: "/clinc how long does it take", clinc: { text: "Five days." } };
    const file = temporaryFile("agent.json", [{ ...turn, expect: { suggestion: "Five days." } }]);
    expect(await replayed([file])).toMatchObject({ status: 0 });
  });

  it("cannot be played with a real Clinc, and nothing is", async () => {
    const call = { ...callOf({ generation: "v2" }, [temporaryFile("a.json", ["hi", CARDS])]), live: {} };
    const lines: string[] = [];
    const around = {
      print: (line: string) => void lines.push(line),
      format: (json: string) => Promise.resolve(json),
    };
    await expect(replay(call, around)).rejects.toThrow(
      /a\.json: turn 2 brings Clinc's answer along, which a real Clinc does not take; play it without --live$/,
    );
    expect(lines).toEqual([]);
  });
});

describe("a turn that is not as it was expected", () => {
  it("is shown with its number, its words and where it parts, and makes the replay fail", async () => {
    const file = temporaryFile("a.json", [
      "hello",
      { ...CARDS, expect: { text: ["Two cards for you.", "Which card?"], score: 0.95, choices: [] } },
    ]);
    const { status, printed } = await replayed([file]);
    expect(status).toBe(1);
    expect(printed.slice(printed.indexOf("       wrong"))).toBe(
      [
        "       wrong  turn 2 “cards”: unexpected text (- expected, + seen)",
        "                Two cards for you.",
        "              - Which card?",
        "              + Which one?",
        "                      ^^^",
        "       wrong  turn 2 “cards”: unexpected choices",
        "    expected  (nothing)",
        "        seen  Travel Card",
        "              Gold Card",
        "       wrong  turn 2 “cards”: the score is too low",
        "    expected  at least 0.95",
        "        seen  0.9",
        "",
        "2 turns in 1 conversation, 1 of them wrong",
      ].join("\n"),
    );
  });

  it.each([
    [false, 1],
    [true, 0],
  ])("has remarks about its author's content; lenient %s", async (lenient, status) => {
    const liveperson = { delay: "soon", text: "Hi." };
    const file = temporaryFile("a.json", [{ clinc: { liveperson } }]);
    const run = await replayed([file], { lenient });
    expect(run.status).toBe(status);
    expect(run.printed).toContain("warn  [clinc] liveperson[0].delay: not a number of seconds from 1");
    expect(run.printed.includes("unexpected remarks")).toBe(!lenient);
  });

  it("may be an agent's words, of which nothing can be expected", async () => {
    const file = temporaryFile("a.json", ["hello", { agent: "Hello.", expect: { text: "Hello." } }]);
    const { status, printed } = await replayed([file]);
    expect(status).toBe(1);
    expect(printed).toContain("turn 2 “Hello.”: no function hears of what an agent says");
  });
});

describe("a replay on all channels", () => {
  const file = () => temporaryFile("cards.json", { ...CARDS, expect: { text: "Something else." } });

  it("shows an answer on each, and those together that show the same; nothing is expected there", async () => {
    const { status, printed } = await replayed([file()], { channels: true });
    expect(status, printed).toBe(0);
    const groups = [...printed.matchAll(/^ {10}on {2}(.*)$/gm)].map(([, names = ""]) => names.split(", "));
    expect(groups.flat().sort()).toEqual(
      "apple chat facebook instagram line rcs sms twitter viber web whatsapp".split(" "),
    );
    expect(groups).toContainEqual(["instagram", "twitter", "sms", "chat"]);
    expect(printed).toMatch(/on {2}instagram.*(\n.*)+1\. Travel Card\n +2\. Gold Card/);
    expect(printed).toContain("11 answers on 11 channels, 0 of them wrong");
  });

  it("shows some of them, with the remarks beside each", async () => {
    const liveperson = { text: "For agents", messageAudience: "AGENTS_AND_MANAGERS" };
    const note = temporaryFile("note.json", [{ clinc: { text: "Hi.", liveperson } }]);
    const { status, printed } = await replayed([note], { channel: "chat, sms" });
    expect(status).toBe(0);
    const [, onChat = "", onSms = ""] = printed.split(/^ {10}on {2}/m);
    expect(onChat).toMatch(/^chat\n(.*\n)* +warn {2}\[clinc\] a private text is for messaging only/);
    expect(onSms).toMatch(/^sms\n(.*\n)* +agent only {2}For agents\n/);
    expect(onSms).not.toContain("warn");
  });

  it.each<[options: Partial<Parameters<typeof callOf>[0]>, words: string[], message: string]>([
    [
      { channel: "watsapp" },
      ["a.json"],
      '"watsapp" is no channel; did you mean "whatsapp"? --channel takes web,',
    ],
    [{ channel: "sms,fax" }, ["a.json"], '"fax" is no channel; --channel takes web,'],
    [{ channels: true, junit: "a.xml" }, ["a.json"], "only show answers; leave out --junit"],
    [{ channels: true }, [], "need the file with the conversation to show"],
    [
      { junit: "no/such/a.xml" },
      ["a.json"],
      "--junit cannot write no/such/a.xml: the folder no/such is not there",
    ],
    [{ junit: "scripts" }, ["a.json"], "--junit cannot write scripts, which is a folder; name a file"],
    [{ generation: "v3" }, [], "--generation is v1, v2 or both"],
    [{ update: true }, [], "--update needs the files to write into"],
    [{ update: true, json: true }, ["a.json"], "call them one after the other"],
  ])("is a wrong call with %j and %j", async (options, words, message) => {
    await expect(replayed(words, options)).rejects.toThrow(message);
  });
});

describe("the result for continuous integration", () => {
  it("is written as JUnit writes it", async () => {
    const file = temporaryFile("a.json", { ...CARDS, expect: { text: "Something else." } });
    const junit = join(dirname(file), "results.xml");
    expect(await replayed([file], { junit })).toMatchObject({ status: 1 });
    expect(readFileSync(junit, "utf8")).toMatch(/<testsuite name=".*a\.json \(V2\)" .* failures="1"/);
  });
});

describe("the document about conversations", () => {
  const document = documentOf("scripts/conversations/README.md");

  it.each(blocksOf(document, "json"))("shows files that can be read: %s", (example) => {
    expect(() => readConversation(temporaryFile("example.json", example))).not.toThrow();
  });

  it("shows where a turn parts from what was expected", async () => {
    const expected = { text: ["Two cards for you.", "Which card?"] };
    const { printed } = await replayed([temporaryFile("a.json", ["hello", { ...CARDS, expect: expected }])]);
    expect(printed).toContain(blocksOf(document, "text")[1]?.trimEnd());
  });
});

describe("the beginning of the author's manual", () => {
  const [commands = ""] = blocksOf(documentOf("src/answer/README.md"), "sh");
  const [, name = "", content = ""] = /^cat > (\S+) <<'END'\n(.*)\nEND$/ms.exec(commands) ?? [];

  it("leads to an answer on all channels", async () => {
    expect(commands.endsWith(`npm start -- --channels ${name}`)).toBe(true);
    const { status, printed } = await replayed([temporaryFile(name, content)], { channels: true });
    expect(status, printed).toBe(0);
    expect(printed).toContain("quick replies: ( Travel Card ) ( Gold Card )");
  });

  it("leads to the name of a misspelt key", async () => {
    const misspelt = temporaryFile(name, content.replace("choices", "choises"));
    await expect(replayed([misspelt], { channels: true })).rejects.toThrow(
      /clinc\.liveperson\.choises is not known there; did you mean "choices"\?$/,
    );
  });
});

describe("the result for programs", () => {
  it("is JSON and nothing else, with what was seen and what is wrong", async () => {
    const file = temporaryFile("a.json", ["hello", { ...CARDS, expect: { text: "Something else." } }]);
    const { status, printed } = await replayed([file], { json: true });
    expect(status).toBe(1);
    const { conversations, ...counts } = JSON.parse(printed);
    expect(counts).toEqual({ isRight: false, turns: 2, wrong: 1 });
    expect(conversations).toMatchObject([{ file, title: file, generation: "v2", isRight: false }]);
    expect(conversations[0].turns).toMatchObject([
      { number: 1, by: "consumer", said: "hello", isRight: true, differences: [] },
      {
        isRight: false,
        seen: {
          text: ["Two cards for you.", "Which one?"],
          choices: ["Travel Card", "Gold Card"],
          score: 0.9,
        },
        differences: [{ what: "text", expected: "Something else." }],
      },
    ]);
  });
});

describe("the first screen", () => {
  it("is one conversation as a whole and a line for each of the others", async () => {
    const { status, printed } = await replayed([]);
    expect(status, printed).toBe(0);
    expect(printed.match(/^V2 {2}/gm)).toHaveLength(1);
    const [, ...others] = OWN_CONVERSATIONS.map((name) => readConversation(ownConversation(name)));
    const lines = printed.split("\n").filter((line) => line.startsWith("✓ "));
    expect(lines).toEqual(others.map(({ title, events }) => `✓ ${title}: ${events.length} turns in V2`));
    expect(printed).toContain("\nnpm start -- --all prints every turn of them.\n");
  });

  it("has the project's conversations in the order of their numbers", () => {
    const numbers = OWN_CONVERSATIONS.map((name) => Number.parseInt(name, 10));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("files that are updated", () => {
  /** Updates a file, and reads it again. */
  async function updated(content: unknown, options: Partial<Parameters<typeof callOf>[0]> = {}) {
    const file = temporaryFile("a.json", content);
    const run = await replayed([file], { update: true, ...options });
    return { ...run, file, written: JSON.parse(readFileSync(file, "utf8")) };
  }

  it("say what was seen, and then hold; a changed reply is told", async () => {
    const { status, printed, file, written } = await updated({ title: "Cards", turns: ["hello", CARDS] });
    expect(status).toBe(0);
    expect(printed).toBe(`✓ ${file}: 2 turns written, 0 as before`);
    expect(written).toEqual({
      title: "Cards",
      turns: [
        {
          say: "hello",
          expect: {
            text: ["Welcome to Example Bank.", "What can I do for you?"],
            choices: ["My balance", "Send money", "Choose a card"],
            intent: "clean_hello",
          },
        },
        {
          ...CARDS,
          expect: {
            text: ["Two cards for you.", "Which one?"],
            choices: ["Travel Card", "Gold Card"],
            intent: "choose_card",
          },
        },
      ],
    });
    expect(await replayed([file])).toMatchObject({ status: 0 });
    expect((await replayed([file], { update: true })).printed).toContain("0 turns written, 2 as before");
    const changed = readFileSync(file, "utf8").replace("Two cards for you.", "Three cards for you.");
    const run = await replayed([temporaryFile("changed.json", changed)]);
    expect(run.status).toBe(1);
    expect(run.printed).toContain("- Two cards for you.\n");
    expect(run.printed).toContain("+ Three cards for you.\n");
  });

  it("keep what holds as their author wrote it, and change what does not", async () => {
    const expected = { text: { includes: "cards" }, intent: "other", queries: 7 };
    const { written } = await updated([{ ...CARDS, expect: expected }]);
    expect(written[0].expect).toEqual({ text: { includes: "cards" }, intent: "choose_card", queries: 1 });
  });

  it("lose a fault that is no more", async () => {
    const { written } = await updated([{ ...CARDS, expect: { fault: "clinc", intent: "choose_card" } }]);
    expect(written[0].expect).toEqual({ intent: "choose_card" });
  });

  it("tell a fault, and what becomes of the conversation", async () => {
    const turn = { say: "a", clinc: { status: 500 } };
    const environment = { TRANSFER_SKILL: "human-agents" };
    const { written } = await updated({ title: "A", environment, turns: [turn] });
    expect(written.turns[0].expect).toMatchObject({ fault: "clinc" });
    expect(written.turns[0].expect).not.toHaveProperty("remarks");
  });

  it("do not tell what the generations do not agree on, and say so", async () => {
    const { status, printed, written } = await updated(
      {
        title: "Forgetful",
        environment: { CHANNEL: "sms" },
        instances: 2,
        turns: ["What is my balance?", "2"],
      },
      { generation: "both" },
    );
    expect(status).toBe(1);
    expect(printed).toContain("turn 2: V1 and V2 differ in text, which was not written");
    expect(written.turns[0].expect).toMatchObject({ intent: "get_balance" });
    expect(written.turns[1]).not.toMatchObject({ expect: { text: expect.anything() } });
  });

  it("keep their limits of time, and say that one was passed", async () => {
    const { status, printed, written } = await updated([{ ...CARDS, expect: { withinMs: 0.001 } }]);
    expect(status).toBe(1);
    expect(printed).toContain("turn 1: it takes longer than its withinMs, which is yours to change");
    expect(written[0].expect).toEqual({ withinMs: 0.001 });
  });
});

import { describe, expect, it } from "vitest";
import { readAuthored } from "../../../src/answer/authored/authored.ts";

const read = (liveperson: unknown) => readAuthored(liveperson, false);
const card = { type: "vertical", elements: [{ type: "text", text: "Branch Main St" }] };

describe("what an author wrote under liveperson", () => {
  it("may be one entry or an ordered list", () => {
    expect(read({ structuredContent: card }).blocks).toEqual([{ kind: "native", content: card }]);
    expect(read(["first", { delay: 2, typing: true }, { structuredContent: card }, "last"]).blocks).toEqual([
      { kind: "text", text: "first" },
      { kind: "pause", seconds: 2, typing: true },
      { kind: "native", content: card },
      { kind: "text", text: "last" },
    ]);
  });

  it("may be missing", () => {
    for (const none of [undefined, null, [], ""])
      expect(read(none)).toEqual({ blocks: [], outcomes: [], remarks: [] });
  });

  it("takes metadata as a list and as one object", () => {
    const id = { type: "ExternalId", id: "card-1" };
    for (const metadata of [id, [id]]) {
      expect(read({ structuredContent: card, metadata }).blocks).toEqual([
        { kind: "native", content: card, metadata: [id] },
      ]);
    }
    const odd = read({ structuredContent: card, metadata: [id, "x"] });
    expect(odd.blocks).toEqual([{ kind: "native", content: card, metadata: [id] }]);
    expect(odd.remarks).toEqual(["liveperson[0].metadata: not a list of objects"]);
  });

  it("sends no metadata where none is left, and names what was to be some", () => {
    const blocks = [{ kind: "native", content: card }];
    for (const metadata of [null, []])
      expect(read({ structuredContent: card, metadata })).toEqual({ blocks, outcomes: [], remarks: [] });
    expect(read({ structuredContent: card, metadata: ["x", null] })).toEqual({
      blocks,
      outcomes: [],
      remarks: ["liveperson[0].metadata: not a list of objects"],
    });
  });

  it("takes quick replies with their message", () => {
    const content = {
      message: "Anything else?",
      quickReplies: { type: "quickReplies", itemsPerRow: 8, replies: [] },
    };
    expect(read({ structuredContent: content }).blocks).toEqual([{ kind: "native", content }]);
  });

  it("takes numbers and yes or no as strings", () => {
    expect(read({ delay: "2", typing: "true" }).blocks).toEqual([
      { kind: "pause", seconds: 2, typing: true },
    ]);
    expect(read({ delay: 1.4 }).blocks).toEqual([{ kind: "pause", seconds: 1 }]);
    expect(read({ action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: "true" } }).outcomes).toEqual(
      [{ kind: "close", withoutSurvey: true }],
    );
  });

  it("shortens a delay that a consumer would take for a failure", () => {
    expect(read({ delay: 1e300 }).blocks).toEqual([{ kind: "pause", seconds: 30 }]);
  });

  it("names a delay that is none", () => {
    for (const delay of [0, -1, "soon", null]) {
      expect(read({ delay })).toEqual({
        blocks: [],
        outcomes: [],
        remarks: ["liveperson[0].delay: not a number of seconds from 1"],
      });
    }
  });

  it("keeps a private text private, also when its audience is misspelt", () => {
    for (const messageAudience of ["AGENTS_AND_MANAGERS", "agents_and_managers", "AGENTS", ""]) {
      expect(read({ text: "for the agent", messageAudience }).blocks).toEqual([
        { kind: "note", text: "for the agent" },
      ]);
    }
    for (const messageAudience of ["ALL", null, undefined])
      expect(read({ text: "for all", messageAudience }).blocks).toEqual([{ kind: "text", text: "for all" }]);
  });

  it("sends an entry for agents to them in words, whatever it holds", () => {
    const inWords = "only texts can be for agents; the rest of the entry was sent to them in words";
    const quickReplies = {
      type: "quickReplies",
      itemsPerRow: 8,
      replies: [{ type: "button", title: "Yes", click: { actions: [{ type: "publishText", text: "yes" }] } }],
    };
    const cases: Array<[entry: Record<string, unknown>, note: string]> = [
      [{ text: "Which?", choices: ["A", { title: "B", say: "b" }] }, "Which?\nA\nB"],
      [{ choices: ["A"] }, "A"],
      [
        {
          card: {
            title: "Fraud",
            text: "Score 97",
            buttons: [{ title: "Case", link: "https://b.example/1" }, "Lock"],
          },
        },
        "Fraud\nScore 97\nCase: https://b.example/1\nLock",
      ],
      [{ carousel: [{ title: "One" }, { title: "Two" }] }, "One\nTwo"],
      [{ structuredContent: card }, "Branch Main St"],
      [{ structuredContent: JSON.stringify(card) }, "Branch Main St"],
      [{ structuredContent: { message: "Sure?", quickReplies } }, "Yes\nSure?"],
      [{ text: "First", textResponse: "second", card: { title: "third" } }, "First\nsecond\nthird"],
    ];
    for (const messageAudience of ["AGENTS_AND_MANAGERS", "agents"]) {
      for (const [entry, text] of cases) {
        const { blocks, remarks } = read({ ...entry, messageAudience });
        expect(blocks.map((block) => block.kind)).toEqual(["note"]);
        const lines = (block: unknown) => (block as { text: string }).text.split("\n").sort();
        expect(lines(blocks[0])).toEqual(text.split("\n").sort());
        expect(remarks).toEqual([`liveperson[0].messageAudience: ${inWords}`]);
      }
    }
  });

  it("still does what an entry for agents asks for", () => {
    const entry = { text: "why", messageAudience: "AGENTS", action: "TRANSFER", delay: 1 };
    const { blocks, outcomes } = read(entry);
    expect(blocks).toEqual([
      { kind: "pause", seconds: 1 },
      { kind: "note", text: "why" },
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["transfer"]);
  });

  it("sends agents no empty text for an entry that tells them nothing", () => {
    for (const entry of [{ delay: 1 }, { delay: 1, text: "" }, { delay: 1, card: {} }])
      expect(read({ ...entry, messageAudience: "AGENTS_AND_MANAGERS" }).blocks).toEqual([
        { kind: "pause", seconds: 1 },
      ]);
  });

  it("says everything that one entry holds", () => {
    const entry = {
      textResponse: "R",
      choices: ["A"],
      card: { title: "C" },
      carousel: [{ title: "D" }],
      delay: 1,
    };
    expect(read(entry).blocks.map(({ kind }) => kind)).toEqual(["pause", "text", "choices", "card", "card"]);
  });

  it("takes a text's encoded metadata, and leaves out what LivePerson would drop the message for", () => {
    expect(read({ textResponse: "hi", encodedMetadata: "eyJhIjoxfQ==" }).blocks).toEqual([
      { kind: "text", text: "hi", encodedMetadata: "eyJhIjoxfQ==" },
    ]);
    const longest = "A".repeat(5000);
    expect(read({ textResponse: "hi", encodedMetadata: longest })).toEqual({
      blocks: [{ kind: "text", text: "hi", encodedMetadata: longest }],
      outcomes: [],
      remarks: [],
    });
    for (const encodedMetadata of ["not base64!", "eyJhIjoxfQ", "A".repeat(5004), 7, ["eyJhIjoxfQ=="]]) {
      const { blocks, remarks } = read({ textResponse: "hi", encodedMetadata });
      expect(blocks).toEqual([{ kind: "text", text: "hi" }]);
      expect(remarks).toEqual([
        "liveperson[0].encodedMetadata: not base64 of at most 5,000 characters; left out",
      ]);
    }
  });

  it("takes encoded metadata that a template left empty for none", () => {
    for (const encodedMetadata of [null, ""])
      expect(read({ textResponse: "hi", encodedMetadata })).toEqual({
        blocks: [{ kind: "text", text: "hi" }],
        outcomes: [],
        remarks: [],
      });
  });

  it("may carry an action beside its content", () => {
    const { blocks, outcomes } = read({ text: "Bye", action: "CLOSE_CONVERSATION" });
    expect(blocks).toEqual([{ kind: "text", text: "Bye" }]);
    expect(outcomes).toEqual([{ kind: "close", withoutSurvey: false }]);
  });

  it("may carry a flat action, whose keys mean nothing without it or beside another one", () => {
    const flat = { text: "One moment", action: "TRANSFER", skill: "human-cards", agentId: "1" };
    expect(read(flat)).toMatchObject({
      blocks: [{ kind: "text", text: "One moment" }],
      outcomes: [{ kind: "transfer", skill: "human-cards", agentId: "1" }],
      remarks: [],
    });
    expect(read({ text: "Hello", skill: "human-cards" }).remarks).toEqual([
      "liveperson[0].skill: not known there",
    ]);
    expect(read({ action: "CLOSE_CONVERSATION", skill: "human-cards" }).remarks).toEqual([
      "liveperson[0].skill: not known there",
    ]);
  });

  it("names a parameter of the wrong type by its place", () => {
    expect(
      read(["Hello", { action: "TRANSFER", actionParameters: { skill: ["human-cards"] } }]),
    ).toMatchObject({
      outcomes: [{ kind: "transfer", skill: "" }],
      remarks: ["liveperson[1].action.skill: not the name of a skill"],
    });
  });

  it("names what it cannot read, and goes on with the rest", () => {
    expect(read([7, { crad: 1 }, { text: ["x"] }, { structuredContent: 3 }, "rest"])).toEqual({
      blocks: [{ kind: "text", text: "rest" }],
      outcomes: [],
      remarks: [
        "liveperson[0]: neither a text nor an object",
        "liveperson[1].crad: not known there",
        "liveperson[2].text: not a text",
        "liveperson[3].structuredContent: neither an object nor JSON of one",
      ],
    });
  });
});

describe("JSON written as text", () => {
  it("is read where it is the whole value", () => {
    expect(read(JSON.stringify([{ structuredContent: card }]))).toEqual({
      blocks: [{ kind: "native", content: card }],
      outcomes: [],
      remarks: [],
    });
    expect(read({ structuredContent: JSON.stringify(card) }).blocks).toEqual([
      { kind: "native", content: card },
    ]);
  });

  it("brings content alone, or a consumer could type an action or a text for the agent", () => {
    const remark =
      "liveperson: JSON written as text brings content only; its action or text for agents was left out";
    const typed = [
      { action: "INVOCATION", actionParameters: { lambdaUuid: "1" }, text: "seen" },
      { action: { name: "TRANSFER", parameters: { skill: "x" } }, text: "seen" },
      { text: "identity verified", messageAudience: "AGENTS_AND_MANAGERS" },
    ];
    for (const entry of typed) {
      for (const whole of [entry, [entry]]) {
        const { blocks, outcomes, remarks } = read(JSON.stringify(whole));
        expect(blocks).toEqual(entry.messageAudience ? [] : [{ kind: "text", text: "seen" }]);
        expect(outcomes).toEqual([]);
        expect(remarks).toEqual([remark]);
      }
    }
  });

  it("stays a text in a list, or a consumer could type an action", () => {
    const typed = '{"action":"TRANSFER","actionParameters":{"skill":"x"}}';
    expect(read([typed])).toEqual({ blocks: [{ kind: "text", text: typed }], outcomes: [], remarks: [] });
    expect(read([{ text: typed }])).toEqual({
      blocks: [{ kind: "text", text: typed }],
      outcomes: [],
      remarks: [],
    });
  });

  it("stays a text when it is no JSON", () => {
    expect(read("{hello}").blocks).toEqual([{ kind: "text", text: "{hello}" }]);
    expect(read("hello").blocks).toEqual([{ kind: "text", text: "hello" }]);
  });
});

describe("an entry that nobody would see", () => {
  it("says nothing: a text of invisible characters alone", () => {
    for (const text of ["\u200b", " \ufeff\n", "\u2060\u00ad"])
      expect(read([text, { text }, { textResponse: text }, "x"]).blocks).toEqual([
        { kind: "text", text: "x" },
      ]);
  });

  it.each<[string, unknown]>([
    ["without elements", { type: "vertical", elements: [] }],
    [
      "with empty texts",
      {
        type: "vertical",
        elements: [
          { type: "text", text: "\u200b" },
          { type: "text", text: "" },
        ],
      },
    ],
    ["of frames alone", { type: "vertical", elements: [{ type: "horizontal", elements: [] }] }],
  ])("is named: native content %s", (_, structuredContent) => {
    expect(read(["x", { structuredContent }])).toEqual({
      blocks: [{ kind: "text", text: "x" }],
      outcomes: [],
      remarks: ["liveperson[1].structuredContent: nothing to show"],
    });
  });
});

import { describe, expect, it } from "vitest";
import { isMeantAsSilence } from "../../../src/answer/authored/silence.ts";

const note = { text: "Limit checked", messageAudience: "AGENTS_AND_MANAGERS" };
const action = { action: "CHANGE_TTR", actionParameters: { ttrType: "URGENT" } };

describe("silence is meant by", () => {
  it.each<[string, unknown]>([
    ["nothing at all", undefined],
    ["a pause", { delay: 2, typing: true }],
    ["a text for agents", note],
    ["anything for agents", { card: { title: "Limit" }, messageAudience: "agents" }],
    ["an action", action],
    ["an action in a flat form", { action: "TRANSFER", skill: "human-cards", agentId: "1" }],
    ["an action with parameters under another name", { action: "CHANGE_TTR", data: { ttrType: "URGENT" } }],
    ["all of them", [{ delay: 1 }, note, action]],
    [
      "what a template left empty beside them",
      [
        { delay: 1, text: "" },
        { delay: 1, text: " \n" },
        { ...action, structuredContent: null },
      ],
    ],
    ["JSON of a pause", '[{ "delay": 1 }]'],
  ])("%s", (_, liveperson) => {
    expect(isMeantAsSilence(liveperson)).toBe(true);
  });
});

describe("silence is not meant by", () => {
  it.each<[string, unknown]>([
    ["a text", "x"],
    ["a text that nobody would see", "\u200b"],
    ["an entry that a template left empty", [{ delay: 1 }, { text: "" }]],
    ["content that a template left out", [{ delay: 1 }, { structuredContent: null }]],
    ["an empty text", ["", { delay: 1 }]],
    ["no entry where one should be", [null, { delay: 1 }]],
    ["an entry with a text", { text: "\u200b" }],
    ["a text beside a pause", { delay: 1, text: "One moment" }],
    ["a text beside an action", { ...action, text: "One moment" }],
    ["a card, even if it is none", [{ delay: 1 }, { card: 7 }]],
    ["content beside a pause", { delay: 1, structuredContent: { type: "vertical", elements: [] } }],
    ["content beside an action", { ...action, choices: [] }],
    ["a key that is misspelt", [{ delay: 1 }, { crad: { title: "x" } }]],
    ["what is no entry", [{ delay: 1 }, 7]],
    ["an entry for everybody", { text: "\u200b", messageAudience: "ALL" }],
  ])("%s", (_, liveperson) => {
    expect(isMeantAsSilence(liveperson)).toBe(false);
  });
});

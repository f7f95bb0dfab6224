import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { problemsOfAnswer } from "../../../scripts/conversations/own-answer.ts";
import { OWN_CONVERSATIONS, ownConversation } from "../../../scripts/conversations/read-conversation.ts";
import { schemaOfFiles } from "../../../scripts/replay/schema.ts";
import { ENTRY_KEYS } from "../../../src/answer/authored/authored.ts";
import { CARD_KEYS } from "../../../src/answer/authored/neutral.ts";

const FILE = "scripts/conversations/conversation.schema.json";
const published = readFileSync(join(import.meta.dirname, "../../..", FILE), "utf8");

describe("the published schema of conversations", () => {
  it("is that of the files which are read", () => {
    const remedy = `${FILE} is stale: run npm start -- --schema ${FILE}`;
    expect(JSON.parse(published), remedy).toEqual(JSON.parse(schemaOfFiles()));
  });

  it("says of each key of a conversation, an expectation and an answer what it is", () => {
    const { anyOf, definitions } = JSON.parse(published);
    const silent = [anyOf[0], definitions.expect, ...definitions.clinc.anyOf].flatMap(({ properties }) =>
      Object.entries(properties as Record<string, { description?: string }>).flatMap(
        ([key, { description }]) => (description ? [] : [key]),
      ),
    );
    expect(silent).toEqual(["$schema"]);
  });

  it.each<[what: string, content: unknown]>([
    ["choices", { text: "Which one?", choices: ["A", { title: "B", say: "the second" }] }],
    ["a carousel", { carousel: [{ title: "A", image: { url: "https://a.example/a.png", alt: "A" } }] }],
    ["a pause and an action", [{ delay: 2 }, { action: "transfer", actionParameters: { skill: "cards" } }]],
    ["an action with its parameters beside it", { action: "CHANGE_TTR", ttrType: "URGENT" }],
    ["a text for agents", { text: "Checked.", messageAudience: "AGENTS_AND_MANAGERS" }],
  ])("takes what an author may write, as the bot does, and no misspelt key: %s", (_, liveperson) => {
    const file = z.fromJSONSchema(JSON.parse(published));
    const taken = (content: unknown) => ({
      byEditors: file.safeParse({ clinc: { liveperson: content } }).success,
      byTheBot: problemsOfAnswer({ liveperson: content }).length === 0,
    });
    expect(taken(liveperson)).toEqual({ byEditors: true, byTheBot: true });
    const keys = new Set(JSON.stringify(liveperson).match(/"(\w+)":/g));
    expect(keys.size).toBeGreaterThan(1);
    for (const key of keys) {
      const misspelt = JSON.parse(JSON.stringify(liveperson).replace(key, key.replace('":', 'x":')));
      expect(taken(misspelt), key).toEqual({ byEditors: false, byTheBot: false });
    }
  });

  it("knows for content the keys that the bot takes there, and no other", () => {
    const { liveperson } = JSON.parse(published).definitions;
    const entry = liveperson.anyOf[1].properties;
    const { card } = entry;
    const button = card.properties.buttons.items.anyOf[1];
    const image = card.properties.image.anyOf[1];
    const wrongIn = (content: unknown) => problemsOfAnswer({ liveperson: content });
    expect(Object.keys(card.properties)).toEqual(CARD_KEYS);
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(ENTRY_KEYS));
    for (const key of Object.keys(button.properties))
      expect(wrongIn({ choices: [{ title: "A", [key]: "B" }] }), key).toEqual([]);
    for (const key of Object.keys(image.properties))
      expect(wrongIn({ card: { title: "A", image: { [key]: "B" } } }), key).toEqual([]);
  });

  it.each(OWN_CONVERSATIONS)("takes, and is named by, the project's own: %s", (name) => {
    const conversation = JSON.parse(readFileSync(ownConversation(name), "utf8"));
    expect(conversation.$schema).toBe("./conversation.schema.json");
    expect(z.fromJSONSchema(JSON.parse(published)).safeParse(conversation).success).toBe(true);
  });

  it("takes a payload only by one of its keys, or any misspelt turn would be one", () => {
    const { anyOf } = JSON.parse(published).definitions.turn;
    expect(anyOf.at(-1).anyOf).toContainEqual({ required: ["message"] });
    for (const { type, additionalProperties } of anyOf.slice(0, -1))
      expect([type, additionalProperties]).toEqual(
        type === "string" ? ["string", undefined] : ["object", false],
      );
  });
});

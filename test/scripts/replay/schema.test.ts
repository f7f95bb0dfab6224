import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { OWN_CONVERSATIONS, ownConversation } from "../../../scripts/conversations/read-conversation.ts";
import { schemaOfFiles } from "../../../scripts/replay/schema.ts";

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

import { describe, expect, it } from "vitest";
import { deliver } from "../../../scripts/stand-ins/functions/connector.ts";

const INTENT = { intentId: "greet", intentName: "greet", confidenceScore: 1 };
const content = { type: "vertical", elements: [{ type: "text", text: "Write to us." }] };
const data = { type: "SocialMessagingEventData", channel: "Public" };

/** A reply with this beside its intent. */
const delivered = (context: Record<string, unknown>, messages: unknown[] = []) =>
  deliver({ messages, context: { ...INTENT, ...context } }, false);

describe("the connector's stand-in", () => {
  it("posts the content of the context where its metadata says so, and shows it to the consumer where not", () => {
    expect(delivered({ structuredContent: content, metadata: [data] })).toMatchObject({
      inPublic: ["Write to us."],
      consumer: [],
      problems: [],
    });
    for (const metadata of [
      undefined,
      [],
      [{ ...data, channel: "Private" }],
      [{ type: "ExternalId", id: "1" }],
    ])
      expect(delivered({ structuredContent: content, ...(metadata && { metadata }) }, ["hi"])).toMatchObject({
        inPublic: [],
        consumer: ["hi", "vertical:\n  Write to us."],
        problems: [],
      });
  });

  it("refuses metadata without a content, and a reply with nothing at all", () => {
    expect(delivered({ metadata: [data] }, ["hi"]).problems).toEqual(["context.metadata: without a content"]);
    expect(delivered({}).problems).toEqual(["neither messages nor an action"]);
  });
});

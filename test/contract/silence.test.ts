import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReply } from "../../src/answer/read.ts";
import { render } from "../../src/bot/render/render.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import type { Message } from "../../src/liveperson/reply.ts";
import { withLivePerson } from "../fixtures/clinc-replies.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { nativeEntry, neutralEntry } from "../support/documents.ts";
import { ALL_CHANNELS } from "../support/shown.ts";

const RUNS = 60;
const SETTINGS = settingsFor({ TRANSFER_SKILL: "desk" });

/** What leaves nothing to see, once it is read. */
const empty = fc.constantFrom(
  { structuredContent: { type: "vertical", elements: [] } },
  { structuredContent: { type: "carousel", elements: [] } },
  { structuredContent: { type: "vertical", elements: [{ type: "text", text: "\u200b" }] } },
  { structuredContent: { type: "map", la: 999, lo: 0 } },
  { structuredContent: {} },
  { card: {} },
  { card: { title: "\ufeff" } },
  { card: { image: { alt: "" } } },
  { text: "\u200b", choices: [] },
  { carousel: [7] },
  { crad: { title: "x" } },
  { structuredContent: null },
  "\u2060",
);
const barely = fc.constantFrom(
  { structuredContent: { type: "image", url: "http://img.bank.example/a.png" } },
  { structuredContent: { type: "vertical", elements: [{ type: "image", url: "/a.png", alt: "A card" }] } },
  { structuredContent: { type: "map", la: "53.8", lo: "-1.55" } },
  { card: { image: "http://img.bank.example/a.png" } },
  { card: { image: { alt: "A card" } } },
  { card: { buttons: ["Order"] } },
  { choices: ["Yes"] },
);
/** What its author wants to show the consumer nothing with. */
const silent = fc.constantFrom<Record<string, unknown>>(
  { delay: 1 },
  { delay: 2, typing: true },
  { text: "Limit checked", messageAudience: "AGENTS_AND_MANAGERS" },
  { card: { title: "Limit" }, messageAudience: "AGENTS" },
);
const speaking = fc.oneof(empty, barely, nativeEntry, neutralEntry);

/** Everything that is drawn or said, names of fields and what programs read aside. */
function visible(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  const { type, metadata, style, tag, alt, ...others } = value as Record<string, unknown>;
  return `${type === "map" ? "map" : ""}${Object.values(others).map(visible).join("")}`;
}

function isSeen(message: Message): boolean {
  if (typeof message === "string") return message.replace(/[\s\p{DI}]/gu, "") !== "";
  return (
    "structuredContent" in message && visible(message.structuredContent).replace(/[\s\p{DI}]/gu, "") !== ""
  );
}

describe.each(ALL_CHANNELS)("on %s", (channel) => {
  /** The messages of a reply whose text is blank, or what was wrong with it. */
  const answered = (liveperson: unknown): readonly Message[] | string => {
    try {
      const { blocks, intent } = readReply(parseReply(withLivePerson(liveperson, " ")), SETTINGS);
      return render({ blocks, intent, outcome: { kind: "continue" }, remarks: [] }, channel, SETTINGS).reply
        .messages;
    } catch (error) {
      return (error as { reason?: string }).reason ?? String(error);
    }
  };

  it("whoever wrote something to be seen is seen, or the reply is unusable", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(speaking, silent), { maxLength: 4 }), speaking, (some, one) => {
        const messages = answered([...some, one]);
        if (messages === "clinc_unusable_reply") return;
        expect(Array.isArray(messages), String(messages)).toBe(true);
        expect((messages as Message[]).some(isSeen), JSON.stringify(messages)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it("what leaves nothing to see alone is an unusable reply, whatever silent stands beside it", () => {
    fc.assert(
      fc.property(fc.array(silent, { maxLength: 2 }), empty, (pauses, one) => {
        expect(answered([...pauses, one])).toBe("clinc_unusable_reply");
      }),
      { numRuns: RUNS },
    );
  });

  it("what barely shows something is shown", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(silent, empty), { maxLength: 2 }), barely, (others, one) => {
        expect((answered([...others, one]) as Message[]).some(isSeen)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it("silence that is meant stays silence", () => {
    fc.assert(
      fc.property(fc.array(silent, { minLength: 1, maxLength: 3 }), (entries) => {
        const messages = answered(entries) as Message[];
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.some(isSeen)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it("no message that is sent is one that nobody sees", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(speaking, silent), { minLength: 1, maxLength: 3 }), (entries) => {
        const messages = answered(entries);
        if (typeof messages === "string") return;
        for (const message of messages)
          if (typeof message === "string" || "structuredContent" in message)
            expect(isSeen(message), JSON.stringify(message)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHOWCASE } from "../../scripts/stand-ins/clinc/showcase.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { Answer } from "../../src/answer/answer.ts";
import { readAuthored } from "../../src/answer/authored/authored.ts";
import { render } from "../../src/bot/render/render.ts";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import type { Message } from "../../src/liveperson/reply.ts";
import { isBlank } from "../../src/runtime/characters.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { nativeCard, nativeEntry, neutralEntry } from "../support/documents.ts";
import { judge } from "../support/judges.ts";

const ALL: Channel[] = [...CHANNELS, "unknown"];
const RUNS = 60;
const SETTINGS = settingsFor({ TRANSFER_SKILL: "s" });

function shown(entries: unknown, channel: Channel): Message[] {
  const { blocks } = readAuthored(entries, false);
  const answer: Answer = {
    blocks,
    intent: { id: "x", name: "x", score: 1 },
    outcome: { kind: "continue" },
    remarks: [],
  };
  const { reply, remarks } = render(answer, channel, SETTINGS);
  expect(deliver(reply, channel === "chat").problems).toEqual([]);
  expect(reply.messages.flatMap((message) => judge(message, channel))).toEqual([]);
  expect(remarks.join().length).toBeLessThan(20_000);
  return reply.messages;
}

/** Not for reading, or for others than the consumer. */
const UNSAID = ["say", "image", "call", "type", "tag", "alt", "url", "tooltip", "metadata", "name"];

/** Every string of an author's document that a consumer should get to read; of a click the address. */
function readable(value: unknown, isClick = false): string[] {
  if (typeof value === "string") return isBlank(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => readable(entry, isClick));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    if (UNSAID.includes(name) || (isClick && name === "text")) return [];
    return readable(child, isClick || name === "click");
  });
}

/** Everything that leaves, names of fields aside. */
function everything(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(everything) : [];
}

/** All that is shown, in one line: line ends do not count, markup is without power, and a number to call is a number. */
const plain = (text: string) => text.replace(/&lt;/g, "<").replace(/\s+|tel:/g, "");

describe.each(ALL)("whatever an author writes for %s", (channel) => {
  it.each(SHOWCASE.map(({ say, liveperson }) => [say, liveperson]))(
    "leaves as LivePerson takes it: %s",
    (_, liveperson) => {
      shown(liveperson, channel);
    },
  );

  it("leaves as LivePerson takes it, and nothing of the neutral vocabulary is lost", () => {
    fc.assert(
      fc.property(fc.array(neutralEntry, { minLength: 1, maxLength: 2 }), (entries) => {
        const sent = plain(everything(shown(entries, channel)).join(""));
        for (const text of readable(entries)) expect(sent).toContain(plain(text));
      }),
      { numRuns: RUNS },
    );
  });

  it("leaves as LivePerson takes it in LivePerson's own vocabulary, valid or not", () => {
    fc.assert(
      fc.property(fc.array(nativeEntry, { minLength: 1, maxLength: 2 }), (entries) => {
        shown(entries, channel);
      }),
      { numRuns: RUNS },
    );
  });

  it("loses no text, title, label or link of LivePerson's own vocabulary either", () => {
    fc.assert(
      fc.property(nativeCard, (structuredContent) => {
        const sent = plain(everything(shown([{ structuredContent }], channel)).join(""));
        for (const text of readable(structuredContent)) expect(sent).toContain(plain(text));
      }),
      { numRuns: RUNS },
    );
  });

  it("never throws, not even for what is no vocabulary at all", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.record(
              { card: fc.jsonValue(), choices: fc.jsonValue(), structuredContent: fc.jsonValue() },
              { requiredKeys: [] },
            ),
          ),
        ),
        (entries) => {
          shown(entries, channel);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

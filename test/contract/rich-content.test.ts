import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliver } from "../../scripts/platform/connector.ts";
import type { Answer } from "../../src/answer/answer.ts";
import { readAuthored } from "../../src/answer/author.ts";
import { render } from "../../src/answer/render.ts";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import type { Message } from "../../src/liveperson/reply.ts";
import { nativeEntry, neutralEntry } from "./documents.ts";
import { judge } from "./judges.ts";

const ALL: Channel[] = [...CHANNELS, "unknown"];
const RUNS = 60;

function shown(entries: unknown, channel: Channel): Message[] {
  const { blocks } = readAuthored(entries, false);
  const answer: Answer = {
    blocks,
    intent: { id: "x", name: "x", score: 1 },
    outcome: { kind: "continue" },
    remarks: [],
  };
  const { reply, remarks } = render(answer, channel, { TRANSFER_SKILL: "s", ALLOW_HTML: false });
  expect(deliver(reply, channel === "chat").problems).toEqual([]);
  expect(reply.messages.flatMap((message) => judge(message, channel))).toEqual([]);
  expect(remarks.join().length).toBeLessThan(20_000);
  return reply.messages;
}

/** Every string of an author's document that a consumer should get to read. */
function readable(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(readable);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    ["say", "image", "call"].includes(name) ? [] : readable(child),
  );
}

/** All that is shown, in one line: line ends do not count, markup is without power, and a number to call is a number. */
const plain = (text: string) => text.replace(/&lt;/g, "<").replace(/\s+|tel:/g, "");

describe.each(ALL)("whatever an author writes for %s", (channel) => {
  it("leaves as LivePerson takes it, and nothing of the neutral vocabulary is lost", () => {
    fc.assert(
      fc.property(fc.array(neutralEntry, { minLength: 1, maxLength: 2 }), (entries) => {
        const everything = plain(
          shown(entries, channel)
            .map((message) => readable(message).join(""))
            .join(""),
        );
        for (const text of readable(entries)) expect(everything).toContain(plain(text));
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

import { describe, expect, it } from "vitest";
import { Dialog, type World } from "../../../../scripts/soak/instances/dialog.ts";
import type { Message } from "../../../../scripts/soak/instances/play.ts";
import { parseEvent } from "../../../../src/liveperson/consumer-turn.ts";

const HELLO: Message = { clinc: { kind: "understood" } };

describe("the events of a dialog", () => {
  it.each<[world: World, sequences: string[]]>([
    ["messages only", ["1", "4", "5"]],
    ["messages and receipts", ["1", "10", "13"]],
  ])("are numbered by LivePerson in the world of %s", (world, sequences) => {
    const dialog = new Dialog("c", world);
    const seen = [parseEvent(dialog.inputOf(HELLO, 0))];
    dialog.published(2);
    seen.push(parseEvent(dialog.inputOf(HELLO, 1)), parseEvent(dialog.inputOf(HELLO, 2)));
    expect(seen.map(({ sequence }) => sequence)).toEqual(sequences);
    expect(new Set(seen.map(({ conversationId }) => conversationId))).toEqual(new Set(["c"]));
  });

  it("are the same when a message is repeated, whatever came between", () => {
    const dialog = new Dialog("c", "messages only");
    const first = parseEvent(dialog.inputOf(HELLO, 0));
    dialog.published(1);
    parseEvent(dialog.inputOf(HELLO, 1));
    expect(parseEvent(dialog.inputOf(HELLO, 0))).toEqual(first);
  });

  it("say which message it is, unless the script has words", () => {
    const dialog = new Dialog("c", "messages only");
    const said = [dialog.inputOf(HELLO, 3), dialog.inputOf({ ...HELLO, words: "2" }, 4)].map(
      (event) => parseEvent(event).said,
    );
    expect(said).toEqual([
      { kind: "words", words: "message #3" },
      { kind: "words", words: "2" },
    ]);
  });

  it("bring a conversation back with what was said last, and without a number", () => {
    const dialog = new Dialog("c", "messages only");
    dialog.inputOf({ ...HELLO, words: "no" }, 0);
    const back = parseEvent(dialog.inputOf({ ...HELLO, isReturn: true }, 1));
    expect(back.said).toEqual({ kind: "welcome", lastMessage: "no" });
    expect(back.sequence).toBe("");
  });
});

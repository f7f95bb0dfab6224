import { describe, expect, it } from "vitest";
import { readCommand } from "../../../src/agent/command/event.ts";

const conversationId = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";

/** The event as LivePerson sends it. */
function event(payload: unknown): unknown {
  return { timestamp: 1_700_000_000_000, headers: [], payload };
}

describe("a slash command", () => {
  it.each<[what: string, given: unknown, words: string]>([
    ["none", [], ""],
    ["one", ["What is my balance?"], "What is my balance?"],
    ["several, however they were split", ["What", " is my ", "balance?"], "What is my balance?"],
    ["blanks alone", [" ", "\n\t", "\u200b"], ""],
    ["lines", ["my\nbalance\r\nplease"], "my balance please"],
    ["numbers", ["send", 20, "dollars"], "send 20 dollars"],
    ["a text instead of a list", "my balance", "my balance"],
    ["a number instead of a list", 7, "7"],
    ["what is no text", ["my", null, {}, ["x"], true, "balance"], "my balance"],
    ["an object instead of a list", { 0: "my" }, ""],
    ["nothing instead of a list", undefined, ""],
    ["null instead of a list", null, ""],
  ])("may have as arguments %s", (_, given, words) => {
    const { words: read } = readCommand(event({ conversationId, arguments: given }));
    expect(read.replace(/ +/g, " ")).toBe(words);
  });

  it.each<[what: string, input: unknown]>([
    ["nothing at all", undefined],
    ["null", null],
    ["a text", "hello"],
    ["a list", []],
    ["no payload", { headers: [] }],
    ["a payload that is none", event("x")],
    ["no conversation", event({ arguments: [] })],
    ["a conversation that is none", event({ conversationId: {}, arguments: [] })],
  ])("with %s is about no conversation", (_, input) => {
    expect(readCommand(input)).toEqual({ conversationId: "", words: "" });
  });

  it("takes an id that came as a number, with blanks around it", () => {
    expect(readCommand(event({ conversationId: 12, arguments: [] })).conversationId).toBe("12");
    expect(readCommand(event({ conversationId: ` ${conversationId} ` })).conversationId).toBe(conversationId);
  });
});

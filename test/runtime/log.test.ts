import { describe, expect, it, onTestFinished, vi } from "vitest";
import { loggableId, logLine, logTurn } from "../../src/runtime/log.ts";
import { logLines } from "../support/log-lines.ts";

const lines = logLines();

describe("the log of a turn", () => {
  it("is one line", () => {
    logTurn({ conversation: "c", outcome: "continue", fault: undefined }, []);
    expect(lines).toEqual(['info [clinc] turn {"conversation":"c","outcome":"continue"}']);
  });

  it("is told by its name from the line of anything else", () => {
    logLine("command", { status: "ok" }, ["first"]);
    expect(lines).toEqual(["warn [clinc] first", 'info [clinc] command {"status":"ok"}']);
  });

  it("has at most two warnings beside it, and loses none", () => {
    logTurn({}, ["first", "second", "third"]);
    expect(lines).toEqual(["warn [clinc] first", "warn [clinc] second | third", "info [clinc] turn {}"]);
  });

  it("has a line for each warning, whatever stands in it", () => {
    logTurn({}, ["one\r\n[clinc] turn {}\u2028two", "red\u001b[31m\u202e\u0000", "three\nfour"]);
    expect(lines).toEqual([
      "warn [clinc] one [clinc] turn {} two",
      "warn [clinc] red [31m | three four",
      "info [clinc] turn {}",
    ]);
  });

  it("stays below 5,000 characters in the worst turn", () => {
    const line = Object.fromEntries(
      Array.from({ length: 15 }, (_, index) => [`key${index}`, "x".repeat(64)]),
    );
    logTurn(
      { ...line, intent: "x".repeat(256) },
      Array.from({ length: 500 }, () => "y".repeat(500)),
    );
    expect(lines.join("\n").length).toBeLessThan(5000);
  });

  it("takes the console of the moment, which the platform puts in place after loading", () => {
    const later: string[] = [];
    vi.stubGlobal("console", { info: (text: string) => later.push(text) });
    onTestFinished(() => void vi.unstubAllGlobals());
    logTurn({}, []);
    expect(later).toHaveLength(1);
  });
});

describe("an id in the log", () => {
  it("keeps what ids are made of and is short", () => {
    expect(loggableId("7e1f2c64-91ab:A_b.c")).toBe("7e1f2c64-91ab:A_b.c");
    expect(loggableId("x".repeat(100))).toHaveLength(64);
  });

  it("lets no sentence through", () => {
    expect(loggableId('my card is 4111 1111\n"}')).toBe("mycardis41111111");
  });
});

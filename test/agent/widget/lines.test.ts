import { describe, expect, it } from "vitest";
import { isAfter, type Line, readLine } from "../../../src/agent/widget/lines.ts";

/** A line as LivePerson's workspace shows it. */
const VISITOR = {
  id: "d-1::4",
  dialogId: "d-1",
  source: "visitor",
  by: "Visitor",
  text: "I lost my card",
  textType: "plain",
  time: 1_764_097_200_000,
  type: "line",
  subType: "REMOTE",
  status: "read",
};

describe("a line of the workspace", () => {
  it("is the consumer's, with LivePerson's id", () => {
    expect(readLine(VISITOR)).toEqual({
      ...{ id: "d-1::4", by: "consumer", text: "I lost my card", at: 1_764_097_200_000 },
    });
  });

  it.each(["agent", "bot", "", undefined])("is an agent's or bot's when its source is %j", (source) => {
    expect(readLine({ ...VISITOR, source })?.by).toBe("agent");
  });

  it.each<[what: string, value: unknown]>([
    ["system", { ...VISITOR, source: "system" }],
    ["private", { ...VISITOR, source: "agent", messageAudience: "AGENTS_AND_MANAGERS" }],
    ["no object", "hello"],
    ["nothing", null],
  ])("is none of the conversation when it is %s", (_, value) => {
    expect(readLine(value)).toBeUndefined();
  });

  it("is public when its audience is everybody", () => {
    expect(readLine({ ...VISITOR, messageAudience: "ALL" })).toBeDefined();
  });

  it("without an id gets one of time, source and text, always the same, that the desk takes", () => {
    const { id: _, ...bare } = VISITOR;
    const ids = [
      bare,
      { ...bare, text: "I lost my cards" },
      { ...bare, source: "agent" },
      { ...bare, time: 1 },
    ];
    const made = ids.map((line) => readLine(line)?.id ?? "");
    expect(new Set(made).size).toBe(4);
    for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_:.-]{1,100}$/);
    expect(readLine({ ...bare })?.id).toBe(made[0]);
  });

  it.each(["with blanks", "x".repeat(101), "ünder", 7])(
    "with an id that the desk refuses gets another: %j",
    (id) => {
      expect(readLine({ ...VISITOR, id })?.id).toMatch(/^1764097200000\.[0-9a-f]{8}$/);
    },
  );

  it.each<[time: unknown, at: number]>([
    ["1764097200000", 1_764_097_200_000],
    ["2025-11-25T19:00:00.000Z", 1_764_097_200_000],
    [undefined, 0],
    [null, 0],
    ["soon", 0],
    [-1, 0],
  ])("with time %j was said at %d", (time, at) => {
    expect(readLine({ ...VISITOR, time })?.at).toBe(at);
  });

  it("without a text has none", () => {
    expect(readLine({ ...VISITOR, text: { title: "A card" } })?.text).toBe("");
  });
});

describe("of two lines the later one", () => {
  const line = (id: string, at: number): Line => ({ id, at, by: "consumer", text: "x" });

  it.each<[what: string, line: Line, newest: Line, isLater: boolean]>([
    [
      "has the higher place in the same dialog, whatever the clocks say",
      line("d::10", 1),
      line("d::9", 5),
      true,
    ],
    ["has not the lower place", line("d::9", 5), line("d::10", 1), false],
    ["of another dialog has the later time", line("e::1", 5), line("d::9", 4), true],
    ["of another dialog has not the earlier time", line("e::99", 3), line("d::9", 4), false],
    ["of the same moment is the one that came last", line("a", 4), line("b", 4), true],
    ["is in doubt the one that came last", line("a", 0), line("b", 4), true],
    ["is in doubt the one that came last, the other without a time", line("a", 4), line("b", 0), true],
  ])("%s", (_, one, newest, isLater) => {
    expect(isAfter(one, newest)).toBe(isLater);
  });
});

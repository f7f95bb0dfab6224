import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import {
  type Marks,
  markdownTable,
  withBetweenMarks,
  writeBetweenMarks,
} from "../../../scripts/kit/markdown.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const OPENING = "<!-- figures: written by a command -->";
const CLOSING = "<!-- /figures -->";
const MARKS: Marks = [OPENING, CLOSING];
const PART = `${OPENING}\n\nnew\n\n${CLOSING}`;

describe("a table", () => {
  it("has columns of one width, whatever is in them", () => {
    expect(
      markdownTable(
        ["a", "long head"],
        [
          ["a long cell", "b"],
          ["", ""],
        ],
      ),
    ).toBe(
      [
        "| a           | long head |",
        "| ----------- | --------- |",
        "| a long cell | b         |",
        "|             |           |",
      ].join("\n"),
    );
  });
});

describe("a document with marks", () => {
  it("gets the new content between them, and keeps everything around them", () => {
    const document = `# Title\n\nBefore\n\n${OPENING}\n\n| old |\n\n${CLOSING}\n\nAfter\n`;
    expect(withBetweenMarks(document, MARKS, "new")).toBe(`# Title\n\nBefore\n\n${PART}\n\nAfter\n`);
  });

  it("is the same after a second time", () => {
    const once = withBetweenMarks(`${OPENING}${CLOSING}`, MARKS, "new");
    expect(withBetweenMarks(once, MARKS, "new")).toBe(once);
  });
});

describe.each([
  ["both marks", "# Title\n\nAll of it\n"],
  ["the first mark", `# Title\n\n${CLOSING}\n\nAll of it\n`],
  ["the last mark", `# Title\n\n${OPENING}\n\nAll of it\n`],
  ["the order of the marks", `${CLOSING}\n\n# Title\n\nAll of it\n\n${OPENING}\n`],
])("a document that has lost %s", (_, document) => {
  it("gets them at its end, with the new content, and loses nothing else", () => {
    const restored = withBetweenMarks(document, MARKS, "new");
    expect(restored.endsWith(`All of it\n\n${PART}\n`)).toBe(true);
    expect(restored.split(OPENING)).toHaveLength(2);
    expect(restored.split(CLOSING)).toHaveLength(2);
    expect(restored).toContain("# Title\n");
  });

  it("is the same after a second time", () => {
    const restored = withBetweenMarks(document, MARKS, "new");
    expect(withBetweenMarks(restored, MARKS, "new")).toBe(restored);
  });
});

describe("writing into a file", () => {
  it("says nothing where the marks are there", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const file = temporaryFile("document.md", `# Title\n\n${OPENING}\n\nold\n\n${CLOSING}\n`);
    writeBetweenMarks(file, MARKS, "new");
    expect(readFileSync(file, "utf8")).toBe(`# Title\n\n${PART}\n`);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("says in one message which marks of which file were lost, and what to do", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const file = temporaryFile("document.md", "# Title\n");
    writeBetweenMarks(file, MARKS, "new");
    expect(readFileSync(file, "utf8")).toBe(`# Title\n\n${PART}\n`);
    expect(warn).toHaveBeenCalledOnce();
    const message = String(warn.mock.lastCall?.[0]);
    for (const word of ["document.md", OPENING, CLOSING, "move them"]) expect(message).toContain(word);
    warn.mockRestore();
  });
});

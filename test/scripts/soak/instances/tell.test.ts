import { describe, expect, it, vi } from "vitest";
import type { Column } from "../../../../scripts/soak/instances/measure.ts";
import { noShares } from "../../../../scripts/soak/instances/shares.ts";
import { tellInstances } from "../../../../scripts/soak/instances/tell.ts";

const column: Column = {
  ...{
    generation: "v1",
    keeping: "without a record",
    hasRecord: false,
    world: "messages and receipts",
    instances: 1,
  },
  ...noShares(),
};

function told(columns: Column[], json: boolean) {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const isWell = tellInstances(columns, { conversations: 1_200 }, 61_400, { json, write: false });
  const text = log.mock.calls.join("\n");
  log.mockRestore();
  return { isWell, text };
}

describe("what was measured on several instances", () => {
  it("is printed as a table, with how it was measured", () => {
    const { isWell, text } = told([column], false);
    expect(text).toMatch(/^V1 without a record\n.* 1, receipts\n/);
    expect(text).toMatch(
      /\nConversations of each kind for each column: 1,200\. Node v[\d.]+ It took 61 s\.$/,
    );
    expect(isWell).toBe(true);
  });

  it("is one document with the same where that is wanted", () => {
    const { text } = told([column], true);
    expect(JSON.parse(text)).toEqual({
      how: `Conversations of each kind for each column: 1,200. Node ${process.version}.`,
      columns: [column],
      wrong: [],
    });
  });

  it("names what is wrong, and is not well then", () => {
    const rows = { ...column.rows, numberOutdated: { happened: 1, of: 2 } };
    const { isWell, text } = told([{ ...column, rows }], false);
    expect(text).toContain(
      "wrong  V1 without a record: a typed number reaches Clinc as words of an older list, 50 %",
    );
    expect(isWell).toBe(false);
  });
});

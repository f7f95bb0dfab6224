import { describe, expect, it } from "vitest";
import type { Column } from "../../../../scripts/soak/instances/measure.ts";
import { ROWS, type RowName } from "../../../../scripts/soak/instances/rows.ts";
import { count, noShares, type Share } from "../../../../scripts/soak/instances/shares.ts";
import { printedTable, README_MARKS, readmeTable } from "../../../../scripts/soak/instances/table.ts";
import { percent, wrongs } from "../../../../scripts/soak/instances/verdict.ts";
import { documentOf, rowsOf } from "../../../support/markdown.ts";

const NAMES = Object.keys(ROWS) as RowName[];

/** A column in which everything is as it should be, but for these shares. */
function column(changes: Partial<Column> = {}, shares: Partial<Record<RowName, Share>> = {}): Column {
  const rows = Object.fromEntries(
    NAMES.map((name) => [name, { happened: ROWS[name].should === "always" ? 200 : 0, of: 200 }]),
  ) as Column["rows"];
  return {
    generation: "v2",
    keeping: "without a record",
    hasRecord: false,
    world: "messages only",
    instances: 2,
    afterLosses: { happened: 0, of: 0 },
    ...changes,
    rows: { ...rows, ...shares },
  };
}

describe("the count", () => {
  it("is that of a row, or apart from all where a write was lost", () => {
    const shares = noShares();
    count(shares, ["noBounce", true], false);
    count(shares, ["noBounce", false], false);
    count(shares, ["noBounce", true], true);
    count(shares, ["outdatedDetail", false], true);
    count(shares, ["outdatedDetail", true], true);
    expect(shares.rows.noBounce).toEqual({ happened: 1, of: 2 });
    expect(shares.rows.outdatedDetail).toEqual({ happened: 0, of: 0 });
    expect(shares.afterLosses).toEqual({ happened: 2, of: 3 });
  });
});

describe("a share in per cent", () => {
  it.each<[happened: number, of: number, written: string]>([
    [0, 200, "0"],
    [1, 800, "0.2"],
    [1, 200, "0.5"],
    [25, 200, "13"],
    [199, 200, "99.5"],
    [1, 5_000, "0.1"],
    [4_999, 5_000, "99.9"],
    [200, 200, "100"],
    [0, 0, ""],
  ])("of %i in %i is written %j", (happened, of, written) => {
    expect(percent({ happened, of })).toBe(written);
  });
});

describe("the verdict", () => {
  const almost = { happened: 199, of: 200 };
  const once = { happened: 1, of: 200 };
  const withRecord = { keeping: "with a record", hasRecord: true };

  it.each<[what: string, columns: Column[], sentences: string[]]>([
    ["nothing", [column(), column(withRecord)], []],
    ["nothing that was only forgotten", [column({}, { thirdTransfers: almost, numberTaken: almost })], []],
    [
      "words of an older list",
      [
        column({}, { numberOutdated: once }),
        column({ instances: 4 }, { numberOutdated: { happened: 30, of: 200 } }),
      ],
      [`V2 without a record: ${ROWS.numberOutdated.title}, 0.5 to 15 %`],
    ],
    [
      "an outdated detail",
      [column({ generation: "v1" }, { outdatedDetail: once })],
      [`V1 without a record: ${ROWS.outdatedDetail.title}, 0.5 %`],
    ],
    [
      "anything that a record would have remembered",
      [column(withRecord, { lastIntents: almost })],
      [`V2 with a record: ${ROWS.lastIntents.title}, 99.5 %`],
    ],
    [
      "on V2 what only claims can help",
      [column({ ...withRecord, generation: "v2" }, { repeatMeanwhile: almost })],
      [`V2 with a record: ${ROWS.repeatMeanwhile.title}, 99.5 %`],
    ],
    [
      "nothing of that on V1, which writes none",
      [column({ ...withRecord, generation: "v1" }, { repeatMeanwhile: almost, pairInOrder: almost })],
      [],
    ],
    [
      "what comes 100 ms later, on V2 as well",
      [
        column(withRecord, { repeatSoon: almost }),
        column({ ...withRecord, generation: "v1" }, { repeatSoon: almost }),
      ],
      [`V2 with a record: ${ROWS.repeatSoon.title}, 99.5 %`],
    ],
    ["nothing that is beyond help", [column(withRecord, { repeatAtOnce: almost, pairAtOnce: almost })], []],
  ])("names %s", (_, columns, sentences) => {
    expect(wrongs(columns)).toEqual(sentences);
  });
});

describe("the table", () => {
  const columns = [
    column({}, { thirdTransfers: { happened: 48, of: 200 } }),
    column({ world: "messages and receipts", instances: 4 }),
    column({ keeping: "with a record", hasRecord: true, afterLosses: { happened: 9, of: 10 } }),
  ];

  it("has a part for each generation and way to remember, a column for each number of instances", () => {
    const [without = "", record = ""] = printedTable(columns).split("\n\n");
    const lines = without.split("\n");
    expect(lines[0]).toBe("V2 without a record");
    expect(lines[1]).toMatch(/^%, with so many instances +2 {2}4, receipts$/);
    expect(lines[2]).toMatch(/^the third misunderstanding in a row transfers on time +24 +100$/);
    expect(lines).toHaveLength(2 + NAMES.length);
    expect(without).toMatch(/^wrong: a typed number reaches Clinc as words of an older list +0 +0$/m);
    expect(record.split("\n")[0]).toBe("V2 with a record");
    expect(record).toMatch(/^as it should be, where a write to the record was lost twice +90$/m);
  });

  it("is a table of the README, too", () => {
    const [head, ...rows] = rowsOf(readmeTable(columns.slice(0, 2)));
    expect(head).toEqual(["%, with so many instances", "2", "4, receipts"]);
    expect(rows.map(([title]) => title).filter((title) => !title?.startsWith("---"))).toHaveLength(
      NAMES.length,
    );
  });

  it("stands in the README between its marks, with a row for everything that is measured", () => {
    const [opening, closing] = README_MARKS;
    const [, part = ""] = documentOf("scripts/soak/README.md").split(opening);
    expect(part).toContain(closing);
    for (const name of NAMES) expect(part.split(closing)[0]).toContain(ROWS[name].title);
  });
});

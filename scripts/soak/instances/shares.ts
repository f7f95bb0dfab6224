import type { Finding } from "./play.ts";
import { ROWS, type RowName } from "./rows.ts";

/** How often something happened, of the times when it could have. */
export type Share = { happened: number; of: number };

/** What a column of the table is made of. */
export type Shares = {
  rows: Record<RowName, Share>;
  /** What went as it should in conversations of which a write was lost on its way to the record; it is in no row. */
  afterLosses: Share;
};

/** Nothing is counted yet. */
export function noShares(): Shares {
  const names = Object.keys(ROWS) as RowName[];
  const none = () => ({ happened: 0, of: 0 });
  return {
    rows: Object.fromEntries(names.map((name) => [name, none()])) as Shares["rows"],
    afterLosses: none(),
  };
}

/** Counts a finding, in its row or apart from all. */
export function count({ rows, afterLosses }: Shares, [row, happened]: Finding, isAfterLoss: boolean): void {
  const share = isAfterLoss ? afterLosses : rows[row];
  share.of += 1;
  if (isAfterLoss ? happened === (ROWS[row].should === "always") : happened) share.happened += 1;
}

import type { Column } from "./measure.ts";
import { ROWS, type RowName } from "./rows.ts";
import type { Share } from "./shares.ts";

/**
 * Whether a share is wrong. With a record nothing may go wrong but what is beyond help. Without one an instance cannot
 * know what the others know, and must only do no harm.
 */
export function isWrong(
  row: RowName,
  { rows, hasRecord, generation }: Pick<Column, "rows" | "hasRecord" | "generation">,
): boolean {
  const { should, ...about } = ROWS[row];
  const isBeyondHelp = "isBeyondHelp" in about || ("isHelpedOnV2" in about && generation === "v1");
  const hasGoal = hasRecord ? !isBeyondHelp : "isHarm" in about;
  const { happened, of } = rows[row];
  return hasGoal && happened !== (should === "always" ? of : 0);
}

/** What is wrong, a sentence for each row of each part of the table; empty when all is well. */
export function wrongs(columns: readonly Column[]): string[] {
  return partsOf(columns).flatMap(({ title, columns: ofPart }) =>
    (Object.keys(ROWS) as RowName[]).flatMap((row) => {
      const wrong = ofPart.filter((column) => isWrong(row, column)).map(({ rows }) => rows[row]);
      return wrong.length === 0 ? [] : [`${title}: ${ROWS[row].title}, ${range(wrong)}`];
    }),
  );
}

/** A part of the table: one generation, and one way to remember. */
export type Part = { title: string; columns: readonly Column[] };

/** The columns, part by part. */
export function partsOf(columns: readonly Column[]): Part[] {
  const parts = new Map<string, Column[]>();
  for (const column of columns) {
    const title = `${column.generation.toUpperCase()} ${column.keeping}`;
    parts.set(title, [...(parts.get(title) ?? []), column]);
  }
  return [...parts].map(([title, ofPart]) => ({ title, columns: ofPart }));
}

/** A share in per cent. What is not quite all or nothing does not look so. */
export function percent({ happened, of }: Share): string {
  if (of === 0) return "";
  const share = (100 * happened) / of;
  if (share > 0 && share < 1) return (Math.ceil(share * 10) / 10).toFixed(1);
  if (share > 99 && share < 100) return (Math.floor(share * 10) / 10).toFixed(1);
  return share.toFixed(0);
}

function range(shares: readonly Share[]): string {
  const sorted = shares.toSorted((one, other) => one.happened / one.of - other.happened / other.of);
  const [least, most] = [sorted[0] as Share, sorted.at(-1) as Share].map(percent);
  return least === most ? `${least} %` : `${least} to ${most} %`;
}

import { html } from "hono/html";
import type { Html } from "./draw.ts";

/** Anything that a template of the page takes. */
export type Piece = ReturnType<typeof html> | Html | string;

/** A cell: a text, or a number, which stands at the right. */
export type Cell = Piece | number | undefined;

/** A table that is scrolled where it is long, and printed as a whole; a wordy one is scrolled where it has no room. */
export type Table = {
  caption: string;
  head: readonly string[];
  rows: ReadonlyArray<readonly Cell[]>;
  isWordy?: boolean;
};

/** A section of the page, with all of its figures. */
export function section(id: string, title: string, ...content: readonly Piece[]): Piece {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}

/** A chart below what it shows, with its numbers as a table beside it. */
export function figure({ title, note, chart, legend, table }: Figure): Piece {
  return html`<figure>
    <figcaption><h3>${title}</h3>${note && html`<p class="note">${note}</p>`}</figcaption>
    <div class="pair">
      <div class="drawing" tabindex="0" role="group" aria-label="Chart. ${table.caption}">${legend}${chart}</div>
      ${tableOf(table)}
    </div>
  </figure>`;
}

/** A chart, and what stands around it. */
export type Figure = { title: Piece; note?: Piece; chart: Html; legend?: Piece; table: Table };

/** What the colours of a chart mean, by the names that they have in the style. */
export function legend(...entries: ReadonlyArray<readonly [colour: string, meaning: string]>): Piece {
  return html`<p class="legend">${entries.map(
    ([colour, meaning]) => html`<span><i class="key ${colour}"></i>${meaning}</span>`,
  )}</p>`;
}

/** A table with more is scrolled. */
const SHORT_ROWS = 14;

/** A table without a chart. */
export function tableOf({ caption, head, rows, isWordy = false }: Table): Piece {
  return html`<div class="scroll${rows.length > SHORT_ROWS ? " long" : ""}" tabindex="0" role="group" aria-label="Table: ${caption}">
    <table class="${isWordy ? "wordy" : ""}">
      <caption>${caption}</caption>
      <thead><tr>${head.map((name, column) => html`<th scope="col" class="${isNumber(rows, column) ? "number" : ""}">${name}</th>`)}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map(cellOf)}</tr>`)}</tbody>
    </table>
  </div>`;
}

function cellOf(cell: Cell, column: number): Piece {
  if (column === 0) return html`<th scope="row" class="${isShort(cell) ? "short" : ""}">${cell ?? ""}</th>`;
  if (isFigure(cell)) return html`<td class="number">${cell.toLocaleString("en")}</td>`;
  return html`<td>${cell ?? ""}</td>`;
}

function isNumber(rows: Table["rows"], column: number): boolean {
  return column > 0 && rows.length > 0 && rows.every((cells) => isFigure(cells[column]));
}

/** A day, or an hour: it looks broken on two lines. */
function isShort(cell: Cell): boolean {
  return String(cell ?? "").length < 12;
}

/** A number, or one as people read it: `0.54`. */
function isFigure(cell: Cell): cell is number | string {
  return typeof cell === "number" || (typeof cell === "string" && /^\d[\d,.]*$/.test(cell));
}

/** Tables of few columns, side by side. */
export function tables(...each: readonly Table[]): Piece {
  return html`<div class="pair">${each.map(tableOf)}</div>`;
}

/** Where there is nothing to draw, said in words. */
export function nothing(title: string, text: string): Piece {
  return html`<h3>${title}</h3><p class="none">${text}</p>`;
}

/** A text of ours whose `code` is shown as such. */
export function withCode(text: string): Piece {
  const pieces = text.split("`");
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

import { html } from "hono/html";
import type { Figures } from "../figures.ts";
import { grouped } from "../wording.ts";
import { nothing, type Piece, section, tableOf } from "./parts.ts";

/** Rows that are shown; a bank has fewer channels. */
const SHOWN = 40;
/** Characters of a variable's value on V1; V2 takes 1,024. */
const LONGEST_VALUE = 200;

/** What tells channels apart, and the setting that says which is which. */
export function channelsSection({ channels, channelList: { list, guessed, unknown } }: Figures): Piece {
  if (channels.length === 0)
    return section("channels", "Channels", nothing("Channels", "No line of the log names a channel."));
  const shown = channels.slice(0, SHOWN);
  const left = channels.slice(SHOWN).reduce((sum, { turns }) => sum + turns, 0);
  const rows = shown.map(({ integration, appId, channel, turns }) => [
    ...[integration || "(none)", appId || "(none)", channel, turns],
  ]);
  const others = left > 0 ? [["others", "", "", left]] : [];
  const table = tableOf({
    caption: "Channels by the values of LivePerson's events",
    head: ["integration", "appId", "taken for", "turns"],
    rows: [...rows, ...others],
  });
  return section("channels", "Channels", table, ...paste(list), ...doubts(guessed, unknown));
}

function paste(list: string): Piece[] {
  if (list === "") return [];
  const length = list.length;
  const tooLong =
    length > LONGEST_VALUE
      ? html`<p>It has ${grouped(length)} characters; V1 takes ${LONGEST_VALUE}. Leave out what is rare.</p>`
      : "";
  return [
    html`<h3>The list to paste as the environment variable <code>CHANNEL</code></h3>
    <pre tabindex="0" aria-label="The value of CHANNEL">${list}</pre>`,
    tooLong,
  ];
}

function doubts(guessed: readonly string[], unknown: readonly string[]): Piece[] {
  const names = (values: readonly string[]) =>
    values.slice(0, SHOWN).map((value, index) => html`${index > 0 ? ", " : ""}<code>${value}</code>`);
  const check = html`<p>Check before you paste, since their names alone say what they are: ${names(guessed)}.</p>`;
  const add = html`<p>Not in the list, because their names do not say which channel they are: ${names(unknown)}. Send one message
    on each channel, see which value comes, and add <code>value=channel</code>.</p>`;
  return [...(guessed.length > 0 ? [check] : []), ...(unknown.length > 0 ? [add] : [])];
}

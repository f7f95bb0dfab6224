/** A line of the transcript that both sides read: what the consumer wrote, or an agent or bot. */
export type Line = {
  /** LivePerson's id of it, or one made of what it holds; letters, digits and `_ : . -`, at most 100. */
  id: string;
  by: "consumer" | "agent";
  text: string;
  /** Milliseconds since the epoch; 0 where LivePerson gives no time. */
  at: number;
};

/** What the desk takes as an id. */
const ID = /^[A-Za-z0-9_:.-]{1,100}$/;

/** LivePerson's own id of a line: its dialog, and its place in it. */
const PLACE = /^(.+)::(\d+)$/;

/**
 * Reads a line as LivePerson's workspace shows it. A line is never refused for a field that is missing: some workspaces
 * show no `id`.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-public-model-structure.html
 *
 * @returns `undefined` for what nobody said in public: system lines, and what only agents may read
 *
 * @example
 * readLine({ id: "d1::4", source: "visitor", text: "Where is my card?", time: 1764097200000, type: "line" })
 */
export function readLine(value: unknown): Line | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { id, source, text, time, messageAudience } = value as Record<string, unknown>;
  const from = String(source ?? "").toLowerCase();
  const isPrivate = typeof messageAudience === "string" && messageAudience.toUpperCase() !== "ALL";
  if (["system", "info"].includes(from) || isPrivate) return undefined;
  const words = typeof text === "string" ? text : "";
  const at = readTime(time);
  return {
    id: typeof id === "string" && ID.test(id) ? id : `${at}.${fingerprint(`${from}/${id ?? ""}/${words}`)}`,
    by: from === "visitor" ? "consumer" : "agent",
    text: words,
    at,
  };
}

/**
 * Whether a line that has come now was said after the one that was the newest so far. In doubt it was: a suggestion is
 * rather withdrawn for nothing than shown for an old line.
 */
export function isAfter(line: Line, newest: Line): boolean {
  const [, dialog, place] = PLACE.exec(line.id) ?? [];
  const [, newestDialog, newestPlace] = PLACE.exec(newest.id) ?? [];
  if (dialog !== undefined && dialog === newestDialog) return Number(place) > Number(newestPlace);
  return line.at === 0 || newest.at === 0 || line.at >= newest.at;
}

/** A number, or a text of one or of a date. */
function readTime(value: unknown): number {
  const time = typeof value === "string" && !/^\d+$/.test(value) ? Date.parse(value) : Number(value ?? 0);
  return Number.isFinite(time) && time > 0 ? Math.round(time) : 0;
}

/** FNV-1a of 32 bits: enough to tell apart the lines of one moment. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

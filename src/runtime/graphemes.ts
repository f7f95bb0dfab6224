/**
 * What belongs to the character before it: combining marks, variation selectors, skin tones, tags of flags, joiners. It
 * stands in for `Intl.Segmenter`, which V1's older Node versions lack.
 */
const CLUSTER =
  /\p{RI}\p{RI}|(?:\r\n|[\s\S])(?:\p{M}|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic}?)*/gu;

/** What a reader takes for one character each; a cut between them leaves no broken one. */
export function graphemes(text: string): string[] {
  const segmenter = segmenterOfPlatform();
  return segmenter
    ? Array.from(segmenter.segment(text), ({ segment }) => segment)
    : text.match(CLUSTER) || [];
}

type Segmenter = { segment(text: string): Iterable<{ segment: string }> };
let known: Segmenter | undefined;

function segmenterOfPlatform(): Segmenter | undefined {
  const { Segmenter } = Intl as { Segmenter?: new () => Segmenter };
  if (!known && typeof Segmenter === "function") known = new Segmenter();
  return known;
}

/** Length in code points, which is how LivePerson counts. */
export function length(text: string): number {
  return [...text].length;
}

/** At most `most` code points, the last an ellipsis when something had to go. */
export function cut(text: string, most: number): string {
  return isLonger(text, most) ? `${take(text, most - 1).trimEnd()}…` : text;
}

/**
 * The text in pieces of at most `most` code points. It is cut at a line end where one is near, so that the items of a
 * list stay whole, else at white space. Only a word that is itself longer than a piece is cut.
 */
export function split(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = isLonger(text, most) ? text.trimStart() : text;
  while (isLonger(rest, most)) {
    const piece = rest.slice(0, endOfPiece(rest, most));
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).trimStart();
  }
  return rest.trim() === "" ? pieces : [...pieces, rest];
}

/** In UTF-16 units. A line end in the second half is near; an earlier one would make a piece of a few words. */
function endOfPiece(text: string, most: number): number {
  const end = codePoints(text, most).length;
  const seen = text.slice(0, end + 1);
  const lineEnd = seen.lastIndexOf("\n");
  if (lineEnd > end / 2) return lineEnd;
  const blank = seen.search(/\s\S*$/);
  const [word = ""] = /^\S*/.exec(text.slice(blank + 1, blank + 2 + most * 2)) || [];
  return isLonger(word, most) ? take(text, most).length : blank;
}

/** Whether it has more than `most` code points. Counts only where it must: a code point has one unit or two. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && (text.length > most * 2 || length(text) > most);
}

/** In UTF-16 units, so that the last one looked at is whole. */
const LONGEST_GRAPHEME = 100;

/** Nothing that is joined: segmenting a long text takes a thousand times longer than looking for such. */
const PLAIN = /^[ -~\n]*$/;

function take(text: string, most: number): string {
  if (PLAIN.test(text.slice(0, most + 1))) return text.slice(0, most);
  let taken = "";
  let left = most;
  for (const grapheme of graphemes(text.slice(0, most * 2 + LONGEST_GRAPHEME))) {
    left -= length(grapheme);
    if (left < 0) break;
    taken += grapheme;
  }
  return taken || codePoints(text, most);
}

function codePoints(text: string, most: number): string {
  return PLAIN.test(text.slice(0, most))
    ? text.slice(0, most)
    : [...text.slice(0, most * 2)].slice(0, most).join("");
}

type Segmenter = { segment(text: string): Iterable<{ isWordLike?: boolean }> };

/**
 * How many words a text has. Not every language puts blanks between them, so the platform tells; where it cannot, as V1
 * on Node 14 and older, a word is what stands between blanks.
 */
export function countWords(text: string): number {
  const { Segmenter } = Intl as {
    Segmenter?: new (locales: undefined, options: { granularity: "word" }) => Segmenter;
  };
  if (typeof Segmenter !== "function")
    return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const segments = Array.from(new Segmenter(undefined, { granularity: "word" }).segment(text));
  return segments.filter(({ isWordLike }) => isWordLike).length;
}

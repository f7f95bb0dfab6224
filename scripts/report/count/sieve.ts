import { createHash } from "node:crypto";

/** Bytes of a fingerprint; a number of JavaScript holds six. Of a million lines two are taken for one by a chance of 1 in 500. */
const BYTES = 6;
/** Lines that are remembered, some 40 MB. Exports that overlap do so by minutes or days. */
const MOST = 1_000_000;

/** Knows a line again: exports that a job fetches every few minutes overlap. */
export class Sieve {
  private seen = new Set<number>();

  hasSeen(line: string): boolean {
    const fingerprint = createHash("sha1").update(line).digest().readUIntBE(0, BYTES);
    if (this.seen.has(fingerprint)) return true;
    if (this.seen.size >= MOST) this.seen = new Set();
    this.seen.add(fingerprint);
    return false;
  }
}

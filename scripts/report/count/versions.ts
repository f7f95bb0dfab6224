import { ByName } from "./by-name.ts";

/** A version of the functions, and when it was seen first and last, in milliseconds since the epoch. */
export type VersionFigures = { version: string; lines: number; first?: number; last?: number };

/** Counts the versions that answered. */
export class Versions {
  private readonly byVersion = new ByName<Omit<VersionFigures, "version">>(() => ({ lines: 0 }));

  add(version = "", at?: number): void {
    const figures = this.byVersion.of(version);
    figures.lines += 1;
    if (at === undefined) return;
    figures.first = Math.min(figures.first ?? at, at);
    figures.last = Math.max(figures.last ?? at, at);
  }

  /** The one that was seen last first. */
  figures(): VersionFigures[] {
    const all = this.byVersion.all().map(([version, figures]) => ({ version, ...figures }));
    return all.sort((one, other) => (other.last ?? 0) - (one.last ?? 0));
  }
}

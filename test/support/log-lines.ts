import { afterEach, beforeEach, vi } from "vitest";

const LEVELS = ["debug", "info", "warn", "error"] as const;

/** Keeps what each test of a file writes to the console: lines such as `warn a text`, the first first. */
export function logLines(): string[] {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    for (const level of LEVELS)
      vi.spyOn(console, level).mockImplementation((text: string) => {
        lines.push(`${level} ${text}`);
      });
  });
  afterEach(() => vi.restoreAllMocks());
  return lines;
}

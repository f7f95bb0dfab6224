import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe holds against a page or a frame, with the elements that it means.
 *
 * @param passes how many of its rules have something to look at, at least: an empty page breaks none
 */
export async function violations(page: Page | Frame, passes = 20): Promise<string[]> {
  await page.evaluate(AXE);
  type Result = {
    passes: unknown[];
    violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }>;
  };
  const result = (await page.evaluate("axe.run(document, { iframes: false })")) as Result;
  expect(result.passes.length, "axe has looked").toBeGreaterThan(passes);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

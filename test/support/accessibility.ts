import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * All that it has found out is much more than is looked at, and would have to come out of the browser. A rule that fails
 * itself breaks nothing, and is passed over.
 */
const look = (
  rules: string,
) => `axe.run(document, { iframes: false, resultTypes: ['violations']${rules} }).then(({ passes, violations, incomplete }) => ({
  passes: passes.length,
  violations,
  failed: incomplete.flatMap(({ id, error }) => (error ? [id + ": " + error.message] : [])),
}))`;

/**
 * What axe holds against a page or a frame, with the elements that it means.
 *
 * @param passes how many of its rules have something to look at, at least: an empty page breaks none
 */
export function violations(page: Page | Frame, passes = 20): Promise<string[]> {
  return violationsOf(page, passes, "");
}

/** The same for its colours alone: what a page in its other theme may still break. */
export function violationsOfColours(page: Page | Frame): Promise<string[]> {
  return violationsOf(page, 0, ", runOnly: ['color-contrast', 'link-in-text-block']");
}

async function violationsOf(page: Page | Frame, passes: number, rules: string): Promise<string[]> {
  if (await page.evaluate("!window.axe")) await page.evaluate(AXE);
  type Result = {
    passes: number;
    failed: string[];
    violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }>;
  };
  const result = (await page.evaluate(look(rules))) as Result;
  expect(result.failed, "axe's own rules").toEqual([]);
  expect(result.passes, "axe has looked").toBeGreaterThan(passes);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { pageOf } from "../../../scripts/report/page/page.ts";
import { callText, timed, turnText } from "../../fixtures/report-lines.ts";
import { violations } from "../../support/accessibility.ts";
import { borrowPage } from "../../support/browser.ts";
import { openOnce } from "../../support/open-once.ts";
import { figuresIn } from "../../support/report-of.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

/** A log in which every part of the page has something to show. */
const LINES = Array.from({ length: 60 }, (_, index) => {
  const more = [
    {},
    { outcome: "transfer", intent: "agent_handover" },
    { fault: "settings", outcome: "transfer", intent: "key_refused", score: 0 },
    { integration: "BankWhatsApp", channel: "unknown", intent: "loan_rates", score: 0.4 },
    { integration: "BRIDGE", channel: "unknown" },
  ][index % 5];
  return timed(turnText({ conversation: `c${index}`, ...more }), 1 + (index % 9), index);
});
const CALLS = ["shown", "used", "good"].map((event, ms) => callText({ event, ms }));
const ASKED = callText({ op: "suggestion", event: undefined });

const open = openOnce(async () => {
  const file = temporaryFile("report.html", await pageOf(figuresIn([...LINES, ...CALLS, ASKED])));
  const address = pathToFileURL(file).href;
  const page = await borrowPage({ viewport: { width: 1280, height: 900 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(address);
  return { page, address, requests, complaints };
});

describe("the page in a browser", () => {
  it("asks for nothing beside itself, and axe finds nothing, light and wide, dark and narrow", async () => {
    const { page, address, requests, complaints } = open();
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 360],
    ] as const) {
      await page.emulateMedia({ media: "screen", colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${colorScheme}, ${width} pixels`).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
  });

  it("is light and unfolded on paper", async () => {
    const { page } = open();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    const isCut = `[...document.querySelectorAll(".scroll")].filter((table) => table.scrollHeight > table.clientHeight + 1).length`;
    expect(await page.evaluate(isCut)).toBe(0);
    await page.emulateMedia({ media: "screen" });
    expect(await page.evaluate(isCut)).toBeGreaterThan(0);
  });
});

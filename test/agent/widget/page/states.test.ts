import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../../../support/page-of-playground.ts";
import { openWidget } from "../../../support/page-of-widget.ts";
import { WIDGET_STATES } from "../../../support/states-of-widget.ts";
const browser = useBrowser();
mkdirSync("/tmp/shots", { recursive: true });
describe("shots", () => {
  it.each(WIDGET_STATES)("$name", async (state) => {
    for (const width of [300, 600]) {
      for (const colorScheme of ["light", "dark"] as const) {
        const open = await openWidget(browser(), { ...state.given, width, context: { colorScheme, viewport: { width: width + 40, height: 640 } } });
        await state.play?.(open);
        await open.widget.getByText(state.shows).first().waitFor();
        await open.page.locator("#pane").screenshot({ path: `/tmp/shots/${state.name}-${width}-${colorScheme}.png` });
        await open.page.context().close();
      }
    }
    expect(1).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { violations, violationsOfColours } from "../../../support/accessibility.ts";
import { openWidget } from "../../../support/page-of-widget.ts";
import { WIDGET_STATES } from "../../../support/states-of-widget.ts";

describe("what an agent may see", () => {
  it.each(WIDGET_STATES)("says so, fits a narrow pane and is open to everybody: $name", async (state) => {
    const open = await openWidget({ ...state.given, width: 280 });
    const { widget, page } = open;
    await state.play?.(open);
    await widget.getByText(state.shows).first().waitFor();
    expect(await violations(open.frame(), 8), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOfColours(open.frame()), "dark").toEqual([]);
    expect(await open.frame().evaluate("document.documentElement.scrollWidth"), "no scrolling sideways").toBe(
      280,
    );
  });

  it("stands side by side where there is room", async () => {
    const { given } = WIDGET_STATES.find(({ name }) => name === "draft") ?? WIDGET_STATES[0] ?? { given: {} };
    const { widget } = await openWidget({ ...given, width: 600 });
    await widget.getByRole("button", { name: /^Use/ }).waitFor();
    const tops = await Promise.all(
      ["Suggested reply", "What Clinc knew"].map(
        async (name) => (await widget.getByRole("region", { name }).boundingBox())?.y,
      ),
    );
    expect(tops[0]).toBe(tops[1]);
  });
});

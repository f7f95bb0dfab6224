import { describe, expect, it } from "vitest";
import { violations, violationsOfColours } from "../../../support/accessibility.ts";
import { openOnce } from "../../../support/open-once.ts";
import { goOn, line, type OpenWidget, openWidget } from "../../../support/page-of-widget.ts";
import { CONVERSATION_STATES, ENTRANCE_STATES, type WidgetState } from "../../../support/states-of-widget.ts";

const WIDTH = 280;

describe("what an agent may see", () => {
  const says = "says so, fits a narrow pane and is open to everybody: $name";

  async function expectOpenToEverybody(open: OpenWidget, { play, shows }: WidgetState) {
    const { widget, page, frame } = open;
    await play?.(open);
    await widget.getByText(shows).first().waitFor();
    expect(await violations(frame(), 8), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOfColours(frame()), "dark").toEqual([]);
    expect(await frame().evaluate("document.documentElement.scrollWidth"), "no scrolling sideways").toBe(
      WIDTH,
    );
  }

  it.each(ENTRANCE_STATES)(says, async (state) => {
    await expectOpenToEverybody(await openWidget({ ...state.given, width: WIDTH }), state);
  });

  describe("going from conversation to conversation", () => {
    const shared = openOnce(() => openWidget({ width: WIDTH }));

    it.each(CONVERSATION_STATES)(says, async (state) => {
      const open = shared();
      await open.page.emulateMedia({ colorScheme: "light" });
      await goOn(open, state.given);
      await expectOpenToEverybody(open, state);
    });
  });

  it("stands side by side where there is room", async () => {
    const model = { "chatTranscript.lines": [line()] };
    const { widget } = await openWidget({ model, width: 600 });
    await widget.getByRole("button", { name: /^Use/ }).waitFor();
    const tops = await Promise.all(
      ["Suggested reply", "What Clinc knew"].map(
        async (name) => (await widget.getByRole("region", { name }).boundingBox())?.y,
      ),
    );
    expect(tops[0]).toBe(tops[1]);
  });
});

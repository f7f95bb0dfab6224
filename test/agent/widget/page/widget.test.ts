import { afterEach, describe, expect, it } from "vitest";
import { useBrowser } from "../../../support/page-of-playground.ts";
import { expectNoComplaints, line, type OpenWidget, openWidget } from "../../../support/page-of-widget.ts";

const browser = useBrowser();

let open: OpenWidget;
afterEach(() => expectNoComplaints(open));

describe("the widget in a workspace", () => {
  it("shows what Clinc knew, and a suggestion for the line that waits", async () => {
    open = await openWidget(browser(), { model: { "chatTranscript.lines": [line()] } });
    const { widget, page } = open;
    await widget.getByText("I am sorry to hear that.").first().waitFor();
    await page.screenshot({ path: "/tmp/shots/first.png" });
    expect(await widget.getByRole("region", { name: "What Clinc knew" }).innerText()).toContain("card lost");
  });
});

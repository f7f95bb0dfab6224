import type { Frame } from "playwright-core";
import { launchBrowser } from "../kit/browser.ts";
import type { Example } from "../stand-ins/desk/example.ts";
import { startMockWorkspace } from "../stand-ins/workspace/server.ts";
import { quantile } from "./measure.ts";
import { showInWorkspace } from "./show.ts";

const LINES = 20;

/**
 * How long the widget itself takes from a consumer's line to its suggestion on the screen, for each of some lines one
 * after the other: milliseconds, without what its request to the desk took.
 */
export async function measureWidget(example: Example): Promise<number[]> {
  const workspace = await startMockWorkspace();
  const desk = await showInWorkspace(example, workspace);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(workspace.address);
    await page.frameLocator("#widget").getByRole("region", { name: "What Clinc knew" }).waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(desk.address)) as Frame;
    await frame.evaluate(NOTE);
    const took: number[] = [];
    for (let number = 1; number <= LINES; number += 1) {
      const line = {
        ...example.transcript.at(-1),
        id: `asked::${number}`,
        source: "visitor",
        by: "Consumer",
      };
      const said = Number(
        await page.evaluate(`{
          const line = ${JSON.stringify({ ...line, text: `How long does new card ${number} take?` })};
          workspace.say({ ...line, time: Date.now() });
          performance.timeOrigin + performance.now();
        }`),
      );
      took.push(Number(await frame.evaluate(`shown(${number})`)) - said);
    }
    return took;
  } finally {
    await browser.close();
    await desk.end();
    await workspace.close();
  }
}

/** What was measured, for people. */
export function toldOfWidget(took: readonly number[]): string {
  const [median, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
  return `${took.length} suggestions on the screen, beyond the desk's own time: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

/** Lets the page tell when it showed its suggestion of a number, as if the request for it had taken no time. */
const NOTE = `{
  const moments = [];
  let last, heard = () => {};
  const asked = () => performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith("/api/suggestion"));
  new MutationObserver(() => {
    const draft = document.querySelector(".draft");
    if (draft && draft !== last) moments.push(performance.timeOrigin + performance.now() - asked().duration);
    last = draft;
    heard();
  }).observe(document.querySelector("#suggestion"), { subtree: true, childList: true });
  window.shown = (number) => new Promise((resolve) => {
    heard = () => moments.length >= number && resolve(moments[number - 1]);
    heard();
  });
}`;

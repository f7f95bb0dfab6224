import { describe, expect, it } from "vitest";
import { openWidget } from "../../support/page-of-widget.ts";

/** Runs in the widget's frame what LivePerson's documents show, and gives what came of it. */
async function inFrame(script: string, model: Record<string, unknown> = {}) {
  const open = await openWidget({ model });
  await open.widget.getByText("Handed over", { exact: true }).waitFor();
  const run = (code: string) =>
    open.frame().evaluate(`new Promise((resolve) => { const sdk = lpTag.agentSDK; ${code} })`);
  return { ...open, run, result: await run(script) };
}

describe("the stand-in of LivePerson's client SDK", () => {
  it("gets what stands at a path, and null where nothing does", async () => {
    const get = (path: string) => `sdk.get("${path}", resolve)`;
    const { result, run } = await inFrame(get("chatInfo.rtSessionId"));
    expect(result).toBe("c-1");
    expect(await run(get("visitorInfo.visitorName"))).toBeNull();
  });

  it("calls both when it cannot get, as LivePerson's own does", async () => {
    const { result } = await inFrame(`
      const heard = [];
      sdk.get("", (value) => resolve([...heard, ["ok", value === undefined]]), (error) => heard.push(["failed", error.message]))`);
    expect(result).toEqual([
      ["failed", "There is no such path"],
      ["ok", true],
    ]);
  });

  it("tells what a path holds when it is bound, then each change, and nothing once it is unbound", async () => {
    const { run, set } = await inFrame(
      `
      window.heard = [];
      window.hear = (data) => heard.push(data);
      sdk.bind("SDE.personalInfo", hear, resolve)`,
      { "SDE.personalInfo": { name: "Ada" } },
    );
    await set("SDE.personalInfo", { name: "Grace" });
    await expect
      .poll(() => run("resolve(heard)"))
      .toEqual([
        { key: "SDE.personalInfo", newValue: { name: "Ada" } },
        { key: "SDE.personalInfo", newValue: { name: "Grace" } },
      ]);
    await run('sdk.unbind("SDE.personalInfo", hear, resolve)');
    await set("SDE.personalInfo", { name: "Joan" });
    await run('sdk.get("SDE.personalInfo", resolve)');
    expect(await run("resolve(heard.length)")).toBe(2);
  });

  it("writes into the agent's input, and sends structured content at once", async () => {
    const { run, page, written } = await inFrame(
      'sdk.command(sdk.cmdNames.write, { text: "Hello" }, resolve)',
    );
    expect(await written()).toEqual(["Hello"]);
    await run('sdk.command("Write StructuredContent", { json: { type: "vertical" } }, resolve)');
    expect(await page.evaluate("sent")).toEqual([{ type: "vertical" }]);
  });

  it("is silent once it is disposed of", async () => {
    const { result } = await inFrame(
      `sdk.dispose(); try { sdk.get("x", () => {}); } catch (error) { resolve(error.message); }`,
    );
    expect(result).toBe("Call init first");
  });
});

import { expect, it, onTestFinished } from "vitest";
import { violations } from "../../support/accessibility.ts";
import { borrowPage } from "../../support/browser.ts";
import { startScript } from "../../support/run-script.ts";

it("npm run desk -- --mock shows the widget at work in a workspace, once its agent has signed in", async () => {
  const child = await startScript("desk/desk.ts", ["--mock", "--port", "0"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain("Ctrl-C");
  const [, address = ""] = /workspace with the widget\s+(http:\S+)/.exec(said) ?? [];
  const page = await borrowPage({ viewport: { width: 1100, height: 760 } });
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  const widget = page.frameLocator("#widget");
  const signInBy = async (link: string) => {
    const button = widget.getByRole("button", { name: "Sign in" });
    const [provider] = await Promise.all([page.context().waitForEvent("page"), button.click()]);
    await provider.getByText("It asks for no password").waitFor();
    expect(await violations(provider, 10)).toEqual([]);
    await provider.getByRole("link", { name: link }).click();
  };
  await signInBy("Do not sign in");
  await widget.getByText("The sign-in was refused").waitFor();
  await signInBy("Sign in as Robin Agent");

  const transcript = page.getByRole("log", { name: "Transcript" });
  await widget.getByText("The bot's author hands over here").waitFor();
  await expect.poll(() => said).toMatch(/"agent":"agent-2".*"op":"briefing","status":"ok"/);
  expect(await transcript.innerText()).toContain("I lost my card");
  await page.getByLabel("Consumer").fill("How long does a new card take?");
  await page.keyboard.press("Enter");
  await widget.getByText("A replacement card arrives within five working days.").first().waitFor();
  await widget.getByRole("button", { name: /^Use/ }).click();
  await widget.getByText("Put into your input.").waitFor();
  expect(await page.getByLabel("Agent").inputValue()).toContain("five working days");
  await page.getByRole("button", { name: "Send" }).click();
  await widget.getByText("Nothing to answer now.").waitFor();
  expect(await transcript.getByText("A replacement card arrives").count()).toBe(1);

  await page.reload();
  await widget.getByText("The bot's author hands over here").waitFor();
});

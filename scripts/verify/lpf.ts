import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FUNCTION_NAMES, type FunctionName } from "../build/functions.ts";
import { command } from "../kit/command.ts";
import { fromJson } from "../kit/json.ts";
import { runProgram } from "../kit/run-program.ts";
import { verdict } from "../kit/terminal.ts";
import { ASSIST_SECRETS, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { deliver } from "../stand-ins/functions/connector.ts";
import { install } from "./install.ts";

const dist = join(import.meta.dirname, "../../dist/v1/functions");

const CLI = "liveperson-functions-cli@1.31.13";

const HELP = `Runs the committed V1 files with LivePerson's own command line tool (${CLI}), against the mock Clinc and
a stand-in for LivePerson's Conversation Context Service: installs the tool into a scratch folder, then "lpf init",
"lpf login" (a local file) and "lpf invoke NAME --local" for ${FUNCTION_NAMES.join(" and ")}.
Takes a minute or two and about 300 MB of disk, which it gives back.

Exit status: 0 when all is right, 1 when not, 2 for a wrong call.`;

/** What the tool prints for one invocation; its exit status says nothing. */
type Printed = { result?: unknown; errorMsg?: string };

async function main(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "verify-lpf-"));
  const clinc = await startMockClinc();
  const context = await startMockContextService();
  try {
    console.log(`Installing ${CLI} …`);
    const tool = join(scratch, "tool");
    await install(CLI, tool);
    const lpf = join(tool, "node_modules/.bin/lpf");

    const project = join(scratch, "project");
    mkdirSync(project);
    await runProgram(lpf, ["init"], { cwd: project });
    await runProgram(lpf, ["login", "--token", "x", "--accountId", "0", "--userId", "0"], { cwd: project });
    const folderOf = (name: FunctionName) => join(project, "functions", name);
    for (const name of FUNCTION_NAMES) cpSync(join(dist, name), folderOf(name), { recursive: true });

    const kept = mockRecord(context.host);
    const secrets = { ...mockSecrets(clinc.host), ...ASSIST_SECRETS, ...kept.secrets };
    const environment = { TRANSFER_SKILL: "human-agents", ...kept.environment };
    const run = { lpf, project, secrets, environment };
    // Not tried: an error status of Clinc. It ends the tool itself, whose client emits an error event that nobody hears.
    const checks = [
      await check("answers with Clinc's text", "ClincBot", run, (printed) => says(printed, "Which account?")),
      await check(
        "hands over when the host is not allowed",
        "ClincBot",
        { ...run, secrets: { ...secrets, clinc_host: "not.allowed.example" } },
        ({ result }) => JSON.stringify(result).includes('"intentId":"domain_not_allowed"'),
      ),
      await check(
        "fails on purpose without a skill, and says so",
        "ClincBot",
        { ...run, secrets: {}, environment: {} },
        ({ errorMsg }) => String(errorMsg).includes("TRANSFER_SKILL"),
      ),
      await check("suggests a reply", "ClincAgent", run, ({ result }) =>
        String(result).startsWith("Suggested reply (get balance, 0.97):\n\nWhich account?"),
      ),
      await check("says why it suggests none", "ClincAgent", { ...run, secrets: {} }, ({ result }) =>
        String(result).startsWith("Suggestions are off."),
      ),
    ];
    forBriefing(join(folderOf("ClincAgent"), "config.json"));
    checks.push(
      await check("tells what the bot knew", "ClincAgent", run, ({ result }) =>
        String(result).includes("- get balance (0.97), "),
      ),
    );
    for (const name of FUNCTION_NAMES) {
      const code = (folder: string) => readFileSync(join(folder, "index.js"), "utf8");
      const isUntouched = code(folderOf(name)) === code(join(dist, name));
      print(name, "leaves the file as it was", isUntouched);
      checks.push(isUntouched);
    }
    return checks.every(Boolean) ? 0 : 1;
  } finally {
    await clinc.close();
    await context.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The packaged input asks for a suggestion; without words it asks for a briefing of the same conversation. */
function forBriefing(file: string): void {
  const config = JSON.parse(readFileSync(file, "utf8"));
  config.input.payload.arguments = [];
  writeFileSync(file, JSON.stringify(config));
}

/** How a function is invoked. */
type Run = {
  lpf: string;
  project: string;
  secrets: Record<string, string>;
  environment: Record<string, string>;
};

async function check(
  what: string,
  name: FunctionName,
  { lpf, project, secrets, environment }: Run,
  isRight: (printed: Printed) => boolean,
): Promise<boolean> {
  const entries = Object.entries(secrets).map(([key, value]) => ({ key, value }));
  writeFileSync(
    join(project, "functions/settings.json"),
    JSON.stringify({ secrets: entries, whitelist: ["127.0.0.1"] }),
  );
  const output = await runProgram(lpf, ["invoke", name, "--local"], { cwd: project, environment });
  const printed = printedJson(output);
  const right = printed !== undefined && isRight(printed);
  print(name, what, right);
  if (!right) console.error(output);
  return right;
}

function says({ result }: Printed, text: string): boolean {
  const { consumer, problems } = deliver(result, false);
  return problems.length === 0 && consumer.join("\n").includes(text);
}

/** One JSON object stands behind a few lines of text. */
function printedJson(output: string): Printed | undefined {
  return fromJson(output.slice(output.indexOf("\n{"), output.lastIndexOf("}") + 1)) as Printed | undefined;
}

function print(name: FunctionName, what: string, isRight: boolean): void {
  console.log(verdict(isRight, `lpf invoke ${name} --local ${what}`));
}

await command(HELP, {}, main);

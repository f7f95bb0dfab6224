import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FUNCTION_NAME } from "../build/package-files.ts";
import { command } from "../kit/command.ts";
import { fromJson } from "../kit/json.ts";
import { runProgram } from "../kit/run-program.ts";
import { verdict } from "../kit/terminal.ts";
import { mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { deliver } from "../stand-ins/functions/connector.ts";
import { install } from "./install.ts";

const CLI = "liveperson-functions-cli@1.31.13";

const HELP = `Runs the committed V1 file with LivePerson's own command line tool (${CLI}), against the mock Clinc:
installs the tool into a scratch folder, then "lpf init", "lpf login" (a local file) and "lpf invoke ${FUNCTION_NAME} --local".
Takes a minute or two and about 300 MB of disk, which it gives back.

Exit status: 0 when all is right, 1 when not, 2 for a wrong call.`;

/** What the tool prints for one invocation; its exit status says nothing. */
type Printed = { result?: unknown; errorMsg?: string };

async function main(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "verify-lpf-"));
  const clinc = await startMockClinc();
  try {
    console.log(`Installing ${CLI} …`);
    const tool = join(scratch, "tool");
    await install(CLI, tool);
    const lpf = join(tool, "node_modules/.bin/lpf");

    const project = join(scratch, "project");
    mkdirSync(project);
    await runProgram(lpf, ["init"], { cwd: project });
    await runProgram(lpf, ["login", "--token", "x", "--accountId", "0", "--userId", "0"], { cwd: project });
    const dist = join(import.meta.dirname, "../../dist/v1/functions");
    cpSync(join(dist, FUNCTION_NAME), join(project, "functions", FUNCTION_NAME), { recursive: true });

    const code = readFileSync(join(dist, FUNCTION_NAME, "index.js"), "utf8");
    const secrets = mockSecrets(clinc.host);
    // Not tried: an error status of Clinc. It ends the tool itself, whose client emits an error event that nobody hears.
    const checks = [
      await check("answers with Clinc's text", project, lpf, secrets, (printed) =>
        says(printed, "Which account?"),
      ),
      await check(
        "hands over when the host is not allowed",
        project,
        lpf,
        { ...secrets, clinc_host: "not.allowed.example" },
        ({ result }) => JSON.stringify(result).includes('"intentId":"domain_not_allowed"'),
      ),
      await check("fails on purpose without a skill, and says so", project, lpf, {}, ({ errorMsg }) =>
        String(errorMsg).includes("TRANSFER_SKILL"),
      ),
    ];
    const isUntouched = readFileSync(join(project, "functions", FUNCTION_NAME, "index.js"), "utf8") === code;
    print("leaves the file as it was", isUntouched);
    return checks.every(Boolean) && isUntouched ? 0 : 1;
  } finally {
    await clinc.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function check(
  what: string,
  project: string,
  lpf: string,
  secrets: Record<string, string>,
  isRight: (printed: Printed) => boolean,
): Promise<boolean> {
  const entries = Object.entries(secrets).map(([key, value]) => ({ key, value }));
  writeFileSync(
    join(project, "functions/settings.json"),
    JSON.stringify({ secrets: entries, whitelist: ["127.0.0.1"] }),
  );
  const environment = entries.length > 0 ? { TRANSFER_SKILL: "human-agents" } : {};
  const output = await runProgram(lpf, ["invoke", FUNCTION_NAME, "--local"], { cwd: project, environment });
  const printed = printedJson(output);
  const right = printed !== undefined && isRight(printed);
  print(what, right);
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

function print(what: string, isRight: boolean): void {
  console.log(verdict(isRight, `lpf invoke --local ${what}`));
}

await command(HELP, {}, main);

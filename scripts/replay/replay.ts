import { GENERATIONS, type Generation } from "../build/generation.ts";
import {
  BadConversation,
  type Conversation,
  OWN_CONVERSATIONS,
  ownConversation,
  readConversation,
} from "../conversations/read-conversation.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { paint } from "../kit/terminal.ts";
import { ASSIST_SECRETS, mockSecrets, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { deliver } from "../stand-ins/functions/connector.ts";
import { loadBuilt } from "../stand-ins/functions/load-built.ts";
import type { Invocation, LoadedFunction } from "../stand-ins/functions/load-function.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { liveSecrets, settingsOfShell } from "../stand-ins/functions/shell-account.ts";

const HELP = `Builds the functions in memory, and replays conversations through them as LivePerson Functions would run them.

  npm start                          the project's own conversations, in both generations
  npm start -- FILE.json …           one payload, or one conversation: { "title", "turns": ["What is my balance?", …] }
  npm start -- --generation v2       only one generation
  npm start -- --live FILE.json      with a real Clinc instead of the mock: CLINC_HOST, CLINC_APP_KEY and
                                     (optional) CLINC_AI_VERSION, CLINC_ASSIST_AI_VERSION, CLINC_OFF come from the
                                     environment; with CLINC_CONTEXT_KEY the conversations have records at the
                                     real LivePerson

A turn is what is typed, a whole payload, or in short { "post": words, "on": "Facebook" } for a post that everybody
can read ("Twitter", "Instagram"; "direct" for a direct message), { "file": caption }, { "welcome": what was said last }.
An agent's turn is { "agent": "/clinc" } for what the bot knew, { "agent": "/clinc " and words } for a suggested reply,
or what the agent says. With "instances": 2 in a conversation two instances of V2 take its turns in turn; with "record": true it has a record.
Beside its title a conversation may have "language": "es-ES", as a browser tells it to LivePerson.
The functions' own environment variables (TRANSFER_SKILL and so on) may be set in the shell.
Exit status: 0 when every turn was answered as LivePerson wants it, 1 when not, 2 for a wrong call or file.`;

const OPTIONS = {
  live: { type: "boolean" },
  generation: { type: "string", default: "both" },
} as const;

async function main(values: Values<typeof OPTIONS>, words: string[]): Promise<number> {
  const generations = GENERATIONS.filter((one) => ["both", one].includes(values.generation));
  if (generations.length === 0) throw new UsageError("--generation is v1, v2 or both; choose one of them");
  const secrets = values.live ? liveSecrets() : undefined;
  // A wrong one ends it before anything is started.
  settingsOfShell();
  const files = words.length > 0 ? words : OWN_CONVERSATIONS.map(ownConversation);

  let turns = 0;
  let wrong = 0;
  for (const file of files) {
    for (const generation of generations) {
      const conversation = readOrExplain(file);
      turns += conversation.events.length;
      wrong += await replay(conversation, generation, secrets);
    }
  }
  const sum = `${turns} turns in ${files.length * generations.length} conversations, ${wrong} of them wrong`;
  console.log(paint(wrong > 0 ? "red" : "green", sum));
  return wrong > 0 ? 1 : 0;
}

function readOrExplain(file: string): Conversation {
  try {
    return readConversation(file);
  } catch (error) {
    throw error instanceof BadConversation ? new UsageError(error.message) : error;
  }
}

/** @returns how many turns were wrong */
async function replay(conversation: Conversation, generation: Generation, live?: Secrets): Promise<number> {
  const { title, isChat, events, record } = conversation;
  const clinc = live ? undefined : await startMockClinc();
  const context = !live && record ? await startMockContextService() : undefined;
  const kept = context && mockRecord(context.host);
  const ofMock = { ...mockSecrets(clinc?.host ?? ""), ...ASSIST_SECRETS };
  const secrets = { ...(live ?? ofMock), ...kept?.secrets };
  const environment = { ...settingsOfShell(), ...conversation.environment, ...kept?.environment };
  try {
    const instances = await loadBuilt(generation, conversation.instances, secrets, environment);
    const [agents] = await loadBuilt(generation, 1, secrets, environment, { name: "ClincAgent" });
    const count = instances.length;
    console.log(`${paint("bold", `${generation.toUpperCase()}  ${title}`)}`);
    let wrong = 0;
    let index = 0;
    for (const { by, said, input } of events) {
      print(by, said, "cyan");
      if (by === "agent") {
        if (input !== undefined && !reportCommand(await (agents as LoadedFunction).invoke(input))) wrong += 1;
        continue;
      }
      const calls = context?.seen.length ?? 0;
      const invocation = await (instances[index % count] as LoadedFunction).invoke(input);
      const where = count > 1 ? `, on instance ${(index % count) + 1}` : "";
      const asked = context ? `, ${context.seen.length - calls} calls for the record` : "";
      if (!report(invocation, isChat, where + asked)) wrong += 1;
      index += 1;
    }
    console.log("");
    return wrong;
  } finally {
    await clinc?.close();
    await context?.close();
  }
}

/** @returns whether the command was answered without a fault; its text is for this agent alone */
function reportCommand({ result, error, logs, milliseconds }: Invocation): boolean {
  print("this agent", error ? error.message : String(result), error ? "red" : "yellow");
  printComplaints(logs);
  print("took", `${milliseconds.toFixed(0)} ms`, "gray");
  return !error && !logs.some(({ text }) => /"fault":/.test(text));
}

/** @returns whether the turn was answered by Clinc, or by the function on purpose, and as LivePerson wants it */
function report({ result, error, logs, milliseconds }: Invocation, isChat: boolean, remark: string): boolean {
  if (error) {
    print("failed", error.message, "red");
    print("LivePerson", "escalates as the bot is configured to", "magenta");
    printComplaints(logs);
    return false;
  }
  const { consumer, inPublic, agent, classification, action, problems } = deliver(result, isChat);
  for (const text of consumer) print("bot", text);
  for (const text of inPublic) print("in public", text, "blue");
  for (const text of agent) print("agent only", text, "yellow");
  print("agent sees", classification, "gray");
  if (action !== "") print("LivePerson", action, "magenta");
  for (const problem of problems) print("refused", problem, "red");
  printComplaints(logs);
  print("took", `${milliseconds.toFixed(0)} ms${remark}`, "gray");
  return problems.length === 0 && !logs.some(({ text }) => /"fault":/.test(text));
}

function printComplaints(logs: Invocation["logs"]): void {
  for (const { level, text } of logs) if (level !== "info") print(level, text, "red");
}

function print(who: string, what: string, style?: Parameters<typeof paint>[0]): void {
  const [first = "", ...rest] = what.split("\n");
  const lines = [`${who.padStart(12)}  ${first}`, ...rest.map((line) => `${" ".repeat(14)}${line}`)];
  console.log(style ? paint(style, lines.join("\n")) : lines.join("\n"));
}

await command(HELP, OPTIONS, main, { allowPositionals: true });

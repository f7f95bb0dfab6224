import { command, UsageError, type Values } from "../kit/command.ts";
import { freePort } from "../kit/loopback.ts";
import { paint } from "../kit/terminal.ts";
import { DeskEnded, type DeskProcess, startDeskProcess } from "../stand-ins/desk/desk-process.ts";
import { type Example, startExample } from "../stand-ins/desk/example.ts";
import { type MockWorkspace, startMockWorkspace } from "../stand-ins/workspace/server.ts";
import { callsToTry } from "./calls.ts";
import { measure, told } from "./measure.ts";
import { showInWorkspace } from "./show.ts";

const HELP = `Runs the built desk, dist/desk/server.mjs: the server behind the widget of the agent workspace. Its audit goes to the standard
output, its notes to standard error.

  npm run desk                       with the settings of the shell, which src/agent/README.md lists
  npm run desk -- --mock             without any: against the mock Clinc and a stand-in of LivePerson's store, with a
                                     conversation that the built ClincBot has had, and without a sign-in. It prints the
                                     address of an agent workspace that shows the widget, and calls to copy
  npm run desk -- --mock --port 8123 on this port; without it on 4690, or on a free one where that is taken

  npm run desk -- --measure          the same, but it asks for 1,000 suggestions, prints what the desk adds to Clinc's time
                                     and the memory that it holds, and ends

It ends with Ctrl-C.
Exit status: 0 when it was ended, 1 when it failed, 2 for a wrong call or wrong settings, each of which it names.`;

const USUAL_PORT = 4690;

const OPTIONS = {
  mock: { type: "boolean", default: false },
  measure: { type: "boolean", default: false },
  port: { type: "string" },
} as const;

async function main({ mock, measure: isMeasured, port }: Values<typeof OPTIONS>): Promise<number> {
  if (isMeasured) return measured();
  if (!mock && port !== undefined)
    throw new UsageError("--port is for --mock; otherwise set PORT in the environment");
  try {
    if (mock) return await runMock(portOf(port));
    return await untilEnded(await startDeskProcess(shell(), { hear }));
  } catch (error) {
    if (error instanceof DeskEnded) return error.status ?? 1;
    throw error;
  }
}

/** With all that LivePerson and Clinc are to it, and a workspace in which its widget can be seen. */
async function runMock(port: number | undefined): Promise<number> {
  const workspace = await startMockWorkspace();
  try {
    const example = await startExample();
    return await show(example, workspace, port).finally(() => example.close());
  } finally {
    await workspace.close();
  }
}

async function show(example: Example, workspace: MockWorkspace, asked: number | undefined): Promise<number> {
  // Without a port that was asked for, one that is taken is no reason to give up.
  const port = asked === undefined ? await freePort(USUAL_PORT) : asked || (await freePort());
  const desk = await showInWorkspace(example, workspace, { port, hear });
  console.log(callsToTry(desk.address, example.conversationId, workspace.address));
  return untilEnded(desk);
}

async function untilEnded(desk: DeskProcess): Promise<number> {
  await Promise.race([interrupted(), desk.ended]);
  return (await desk.end()) ?? 1;
}

async function measured(): Promise<number> {
  const example = await startExample();
  const port = await freePort();
  const address = { DESK_PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: String(port) };
  const desk = await startDeskProcess({ ...example.environment, ...address });
  try {
    console.log(told(await measure(desk, example)));
    return 0;
  } finally {
    await desk.end();
    await example.close();
  }
}

function portOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new UsageError("--port is a number from 0 (any free port) to 65535");
}

function hear(text: string, stream: "stdout" | "stderr"): void {
  process[stream].write(stream === "stdout" ? paint("gray", text) : text);
}

function shell(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

await command(HELP, OPTIONS, main);

import { requireBuilt } from "../build/built-dist.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { freePort } from "../kit/loopback.ts";
import { paint } from "../kit/terminal.ts";
import { DeskEnded, type DeskProcess, startDeskProcess } from "../stand-ins/desk/desk-process.ts";
import { startExample } from "../stand-ins/desk/example.ts";
import { measure, told } from "./measure.ts";
import { measureWidget, toldOfWidget } from "./measure-widget.ts";
import { runMock } from "./mock.ts";

const HELP = `Runs the built desk, dist/desk/server.mjs: the server behind the widget of the agent workspace. Its audit goes to the standard
output, its notes to standard error.

  npm run desk                       with the settings of the shell, which src/agent/README.md lists
  npm run desk -- --mock             without any: against the mock Clinc and a stand-in of LivePerson's store, with a
                                     conversation that the built ClincBot has had. It prints the address of an agent
                                     workspace that shows the widget, where one signs in without a password
      --sign-in none                 nobody signs in, and it prints calls to copy too
      --port 8123                    on this port; without it on 4690, or on a free one where that is taken

  npm run desk -- --measure          the same, but it asks for 1,000 suggestions, prints what the desk adds to Clinc's time
                                     and the memory that it holds, then what the widget adds in a browser, and ends

It ends with Ctrl-C.
Exit status: 0 when it was ended, 1 when it failed, 2 for a wrong call or wrong settings, each of which it names.`;

const OPTIONS = {
  mock: { type: "boolean", default: false },
  measure: { type: "boolean", default: false },
  port: { type: "string" },
  "sign-in": { type: "string" },
} as const;

const MOST_PORTS = 65_535;

async function main({ mock, measure: isMeasured, port, ...given }: Values<typeof OPTIONS>): Promise<number> {
  const signIn = given["sign-in"];
  if (isMeasured && (mock || port !== undefined || signIn !== undefined))
    throw new UsageError("--measure goes alone; leave the other options out");
  requireBuilt("desk/");
  if (isMeasured) return measured();
  if (!mock && port !== undefined)
    throw new UsageError("--port is for --mock; otherwise set PORT in the environment");
  if (!mock && signIn !== undefined)
    throw new UsageError("--sign-in is for --mock; otherwise set DESK_SIGN_IN in the environment");
  const asked = portOf(port);
  // What is no port is for the desk to name, as it names its other settings.
  const listensAt = mock ? asked : Number(process.env.PORT);
  if (listensAt && listensAt <= MOST_PORTS)
    await refuseTaken(listensAt, mock ? "with --port" : "with PORT in the environment");
  try {
    if (mock) return await runMock({ port: asked, signsIn: signsIn(signIn), hear }, untilEnded);
    return await untilEnded(await startDeskProcess(shell(), { hear }));
  } catch (error) {
    if (error instanceof DeskEnded) return error.status ?? 1;
    throw error;
  }
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
    console.log(toldOfWidget(await measureWidget(example)));
    return 0;
  } finally {
    await desk.end();
    await example.close();
  }
}

function portOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= MOST_PORTS) return port;
  throw new UsageError("--port is a number from 0 (any free port) to 65535");
}

/** The desk itself would say so in the words of the system. */
async function refuseTaken(port: number, where: string): Promise<void> {
  if ((await freePort(port)) !== port) throw new UsageError(`Port ${port} is taken; choose another ${where}`);
}

function signsIn(given = "oidc"): boolean {
  if (given === "oidc" || given === "none") return given === "oidc";
  throw new UsageError("--sign-in is none, or oidc as without it");
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

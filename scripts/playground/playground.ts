import { command, UsageError, type Values } from "../kit/command.ts";
import { paint } from "../kit/terminal.ts";
import { liveSecrets } from "../stand-ins/functions/shell-account.ts";
import { startPlayground } from "./server.ts";

const HELP = `Builds the function in memory, and serves a page on this machine where you talk to it, and see what the
consumer, the agent and a developer see of each turn. After a transfer the agent answers, with the widget of the built desk.

  npm run playground                     with the mock Clinc and its example bank
  npm run playground -- --port 8123      on this port; without it on 4680, or on a free one where that is taken
  npm run playground -- --live           with a real Clinc: CLINC_HOST, CLINC_APP_KEY and (optional)
                                         CLINC_AI_VERSION, CLINC_ASSIST_AI_VERSION, CLINC_OFF come
                                         from the environment

The function's own environment variables (TRANSFER_SKILL and so on) may be set in the shell; the page can change them.
It ends with Ctrl-C.
Exit status: 0 when it was ended, 1 when it failed, 2 for a wrong call.`;

const USUAL_PORT = 4680;

const OPTIONS = {
  live: { type: "boolean" },
  port: { type: "string" },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const live = values.live ? liveSecrets() : undefined;
  const playground = await start(values.port, live ? { live } : {});
  console.log(`${paint("bold", "Playground")}  ${paint("cyan", playground.address)}`);
  console.log(
    live ? "It asks the Clinc of CLINC_HOST. Ctrl-C ends it." : "It asks the mock Clinc. Ctrl-C ends it.",
  );
  await ended();
  await playground.close();
  // A real Clinc may be silent still; nobody waits for its answer any more.
  process.exit(0);
}

async function start(given: string | undefined, options: Parameters<typeof startPlayground>[0]) {
  const port = portOf(given);
  try {
    return await startPlayground({ ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    if (port !== undefined) throw new UsageError(`Port ${port} is taken; choose another with --port`);
    return startPlayground(options);
  }
}

function portOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new UsageError("--port is a number from 0 (any free port) to 65535");
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

await command(HELP, OPTIONS, main);

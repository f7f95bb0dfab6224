import { freePort } from "../kit/loopback.ts";
import { paint } from "../kit/terminal.ts";
import type { DeskProcess } from "../stand-ins/desk/desk-process.ts";
import { type Example, startExample } from "../stand-ins/desk/example.ts";
import { type MockWorkspace, startMockWorkspace } from "../stand-ins/workspace/server.ts";
import { callsToTry } from "./calls.ts";
import { showInWorkspace } from "./show.ts";
import { startSignIn } from "./sign-in.ts";

/** How the desk among stand-ins is to be. */
export type MockOptions = {
  /** 0 for any free one; `undefined` for the usual one, or a free one where that is taken. */
  port: number | undefined;
  /** Whether agents sign in at a stand-in for the bank's provider; without it everybody is the agent `local`. */
  signsIn: boolean;
  hear(text: string, stream: "stdout" | "stderr"): void;
};

const USUAL_PORT = 4690;

/**
 * Runs a desk with all that LivePerson, Clinc and the bank are to it, and a workspace in which its widget can be seen.
 *
 * @param untilEnded resolves to the exit status when it is to end
 */
export async function runMock(
  { port: asked, signsIn, hear }: MockOptions,
  untilEnded: (desk: DeskProcess) => Promise<number>,
): Promise<number> {
  const started: Array<{ close(): Promise<void> }> = [];
  const keep = <Kept extends { close(): Promise<void> }>(kept: Kept): Kept => {
    started.push(kept);
    return kept;
  };
  try {
    const workspace = keep(await startMockWorkspace());
    const example = keep(await startExample());
    // Without a port that was asked for, one that is taken is no reason to give up.
    const port = asked === undefined ? await freePort(USUAL_PORT) : asked || (await freePort());
    const signIn = signsIn ? keep(await startSignIn(`http://127.0.0.1:${port}`)) : undefined;
    const desk = await showInWorkspace(example, workspace, { port, hear, settings: signIn?.settings });
    console.log(whatToTry(desk, example, workspace, signsIn));
    return await untilEnded(desk);
  } finally {
    await Promise.all(started.map((one) => one.close()));
  }
}

function whatToTry(
  { address }: DeskProcess,
  { conversationId }: Example,
  workspace: MockWorkspace,
  signsIn: boolean,
) {
  const open = "Open the workspace: the bot has just handed its conversation over.";
  const write = "Write something as the consumer, and look at the widget.";
  const what = signsIn
    ? [`${open} Sign in there: the provider is a stand-in too, and asks for no password.`, write]
    : [
        `${open} ${write}`,
        "Or copy these into another terminal. They begin a session, brief the agent who takes over, and suggest a reply:",
        "",
        callsToTry(address, conversationId),
      ];
  return [
    `${paint("bold", "An agent workspace with the widget")}  ${paint("cyan", workspace.address)}`,
    `${paint("bold", "The desk behind it")}                  ${paint("cyan", address)}`,
    "",
    ...what,
    "",
    "What the desk writes of each call stands below. Ctrl-C ends it.",
  ].join("\n");
}

import { VARIABLES } from "../../src/agent/desk/variables.ts";
import { inCapitals, startLocalDesk, withoutSignIn } from "../stand-ins/desk/local-desk.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import { startMockWorkspace } from "../stand-ins/workspace/server.ts";

/** The built desk behind the agent's widget. It starts when somebody first looks for it: most conversations need none. */
export type AgentsDesk = {
  /**
   * Where its widget is.
   *
   * @param ancestors the origins whose pages frame it; those of the first call count
   * @throws {DeskEnded} when it takes its settings for wrong
   */
  widget(ancestors: readonly string[]): Promise<string>;
  close(): Promise<void>;
};

/**
 * The desk of a conversation, which asks the same Clinc and reads the same records as its bot.
 *
 * @param environment of the bot; what both know has the same name
 */
export function agentsDesk(secrets: Secrets, environment: Record<string, string>): AgentsDesk {
  const known = Object.entries(environment).filter(([name]) => Object.hasOwn(VARIABLES, name));
  const settings = { ...inCapitals(secrets), ...Object.fromEntries(known), ...withoutSignIn() };
  let running: ReturnType<typeof start> | undefined;
  return {
    async widget(ancestors) {
      running ??= start(settings, ancestors);
      const { desk } = await running;
      return `${desk.address}/`;
    },
    async close() {
      const started = await running?.catch(() => undefined);
      // It has nothing to finish: nobody waits for a suggestion any more.
      await started?.desk.end("SIGKILL");
      await started?.workspace.close();
    },
  };
}

/** The page is the workspace itself; of the stand-in it takes the SDK. */
async function start(settings: Record<string, string>, ancestors: readonly string[]) {
  const workspace = await startMockWorkspace();
  try {
    return { workspace, desk: await startLocalDesk(settings, { ancestors, sdk: workspace.sdk }) };
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

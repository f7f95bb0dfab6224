import type { DeskProcess } from "../stand-ins/desk/desk-process.ts";
import type { Example } from "../stand-ins/desk/example.ts";
import { startLocalDesk } from "../stand-ins/desk/local-desk.ts";
import { heldConversation } from "../stand-ins/workspace/scene.ts";
import type { MockWorkspace } from "../stand-ins/workspace/server.ts";

type ShowOptions = {
  port?: number;
  settings?: Record<string, string> | undefined;
  hear?: (text: string, stream: "stdout" | "stderr") => void;
};

/**
 * Starts the built desk for an example, and lets a workspace frame its widget beside the example's conversation.
 *
 * @param port any free one without
 * @param settings replace those of the example, which asks nobody to sign in
 */
export async function showInWorkspace(
  { environment, conversationId, transcript }: Example,
  workspace: MockWorkspace,
  { port, settings = {}, hear }: ShowOptions = {},
): Promise<DeskProcess> {
  const around = { ancestors: [workspace.address], sdk: workspace.sdk };
  const options = { ...(port !== undefined && { port }), ...(hear && { hear }) };
  const desk = await startLocalDesk({ ...environment, ...settings }, around, options);
  workspace.scene = { widget: `${desk.address}/`, model: heldConversation(conversationId, transcript) };
  return desk;
}

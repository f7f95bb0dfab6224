import type { DeskProcess } from "../stand-ins/desk/desk-process.ts";
import type { Example } from "../stand-ins/desk/example.ts";
import { startLocalDesk } from "../stand-ins/desk/local-desk.ts";
import { heldConversation } from "../stand-ins/workspace/scene.ts";
import type { MockWorkspace } from "../stand-ins/workspace/server.ts";

/**
 * Starts the built desk for an example, and lets a workspace frame its widget beside the example's conversation.
 *
 * @param options.port any free one without
 */
export async function showInWorkspace(
  { environment, conversationId, transcript }: Example,
  workspace: MockWorkspace,
  options: { port?: number; hear?: (text: string, stream: "stdout" | "stderr") => void } = {},
): Promise<DeskProcess> {
  const around = { ancestors: [workspace.address], sdk: workspace.sdk };
  const desk = await startLocalDesk(environment, around, options);
  workspace.scene = { widget: `${desk.address}/`, model: heldConversation(conversationId, transcript) };
  return desk;
}

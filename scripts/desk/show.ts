import { freePort } from "../kit/loopback.ts";
import { type DeskProcess, startDeskProcess } from "../stand-ins/desk/desk-process.ts";
import type { Example } from "../stand-ins/desk/example.ts";
import { heldConversation } from "../stand-ins/workspace/scene.ts";
import type { MockWorkspace } from "../stand-ins/workspace/server.ts";

/**
 * Starts the built desk for an example, and lets a workspace frame its widget beside the example's conversation.
 *
 * @param port any free one without
 */
export async function showInWorkspace(
  { environment, conversationId, transcript }: Example,
  workspace: MockWorkspace,
  { port, hear }: { port?: number; hear?: (text: string, stream: "stdout" | "stderr") => void } = {},
): Promise<DeskProcess> {
  const taken = port ?? (await freePort());
  const address = `http://127.0.0.1:${taken}`;
  const settings = {
    ...environment,
    DESK_PUBLIC_URL: address,
    PORT: String(taken),
    DESK_SUGGEST: "auto",
    DESK_FRAME_ANCESTORS: workspace.address,
    LIVEPERSON_SDK: workspace.sdk,
  };
  const desk = await startDeskProcess(settings, hear ? { hear } : {});
  workspace.scene = { widget: `${address}/`, model: heldConversation(conversationId, transcript) };
  return desk;
}

import { freePort } from "../kit/loopback.ts";
import { type DeskProcess, startDeskProcess } from "../stand-ins/desk/desk-process.ts";
import type { Example } from "../stand-ins/desk/example.ts";
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
  const taken = port ?? (await freePort());
  const address = `http://127.0.0.1:${taken}`;
  const all = {
    ...environment,
    DESK_PUBLIC_URL: address,
    PORT: String(taken),
    DESK_SUGGEST: "auto",
    DESK_FRAME_ANCESTORS: workspace.address,
    LIVEPERSON_SDK: workspace.sdk,
    ...settings,
  };
  const desk = await startDeskProcess(all, hear ? { hear } : {});
  workspace.scene = { widget: `${address}/`, model: heldConversation(conversationId, transcript) };
  return desk;
}

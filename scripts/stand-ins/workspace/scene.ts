/** What a workspace shows. */
export type Scene = {
  /** Address of the widget that it frames. */
  widget: string;
  /**
   * What the widget sees, by path; what is not there does not exist for it.
   *
   * @see https://developers.liveperson.com/agent-workspace-widget-sdk-public-model-structure.html
   */
  model: Record<string, unknown>;
};

/** What a workspace shows to the agent who holds a messaging conversation. */
export function heldConversation(conversationId: string, lines: readonly unknown[] = []): Scene["model"] {
  return {
    "chatInfo.rtSessionId": conversationId,
    "chatInfo.isMessaging": true,
    "agentInfo.agentId": 4711,
    "chattingAgentInfo.agentId": "4711",
    "chatTranscript.lines": lines,
  };
}

const IDS = new Set(["convId", "dialogId", "conversationId", "chatSessionKey"]);

/** A bot payload without the ids of its conversation, so that it can happen in another one. */
export function withoutIds(payload: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(payload, (name, value) => (IDS.has(name) ? undefined : value)));
}

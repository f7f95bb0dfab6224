import { entriesOf } from "../entries.ts";
import type { ConversationView, MessageView } from "../view.ts";

/** A line of the transcript as LivePerson's workspace shows it to widgets, as far as it is public. */
type PublicLine = { source: "visitor" | "agent"; by: string; text: string; time: number };

/**
 * The transcript of the agent's workspace. Rich content has no text there.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-public-model-structure.html
 */
export function publicLines(view: ConversationView, conversationId: string): unknown[] {
  const lines = entriesOf(view).flatMap((entry): PublicLine[] => {
    if ("line" in entry) {
      const { by, text, at } = entry.line;
      return [{ source: by === "consumer" ? "visitor" : "agent", by, text, time: at }];
    }
    const { said, isSpoken, messages } = entry.turn;
    const consumer: PublicLine = { source: "visitor", by: "consumer", text: isSpoken ? said : "", time: 0 };
    return [consumer, ...messages.flatMap(spoken)];
  });
  return lines.map((line, place) => {
    const type = line.text === "" ? "richContent" : "line";
    return { ...line, type, dialogId: conversationId, id: `${conversationId}::${place}` };
  });
}

function spoken(message: MessageView): PublicLine[] {
  const bot = { source: "agent", by: "bot", time: 0 } as const;
  switch (message.kind) {
    case "text":
    case "public":
    case "quickReplies":
      return [{ ...bot, text: message.text }];
    case "content":
      return [{ ...bot, text: "" }];
    default:
      return [];
  }
}

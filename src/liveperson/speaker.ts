import type { LpEvent } from "./event.ts";

/** Everybody in a conversation but its consumer. */
const OTHERS = /^(AGENT|ASSIGNED_AGENT|MANAGER|READER|CONTROLLER)$/i;

/**
 * Who speaks. LivePerson says that only the consumer's messages arrive, yet public code guards against others. Only
 * what says so is somebody else's: a new role or audience must not make the bot deaf.
 *
 * @returns the field that names somebody else, or `""` for the consumer
 * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html
 */
export function otherSpeaker(lpEvent: LpEvent, isChat: boolean): string {
  const { messageAudience, originatorMetadata, dialogType, conversationContext } = lpEvent;
  const signs = {
    messageAudience: !/^(ALL)?$/i.test(messageAudience.trim()),
    "originatorMetadata.role": OTHERS.test(originatorMetadata.role.trim()),
    __isMe: lpEvent.__isMe,
    source: isChat && /^(agent|system)$/i.test(lpEvent.source.trim()),
    dialogType: [dialogType, conversationContext.dialogType].includes("POST_SURVEY"),
  };
  return Object.entries(signs).find(([, isOther]) => isOther)?.[0] || "";
}

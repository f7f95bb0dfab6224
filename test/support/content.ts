import type { JsonObject } from "../../src/runtime/tolerant.ts";

/** LivePerson's structured content, written as shortly as a test can say it. */

export const text = (words: string) => ({ type: "text", text: words });
export const title = (words: string) => ({ ...text(words), tag: "title" });
export const subtitle = (words: string) => ({ ...text(words), tag: "subtitle" });
export const footer = (words: string) => ({ ...text(words), tag: "footer" });

/** What a click does: it says something in the consumer's name, or opens an address. */
export const says = (words: string) => ({ type: "publishText", text: words });
export const opens = (uri: string, name?: string) => ({ type: "link", uri, ...(name && { name }) });

export const button = (label: string, ...actions: JsonObject[]) => ({
  type: "button",
  title: label,
  click: { actions },
});
/** A button that says what stands on it, or other words. */
export const choice = (label: string, words = label) => button(label, says(words));
/** A button that opens an address, with the same name for both. */
export const link = (label: string, uri: string) => button(label, opens(uri, label));

export const vertical = (...elements: JsonObject[]) => ({ type: "vertical", elements });
export const quickReplies = (message: string, replies: JsonObject[]) => ({
  message,
  quickReplies: { type: "quickReplies", itemsPerRow: 8, replies },
});

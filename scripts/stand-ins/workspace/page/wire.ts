/** The name under which LivePerson's workspace and its SDK call each other. */
export const APP = "iFrame manager";

/** The commands that write into the agent's side of the conversation, as LivePerson documents them. */
export const WRITE = {
  line: "Write ChatLine",
  structuredContent: "Write StructuredContent",
} as const;

import * as z from "zod";
import { conversationFile } from "../conversations/conversation-file.ts";

/** The schema of files with conversations, as JSON: editors complete and check by it. */
export function schemaOfFiles(): string {
  const schema = z.toJSONSchema(conversationFile, { io: "input", target: "draft-7" });
  const title = "A conversation to replay, its turns alone, or one turn alone";
  return JSON.stringify({ ...schema, title }, null, 2);
}

import * as z from "zod";
import { authoredContent } from "../conversations/authored-content.ts";
import { conversationFile } from "../conversations/conversation-file.ts";

/** The schema of files with conversations, as JSON: editors complete and check by it. */
export function schemaOfFiles(): string {
  const schema = asJson(conversationFile);
  const { $schema: _, ...liveperson } = asJson(authoredContent);
  const definitions = { ...(schema.definitions as object), liveperson };
  const title = "A conversation to replay, its turns alone, or one turn alone";
  return JSON.stringify({ ...schema, definitions, title }, null, 2);
}

function asJson(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}

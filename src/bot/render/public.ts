import type { Answer } from "../../answer/answer.ts";
import { isAnswerable, type Post, publicAnswer } from "../../liveperson/post.ts";
import type { Reply } from "../../liveperson/reply.ts";
import { NO_CHOICES } from "../memory.ts";
import { classified, type Rendering, SAY_NOTHING } from "./render.ts";

/** Puts an answer into the one form that leaves for everybody to read: texts alone. Nothing else may be said there. */
export function renderInPublic({ blocks, intent }: Answer, post: Post): Rendering {
  const text = blocks.flatMap((block) => (block.kind === "text" ? [block.text] : [])).join("\n");
  const isSaid = text !== "" && isAnswerable(post);
  const reply: Reply = {
    messages: isSaid ? [] : SAY_NOTHING,
    context: { ...classified(intent), ...(isSaid && publicAnswer(text, post)) },
  };
  return { reply, written: JSON.stringify(reply), open: NO_CHOICES, remarks: [] };
}

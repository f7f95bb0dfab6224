import type { Block } from "../../answer/answer.ts";
import { contentAsText, MOST_LINES } from "../../answer/content-as-text.ts";
import type { Message } from "../../liveperson/reply.ts";
import { checkContent, checkMetadata } from "../../liveperson/structured-content.ts";
import { tidied } from "../../liveperson/tidied.ts";
import type { Draft } from "./draft.ts";
import { inWords } from "./numbered-list.ts";

/**
 * LivePerson's own structured content: as its author wrote it where the channel takes it, else tidied up, else its words.
 */
export function nativeContent(block: Block & { kind: "native" }, draft: Draft): Message[] {
  const { profile, channel, open } = draft;
  const written = "quickReplies" in block.content ? block.content : draft.safe(block.content);
  const refused = checkContent(written, profile);
  const body = refused === undefined ? written : tidied(written);
  const problem = body === written ? refused : checkContent(body, profile);
  if (problem !== undefined) {
    const words = contentAsText(block.content, profile.native);
    draft.remark(
      problem,
      `${words.isCut ? `the first ${MOST_LINES} lines of its text were` : "its text was"} sent instead`,
    );
    return inWords(words, draft);
  }
  const { metadata = [], encodedMetadata } = block;
  const wrongMetadata = checkMetadata(metadata);
  if (wrongMetadata) draft.remarks.push(wrongMetadata);
  open.shown.push(...contentAsText(block.content).choices);
  const hasMetadata = metadata.length > 0 && !wrongMetadata;
  return [
    {
      structuredContent: body,
      ...(hasMetadata && { metadata }),
      ...(encodedMetadata && channel !== "chat" && { encodedMetadata }),
    },
  ];
}

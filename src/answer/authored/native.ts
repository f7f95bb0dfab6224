import { mapValues } from "../../runtime/map-values.ts";
import { asObject, type JsonObject } from "../../runtime/tolerant.ts";
import { addressOf } from "../address.ts";
import type { Block } from "../answer.ts";
import { isReadable } from "../content-as-text.ts";
import { readEncodedMetadata, readMetadata } from "./metadata.ts";
import type { Remark } from "./neutral.ts";

/** Reads LivePerson's own structured content, an object or JSON of one, with what belongs to it. */
export function readNative(entry: JsonObject, remark: Remark): Block[] {
  if (!("structuredContent" in entry)) return [];
  const content = asObject(entry.structuredContent);
  if (!content) {
    remark(".structuredContent", "neither an object nor JSON of one");
    return [];
  }
  if (!isReadable(content)) {
    remark(".structuredContent", "nothing to show");
    return [];
  }
  return [
    {
      kind: "native",
      content: mapValues(content, wholeAddress, ["metadata"]),
      ...readMetadata(entry.metadata, remark),
      ...readEncodedMetadata(entry.encodedMetadata, remark),
    },
  ];
}

/** An address that LivePerson would refuse is written as it takes it; any other stays as the author wrote it. */
function wholeAddress(text: unknown, name: string): unknown {
  if (typeof text !== "string") return text;
  const isRefused = name === "uri" ? /[^!-~]/.test(text) : name === "url" && /\s/.test(text);
  return isRefused ? addressOf(text) : text;
}

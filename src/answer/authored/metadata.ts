import { isJsonObject, type JsonObject } from "../../runtime/tolerant.ts";
import type { Remark } from "./neutral.ts";

/** LivePerson's pages show metadata as one object and as a list; its templates, and so the platform, use a list. */
export function readMetadata(metadata: unknown, remark: Remark): { metadata?: JsonObject[] } {
  if (metadata === undefined || metadata === null) return {};
  const items = Array.isArray(metadata) ? metadata : [metadata];
  const objects = items.filter(isJsonObject);
  if (objects.length < items.length) remark(".metadata", "not a list of objects");
  return objects.length > 0 ? { metadata: objects } : {};
}

const BASE64 = /^([A-Za-z\d+/]{4})*([A-Za-z\d+/]{3}=|[A-Za-z\d+/]{2}==)?$/;

/** Base64 of at most 5k; LivePerson drops the whole message when a rule is broken, so nothing doubtful goes out. */
export function readEncodedMetadata(encoded: unknown, remark: Remark): { encodedMetadata?: string } {
  if (encoded === undefined || encoded === null || encoded === "") return {};
  if (typeof encoded === "string" && encoded.length <= 5_000 && BASE64.test(encoded)) {
    return { encodedMetadata: encoded };
  }
  remark(".encodedMetadata", "not base64 of at most 5,000 characters; left out");
  return {};
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../../scripts/bench/rivals");

it.each([
  ["toolbelt.cjs", "5401544fdf0cc7f761737a20cf958f09a9420327423365bbd2040ad478175506"],
  ["axios-and-zod.js", "f5f68d7055b3abcb99fb69e5bdf91bb8dfd323230821c53741c29b23d9141bb1"],
])(
  "leaves the rival %s as it was: figures of different days are compared with each other",
  (name, sha256) => {
    const text = readFileSync(join(folder, name), "utf8");
    expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
  },
);

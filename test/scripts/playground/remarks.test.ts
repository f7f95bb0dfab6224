import { expect, it } from "vitest";
import { remarksOf } from "../../../scripts/playground/remarks.ts";

it("takes apart what the function has written in one line, and leaves out settings and the turn itself", () => {
  const logs = [
    { level: "warn" as const, text: "[clinc] FAILURE_LIMIT must be a whole number; the default is used" },
    {
      level: "warn" as const,
      text: "[clinc] liveperson[0].choises: not known there | sms: no card; it is text",
    },
    { level: "info" as const, text: '[clinc] turn {"outcome":"continue"}' },
  ];
  expect(remarksOf(logs, ["FAILURE_LIMIT must be a whole number; the default is used"])).toEqual([
    "liveperson[0].choises: not known there",
    "sms: no card; it is text",
  ]);
});

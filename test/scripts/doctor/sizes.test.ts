import { describe, expect, it } from "vitest";
import { examineSize } from "../../../scripts/doctor/sizes.ts";

describe("the doctor's look at the length of a built file", () => {
  it("counts characters and not bytes", () => {
    expect(examineSize("dist/v1", "…".repeat(88_000))).toEqual({
      name: "dist/v1",
      status: "ok",
      finding: "88,000 characters; LivePerson takes 100,000",
    });
  });

  it("warns above our own limit, and fails above LivePerson's", () => {
    const checks = [95_000, 95_001, 100_001].map((count) => examineSize("dist/v1", "…".repeat(count)));
    expect(checks.map(({ status }) => status)).toEqual(["ok", "warning", "failed"]);
    expect(checks[1]?.remedy).toContain("The build stops above 95,000");
  });
});

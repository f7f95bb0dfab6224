import { describe, expect, it } from "vitest";
import { judgeInvocations, planInvocations } from "../../../scripts/doctor/invocations.ts";

describe("the doctor's plan of invocations", () => {
  it("takes one for each message and one for the welcome", () => {
    const plan = planInvocations(10_000, 8);
    expect(plan).toMatchObject({ aMonth: 90_000, freeAMonth: 150_000, share: 0.6 });
    expect(judgeInvocations(plan)).toEqual({
      name: "invocations",
      status: "ok",
      finding: "10,000 × (8 + 1) = 90,000 a month, 60 % of 150,000 free ones",
    });
  });

  it("is right with all of the free ones, and warns of one more conversation", () => {
    expect(judgeInvocations(planInvocations(15_000, 9)).status).toBe("ok");
    const beyond = judgeInvocations(planInvocations(15_001, 9));
    expect(beyond).toMatchObject({ status: "warning" });
    expect(beyond.remedy).toContain("Ask LivePerson what invocations beyond the free ones cost");
  });
});

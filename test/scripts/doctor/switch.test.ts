import { describe, expect, it } from "vitest";
import { examineSwitch } from "../../../scripts/doctor/switch.ts";

describe("the doctor's look at the switch", () => {
  it("is silent where there is none", () => {
    expect([...examineSwitch(undefined, "clinc"), ...examineSwitch(" ", "clinc")]).toEqual([]);
  });

  it("warns of a bot that is off, and of a word that switches nothing, and does not repeat it", () => {
    const [off] = examineSwitch("Transfer", "bank2");
    expect(off).toMatchObject({ name: "switch", status: "warning" });
    expect(off?.finding).toBe("CLINC_OFF is transfer: the bot stands aside, and asks Clinc nothing");
    expect(off?.remedy).toContain('Secret Storage, "bank2_off"');
    const [on] = examineSwitch("s3cr3t", "clinc");
    expect(on).toMatchObject({
      status: "warning",
      finding: expect.stringContaining("neither transfer nor apology"),
    });
    expect(JSON.stringify(on)).not.toContain("s3cr3t");
  });
});

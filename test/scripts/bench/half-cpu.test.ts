import { describe, expect, it } from "vitest";
import { confineToHalfCpu } from "../../../scripts/bench/half-cpu.ts";

describe("the half CPU", () => {
  it("is told in words, whatever of it the system allows, and still runs the program", () => {
    const confinement = confineToHalfCpu();
    try {
      expect(confinement.description).toMatch(/^(half a CPU \(cgroup quota\)|a whole CPU), (not )?pinned/);
      const [program, args] = confinement.command("node", ["a b.js", "$HOME"]);
      expect([program, ...args].slice(-3)).toEqual(["node", "a b.js", "$HOME"]);
    } finally {
      confinement.release();
    }
  });
});

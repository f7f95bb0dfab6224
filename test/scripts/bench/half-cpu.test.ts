import { describe, expect, it } from "vitest";
import { confineToHalfCpu } from "../../../scripts/bench/half-cpu.ts";

describe("the half CPU", () => {
  it("is described in words and runs the program, whatever the system allows", () => {
    const confinement = confineToHalfCpu();
    try {
      expect(confinement.description).toMatch(/^(half a CPU \(cgroup quota\)|a whole CPU), (not )?pinned/);
      for (const within of [confinement.halfCpu, confinement.beside]) {
        const [program, args] = within("node", ["a b.js", "$HOME"]);
        expect([program, ...args].slice(-3)).toEqual(["node", "a b.js", "$HOME"]);
      }
    } finally {
      confinement.release();
    }
  });
});

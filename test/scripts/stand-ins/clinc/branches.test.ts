import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapOf, nearestBranch } from "../../../../scripts/stand-ins/clinc/branches.ts";

/** Town and whole kilometres. */
function nearest(lat: number, lon: number): [string, number] {
  const { branch, kilometres } = nearestBranch({ lat, lon });
  return [branch.town, Math.round(kilometres)];
}

describe("the nearest branch of the example bank", () => {
  it("is found along the ground, with its distance", () => {
    expect(nearest(53.7977, -1.5463)).toEqual(["Leeds", 0]);
    // Bradford, Cambridge and Detroit.
    expect(nearest(53.7938, -1.7564)).toEqual(["Leeds", 14]);
    expect(nearest(52.2053, 0.1218)).toEqual(["London", 78]);
    expect(nearest(42.3314, -83.0458)).toEqual(["Ann Arbor", 58]);
  });

  it("is found across the date line and a pole", () => {
    // Tonga, to the east of New Zealand and of the line.
    expect(nearest(-21.1393, -175.2049)[0]).toBe("Auckland");
    expect(nearest(-90, 0)).toEqual(["Auckland", 5910]);
  });

  it("is never further than half around the Earth", () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        const { kilometres } = nearestBranch({ lat, lon });
        expect(kilometres).toBeGreaterThanOrEqual(0);
        expect(kilometres).toBeLessThanOrEqual(20_016);
      }),
    );
  });

  it("has a map that shows the branch", () => {
    expect(mapOf({ lat: 53.7977, lon: -1.5463 })).toBe(
      "https://www.openstreetmap.org/?mlat=53.7977&mlon=-1.5463",
    );
  });
});

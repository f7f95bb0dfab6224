import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import * as events from "../fixtures/events.ts";

const ANN_ARBOR = { lat: 42.28, lon: -83.74 };

/** What is read of shared content. */
function shared(content: unknown) {
  const { said, location } = parseEvent(events.location(content));
  return { said, location };
}

const mapOf = (la: unknown, lo: unknown) => ({ type: "map", la, lo });
const inCard = (...elements: unknown[]) => ({ type: "vertical", elements });

describe("a location", () => {
  it("is where the map is, in a card, alone, as text of JSON, with numbers written as texts", () => {
    const map = mapOf(42.28, -83.74);
    for (const content of [
      inCard(map),
      map,
      JSON.stringify(inCard(map)),
      inCard({ type: "text", text: "I am here" }, map),
      mapOf("42.28", " -83.74 "),
    ])
      expect(shared(content)).toEqual({ said: { kind: "location" }, location: ANN_ARBOR });
  });

  it("reaches to the poles, the date line and the zero meridian", () => {
    for (const [lat, lon] of [
      [90, 180],
      [-90, -180],
      [0, 0],
    ])
      expect(shared(mapOf(lat, lon)).location).toEqual({ lat, lon });
  });

  it.each<[what: string, la: unknown, lo: unknown]>([
    ["beyond a pole", 91, 0],
    ["beyond the other", -90.001, 0],
    ["beyond the date line", 0, 180.5],
    ["without a number", "north", "west"],
    ["without its latitude", undefined, 1],
    ["without its longitude", 1, null],
    ["of nothing but blanks", " ", ""],
    ["that is no number", Number.NaN, 1],
    ["without an end", Number.POSITIVE_INFINITY, 1],
    ["in a list", [1], [2]],
    ["of yes and no", true, false],
    ["in an object", { valueOf: 1 }, 1],
  ])("%s is none that Clinc can be asked about", (_, la, lo) => {
    expect(shared(inCard(mapOf(la, lo)))).toEqual({
      said: { kind: "unsupported", what: "location" },
      location: undefined,
    });
  });

  it("is none in other content, however it looks", () => {
    for (const content of [inCard({ type: "text", text: "map" }), inCard(), "a map", '"map"', [], null, 7])
      expect(shared(content).said).toEqual({ kind: "unsupported", what: "rich_content" });
  });

  it("is left behind where everybody can read it", () => {
    const { payload } = events.location();
    const { lpEvent } = payload.context as { lpEvent: Record<string, unknown> };
    lpEvent.metadata = [events.socialData("Facebook", "Public")];
    const turn = parseEvent({ payload });
    expect(turn.said.kind).toBe("public");
    expect(JSON.stringify(turn)).not.toContain("42.28");
  });

  it("stands neither in what was said nor in what tells a repeat", () => {
    const { said, repeatKey } = parseEvent(events.location());
    expect(repeatKey).not.toBe("");
    expect(JSON.stringify(said) + repeatKey).not.toMatch(/42|83/);
  });

  it("is on Earth, or there is none", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (la, lo) => {
        const { location } = shared(inCard(mapOf(la, lo)));
        if (location === undefined) return;
        expect(Math.abs(location.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(location.lon)).toBeLessThanOrEqual(180);
      }),
    );
  });
});

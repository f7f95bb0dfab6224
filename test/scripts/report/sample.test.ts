import { describe, expect, it } from "vitest";
import { inventedMonth } from "../../../scripts/report/sample/month.ts";
import { figuresIn } from "../../support/report-of.ts";

async function sample(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of inventedMonth({ days: 1 })) lines.push(line);
  return lines;
}

describe("the invented month", () => {
  it("is a log of the built files, and the same for the same seed", async () => {
    const lines = await sample();
    const { conversations, latency, lines: counts, turns, versions } = figuresIn(lines);
    expect(conversations.total).toBeGreaterThan(50);
    expect(conversations.handedOver).toBeGreaterThan(5);
    expect(turns.answered).toBeGreaterThan(conversations.total);
    expect(counts).toMatchObject({ foreign: 1, cut: 0, untimed: 0 });
    expect(counts.desk).toBeGreaterThan(10);
    expect(counts.commands).toBeGreaterThan(0);
    const own = latency.parts.find(({ part }) => part === "ownMs")?.durations;
    expect(own?.p50).toBeGreaterThan(0);
    expect(own?.max).toBeLessThan(20);
    expect(versions.map(({ version }) => version)).toEqual(["1.0.0"]);
    expect(await sample()).toEqual(lines);
  });
});

import { describe, expect, it } from "vitest";
import { ownCosts, profiled } from "../../../../scripts/bench/programs/profiler.ts";

describe("the costs of functions", () => {
  const frame = (functionName: string, url = "/a.cjs", lineNumber = 0) => ({
    functionName,
    scriptId: "1",
    url,
    lineNumber,
    columnNumber: 0,
  });
  const node = (id: number, functionName: string, url?: string) => ({
    id,
    callFrame: frame(functionName, url),
  });

  it("are added up over all callers, time and bytes, the longest first", () => {
    const time = {
      nodes: [node(1, "read", "file:///a.cjs"), node(2, "write"), node(3, "write")],
      startTime: 0,
      endTime: 400,
      samples: [1, 2, 3],
      timeDeltas: [100, 90, 80],
    };
    const leaf = { callFrame: frame("read"), selfSize: 30, id: 2, children: [] };
    const heap = {
      head: { callFrame: frame("write"), selfSize: 5, id: 1, children: [leaf, leaf] },
      samples: [],
    };
    expect(ownCosts(time, heap)).toEqual([
      { name: "write", url: "/a.cjs", line: 1, microseconds: 170, bytes: 5 },
      { name: "read", url: "/a.cjs", line: 1, microseconds: 100, bytes: 60 },
    ]);
  });

  it("hold no time in which the process has not run", () => {
    const time = { nodes: [node(1, "read")], startTime: 0, endTime: 1, samples: [1], timeDeltas: [50_000] };
    const heap = { head: { callFrame: frame("read"), selfSize: 0, id: 1, children: [] }, samples: [] };
    expect(ownCosts(time, heap)).toMatchObject([{ name: "read", microseconds: 1_000 }]);
  });

  it("are sampled of what runs, which runs twice: once for its time, once for what it allocates", async () => {
    let runs = 0;
    const kept: unknown[] = [];
    const costs = await profiled(async () => {
      runs += 1;
      const end = performance.now() + 20;
      while (performance.now() < end) kept.push(new Array(1_000).fill(runs));
    });
    expect(runs).toBe(2);
    const sum = (of: "microseconds" | "bytes") => costs.reduce((whole, cost) => whole + cost[of], 0);
    expect(sum("microseconds")).toBeGreaterThan(0);
    expect(sum("bytes")).toBeGreaterThan(1_000);
  });
});

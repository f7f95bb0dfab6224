import { describe, expect, it } from "vitest";
import { Chance } from "../../../../scripts/kit/chance.ts";
import { ContextLine } from "../../../../scripts/soak/instances/context-line.ts";
import { VirtualTime } from "../../../../scripts/stand-ins/functions/virtual-time.ts";

const ADDRESS = "https://z1.context.liveperson.net/v1/account/1/ns/c/properties?x=1";

function lineTo(answer: ConstructorParameters<typeof ContextLine>[0]["answer"], loses = 0.01) {
  const line = new ContextLine({ answer }, { latencyMs: [20, 300], loses }, new Chance(1));
  const request = (method: string, body = "") =>
    line.respond({ method, url: ADDRESS, headers: { k: "v" }, body });
  return { line, request };
}

describe("the line to the Conversation Context Service", () => {
  it("carries a request as it is, and the answer back", async () => {
    const { request } = lineTo((got) => ({ status: 200, body: got }));
    const { status, body } = await new VirtualTime().during(() => request("GET", '"b"'));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      method: "GET",
      path: "/v1/account/1/ns/c/properties?x=1",
      headers: { k: "v" },
      body: '"b"',
    });
  });

  it("has no body where the service sends none", async () => {
    const { request } = lineTo(() => ({ status: 204 }));
    expect(await new VirtualTime().during(() => request("GET"))).toMatchObject({ status: 204, body: "" });
  });

  it("takes 20 to 300 ms", async () => {
    const { request } = lineTo(() => ({ status: 204 }));
    const took = await new VirtualTime().during(async () => {
      const times: number[] = [];
      while (times.length < 500) {
        const startedAt = Date.now();
        await request("GET");
        times.push(Date.now() - startedAt);
      }
      return times;
    });
    expect(Math.min(...took)).toBeGreaterThanOrEqual(20);
    expect(Math.min(...took)).toBeLessThan(40);
    expect(Math.max(...took)).toBeLessThanOrEqual(300);
    expect(Math.max(...took)).toBeGreaterThan(280);
  });

  it.each([
    ["PATCH", 10, 40],
    ["PUT", 10, 40],
    ["GET", 0, 0],
    ["POST", 0, 0],
  ])("loses about one write in a hundred, which never arrives: %s", async (method, least, most) => {
    let arrived = 0;
    const { line, request } = lineTo(() => {
      arrived += 1;
      return { status: 204 };
    });
    const refused = await new VirtualTime().during(async () => {
      let count = 0;
      for (let sent = 0; sent < 2_000; sent += 1) if ((await request(method)).status === 500) count += 1;
      return count;
    });
    expect(refused).toBeGreaterThanOrEqual(least);
    expect(refused).toBeLessThanOrEqual(most);
    expect(arrived).toBe(2_000 - refused);
    expect(line.lostForGood).toBe(0);
  });

  it("counts as lost for good what is lost twice in a row", async () => {
    const { line, request } = lineTo(() => ({ status: 204 }), 1);
    await new VirtualTime().during(async () => {
      for (const method of ["PATCH", "GET", "PATCH", "PUT"]) await request(method);
    });
    expect(line.lostForGood).toBe(2);
  });
});

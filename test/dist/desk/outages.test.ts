import { describe, expect, it } from "vitest";
import { auditOf, localDesk } from "../../support/desk.ts";

const ASKED = { conversationId: "c-1", messageId: "c-1::1", text: "What is my balance in checking?" };

async function both(world: Awaited<ReturnType<typeof localDesk>>) {
  const { widget } = world;
  await widget.begin();
  const [briefing, suggestion] = await Promise.all([
    widget.post("/api/briefing", { conversationId: "c-1" }),
    widget.post("/api/suggestion", ASKED),
  ]);
  return [briefing.status, briefing.body.status, suggestion.status, suggestion.body.status];
}

describe("with something down", () => {
  it("Clinc: suggestions say so, and briefings go on", async () => {
    const world = await localDesk();
    await world.clinc.close();
    expect(await both(world)).toEqual([200, "none", 200, "unavailable"]);
    expect(auditOf(world.desk)).toContainEqual(
      expect.objectContaining({
        op: "suggestion",
        status: "unavailable",
        fault: expect.stringMatching(/^\w+$/),
      }),
    );
    expect(world.desk.stderr()).toMatch(/\[desk\] \w+: .*Clinc|host/);
  });

  it("the store: briefings say so, and suggestions go on", async () => {
    const world = await localDesk();
    world.store.fault = () => "error";
    expect(await both(world)).toEqual([200, "unavailable", 200, "ok"]);
    expect(auditOf(world.desk)).toContainEqual(
      expect.objectContaining({ op: "briefing", status: "unavailable", fault: "context_unavailable" }),
    );
  });

  it("both: both say so, and the desk is well", async () => {
    const world = await localDesk();
    await Promise.all([world.clinc.close(), world.store.close()]);
    expect(await both(world)).toEqual([200, "unavailable", 200, "unavailable"]);
    expect((await fetch(`${world.desk.address}/healthz`)).status).toBe(200);
  });

  it("Clinc for long: what happened is told once a minute, and each call has its line all the same", async () => {
    const world = await localDesk();
    world.clinc.fault = () => "wrong_key";
    await world.widget.begin();
    for (let call = 0; call < 4; call += 1) await world.widget.post("/api/suggestion", ASKED);
    expect(world.desk.stderr().match(/key_refused/g)).toHaveLength(1);
    expect(world.desk.stderr()).toContain("CLINC_APP_KEY");
    expect(auditOf(world.desk).filter(({ fault }) => fault === "key_refused")).toHaveLength(4);
  });

  it("Clinc so that it never answers: the wait ends in time", async () => {
    const world = await localDesk({ CLINC_TIMEOUT_MS: "1000" });
    world.clinc.fault = () => "hangs";
    const start = Date.now();
    expect(await both(world)).toEqual([200, "none", 200, "unavailable"]);
    expect(Date.now() - start).toBeLessThan(4_000);
  });
});

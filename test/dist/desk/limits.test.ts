import { describe, expect, it } from "vitest";
import type { MockClinc } from "../../../scripts/stand-ins/clinc/server.ts";
import { sealWith } from "../../../src/agent/desk/seal.ts";
import { holdAnswers } from "../../support/clinc.ts";
import { knock, localDesk, SESSION_KEY, type WidgetAnswer, widgetAt } from "../../support/desk.ts";
import { sharedDesk } from "../../support/shared-desk.ts";
import { deskOfBank } from "../../support/signed-in.ts";

const ASKED = { conversationId: "c-1", messageId: "c-1::1", text: "What is my balance in checking?" };

/** Agents who are signed in at a desk. */
async function agentsAt(address: string, count: number) {
  const seal = sealWith(new Uint8Array(Buffer.from(SESSION_KEY, "base64")), address);
  const since = Math.floor(Date.now() / 1_000);
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const widget = widgetAt(address);
      widget.token = await seal.seal("agent", { agent: `agent-${number}`, name: "", since, tokens: {} }, 600);
      return widget;
    }),
  );
}

/** What became of calls that were under way together: none gets its answer before so many others are refused. */
async function together(
  clinc: MockClinc,
  refused: number,
  send: () => Array<Promise<WidgetAnswer>>,
): Promise<Array<[status: number, what: unknown]>> {
  const letGo = holdAnswers(clinc);
  let ended = 0;
  const calls = send().map((call) =>
    call.then(({ status, body }): [number, unknown] => {
      ended += 1;
      return [status, body.status ?? body.error];
    }),
  );
  await expect.poll(() => ended, { timeout: 7_000 }).toBe(refused);
  letGo();
  return Promise.all(calls);
}

const SUGGESTED = [200, "ok"];
const REFUSED = [429, expect.objectContaining({ code: "too_many" })];

describe("a desk under load", () => {
  const shared = sharedDesk(() => localDesk());

  it("makes thirty suggestions a minute for an agent, and says when the next may be asked for", async () => {
    const { widget, clinc } = await localDesk();
    await widget.begin();
    for (let call = 0; call < 30; call += 1)
      expect((await widget.post("/api/suggestion", ASKED)).status).toBe(200);
    const { status, headers, body } = await widget.post("/api/suggestion", ASKED);
    const seconds = Number(headers.get("retry-after"));
    expect([status, body]).toEqual([429, { error: { code: "too_many", retryAfter: seconds } }]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(clinc.seen).toHaveLength(30);
    expect((await widget.post("/api/briefing", { conversationId: "c-1" })).status).toBe(200);
  });

  it("has five suggestions under way for an agent, and the sixth is refused", async () => {
    const { widget, clinc } = await shared();
    await widget.begin();
    const send = () => Array.from({ length: 8 }, () => widget.post("/api/suggestion", ASKED));
    const all = await together(clinc, 3, send);
    expect(all.sort()).toEqual([...Array(5).fill(SUGGESTED), ...Array(3).fill(REFUSED)]);
    expect((await widget.post("/api/suggestion", ASKED)).body.status).toBe("ok");
  });

  it("limits who is not signed in by address, and leaves those alone who are", async () => {
    const { widget, desk } = await localDesk();
    await widget.begin();
    const statuses = await knock(desk.address, 605);
    expect(statuses).toHaveLength(605);
    expect([...new Set(statuses)]).toEqual([401, 429]);
    expect((await widget.post("/api/briefing", { conversationId: "c-1" })).status).toBe(200);
    expect((await widget.begin({ token: widget.token })).status).toBe(200);
    expect((await widget.begin()).status).toBe(429);
  });

  it("answers many agents at a time, each for their own line", async () => {
    const { desk } = await shared();
    const agents = await agentsAt(desk.address, 40);
    const answers = await Promise.all(
      agents.map((widget, number) =>
        widget.post("/api/suggestion", {
          ...ASKED,
          conversationId: `c-${number}`,
          messageId: `line-${number}`,
        }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.status, body.messageId])).toEqual(
      agents.map((_, number) => [200, "ok", `line-${number}`]),
    );
  });

  it("has fifty suggestions under way of all agents together", async () => {
    const { desk, clinc } = await shared();
    const agents = await agentsAt(desk.address, 15);
    const send = () =>
      agents.flatMap((widget) => [1, 2, 3, 4].map(() => widget.post("/api/suggestion", ASKED)));
    const all = await together(clinc, 10, send);
    expect(all.sort()).toEqual([...Array(50).fill(SUGGESTED), ...Array(10).fill(REFUSED)]);
  });

  it("believes the address of a proxy that it was told to trust, and of no other", async () => {
    const call = async (world: Awaited<ReturnType<typeof deskOfBank>>, from: string) => {
      const headers = { "x-forwarded-for": from, authorization: undefined };
      return (await widgetAt(world.publicUrl).post("/api/briefing", {}, headers)).status;
    };
    for (const [proxies, others] of [
      ["127.0.0.0/8", 401],
      ["10.0.0.0/8", 429],
    ] as const) {
      const world = await deskOfBank({ DESK_TRUSTED_PROXIES: proxies });
      await knock(world.publicUrl, 600, { "x-forwarded-for": "203.0.113.7" });
      expect(await call(world, "203.0.113.7")).toBe(429);
      expect(await call(world, "203.0.113.8"), proxies).toBe(others);
      expect(await call(world, "203.0.113.8, 203.0.113.7"), "what the client adds does not count").toBe(429);
    }
  });
});

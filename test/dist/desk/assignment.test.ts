import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealWith } from "../../../src/agent/desk/seal.ts";
import { auditOf, SESSION_KEY } from "../../support/desk.ts";
import { sharedDesk } from "../../support/shared-desk.ts";
import { deskOfLivePerson, signedInWidget } from "../../support/signed-in.ts";

/** An agent who is signed in, and assigned to one conversation. */
async function assignedAgent(start: () => ReturnType<typeof deskOfLivePerson>) {
  const mine = randomUUID();
  const world = await start();
  const { widget } = await signedInWidget(world);
  world.messaging.assigned.set(world.provider.given.at(-1) ?? "", [mine]);
  const brief = async (conversationId: string) => {
    const { status, body } = await widget.post("/api/briefing", { conversationId });
    return [status, (body.error as { code: string } | undefined)?.code ?? body.status];
  };
  return { ...world, widget, brief, mine };
}

describe("whether an agent may see a conversation", () => {
  const shared = sharedDesk(() => deskOfLivePerson());

  it("is LivePerson's word, asked with the agent's own token", async () => {
    const { brief, messaging, provider, mine } = await assignedAgent(shared);
    expect(await brief(mine)).toEqual([200, "none"]);
    expect(messaging.seen[0]).toMatchObject({
      path: `/messaging/v1/conversations/${mine}`,
      headers: {
        authorization: `Bearer ${provider.given.at(-1)}`,
        "brand-id": "12345678",
        "client-source": "clinc-desk",
        "request-id": expect.stringMatching(/^[\da-f-]{36}$/),
      },
    });
  });

  it("counts for suggestions as well, and nothing is asked where it is not so", async () => {
    const { widget, brief, store, clinc, desk } = await assignedAgent(shared);
    expect(await brief("another")).toEqual([403, "not_assigned"]);
    const asked = { conversationId: "another", messageId: "m", text: "What is my balance?" };
    const { status, body } = await widget.post("/api/suggestion", asked);
    expect([status, body]).toEqual([403, { error: { code: "not_assigned" } }]);
    expect([store.seen, clinc.seen]).toEqual([[], []]);
    expect(auditOf(desk).slice(-2)).toMatchObject([
      { op: "briefing", agent: "agent-1", conversation: "another", status: "not_assigned" },
      { op: "suggestion", agent: "agent-1", conversation: "another", status: "not_assigned" },
    ]);
  });

  it("is kept for a minute where it is so, and asked each time where it is not", async () => {
    const { brief, messaging, mine } = await assignedAgent(shared);
    for (let call = 0; call < 3; call += 1) await brief(mine);
    expect(messaging.seen).toHaveLength(1);
    for (let call = 0; call < 3; call += 1) await brief("another");
    expect(messaging.seen).toHaveLength(4);
  });

  it.each([
    [500, [503, "unavailable"]],
    [302, [503, "unavailable"]],
    [404, [403, "not_assigned"]],
    [401, [403, "not_assigned"]],
    ["hangs", [503, "unavailable"]],
  ] as const)("is no where LivePerson answers %s", async (fault, outcome) => {
    const { brief, messaging, store, mine } = await assignedAgent(shared);
    messaging.fault = fault;
    expect(await brief(mine)).toEqual(outcome);
    expect(store.seen).toEqual([]);
  });

  it("is no where LivePerson cannot be found, and where it names a host that is not LivePerson's", async () => {
    const { brief, domains, desk, mine } = await assignedAgent(deskOfLivePerson);
    domains.messagingRestApiDomain = "messaging.evil.example";
    expect(await brief(mine)).toEqual([503, "unavailable"]);
    expect(desk.stderr()).toContain("domain_foreign");
  });

  it("is a matter of signing in again where the token had been taken before and is no more", async () => {
    const { widget, brief, messaging, publicUrl, mine } = await assignedAgent(shared);
    messaging.fault = 401;
    const since = Math.floor(Date.now() / 1_000) - 600;
    const tokens = { access: "an old one", accessSince: since, accessUntil: since + 3_600 };
    const seal = sealWith(new Uint8Array(Buffer.from(SESSION_KEY, "base64")), publicUrl);
    widget.token = await seal.seal("agent", { agent: "agent-1", name: "", since, tokens }, 900);
    expect(await brief(mine)).toEqual([401, "sign_in_required"]);
  });

  it("goes on when the provider's token ends: it is refreshed before, or the session ends with it", async () => {
    const mine = randomUUID();
    const world = await shared();
    world.provider.state.accessLives = 300;
    const { widget, session } = await signedInWidget(world);
    expect(session.body.expiresIn).toBeLessThanOrEqual(300);
    const old = world.provider.given.at(-1);
    await widget.begin({ token: widget.token });
    expect(world.provider.given.at(-1)).not.toBe(old);
    world.messaging.assigned.set(world.provider.given.at(-1) ?? "", [mine]);
    expect((await widget.post("/api/briefing", { conversationId: mine })).status).toBe(200);

    world.provider.state.refreshes = false;
    world.provider.state.accessLives = 2;
    const { widget: other } = await signedInWidget(world);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await other.begin({ token: other.token })).status).toBe(401);
  });

  it("keeps the agents' feedback apart", async () => {
    const world = await assignedAgent(shared);
    const { widget, provider, messaging, mine } = world;
    const asked = { conversationId: mine, messageId: "m", text: "What is my balance in checking?" };
    const { id } = (await widget.post("/api/suggestion", asked)).body;
    provider.state.user = { sub: "agent-2" };
    const { widget: other } = await signedInWidget(world);
    messaging.assigned.set(provider.given.at(-1) ?? "", [mine]);
    const feedback = { conversationId: mine, suggestionId: id, event: "good" };
    const refused = await other.post("/api/feedback", feedback);
    expect([refused.status, refused.body]).toEqual([403, { error: { code: "not_assigned" } }]);
    expect((await widget.post("/api/feedback", feedback)).status).toBe(204);
  });
});

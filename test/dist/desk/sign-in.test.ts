import { describe, expect, it } from "vitest";
import { sessionAnswer } from "../../../src/agent/api.ts";
import { type Kind, sealWith } from "../../../src/agent/desk/seal.ts";
import { agentClaims } from "../../../src/agent/desk/session.ts";
import { auditOf, knock, SESSION_KEY, widgetAt } from "../../support/desk.ts";
import { sharedDesk } from "../../support/shared-desk.ts";
import {
  arrivalAt,
  browserAt,
  challengeOfPage,
  deskOfBank,
  deskOfLivePerson,
  signedInWidget,
} from "../../support/signed-in.ts";

const HOUR = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

/** The seal of a desk with this address. */
function sealOf(publicUrl: string) {
  return sealWith(new Uint8Array(Buffer.from(SESSION_KEY, "base64")), publicUrl);
}

/** What it would have sealed. */
function sealed(publicUrl: string, kind: Kind, claims: Record<string, unknown>, seconds = 900) {
  return sealOf(publicUrl).seal(kind, claims, seconds);
}

/** A session that began so many seconds ago. */
function sessionOf(age: number, tokens: Record<string, unknown> = {}) {
  return { agent: "agent-1", name: "Alex Agent", since: now() - age, tokens };
}

const REFUSED = [401, { error: { code: "sign_in_required" } }];

describe.each([
  ["LivePerson", deskOfLivePerson],
  ["a provider of the bank's", deskOfBank],
] as const)("signing in at %s", (_, start) => {
  const shared = sharedDesk<Awaited<ReturnType<typeof start>>>(() => start());

  it("in the frame ends with a code for the page, bound to a cookie of the frame", async () => {
    const world = await shared();
    const { widget, session, code } = await signedInWidget(world);
    expect(sessionAnswer.parse(session.body)).toMatchObject({
      expiresIn: 900,
      agent: { id: "agent-1", name: "Alex Agent" },
    });
    expect(world.browser.set.length).toBeGreaterThan(2);
    for (const cookie of world.browser.set) {
      expect(cookie).toMatch(/^__Host-(sign-in|code)-[\w-]+=/);
      for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=None", "Partitioned"])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toContain("Domain");
    }
    expect([...world.browser.cookies.keys()], "nothing is left").toEqual([]);
    expect(code).not.toBe("");
    expect((await widget.post("/api/suggestion", {})).status).toBe(400);
    const written = world.desk.stdout() + world.desk.stderr();
    for (const secret of [
      code,
      widget.token,
      ...world.provider.given,
      "Alex",
      "refresh-",
      "a secret of the client",
    ])
      expect(written).not.toContain(secret);
    expect(auditOf(world.desk).map(({ op, status, agent }) => [op, status, agent])).toEqual([
      ["sign_in", "ok", ""],
      ["callback", "ok", "agent-1"],
      ["session", "ok", "agent-1"],
      ["suggestion", "bad_request", "agent-1"],
    ]);
  });

  it("in a popup ends with a code that only the page with the verifier can use", async () => {
    const { browser, publicUrl } = await shared();
    const { verifier, challenge } = challengeOfPage();
    const arrival = await browser.signIn(challenge);
    expect(arrival).toMatchObject({ path: "/signed-in.html", error: "" });
    const widget = widgetAt(publicUrl);
    const without = await widget.begin({ code: arrival.code });
    const other = await widget.begin({ code: arrival.code, verifier: challengeOfPage().verifier });
    expect([without, other].map(({ status, body }) => [status, body])).toEqual([REFUSED, REFUSED]);
    expect((await widget.begin({ code: arrival.code, verifier })).status).toBe(200);
  });

  it("shows nobody a code without its cookie, and counts once", async () => {
    const { browser, publicUrl } = await shared();
    const { code } = await browser.signIn();
    const widget = widgetAt(publicUrl);
    const cookie = browser.header();
    const thief = await widget.begin({ code });
    expect([thief.status, thief.body]).toEqual(REFUSED);
    expect((await widget.begin({ code }, { cookie })).status).toBe(200);
    const again = await widget.begin({ code }, { cookie });
    expect([again.status, again.body]).toEqual(REFUSED);
  });

  it("cannot be finished twice, by another browser, or with another state", async () => {
    const { browser, publicUrl } = await shared();
    const { callback } = await browser.signIn();
    const at = async (url: string, who = browser) =>
      arrivalAt(new URL((await who.step(url)).headers.get("location") ?? "", publicUrl).href).error;
    expect(await at(callback)).toBe("no_cookie");
    expect(await at(callback, browserAt(publicUrl))).toBe("no_cookie");
    const begun = await browser.step(`${publicUrl}/sign-in`);
    const back = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
    const url = new URL(back.headers.get("location") ?? "");
    url.searchParams.set("state", "another");
    expect(await at(url.href)).toBe("no_cookie");
  });

  it("says no where agent or provider do", async () => {
    const { browser, provider, desk } = await shared();
    provider.state.user = undefined;
    expect(await browser.signIn()).toMatchObject({ path: "/", code: "", error: "denied" });
    expect(auditOf(desk).at(-1)).toMatchObject({ op: "callback", status: "denied" });
  });

  it("says so when the provider is down, before and after it was asked, and works again afterwards", async () => {
    const { browser, provider, publicUrl, desk } = await start();
    const { verifier, challenge } = challengeOfPage();
    const begun = await browser.step(`${publicUrl}/sign-in?challenge=${challenge}`);
    const back = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
    provider.state.isDown = true;
    const ended = await browser.step(back.headers.get("location") ?? "");
    expect(arrivalAt(new URL(ended.headers.get("location") ?? "", publicUrl).href).error).toBe("unavailable");
    expect(auditOf(desk).at(-1)).toMatchObject({ op: "callback", fault: "provider_unavailable" });
    expect(desk.stderr()).toContain("provider_unavailable");
    provider.state.isDown = false;
    const { code } = await browser.signIn(challenge);
    expect((await widgetAt(publicUrl).begin({ code, verifier })).status).toBe(200);
  });

  it("refuses a code after its minute, and whatever is no code", async () => {
    const { publicUrl } = await shared();
    const { verifier, challenge } = challengeOfPage();
    const claims = { id: "one", challenge, agent: sessionOf(0) };
    const widget = widgetAt(publicUrl);
    const late = await sealed(publicUrl, "code", claims, -1);
    const kinds = await Promise.all(
      (["sign-in", "agent", "suggestion"] as const).map((kind) => sealed(publicUrl, kind, claims)),
    );
    for (const code of [late, ...kinds]) {
      const refused = await widget.begin({ code, verifier });
      expect([refused.status, refused.body]).toEqual(REFUSED);
    }
    expect((await widget.begin({ code: await sealed(publicUrl, "code", claims), verifier })).status).toBe(
      200,
    );
  });

  it("takes nothing but a token for a token", async () => {
    const { publicUrl } = await shared();
    const widget = widgetAt(publicUrl);
    const claims = { ...sessionOf(0), conversation: "c", id: "i", challenge: "" };
    for (const kind of ["sign-in", "code", "suggestion"] as const) {
      widget.token = await sealed(publicUrl, kind, claims);
      const refused = await widget.post("/api/briefing", { conversationId: "c" });
      expect([refused.status, refused.body]).toEqual(REFUSED);
      expect((await widget.begin({ token: widget.token })).status).toBe(401);
    }
    widget.token = await sealed(publicUrl, "agent", claims, -1);
    expect((await widget.post("/api/briefing", { conversationId: "c" })).status).toBe(401);
  });

  it("is asked again by nobody for half an hour, then by the provider, for ten hours at most", async () => {
    const { publicUrl, provider, browser } = await shared();
    await signedInWidget({ publicUrl, browser });
    const widget = widgetAt(publicUrl);
    const renew = async (age: number, tokens: Record<string, unknown> = {}) =>
      widget.begin({ token: await sealed(publicUrl, "agent", sessionOf(age, tokens)) });
    const calls = () => provider.seen.filter((one) => one.endsWith("/token")).length;
    const before = calls();
    expect((await renew(29 * 60, { refresh: "not one of its own" })).status).toBe(200);
    expect(calls()).toBe(before);
    expect((await renew(31 * 60, { refresh: "not one of its own" })).status).toBe(401);
    expect((await renew(31 * 60)).status, "a provider that gives no way to ask").toBe(200);
    expect((await renew(9.9 * HOUR)).body.expiresIn).toBeLessThanOrEqual(0.1 * HOUR);
    expect((await renew(10 * HOUR)).status).toBe(401);
  });

  it("goes on with what the provider's refresh gave, until the provider says no", async () => {
    const { publicUrl, provider, browser } = await shared();
    const { widget } = await signedInWidget({ publicUrl, browser });
    const older = async () => {
      const agent = await sealOf(publicUrl).open("agent", agentClaims, widget.token);
      return sealed(publicUrl, "agent", { ...agent, since: now() - HOUR });
    };
    const first = await older();
    expect((await widget.begin({ token: first })).status).toBe(200);
    expect((await widget.begin({ token: await older() })).status, "with a new refresh token").toBe(200);
    expect((await widget.begin({ token: first })).status, "with one that has been used").toBe(401);
    const token = await older();
    provider.state.isDown = true;
    expect((await widget.begin({ token })).status, "a provider that is down").toBe(503);
    provider.state.isDown = false;
    provider.state.isLocked = true;
    expect((await widget.begin({ token })).status).toBe(401);
  });

  it("tells a wrong client secret to the operator, and not to the browser", async () => {
    const { browser, desk } = await start({ DESK_CLIENT_SECRET: "another secret" });
    expect(await browser.signIn()).toMatchObject({ error: "unavailable" });
    expect(desk.stderr()).toContain("client_refused");
    expect(desk.stderr() + desk.stdout()).not.toMatch(/another secret|access-|refresh-|code-/);
  });

  it("ends at the page that began it, whatever stood in the way", async () => {
    const { browser, publicUrl, desk } = await start();
    for (const [state, path] of [
      ["frame-x", "/"],
      ["page-x", "/signed-in.html"],
      ["", "/signed-in.html"],
    ]) {
      const answer = await fetch(`${publicUrl}/callback?code=x&state=${state}`, { redirect: "manual" });
      expect(answer.headers.get("location")).toBe(`${path}#error=no_cookie`);
    }
    await knock(publicUrl, 600);
    expect(await browser.signIn()).toMatchObject({ path: "/", error: "too_many" });
    expect(await browser.signIn(challengeOfPage().challenge)).toMatchObject({
      path: "/signed-in.html",
      error: "too_many",
    });
    expect(auditOf(desk).at(-1)).toMatchObject({ op: "sign_in", status: "too_many" });
  });

  it("takes no challenge that is none", async () => {
    const { publicUrl } = await shared();
    for (const challenge of ["short", "x".repeat(44), `${"x".repeat(42)}%0a`])
      expect((await fetch(`${publicUrl}/sign-in?challenge=${challenge}`)).status).toBe(400);
  });
});

describe("a provider with discovery", () => {
  const shared = sharedDesk(() => deskOfBank());

  it.each<[what: string, claims: Record<string, unknown>]>([
    ["another issuer", { iss: "https://another.example" }],
    ["another client", { aud: "another" }],
    ["another sign-in", { nonce: "another" }],
    ["a time long past", { exp: 1_000 }],
  ])("is not believed with an id token of %s", async (_, forged) => {
    const { browser, provider, desk } = await shared();
    provider.state.forged = forged;
    expect(await browser.signIn()).toMatchObject({ error: "unavailable" });
    expect(auditOf(desk).at(-1)).toMatchObject({ op: "callback", fault: "provider_unusable" });
  });

  it("is not believed with an id token that another key has signed, and the operator hears why", async () => {
    const { browser, provider, desk } = await deskOfBank();
    provider.state.signsWrongly = true;
    expect(await browser.signIn()).toMatchObject({ error: "unavailable" });
    expect(desk.stderr()).toContain("provider_unusable");
  });

  it("lets in whom DESK_ALLOWED names, and nobody else", async () => {
    const { browser, provider, desk } = await deskOfBank({
      DESK_ALLOWED: "groups=card-agents, groups=loan-agents, email_verified=true",
    });
    const signIn = async (claims: Record<string, unknown>) => {
      provider.state.user = { sub: "agent-2", ...claims };
      return (await browser.signIn()).error;
    };
    expect(await signIn({ groups: ["staff", "loan-agents"], email_verified: true })).toBe("");
    expect(await signIn({ groups: ["staff"], email_verified: true })).toBe("not_allowed");
    expect(await signIn({ groups: ["card-agents"] })).toBe("not_allowed");
    expect(auditOf(desk).at(-1)).toMatchObject({ op: "callback", agent: "agent-2", status: "not_allowed" });
  });

  it("is asked again who may enter, with each refresh that tells it", async () => {
    const { browser, provider, publicUrl } = await deskOfBank({ DESK_ALLOWED: "groups=agents" });
    provider.state.user = { sub: "agent-3", groups: ["agents"] };
    const { widget } = await signedInWidget({ publicUrl, browser });
    const renew = async () => {
      const agent = await sealOf(publicUrl).open("agent", agentClaims, widget.token);
      const older = { ...agent, since: now() - HOUR };
      return (await widget.begin({ token: await sealed(publicUrl, "agent", older) })).status;
    };
    expect(await renew()).toBe(200);
    provider.state.forged = { sub: "somebody-else" };
    expect(await renew()).toBe(401);
    provider.state.forged = {};
    widget.token = (await signedInWidget({ publicUrl, browser })).widget.token;
    provider.state.forged = { groups: ["alumni"] };
    expect(await renew()).toBe(401);
  });

  it("that names itself otherwise than DESK_ISSUER is not used", async () => {
    const { provider, ...world } = await shared();
    const { hostname, port } = new URL(provider.address);
    expect(hostname).toBe("127.0.0.1");
    const other = await deskOfBank({ DESK_ISSUER: `http://localhost:${port}` });
    expect(await other.browser.signIn()).toMatchObject({ path: "/", error: "unavailable" });
    expect(other.desk.stderr()).toContain("DESK_ISSUER");
    expect((await world.browser.signIn()).error).toBe("");
  });
});

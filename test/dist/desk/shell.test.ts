import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { auditOf, localDesk } from "../../support/desk.ts";
import { sharedDesk } from "../../support/shared-desk.ts";

const CONVERSATION = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";
const BRIEFING = { conversationId: CONVERSATION };

/** Sends these bytes as they are, all at once, and collects what comes until the other side closes. */
function speak(address: string, ...parts: string[]): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(parts.join(""));
    socket.setEncoding("utf8").on("data", (text) => {
      heard += text;
    });
    socket.on("close", () => resolve(heard)).on("error", reject);
  });
}

const shared = sharedDesk(() => localDesk());

describe("every answer of the desk", () => {
  it("says what a browser may do with it, and that nobody keeps it", async () => {
    const { desk } = await localDesk({
      DESK_FRAME_ANCESTORS: "https://*.liveperson.net, http://localhost:4680",
    });
    for (const path of ["/", "/widget.js", "/healthz", "/sign-in", "/nothing", "/api/briefing"]) {
      const { headers } = await fetch(desk.address + path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'self' https://*.liveperson.net http://localhost:4680");
      expect(policy).toContain("script-src 'self' https://lpcdn.lpsnmedia.net");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      for (const name of ["x-frame-options", "access-control-allow-origin", "cross-origin-opener-policy"])
        expect(headers.get(name), name).toBeNull();
    }
  });

  it("is a file of the page, its health, or an error of the contract", async () => {
    const { desk } = await shared();
    const page = await fetch(desk.address);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain("A widget");
    const script = await fetch(`${desk.address}/widget.js`);
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await (await fetch(`${desk.address}/healthz`)).json()).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    const nothing = await fetch(`${desk.address}/nothing`);
    expect([nothing.status, await nothing.json()]).toEqual([404, { error: { code: "not_found" } }]);
  });

  it("is 404 for every way out of the folder of its page", async () => {
    const { desk } = await shared();
    for (const path of [
      "/../server.mjs",
      "/%2e%2e/server.mjs",
      "/..%2fserver.mjs",
      "/public/../server.mjs",
      "//etc/passwd",
    ]) {
      const heard = await speak(
        desk.address,
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
      );
      expect(heard.split("\r\n")[0], path).toBe("HTTP/1.1 404 Not Found");
    }
  });
});

describe("a call", () => {
  it("from elsewhere, or that is no JSON by its type, is refused whoever is signed in", async () => {
    const { widget, store } = await shared();
    await widget.begin();
    const foreign: Array<[headers: Record<string, string | undefined>, status: number]> = [
      [{ origin: "https://evil.example" }, 400],
      [{ origin: undefined }, 400],
      [{ origin: "null" }, 400],
      [{ origin: `${widget.origin}.evil.example` }, 400],
      [{ "content-type": "application/x-www-form-urlencoded" }, 415],
      [{ "content-type": "text/plain" }, 415],
      [{ "content-type": "application/jsonp" }, 415],
    ];
    for (const [headers, status] of foreign) {
      const refused = await widget.post("/api/briefing", BRIEFING, headers);
      expect([refused.status, refused.body]).toEqual([status, { error: { code: "bad_request" } }]);
      expect((await widget.post("/api/session", {}, headers)).status).toBe(status);
    }
    expect(store.seen).toEqual([]);
  });

  it("with something else than the contract names is a bad request", async () => {
    const { widget, store } = await shared();
    await widget.begin();
    const bodies = [
      ...["{", "[]", "null", "", '"text"', '{"__proto__":{"conversationId":"c"}}', "\ufffd\u0000"],
      ...[{ ...BRIEFING, agent: "another" }, { conversationId: 1 }, { conversationId: ["c"] }, {}],
    ];
    for (const body of bodies) {
      const refused = await widget.post("/api/briefing", body);
      expect([refused.status, refused.body]).toEqual([400, { error: { code: "bad_request" } }]);
    }
    expect(store.seen).toEqual([]);
  });

  it("about a conversation whose id is none reaches neither store nor Clinc, nor the audit", async () => {
    const { widget, store, clinc, desk } = await shared();
    await widget.begin();
    const ids = [
      "..",
      "%2e%2e",
      "a/b",
      "a\\b",
      "a b",
      "a?b",
      "ä",
      "ＡＢ",
      "\u202eabc",
      "a".repeat(101),
      "",
      "a\u0000b",
      "a\nb",
    ];
    for (const conversationId of ids) {
      const asked = { conversationId, messageId: "m", text: "What is my balance?" };
      expect((await widget.post("/api/briefing", { conversationId })).status, conversationId).toBe(400);
      expect((await widget.post("/api/suggestion", asked)).status, conversationId).toBe(400);
    }
    expect([store.seen, clinc.seen]).toEqual([[], []]);
    expect(new Set(auditOf(desk).map(({ conversation }) => conversation))).toEqual(new Set([""]));
  });

  it("of more than eight kilobytes is refused, whether it says so or not", async () => {
    const { widget, desk } = await shared();
    await widget.begin();
    const long = { ...BRIEFING, padding: "x".repeat(9_000) };
    const refused = await widget.post("/api/briefing", long);
    expect([refused.status, refused.body]).toEqual([413, { error: { code: "bad_request" } }]);
    const chunk = "x".repeat(1_000);
    const heard = await speak(
      desk.address,
      "POST /api/briefing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n",
      `Origin: ${desk.address}\r\nAuthorization: Bearer ${widget.token}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 10 }, () => `3e8\r\n${chunk}\r\n`),
      "0\r\n\r\n",
    );
    expect(heard.split("\r\n")[0]).toBe("HTTP/1.1 413 Payload Too Large");
    expect((await widget.post("/api/briefing", BRIEFING)).status).toBe(200);
  });

  it("without a token, or with something else for one, wants a sign-in", async () => {
    const { widget } = await shared();
    for (const authorization of [undefined, "Bearer", "Bearer x", "Basic YTpi", "Bearer a.b.c.d.e"]) {
      const refused = await widget.post("/api/briefing", BRIEFING, { authorization });
      expect([refused.status, refused.body]).toEqual([401, { error: { code: "sign_in_required" } }]);
    }
  });

  it("by another method does not exist", async () => {
    const { desk } = await shared();
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS"])
      expect((await fetch(`${desk.address}/api/briefing`, { method })).status).toBe(404);
  });
});

describe("a request that is sent slowly", () => {
  it("ends, and others do not wait for it", async () => {
    const { desk, widget } = await shared();
    const start = Date.now();
    const halfHead = speak(desk.address, "POST /api/briefing HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    const halfBody = speak(
      desk.address,
      "POST /api/briefing HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n",
      `Origin: ${desk.address}\r\nContent-Length: 100\r\n\r\n{`,
    );
    expect((await widget.begin()).status).toBe(200);
    expect((await halfHead).split("\r\n")[0]).toBe("HTTP/1.1 408 Request Timeout");
    expect(Date.now() - start).toBeLessThan(8_000);
    await halfBody;
    expect(Date.now() - start).toBeLessThan(15_000);
  });
});

describe("a desk without a sign-in", () => {
  it("serves nobody who comes through a proxy, or from the page of another origin", async () => {
    const { desk } = await shared();
    const foreign: Array<Record<string, string>> = [
      { "x-forwarded-for": "203.0.113.7" },
      { forwarded: "for=203.0.113.7" },
      { "x-forwarded-host": "desk.bank.example" },
      { origin: "http://evil.example" },
    ];
    for (const headers of foreign)
      for (const path of ["/", "/healthz", "/widget.js"]) {
        const answer = await fetch(desk.address + path, { headers });
        expect([answer.status, await answer.json()]).toEqual([400, { error: { code: "bad_request" } }]);
      }
  });

  it("serves nobody under another name, which a foreign page may have got for this machine", async () => {
    const { desk } = await shared();
    for (const host of [
      "evil.example",
      "127.0.0.1.evil.example",
      "localhost.evil.example:80",
      "2130706433.example",
    ]) {
      const heard = await speak(desk.address, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(heard.split("\r\n")[0], host).toBe("HTTP/1.1 400 Bad Request");
    }
  });

  it("says once at its start what that means", async () => {
    const { desk } = await localDesk();
    expect(desk.stderr().match(/DESK_SIGN_IN is none/g)).toHaveLength(1);
  });
});

describe("the page of the widget", () => {
  it("loads LivePerson's SDK from LivePerson, or a stand-in from this machine, and nothing else", async () => {
    const scripts = async (setup: Record<string, string>) => {
      const { desk } = await localDesk(setup);
      const page = await fetch(desk.address);
      return [/content="([^"]+)"/.exec(await page.text())?.[1], page.headers.get("content-security-policy")];
    };
    const sdk = "http://127.0.0.1:4681/sdk.js";
    expect(await scripts({})).toEqual([
      "https://lpcdn.lpsnmedia.net/webagent/client-SDK.min.js",
      expect.stringContaining("script-src 'self' https://lpcdn.lpsnmedia.net;"),
    ]);
    expect(await scripts({ LIVEPERSON_SDK: sdk })).toEqual([
      sdk,
      expect.stringContaining("script-src 'self' http://127.0.0.1:4681;"),
    ]);
  });
});

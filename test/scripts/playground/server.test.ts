import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Playground, startPlayground } from "../../../scripts/playground/server.ts";
import { MOCK_APP_KEY } from "../../../scripts/stand-ins/clinc/server.ts";
import { startMockContextService } from "../../../scripts/stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../../../scripts/stand-ins/context-service/service.ts";
import { ownClinc } from "../../support/clinc.ts";
import { serve } from "../../support/loopback-server.ts";

let playground: Playground;

async function start(options: Parameters<typeof startPlayground>[0] = {}): Promise<void> {
  playground = await startPlayground(options);
  const started = playground;
  onTestFinished(() => started.close());
}

beforeEach(() => start());

type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** A request with any path and headers, also such as `fetch` does not send. */
function send(
  method: string,
  path: string,
  { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(playground.address);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      );
    });
    outgoing.on("error", reject).end(body);
  });
}

const JSON_TYPE = { "content-type": "application/json" };

function post(path: string, value: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return send("POST", path, { headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) });
}

async function say(text: string) {
  const answer = await post("/api/act", { kind: "words", text });
  expect(answer.status, answer.body).toBe(200);
  return JSON.parse(answer.body);
}

describe("the playground lets nobody else in", () => {
  it("listens on loopback alone", () => {
    expect(new URL(playground.address).hostname).toBe("127.0.0.1");
  });

  it.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example"])(
    "refuses the host %j, as of a name that was pointed here",
    async (host) => {
      for (const path of ["/", "/page.js", "/api/conversation", "/nothing"])
        expect((await send("GET", path, { headers: { host } })).status).toBe(403);
      expect((await post("/api/restart", {}, { host })).status).toBe(403);
    },
  );

  it.each(["https://evil.example", "http://127.0.0.1:1", "null"])("refuses the origin %s", async (origin) => {
    expect((await post("/api/restart", {}, { origin })).status).toBe(403);
    expect((await send("GET", "/api/conversation", { headers: { origin } })).status).toBe(403);
    expect((await send("OPTIONS", "/api/restart", { headers: { origin } })).status).toBe(403);
  });

  it("refuses what a browser says to come from another site", async () => {
    expect((await post("/api/restart", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("takes its own page, under both of its names", async () => {
    const { origin, port } = new URL(playground.address);
    expect((await post("/api/restart", {}, { origin })).status).toBe(200);
    const host = `localhost:${port}`;
    expect((await post("/api/restart", {}, { host, origin: `http://${host}` })).status).toBe(200);
  });

  it.each(["/", "/page.js", "/page.css", "/picture.svg?of=a", "/api/conversation", "/nothing"])(
    "sends %s with a strict policy",
    async (path) => {
      const { headers } = await send("GET", path);
      expect(headers).toMatchObject({
        "content-security-policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
      });
    },
  );

  it("has a page whose own code makes no markup of texts", () => {
    const folder = join(import.meta.dirname, "../../../scripts/playground/page");
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
    expect(files).toContain("consumer.ts");
    for (const file of files)
      expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(
        /(inner|outer|adjacent)HTML|document\.write|createContextualFragment|setHTML|DOMParser/i,
      );
  });

  it("has a page without inline script or style", async () => {
    const { body } = await send("GET", "/");
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
  });
});

function nested(levels: number): string {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

describe("the playground refuses", () => {
  it.each([
    "/nothing",
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/page/../../package.json",
    "/page.js/",
    "/api",
    "/api/__proto__",
    "//evil.example/",
  ])("the path %s", async (path) => {
    const { status, body } = await send("GET", path);
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ error: "There is nothing at this address." });
  });

  it.each([
    ["POST", "/"],
    ["GET", "/api/act"],
    ["DELETE", "/api/conversation"],
    ["PUT", "/api/restart"],
    ["HEAD", "/api/restart"],
  ])("%s %s", async (method, path) => {
    expect((await send(method, path)).status).toBe(405);
  });

  it.each(["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"])(
    "a body of the type %j, which any site may send",
    async (type) => {
      const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
      expect((await send("POST", "/api/restart", { headers, body: "{}" })).status).toBe(415);
    },
  );

  it("a body of more than a million bytes", async () => {
    const { status } = await post("/api/load", { name: "a.json", text: "x".repeat(1_000_001) });
    expect(status).toBe(413);
  });

  it("a body nested to exhaust the stack, and goes on", async () => {
    const body = `{"kind":"click","text":"a","metadata":[{"a":${nested(100_000)}}]}`;
    expect((await send("POST", "/api/act", { headers: JSON_TYPE, body })).status).toBe(400);
    expect((await say("hello")).turns).toHaveLength(1);
  });

  it("a location for a bot that is out of the conversation, until an agent hands back", async () => {
    await say("I lost my card");
    const { status, body } = await post("/api/act", { kind: "location" });
    expect([status, JSON.parse(body).error]).toEqual([409, expect.stringContaining("The bot has left")]);
    expect((await post("/api/act", { kind: "welcome" })).status).toBe(200);
    expect((await say("hello")).turns).toHaveLength(3);
  });

  it("words that nobody would hear: of a closed conversation, and of an agent who has none", async () => {
    const early = await post("/api/answer", { text: "Hello!" });
    expect([early.status, JSON.parse(early.body).error]).toEqual([409, "No agent has this conversation."]);
    await say("Goodbye");
    expect((await post("/api/act", { kind: "words", text: "hello?" })).status).toBe(409);
    expect((await post("/api/answer", { text: "Hello!" })).status).toBe(409);
  });

  it("a body that is no JSON", async () => {
    expect((await send("POST", "/api/act", { headers: JSON_TYPE, body: "{" })).status).toBe(400);
  });

  it.each([
    ["an act that is none", "/api/act", { kind: "dance" }, 'kind must be "words" or "click"'],
    [
      "an own answer that is none",
      "/api/act",
      { kind: "words", text: "hello", clinc: { texts: "Hi" } },
      "clinc.texts is not known there",
    ],
    [
      "an own answer for all channels that is none",
      "/api/channels",
      { text: "hello", clinc: 7 },
      "clinc must be",
    ],
    ["a way back to no turn", "/api/from", { turn: 0 }, "turn must be at least 1"],
    ["words without words", "/api/act", { kind: "words", text: "  " }, "text must not be empty"],
    ["an unknown generation", "/api/setup", { generation: "v3" }, 'generation must be "v1" or "v2"'],
    ["a language that no browser tells", "/api/setup", { language: "Spanish" }, "language must be"],
    ["more instances than eight", "/api/setup", { instances: 9 }, "instances must be at most 8"],
    ["a record in words", "/api/setup", { record: "kept" }, "record must be true or false"],
    [
      "an unknown variable",
      "/api/setup",
      { environment: { PATH: "/tmp" } },
      "environment.PATH is none of the function's variables",
    ],
    ["a fault that is none of its own", "/api/setup", { fault: "toString" }, 'fault must be "" or "slow"'],
    ["a fault that never ends", "/api/setup", { fault: "endless" }, 'fault must be "" or "slow"'],
    [
      "a file that sets what is no variable of the function",
      "/api/load",
      { name: "a.json", text: '{"title":"A","turns":["hello"],"environment":{"PATH":"/tmp"}}' },
      "environment.PATH is none of the function's variables",
    ],
    [
      "a file nested to exhaust the stack",
      "/api/load",
      { name: "a.json", text: `{"title":"A","turns":[{"message":"hi","x":${nested(100_000)}}]}` },
      "a.json is nested too deeply",
    ],
    [
      "a file of more turns than anybody reads",
      "/api/load",
      { name: "a.json", text: JSON.stringify(Array(301).fill("hello")) },
      "a.json has 301 turns; the playground takes 300",
    ],
    ["a file that is none", "/api/load", { name: "a.json", text: "hello" }, "a.json is not JSON"],
    [
      "a file with a wrong turn",
      "/api/load",
      { name: "a.json", text: '{"title":"A","turns":[7]}' },
      "turn 1 must be",
    ],
  ])("%s, and names it", async (_, path, value, message) => {
    const { status, body } = await post(path, value);
    expect(status).toBe(400);
    expect(JSON.parse(body).error).toContain(message);
  });

  it("to save when nothing was said", async () => {
    expect((await send("GET", "/api/conversation.json")).status).toBe(409);
  });
});

describe("the transcript", () => {
  it("tells who said what, what only the agent sees, and what LivePerson is told", async () => {
    expect((await send("GET", "/api/transcript.txt")).status).toBe(409);
    await say("What is my balance?");
    await say("I lost my card");
    await say("Are you there?");
    await post("/api/answer", { text: `I am, with ${MOCK_APP_KEY}.` });
    const { status, headers, body } = await send("GET", "/api/transcript.txt");
    expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toMatch(/^V2, messaging\n\nConsumer {4}What is my balance\?\nBot {9}Which account\?\n/);
    expect(body).toContain("quick replies: ( Checking ) ( Savings )");
    expect(body).toContain("Agent only  Card blocked by the bot");
    expect(body).toContain('LivePerson  TRANSFER {"skill":"human-cards"}');
    expect(body).toContain("Consumer    Are you there?\nAgent       I am, with ••••••••.");
  });

  it("tells why LivePerson escalates", async () => {
    await post("/api/setup", { environment: {} });
    await say("I want to talk to a person");
    const { body } = await send("GET", "/api/transcript.txt");
    expect(body).toMatch(/LivePerson {2}escalates: .*TRANSFER_SKILL/);
  });
});

describe("the App-Key", () => {
  const everything = async () => {
    const paths = [
      "/",
      "/page.js",
      "/page.css",
      "/api/options",
      "/api/conversation",
      "/api/conversation.json",
      "/api/transcript.txt",
    ];
    const bodies = await Promise.all(paths.map(async (path) => (await send("GET", path)).body));
    return bodies.join("\n");
  };

  it.each(["v1", "v2"])("of the mock reaches no answer of the server (%s)", async (generation) => {
    await post("/api/setup", { generation });
    await say("What is my balance?");
    await say(`my key is ${MOCK_APP_KEY}`);
    for (const fault of ["wrong_key", "hangs_up", "html"]) {
      await post("/api/setup", { fault });
      await say("What is my balance?");
      await post("/api/act", { kind: "welcome" });
    }
    const shown = await everything();
    expect(shown).toContain("App-Key ••••••••");
    expect(shown).toContain("my key is ••••••••");
    expect(shown).not.toContain(MOCK_APP_KEY);
    const { body } = await post("/api/load", { name: MOCK_APP_KEY, text: "" });
    expect(body).not.toContain(MOCK_APP_KEY);
  });

  it.each(["v1", "v2"])("of the mock's records is masked in the calls for them (%s)", async (generation) => {
    await post("/api/setup", { generation, record: true });
    await say(`my key is ${MOCK_CONTEXT_KEY}`);
    const shown = await everything();
    expect(shown).toContain('"maven-api-key":"••••••••"');
    expect(shown).not.toContain(MOCK_CONTEXT_KEY);
  });

  it("of real records is masked, and the shell says whether there are any", async () => {
    const mock = await ownClinc({ appKey: "key-of-the-bank-0123" });
    const context = await startMockContextService({ key: "context-key-of-the-bank" });
    onTestFinished(() => context.close());
    vi.stubEnv("CONTEXT_HOST", context.host);
    vi.stubEnv("CONTEXT_ACCOUNT", "123");
    onTestFinished(() => void vi.unstubAllEnvs());
    const keys = { clinc_app_key: "key-of-the-bank-0123", clinc_context_key: " context-key-of-the-bank" };
    await start({ live: { clinc_host: mock.host, ...keys } });
    await say("hello");
    await post("/api/load", { name: "a.json", text: '["hello"]' });
    const shown = await everything();
    expect(JSON.parse((await send("GET", "/api/conversation")).body).setup.record).toBe(true);
    expect(shown).toContain('"maven-api-key":"••••••••"');
    expect(shown).not.toContain("context-key-of-the-bank");
    expect(context.seen.some(({ method }) => method === "PATCH")).toBe(true);
  });

  it.each(["v1", "v2"])(
    "is masked also when it was pasted with blanks around it (%s)",
    async (generation) => {
      const key = "key-of-the-bank-0123";
      const mock = await ownClinc({ appKey: key });
      await start({ live: { clinc_host: mock.host, clinc_app_key: ` ${key}\n` } });
      await post("/api/setup", { generation });
      await say("hello");
      const shown = await everything();
      expect(shown).toContain("App-Key ••••••••");
      expect(shown).not.toContain(key);
    },
  );

  it("is masked where Clinc repeats it, as a name too", async () => {
    const key = "key-of-the-bank-0123";
    const parrot = await serve((incoming, answer) => {
      incoming.resume();
      answer.writeHead(401, { "content-type": "application/json", "x-key": key });
      answer.end(JSON.stringify({ [key]: `${key} is none of ours` }));
    });
    await start({ live: { clinc_host: parrot, clinc_app_key: key } });
    await say("hello");
    const shown = await everything();
    expect(shown).toContain('"••••••••":"•••••••• is none of ours"');
    expect(shown).not.toContain(key);
  });

  it("of a real Clinc reaches none either, whatever is in it", async () => {
    const ascii = 'k"\\<7';
    const plain = await ownClinc({ appKey: ascii });
    await start({ live: { clinc_host: plain.host, clinc_app_key: ascii } });
    const { turns } = await say("What is my balance in checking?");
    expect(turns[0].messages).toEqual([
      { kind: "text", text: "Your Everyday Checking balance is $1,250.40." },
    ]);
    const shown = await everything();
    expect(shown).toContain("App-Key ••••••••");
    expect(shown).not.toContain(JSON.stringify(ascii).slice(1, -1));
    expect(shown).not.toContain(ascii);
  });
});

describe("with a real Clinc", () => {
  it("nothing is asked twice: a change starts a new conversation and says so", async () => {
    const mock = await ownClinc();
    await start({ live: { clinc_host: mock.host, clinc_app_key: MOCK_APP_KEY } });
    await say("hello");
    const { body } = await post("/api/setup", { channel: "whatsapp" });
    expect(JSON.parse(body)).toMatchObject({
      turns: [],
      notice: expect.stringContaining("A new conversation was started"),
    });
    expect(mock.seen).toHaveLength(1);
  });

  it("nobody else answers, on one channel or on all, and nothing goes back", async () => {
    const mock = await ownClinc();
    await start({ live: { clinc_host: mock.host, clinc_app_key: MOCK_APP_KEY } });
    const clinc = { text: "Hi" };
    const act = await post("/api/act", { kind: "words", text: "hello", clinc });
    expect([act.status, JSON.parse(act.body).error]).toEqual([
      409,
      "With a real Clinc nobody else answers: start the playground without --live.",
    ]);
    expect((await post("/api/channels", { text: "hello", clinc })).status).toBe(409);
    const file = JSON.stringify([{ say: "hello", clinc }]);
    const load = await post("/api/load", { name: "own.json", text: file });
    expect([load.status, JSON.parse(load.body).error]).toEqual([
      400,
      "own.json has answers of its own. With a real Clinc nobody else answers: start the playground without --live.",
    ]);
    await say("hello");
    expect((await post("/api/from", { turn: 1 })).status).toBe(409);
    expect(mock.seen).toHaveLength(1);
  });

  it("a consumer of another language changes nothing that the bank has set", async () => {
    const mock = await ownClinc();
    await start({ live: { clinc_host: mock.host, clinc_app_key: MOCK_APP_KEY } });
    const { setup } = JSON.parse((await send("GET", "/api/conversation")).body);
    const { body } = await post("/api/setup", { language: "es-ES" });
    expect(JSON.parse(body).setup).toEqual({ ...setup, language: "es-ES" });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOCK_ASSIST_AI_VERSION } from "../../../../scripts/stand-ins/clinc/assist.ts";
import {
  MOCK_AI_VERSION,
  MOCK_APP_KEY,
  type MockClinc,
  startMockClinc,
} from "../../../../scripts/stand-ins/clinc/server.ts";
import { SHOWCASE } from "../../../../scripts/stand-ins/clinc/showcase.ts";
import { parseReply, slotValues } from "../../../../src/clinc/reply.ts";
import { ownClinc } from "../../../support/clinc.ts";
import { documentOf } from "../../../support/markdown.ts";

let mock: MockClinc;
beforeEach(async () => {
  mock = await startMockClinc();
});
afterEach(() => mock.close());

type Reply = {
  intent: string;
  competency: string;
  session_id: string;
  certainty: boolean;
  slots: Record<string, { values: Array<{ value: string }> }>;
  bl_resp: { state: string; visual_payload: Record<string, unknown> };
  visuals: { formattedResponse: string; liveperson?: unknown };
};

/** @param changes what is other than right, or `host`, for another mock than that of all tests */
function post(body: string, changes: Partial<typeof RIGHT & { host: string }> = {}) {
  const { host = mock.host, key, type, path, method } = { ...RIGHT, ...changes };
  return fetch(host + path, {
    method,
    headers: { Authorization: key, "Content-Type": type },
    ...(method !== "GET" && { body }),
  });
}

const RIGHT = {
  key: `App-Key ${MOCK_APP_KEY}`,
  type: "application/json",
  path: "/v1/query",
  method: "POST",
};

function queryOf(words: string, seed: string): string {
  return JSON.stringify({
    query: words,
    dialog_seed: seed,
    ai_version: MOCK_AI_VERSION,
    device: "liveperson",
    language: "en",
    lat: 0,
    lon: 0,
    time_offset: 0,
  });
}

async function ask(words: string, seed = "seed-1"): Promise<Reply> {
  const response = await post(queryOf(words, seed));
  expect(response.status).toBe(200);
  return (await response.json()) as Reply;
}

async function said(words: string, seed?: string): Promise<string> {
  return (await ask(words, seed)).visuals.formattedResponse;
}

describe("the AI version of the mock for agents", () => {
  async function suggested(words: string, seed = "seed-1-assist"): Promise<Reply> {
    const query = { ...JSON.parse(queryOf(words, seed)), ai_version: MOCK_ASSIST_AI_VERSION };
    return (await (await post(JSON.stringify(query))).json()) as Reply;
  }

  it.each([
    ["I lost my card", /blocked|takes over/],
    ["send $50 to savings", /right\?|on its way/],
    ["order the travel card", /will be with you/],
  ])("acts in nothing that the one for consumers acts in: %s", async (words, act) => {
    expect(await said(words)).toMatch(act);
    const { visuals } = await suggested(words);
    expect(visuals.formattedResponse).not.toMatch(act);
    expect(visuals.liveperson).toBeUndefined();
  });

  it("reads as that one does, and remembers the dialog of its seed", async () => {
    expect((await suggested("What is my balance?")).visuals.formattedResponse).toBe("Which account?");
    expect((await suggested("Savings")).visuals.formattedResponse).toContain("$8,300.00");
  });

  it("has words of which it is not sure", async () => {
    expect(await suggested("the papers, please")).toMatchObject({
      intent: "documents_start",
      certainty: false,
    });
    expect((await ask("the papers, please")).competency).toBe("out_of_scope");
  });
});

describe("the mock of Clinc remembers the dialog of a seed", () => {
  it("and asks for one missing detail after the other, until it is told yes", async () => {
    expect(await said("I want to send money")).toBe("How much do you want to send?");
    expect(await said("50")).toBe("To which account?");
    expect(await said("to my savings")).toBe("Send $50.00 to Rainy Day Savings, right?");
    expect(await said("yes")).toMatch(/^Done\. \$50\.00 is on its way to Rainy Day Savings\./);
  });

  it("and takes the same words otherwise where nothing was asked", async () => {
    expect((await ask("50")).competency).toBe("out_of_scope");
    expect((await ask("yes")).competency).toBe("out_of_scope");
    expect((await ask("Savings")).competency).toBe("out_of_scope");
  });

  it("and starts an intent with _start and goes on with _update, in one session", async () => {
    const first = await ask("What is my balance?");
    const second = await ask("Savings");
    expect(first).toMatchObject({ intent: "get_balance_start", competency: "get_balance", certainty: true });
    expect(second).toMatchObject({ intent: "get_balance_update", competency: "get_balance" });
    expect(second.session_id).toBe(first.session_id);
    expect(second.slots._ACCOUNT_?.values[0]?.value).toBe("Rainy Day Savings");
  });

  it("and sends nothing when it is told no", async () => {
    expect(await said("move $20 to savings")).toBe("Send $20.00 to Rainy Day Savings, right?");
    expect((await ask("no")).bl_resp.state).toBe("account_transfer_cancel");
    expect((await ask("yes")).competency).toBe("out_of_scope");
  });

  it("and forgets what it asked when something else is begun", async () => {
    expect(await said("I want to send money")).toBe("How much do you want to send?");
    expect(await said("What is my balance?")).toBe("Which account?");
    expect(await said("Checking")).toBe("Your Everyday Checking balance is $1,250.40.");
  });

  it("and starts a new transfer without the details of the last", async () => {
    await said("send $50 to savings");
    await said("yes");
    expect(await said("I want to send money")).toBe("How much do you want to send?");
  });
});

describe("two seeds", () => {
  it("never mix, however their turns alternate", async () => {
    const left = await ask("I want to send money", "left");
    const right = await ask("What is my balance?", "right");
    expect(left.session_id).not.toBe(right.session_id);
    expect(await said("to my savings", "left")).toBe("How much do you want to send?");
    expect(await said("Checking", "right")).toBe("Your Everyday Checking balance is $1,250.40.");
    expect(await said("75", "left")).toBe("Send $75.00 to Rainy Day Savings, right?");
    expect((await ask("yes", "right")).competency).toBe("out_of_scope");
    expect(await said("yes", "left")).toMatch(/^Done\. \$75\.00/);
  });

  it("never mix when they come at the same time", async () => {
    const seeds = Array.from({ length: 20 }, (_, index) => `seed-${index}`);
    const targets = seeds.map((_, index) => (index % 2 === 0 ? "Rainy Day Savings" : "Everyday Checking"));
    await Promise.all(seeds.map((seed, index) => said(`send money to ${targets[index]}`, seed)));
    const answers = await Promise.all(seeds.map((seed, index) => said(`${index + 1}`, seed)));
    expect(answers).toEqual(targets.map((target, index) => `Send $${index + 1}.00 to ${target}, right?`));
  });

  it("are those of one instance: another mock knows nothing of them", async () => {
    await said("I want to send money");
    const { host } = await ownClinc();
    const reply = (await (await post(queryOf("50", "seed-1"), { host })).json()) as Reply;
    expect(reply.competency).toBe("out_of_scope");
  });
});

describe("a reply of the mock", () => {
  it("is one that the function reads as Clinc's", async () => {
    const reply = await ask("I lost my card");
    const read = parseReply(reply);
    expect(read).toMatchObject({
      qid: expect.stringMatching(/./),
      intent: "card_lost_start",
      intent_probability: 0.97,
      classifier_state: "card_lost",
      competency: "card_lost",
      response: { type: "card_lost" },
      bl_resp: { state: "card_lost" },
    });
    expect(slotValues(read)).toEqual([{ slot: "_CARD_NUMBER_", value: "4111 1111 1111 1111" }]);
    expect(reply.visuals).toEqual({
      formattedResponse: "I have blocked the card.\\nA colleague from the card desk takes over now.",
      speakableResponse: "I have blocked the card. A colleague from the card desk takes over now.",
      liveperson: [
        {
          text: "Card blocked by the bot; replacement not ordered yet.",
          messageAudience: "AGENTS_AND_MANAGERS",
        },
        { action: "TRANSFER", actionParameters: { skill: "human-cards" } },
      ],
    });
    expect(reply.bl_resp.visual_payload).toEqual({ liveperson: reply.visuals.liveperson });
  });

  it("says with a low score that something was not understood", async () => {
    expect(await ask("asdf qwer")).toMatchObject({
      intent: "out_of_scope",
      intent_probability: 0.22,
      certainty: false,
    });
  });
});

describe("the showcase of the mock", () => {
  it.each(SHOWCASE)("answers $say", async ({ say, text = "", liveperson }) => {
    for (const words of [say, ` ${say.toUpperCase()} `]) {
      const { competency, intent, visuals } = await ask(words);
      expect({ competency, intent }).toEqual({ competency: "showcase", intent: "showcase_start" });
      expect(visuals.formattedResponse).toBe(text);
      expect(visuals.liveperson).toEqual(liveperson);
    }
  });

  it("has each utterance once, and takes no other words", async () => {
    const said = SHOWCASE.map(({ say }) => say.toLowerCase());
    expect(new Set(said).size).toBe(said.length);
    expect((await ask("show a card please")).competency).not.toBe("showcase");
  });

  it("has a text of about 6,000 characters and 30 choices", () => {
    const shown = (words: string) => SHOWCASE.find(({ say }) => say === words)?.liveperson;
    expect((shown("show a long text") as { text: string }).text.length).toBeGreaterThan(5_900);
    const { choices } = shown("show many choices") as { choices: Array<{ say: string }> };
    expect(new Set(choices.map(({ say }) => say)).size).toBe(30);
  });

  it("offers nothing that the mock does not understand", async () => {
    const said = new Set(SHOWCASE.flatMap(({ liveperson }) => offered(liveperson)));
    expect(said.size).toBeGreaterThan(30);
    for (const words of said) expect((await ask(words, words)).competency, words).not.toBe("out_of_scope");
  });

  it("is listed in the playground's README, word for word", () => {
    const readme = documentOf("scripts/playground/README.md");
    for (const { say, shows } of SHOWCASE) expect(readme).toMatch(rowOf(say, shows));
  });
});

/** What clicking the buttons in an author's content says. */
function offered(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(offered);
  if (typeof content !== "object" || content === null) return [];
  const { choices = [], buttons = [], say, type, text, ...others } = content as Record<string, unknown>;
  const plain = [choices, buttons].flat().filter((entry) => typeof entry === "string");
  const own = [say, type === "publishText" ? text : undefined].filter((entry) => typeof entry === "string");
  return [...plain, ...own, ...offered([choices, buttons]), ...Object.values(others).flatMap(offered)];
}

function rowOf(say: string, shows: string): RegExp {
  const escaped = [`| \`${say}\``, `| ${shows}`].map((cell) => cell.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(" +")} +\\|$`, "m");
}

describe("the mock of Clinc refuses", () => {
  it.each([
    ["a wrong key", "App-Key wrong"],
    ["another scheme", `Bearer ${MOCK_APP_KEY}`],
    ["a key without its scheme", MOCK_APP_KEY],
  ])("%s with 401", async (_, key) => {
    const response = await post(queryOf("hello", "seed-1"), { key });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ detail: "No such access token." });
  });

  it("the usual key when it was given another", async () => {
    const { host } = await ownClinc({ appKey: "another-key" });
    const statusFor = async (key: string) =>
      (await post(queryOf("hello", "seed-1"), { host, path: "/v1/query/", key: `App-Key ${key}` })).status;
    expect(await statusFor(MOCK_APP_KEY)).toBe(401);
    expect(await statusFor("another-key")).toBe(200);
  });

  it.each([
    ["another path", { path: "/v1/queries" }],
    ["another method", { method: "GET" }],
  ])("%s with 404", async (_, options) => {
    const response = await post(queryOf("hello", "seed-1"), options);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ detail: "Not found." });
  });

  it.each([
    ["a body without a query", '{"dialog_seed":"seed-1"}'],
    ["a query that is no text", '{"query":5}'],
    ["a body that is not JSON", "query=hello"],
    ["a body that is no object", "null"],
  ])("%s with 400", async (_, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ query: ["This field is required."] });
  });

  it("another AI version than the one that it is told to serve, but no query without any", async () => {
    const aiVersion = "00000000-0000-4000-8000-000000000999";
    const { host } = await ownClinc({ aiVersion });
    const statusOf = async (query: object) =>
      (await post(JSON.stringify({ query: "hello", ...query }), { host })).status;
    expect(await statusOf({ ai_version: MOCK_AI_VERSION })).toBe(400);
    expect(await statusOf({ ai_version: aiVersion })).toBe(200);
    expect(await statusOf({})).toBe(200);
  });

  it("a body that does not say that it is JSON with 415", async () => {
    expect((await post("{}", { type: "text/plain" })).status).toBe(415);
  });

  it("and keeps what it saw, for tests to look at", async () => {
    await post(queryOf("hello", "seed-9"), { key: "App-Key wrong" });
    expect(mock.seen).toHaveLength(1);
    expect(mock.seen[0]).toMatchObject({
      method: "POST",
      path: "/v1/query",
      headers: { authorization: "App-Key wrong", "content-type": "application/json" },
      body: queryOf("hello", "seed-9"),
    });
  });
});

describe("an author's own answer", () => {
  it("is given instead of the bank's, in the same dialog, for as long as it is set", async () => {
    const before = await ask("What is my balance?");
    mock.ownAnswer = { text: "Ours.", intent: "ours_start", state: "ours" };
    const ours = await ask("Savings");
    mock.ownAnswer = undefined;
    expect(ours).toMatchObject({ visuals: { formattedResponse: "Ours." }, bl_resp: { state: "ours" } });
    expect(ours.session_id).toBe(before.session_id);
    expect((await ask("Savings")).visuals.formattedResponse).toContain("Rainy Day Savings");
  });

  it("may be a refusal, whose text is sent as it is", async () => {
    mock.ownAnswer = { status: 503, body: "Busy" };
    const response = await post(queryOf("hello", "seed-1"));
    expect([response.status, response.headers.get("content-type")]).toEqual([503, "text/plain"]);
    expect(await response.text()).toBe("Busy");
  });

  it("is only for whoever has the key", async () => {
    mock.ownAnswer = { text: "Ours." };
    expect((await post(queryOf("hello", "seed-1"), { key: "App-Key other" })).status).toBe(401);
  });
});

describe("what the mock is told beside the words", () => {
  const told = async (changes: Record<string, unknown>, host = mock.host) => {
    const query = { ...JSON.parse(queryOf("Where is the nearest branch?", "seed-1")), ...changes };
    const response = await post(JSON.stringify(query), { host });
    return { status: response.status, reply: (await response.json()) as Reply & Record<string, unknown> };
  };

  it("finds the nearest branch, on a card with a map", async () => {
    const { reply } = await told({ lat: 53.8, lon: -1.55 });
    expect(reply).toMatchObject({ competency: "branch_nearby", lat: 53.8, lon: -1.55 });
    expect(reply.visuals.formattedResponse).toBe("Your nearest branch is in Leeds, 0.4 km from you.");
    expect(JSON.stringify(reply.visuals.liveperson)).toContain(
      '"link":"https://www.openstreetmap.org/?mlat=53.7977',
    );
  });

  it("asks for a location where it has none, also after one", async () => {
    await told({ lat: 53.8, lon: -1.55 });
    const { reply } = await told({ lat: undefined, lon: undefined });
    expect(reply.visuals.formattedResponse).toMatch(/^Please share your location/);
  });

  it("refuses degrees that are no numbers", async () => {
    const { status, reply } = await told({ lat: "53.8", lon: -1.55 });
    expect([status, reply]).toEqual([400, { lat: ["A valid number is required."] }]);
  });

  it("passes on what it does not know, as Clinc was seen to, or refuses it where it is strict", async () => {
    const liveperson = { channel: "whatsapp" };
    const { reply } = await told({ liveperson });
    expect(reply).toMatchObject({ liveperson, bl_resp: { liveperson } });
    const strict = await ownClinc({ isStrict: true });
    expect(await told({ liveperson }, strict.host)).toMatchObject({
      status: 400,
      reply: { liveperson: ["Unknown field."] },
    });
    expect((await told({}, strict.host)).status).toBe(200);
  });
});

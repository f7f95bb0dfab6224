import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RecordParts, recordProperties, secretsOf, turnsOf } from "../../src/record/properties.ts";
import { sealingOf } from "../../src/record/sealing.ts";
import { parseRecord } from "../../src/record/shape.ts";
import { NOW, recordedTurn, recordParts } from "../fixtures/record.ts";
import { anyCharacter } from "../support/characters.ts";

const PLACE = {
  address: "https://z1.context.liveperson.net",
  account: "123",
  namespace: "clinc_conversation",
};
const sealing = sealingOf("an App-Key", "conversation-1", PLACE);
const FINGERPRINT = await sealing.fingerprint("any text");

/** What a reader elsewhere has of a record. */
async function read(parts: RecordParts, eyes = sealing) {
  const sent = JSON.parse(JSON.stringify(await recordProperties(parts, sealing)));
  const record = parseRecord(sent, 0);
  return { record, turns: await turnsOf(record, eyes), ...(await secretsOf(record, eyes)) };
}

async function bytesOf(parts: RecordParts): Promise<number> {
  return Buffer.byteLength(JSON.stringify(await recordProperties(parts, sealing)));
}

describe("the properties of a record", () => {
  it("come back whole", async () => {
    const parts = recordParts();
    const { record, turns, open, replies } = await read(parts);
    expect({ why: record.agent.why, turns }).toEqual(parts.agent);
    const { sealed, v, rev, at, ...bot } = record.bot;
    expect({ ...bot, open, replies }).toEqual(parts.bot);
    expect([v, rev, at]).toEqual([1, 7, NOW]);
    expect([record.agent.v, record.agent.rev, record.agent.at]).toEqual([1, 7, NOW]);
  });

  it("can be read by anybody but for what was said and the details", async () => {
    const { agent, bot } = await recordProperties(recordParts(), sealing);
    const { details, ...turn } = recordedTurn(2);
    expect(agent).toEqual({
      v: 1,
      rev: 7,
      at: NOW,
      why: "the bot's author hands over here",
      turns: [turn, { ...turn, at: NOW - 60_000, outcome: "transfer" }],
      sealed: expect.stringMatching(/^[\w+/]{40,}=*$/),
    });
    const { open, replies, ...readable } = recordParts().bot;
    expect(bot).toEqual({
      v: 1,
      rev: 7,
      at: NOW,
      ...readable,
      sealed: expect.stringMatching(/^[\w+/]{40,}=*$/),
    });
  });

  it("have nothing sealed for the agent where there are no details", async () => {
    const { agent } = await recordProperties(recordParts({ agent: { turns: [recordedTurn(1)] } }), sealing);
    expect(agent.sealed).toBe("");
  });

  it("keep what is readable for one who cannot unseal them", async () => {
    const { record, turns, open, replies } = await read(
      recordParts(),
      sealingOf("a new App-Key", "conversation-1", PLACE),
    );
    expect(turns).toEqual(recordParts().agent.turns.map((turn) => ({ ...turn, details: {} })));
    expect(record.bot).toMatchObject({ misunderstood: 1, language: "en" });
    expect({ open, replies }).toEqual({ open: { at: 0, shown: [], numbered: [] }, replies: [] });
  });

  it("cannot be mixed from two writes", async () => {
    const { bot } = await recordProperties(recordParts(), sealing);
    const later = { ...bot, rev: 8 };
    expect((await secretsOf(parseRecord({ bot: later }, 0), sealing)).replies).toEqual([]);
  });

  it("hold what is on the list and nothing that a caller has beside it", async () => {
    const parts = recordParts() as unknown as { agent: { turns: object[] }; bot: { replies: object[] } };
    const stray = "stray words";
    Object.assign(parts.agent, { stray });
    Object.assign(parts.bot, { stray, lastWords: stray });
    for (const turn of parts.agent.turns) Object.assign(turn, { stray });
    for (const reply of parts.bot.replies) Object.assign(reply, { stray, key: stray });
    const properties = await recordProperties(parts as unknown as RecordParts, sealing);
    const record = parseRecord(properties, 0);
    const unsealed = [await turnsOf(record, sealing), await secretsOf(record, sealing)];
    expect(JSON.stringify([properties, unsealed])).not.toContain(stray);
  });

  it("have no readable text of more than 256 characters", async () => {
    const long = "x".repeat(300);
    const turn = recordedTurn(1, {
      intent: long,
      name: long,
      state: long,
      qid: long,
      said: long,
      outcome: long,
    });
    const parts = recordParts({
      agent: { why: long, turns: [turn] },
      bot: { dialog: long, language: long, session: long },
    });
    expect(JSON.stringify(await recordProperties(parts, sealing))).not.toContain("x".repeat(257));
  });
});

describe("a record that grows", () => {
  it("keeps the last 20 turns and the last 5 replies", async () => {
    const turns = Array.from({ length: 25 }, (_, number) => recordedTurn(25 - number));
    const replies = Array.from({ length: 9 }, (_, number) => ({ key: FINGERPRINT, reply: number }));
    const found = await read(recordParts({ agent: { turns }, bot: { replies } }));
    expect(found.turns).toEqual(turns.slice(5));
    expect(found.replies).toEqual(replies.slice(4));
  });

  it("loses its oldest replies where they are what is large", async () => {
    const replies = ["a", "b", "c", "d"].map((letter) => ({ key: FINGERPRINT, reply: letter.repeat(4_000) }));
    const found = await read(recordParts({ bot: { replies } }));
    expect(found.replies).toEqual(replies.slice(2));
    expect(found.turns).toEqual(recordParts().agent.turns);
  });

  it("loses its oldest turns, with their details, where they are what is large", async () => {
    const turns = Array.from({ length: 20 }, (_, number) =>
      recordedTurn(20 - number, { details: { a: "x".repeat(256), b: "y".repeat(256), c: "z".repeat(256) } }),
    );
    const found = await read(recordParts({ agent: { turns } }));
    expect(found.turns.length).toBeGreaterThan(8);
    expect(found.turns).toEqual(turns.slice(-found.turns.length));
    expect(found.replies).toEqual(recordParts().bot.replies);
  });

  it("forgets open choices that would not fit even alone", async () => {
    const choice = { title: "t", say: "x".repeat(20_000) };
    const found = await read(recordParts({ bot: { open: { at: NOW, shown: [choice], numbered: [] } } }));
    expect(found.open).toEqual({ at: 0, shown: [], numbered: [] });
    expect(found.record.bot.misunderstood).toBe(1);
  });

  it("fills the 16 kilobytes to the last, and never more", async () => {
    const sizes = [];
    for (let length = 11_000; length < 11_400; length += 1) {
      const replies = [{ key: FINGERPRINT, reply: "x".repeat(length) }];
      sizes.push(await bytesOf(recordParts({ bot: { replies } })));
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16 * 1024);
    expect(Math.max(...sizes)).toBeGreaterThan(16 * 1024 - 16);
    expect(Math.min(...sizes)).toBeLessThan(2_000);
  });

  it("never is more than 16 kilobytes, whatever comes, and loses the oldest first", async () => {
    const texts = fc.string({ unit: anyCharacter, maxLength: 3_000 });
    const someTurns = fc.array(
      fc.record({ name: texts, intent: texts, details: fc.dictionary(fc.string(), texts, { maxKeys: 6 }) }),
      { maxLength: 25 },
    );
    const someReplies = fc.array(fc.jsonValue(), { maxLength: 8 });
    const choices = fc.array(fc.record({ title: texts, say: texts }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(someTurns, someReplies, choices, texts, async (turns, answers, shown, why) => {
        const parts = recordParts({
          agent: { why, turns: turns.map((turn, number) => recordedTurn(turns.length - number, turn)) },
          bot: {
            session: why,
            open: { at: NOW, shown, numbered: shown },
            replies: answers.map((reply) => ({ key: FINGERPRINT, reply })),
          },
        });
        expect(await bytesOf(parts)).toBeLessThanOrEqual(16 * 1024);
        const found = await read(parts);
        const times = parts.agent.turns.map(({ at }) => at);
        expect(found.turns.map(({ at }) => at)).toEqual(times.slice(times.length - found.turns.length));
        const last = JSON.parse(JSON.stringify(answers.slice(answers.length - found.replies.length)));
        expect(found.replies.map(({ reply }) => reply)).toEqual(last);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the leak", () => {
  it("that would show a word of a consumer, of the bot or of a detail does not exist", async () => {
    const words = fc.stringMatching(/^[a-z]{4,12} [a-z]{4,12}, [a-z]{4,12}!$/);
    await fc.assert(
      fc.asyncProperty(words, async (word) => {
        const choice = { title: word, say: word };
        const parts = recordParts({
          agent: { turns: [recordedTurn(1, { details: { [word]: word } })] },
          bot: {
            lastWords: word,
            open: { at: NOW, shown: [choice], numbered: [choice] },
            replies: [{ key: word, reply: { messages: [word] } }],
          },
        });
        const { agent, bot } = await recordProperties(parts, sealing);
        const unpacked = [agent.sealed, bot.sealed].map((text) =>
          Buffer.from(text, "base64").toString("latin1"),
        );
        const sent = JSON.stringify({ agent, bot }) + unpacked.join();
        const pieces = word.split(/\W+/).filter(({ length }) => length > 6);
        for (const piece of [word, ...pieces]) expect(sent).not.toContain(piece);
      }),
    );
  });
});

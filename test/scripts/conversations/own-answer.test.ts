import { describe, expect, it } from "vitest";
import { answerOfClinc, problemsOfAnswer, readOwnAnswer } from "../../../scripts/conversations/own-answer.ts";
import { readReply } from "../../../src/answer/read.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { parseReply } from "../../../src/clinc/reply.ts";

const { settings } = readSettings({});

function problemsIn(text: string) {
  const read = readOwnAnswer(text);
  if ("answer" in read) throw new Error(`it was taken: ${JSON.stringify(read.answer)}`);
  return read.problems;
}

describe("an author's own answer", () => {
  it.each<[what: string, written: unknown, answer: unknown]>([
    ["what is authored", { text: "Hi.", score: 0.4 }, { text: "Hi.", score: 0.4 }],
    ["a whole reply behind its key", { raw: { visuals: {} } }, { raw: { visuals: {} } }],
    ["a status with a body", { status: 503, body: "Busy" }, { status: 503, body: "Busy" }],
    [
      "the value of liveperson",
      { text: "Which?", choices: ["A"] },
      { liveperson: { text: "Which?", choices: ["A"] } },
    ],
    ["a list of entries", [{ delay: 2 }, "Hi."], { liveperson: [{ delay: 2 }, "Hi."] }],
    ["a webhook's payload", { visual_payload: { agent: { Case: 1 } } }, { agent: { Case: 1 } }],
    ["a turn's answer", { clinc: { text: "Hi." } }, { text: "Hi." }],
    ["a bare reply of the Query API", { visuals: {}, intent: "a" }, { raw: { visuals: {}, intent: "a" } }],
  ])("may be %s", (_, written, answer) => {
    expect(readOwnAnswer(JSON.stringify(written))).toEqual({ answer });
  });

  it.each<[what: string, written: string, message: string, line: number, column: number]>([
    [
      "a misspelt key of an entry",
      '{\n  "text": "Hi.",\n  "liveperson": [{ "choises": ["A"] }]\n}',
      'liveperson[0].choises is not known there; did you mean "choices"?',
      ...([3, 20] as const),
    ],
    [
      "a misspelt key in a card of an entry that stands alone",
      '{ "card": { "titel": "A" } }',
      'card.titel is not known there; did you mean "title"?',
      ...([1, 13] as const),
    ],
    [
      "a misspelt key of a button",
      '{ "liveperson": { "card": { "buttons": [{ "titel": "A" }] } } }',
      'liveperson.card.buttons[0].titel is not known there; did you mean "title"?',
      ...([1, 43] as const),
    ],
    [
      "a misspelt address of an image",
      '[{ "carousel": [{ "title": "A" }, { "image": { "urll": "https://a.example/b.png" } }] }]',
      '[0].carousel[1].image.urll is not known there; did you mean "url"?',
      ...([1, 48] as const),
    ],
    [
      "a misspelt parameter",
      '{ "liveperson": { "action": "TRANSFER", "actionParameters": { "skil": "a" } } }',
      'liveperson.actionParameters.skil is not known there; did you mean "skill"?',
      ...([1, 63] as const),
    ],
    [
      "a misspelt parameter inside of its action",
      '{ "liveperson": { "action": { "name": "TRANSFER", "data": { "skil": "a" } } } }',
      'liveperson.action.data.skil is not known there; did you mean "skill"?',
      ...([1, 61] as const),
    ],
    [
      "a misspelt parameter beside its action",
      '{ "action": "TRANSFER", "skil": "a" }',
      'skil is not known there; did you mean "skill"?',
      ...([1, 25] as const),
    ],
    [
      "a key with a sign that no log shows",
      '{ "liveperson": { "chöices": ["A"] } }',
      'liveperson["chöices"] is not known there; did you mean "choices"?',
      ...([1, 19] as const),
    ],
    [
      "a misspelt key of the answer",
      '{ "clinc": { "text": "A", "sate": "b" } }',
      'clinc.sate is not known there; did you mean "state"?',
      ...([1, 27] as const),
    ],
    [
      "an entry's key beside Clinc's",
      '{ "intent": "a", "choices": ["A"] }',
      'choices is not known there; it belongs into "liveperson"',
      ...([1, 18] as const),
    ],
    ["a score beyond 1", '{ "text": "A", "score": 97 }', "score must be at most 1", ...([1, 16] as const)],
    ["a text that is none", '{ "text": 5 }', "text must be a text in quotation marks", 1, 3],
    ["a status that is none", '{ "status": 42 }', "status must be at least 200", 1, 3],
    ["nothing", "{}", 'The answer says nothing; give it a "text" or "liveperson"', 1, 1],
    ["no object", "5", "The answer must be an object in { }", 1, 1],
    [
      "a comma too many",
      '{ "text": "A", }',
      "The answer is not JSON: a comma is too many, or a value is missing",
      1,
      16,
    ],
    [
      "an open bracket",
      '{\n "liveperson": [',
      "The answer is not JSON: it ends before all brackets and quotation marks are closed",
      ...([2, 17] as const),
    ],
  ])("with %s is told, with its place", (_, written, message, line, column) => {
    expect(problemsIn(written)).toEqual([expect.objectContaining({ message, line, column })]);
  });

  it.each([
    ["is empty", " \n", /^The answer is not JSON: it is empty$/],
    ["holds a bare line end", '{ "text": "a\nb" }', /a line end or a tab stands within a text/],
  ])("that %s is told, without a place", (_, written, message) => {
    expect(problemsIn(written)).toEqual([{ message: expect.stringMatching(message) }]);
  });

  it("suggests only what the bot takes at that place", () => {
    const [problem] = problemsOfAnswer({ liveperson: { card: { delai: 2, title: "A" } } });
    expect(problem?.message).toBe("is not known there");
  });

  it("leaves what is wrong with values to the bot, which shows the rest", () => {
    expect(problemsOfAnswer({ liveperson: { delay: "soon", text: "A" } })).toEqual([]);
  });
});

describe("what Clinc sends for it", () => {
  const query = { query: "cards", dialog_seed: "seed" };

  it("is a reply that the bot reads as it was written", () => {
    const answer = {
      text: "Here you are.",
      intent: "choose_card_start",
      score: 0.9,
      state: "card_choice",
      slots: { CARD: "Travel", COUNT: 2 },
      liveperson: { card: { title: "Travel Card" } },
      agent: { Case: "C-1" },
    };
    const { status, body } = answerOfClinc(answer, query, "session");
    expect(status).toBe(200);
    const reply = parseReply(body);
    const { blocks, intent, remarks } = readReply(reply, settings);
    expect(blocks.map(({ kind }) => kind)).toEqual(["text", "card"]);
    expect(intent).toEqual({ id: "choose_card", name: "choose card", score: 0.9 });
    expect(remarks).toEqual([]);
    expect(reply.session_id).toBe("session");
    expect(reply.bl_resp).toMatchObject({ state: "card_choice", visual_payload: { agent: { Case: "C-1" } } });
    expect(reply.slots).toMatchObject({
      _CARD_: { values: [{ value: "Travel" }] },
      _COUNT_: { values: [{ value: "2" }] },
    });
  });

  it("is classified with certainty where nothing is said of it", () => {
    const { body } = answerOfClinc({ text: "Hi." }, query, "session");
    expect(readReply(parseReply(body), settings).intent).toEqual({
      id: "own_answer",
      name: "own answer",
      score: 1,
    });
  });

  it("may be spoken", () => {
    const { body } = answerOfClinc({ speech: "<speak>Hi</speak>" }, query, "session");
    expect(readReply(parseReply(body), settings).blocks).toEqual([{ kind: "text", text: "Hi" }]);
  });

  it("is a whole reply or a refusal as it stands", () => {
    expect(answerOfClinc({ raw: { any: 1 } }, query, "s")).toEqual({ status: 200, body: { any: 1 } });
    expect(answerOfClinc({ status: 503, body: "Busy" }, query, "s")).toEqual({ status: 503, body: "Busy" });
    expect(answerOfClinc({ status: 204 }, query, "s")).toEqual({ status: 204, body: "" });
  });
});

import { describe, expect, it } from "vitest";
import { Chance } from "../../../../scripts/kit/chance.ts";
import { ScriptedClinc } from "../../../../scripts/soak/instances/clinc.ts";
import { converse } from "../../../../scripts/soak/instances/converse.ts";
import type { World } from "../../../../scripts/soak/instances/dialog.ts";
import { type Message, oneByOne, type Play } from "../../../../scripts/soak/instances/play.ts";
import type { LoadedFunction } from "../../../../scripts/stand-ins/functions/load-function.ts";
import { VirtualTime } from "../../../../scripts/stand-ins/functions/virtual-time.ts";
import { parseEvent } from "../../../../src/liveperson/consumer-turn.ts";
import { pause } from "../../../../src/runtime/deadline.ts";
import { replySaying } from "../../../support/reply.ts";

const HELLO: Message = { clinc: { kind: "understood" } };

/** An instance that takes so many milliseconds and says which event it was, in two messages and a pause. */
function instance(name: string, tookMs: readonly number[] = []): LoadedFunction {
  let turns = 0;
  return {
    async invoke(input) {
      turns += 1;
      await pause(tookMs[turns - 1] ?? 10);
      const { sequence } = parseEvent(input);
      return {
        result: replySaying(`${name} ${sequence}`, { delay: 1 }, "Anything else?"),
        logs: [],
        milliseconds: 10,
      };
    },
  };
}

function hold(play: Play, instances: LoadedFunction[], world: World = "messages only") {
  const scene = { instances, clinc: new ScriptedClinc(), world };
  return new VirtualTime().during(() => converse(play, scene, new Chance(1)));
}

const firstLines = ({ turns }: Awaited<ReturnType<typeof hold>>) => turns.map(({ consumer }) => consumer[0]);

describe("a conversation", () => {
  it.each<[world: World, sequences: string[]]>([
    ["messages only", ["a 1", "a 4", "a 7"]],
    ["messages and receipts", ["a 1", "a 10", "a 19"]],
  ])("counts what the bot published, pauses aside: %s", async (world, sequences) => {
    const trace = await hold(oneByOne([HELLO, HELLO, HELLO]), [instance("a")], world);
    expect(firstLines(trace)).toEqual(sequences);
  });

  it("goes to any of the instances", async () => {
    const trace = await hold(oneByOne(Array.from({ length: 20 }, () => HELLO)), [
      instance("a"),
      instance("b"),
    ]);
    expect(new Set(firstLines(trace).map((line) => line?.slice(0, 1)))).toEqual(new Set(["a", "b"]));
  });

  it("sends a group at its times, and has its turns in the order of their answers", async () => {
    const groups = [
      [
        { message: 0, afterMs: 0 },
        { message: 1, afterMs: 100 },
      ],
      [{ message: 2, afterMs: 0 }],
    ];
    const trace = await hold({ messages: [HELLO, HELLO, HELLO], groups }, [instance("a", [250, 100])]);
    expect(trace.turns.map(({ message }) => message)).toEqual([1, 0, 2]);
    expect(firstLines(trace)).toEqual(["a 2", "a 1", "a 7"]);
  });

  it("ends with the failure of a function", async () => {
    const failing = { invoke: async () => ({ error: new Error("boom"), logs: [], milliseconds: 1 }) };
    await expect(hold(oneByOne([HELLO]), [failing])).rejects.toThrow("boom");
  });
});

describe("Clinc in a conversation", () => {
  const query = (words: string) => ({
    method: "POST",
    url: "",
    headers: {},
    body: JSON.stringify({ query: words, dialog_seed: "c" }),
  });

  it("answers a message as the script has it, and words without a number as the one that was sent last", async () => {
    const clinc = new ScriptedClinc();
    const messages: Message[] = [
      { clinc: { kind: "understood", name: "card_lost", account: "Savings" } },
      { clinc: { kind: "misunderstood" } },
      { clinc: { kind: "fails", status: 404 } },
    ];
    const part = clinc.play("c", oneByOne(messages), new Chance(1));
    part.latest = 2;
    const answers = await new VirtualTime().during(() =>
      Promise.all(["message #0", "message #1", "hello"].map((words) => clinc.respond(query(words)))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    const [first, second] = answers.map(({ body }) => JSON.parse(body));
    expect(first).toMatchObject({
      competency: "card_lost",
      slots: { _ACCOUNT_: { values: [{ value: "Savings" }] } },
    });
    expect(second).toMatchObject({ competency: "out_of_scope" });
    expect(part.asked).toEqual([
      { message: 0, words: "message #0" },
      { message: 1, words: "message #1" },
      { message: 2, words: "hello" },
    ]);
  });

  it("keeps a dialog in one session, as a dialog of less than ten minutes is", async () => {
    const clinc = new ScriptedClinc();
    clinc.play("c", oneByOne([HELLO, HELLO]), new Chance(1));
    const answers = await new VirtualTime().during(() =>
      Promise.all(["message #0", "message #1"].map((words) => clinc.respond(query(words)))),
    );
    expect(new Set(answers.map(({ body }) => JSON.parse(body).session_id)).size).toBe(1);
  });
});

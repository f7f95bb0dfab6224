import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SuggestionAnswer } from "../../../src/agent/api.ts";
import type { Happening, Task } from "../../../src/agent/widget/happening.ts";
import type { Line } from "../../../src/agent/widget/lines.ts";
import { draftOf, openLine, START, type State } from "../../../src/agent/widget/state.ts";
import { step } from "../../../src/agent/widget/step.ts";

/** The state after all of this, and all that was to be done on the way. */
function played(happenings: readonly Happening[], start: State = START): { state: State; tasks: Task[] } {
  const tasks: Task[] = [];
  const state = happenings.reduce((before, happening) => {
    const next = step(before, happening);
    tasks.push(...next.tasks);
    return next.state;
  }, start);
  return { state, tasks };
}

const consumer = (id: string, at: number, text = "I lost my card"): Line => ({
  id,
  at,
  text,
  by: "consumer",
});
const agent = (id: string, at: number): Line => ({ id, at, text: "One moment", by: "agent" });
const says = (...lines: Line[]): Happening => ({ kind: "lines", lines });

const CONNECTED: Happening = { kind: "workspace", is: "connected" };
const SEATED: Happening = { kind: "seat", seat: { conversation: "c-1", viewer: "7", assigned: "7" } };
const signedIn = (suggest: "manual" | "auto" | "off" = "auto"): Happening => ({
  kind: "session",
  session: { kind: "open", suggest },
});
const READY = [CONNECTED, SEATED, signedIn()];

const draft = (line: string, changes: Partial<SuggestionAnswer> = {}): SuggestionAnswer => ({
  ...{
    id: `s-${line}`,
    messageId: line,
    status: "ok",
    text: `Answer to ${line}`,
    intent: "card_lost",
    score: 0.9,
  },
  ...changes,
});
const answered = (line: string, changes: Partial<SuggestionAnswer> = {}): Happening => ({
  ...{ kind: "suggested", conversation: "c-1", line, came: { answer: draft(line, changes) } },
});
const failed = (
  line: string,
  code: "too_many" | "unavailable" | "sign_in_required",
  until?: number,
): Happening => ({
  kind: "suggested",
  conversation: "c-1",
  line,
  came: { problem: { code, ...(until !== undefined && { until }) } },
});
const told = (tasks: readonly Task[]) =>
  tasks.flatMap((task) => (task.do === "tell" ? [`${task.event} ${task.suggestionId}`] : []));
const askedFor = (tasks: readonly Task[]) =>
  tasks.flatMap((task) => (task.do === "suggest" ? [task.line.id] : []));

describe("what is asked of the desk", () => {
  it("is nothing before the workspace answers, a conversation is known and a session is open", () => {
    expect(played([CONNECTED, says(consumer("1", 1))]).tasks).toEqual([]);
    expect(played([SEATED, says(consumer("1", 1))]).tasks).toEqual([]);
    expect(played([CONNECTED, SEATED, says(consumer("1", 1))]).tasks).toEqual([{ do: "open_session" }]);
  });

  it("is the same in whichever order these become known", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...READY, says(consumer("1", 1))], { minLength: 4 }), (happenings) => {
        const { tasks } = played(happenings);
        expect(tasks.filter((task) => task.do === "brief")).toHaveLength(1);
        expect(askedFor(tasks)).toEqual(["1"]);
      }),
    );
  });

  it.each<[who: string, seat: Record<string, unknown>]>([
    ["somebody who looks on", { isSpectated: true }],
    ["an agent who does not hold the conversation", { assigned: "8" }],
  ])("is nothing for %s, until the conversation is theirs", (_, seat) => {
    const other: Happening = {
      kind: "seat",
      seat: { conversation: "c-1", viewer: "7", assigned: "7", ...seat },
    };
    const watching = played([CONNECTED, other, signedIn(), says(consumer("1", 1))]);
    expect(watching.tasks).toEqual([]);
    const taken = played([{ kind: "seat", seat: { isSpectated: false, assigned: "7" } }], watching.state);
    expect(taken.tasks.map((task) => task.do)).toEqual(["brief", "suggest"]);
  });

  it("is a suggestion for the newest line alone, when several are there at the start", () => {
    expect(
      askedFor(played([...READY, says(consumer("1", 1), agent("2", 2), consumer("3", 3))]).tasks),
    ).toContain("3");
    expect(
      askedFor(played([CONNECTED, says(consumer("1", 1), consumer("2", 2)), SEATED, signedIn()]).tasks),
    ).toEqual(["2"]);
  });

  it("is no suggestion when an agent or bot spoke last, or when the line has no text", () => {
    expect(askedFor(played([...READY, says(agent("2", 2))]).tasks)).toEqual([]);
    expect(askedFor(played([...READY, says(consumer("2", 2, " "))]).tasks)).toEqual([]);
  });

  it("is one suggestion a line, however often the line comes", () => {
    const { tasks } = played([
      ...READY,
      says(consumer("1", 1)),
      says(consumer("1", 1)),
      answered("1"),
      says(consumer("1", 1)),
    ]);
    expect(askedFor(tasks)).toEqual(["1"]);
    expect(
      played([...READY, says(consumer("1", 1)), { kind: "ask", what: "suggestion" }]).tasks.filter(
        (t) => t.do === "suggest",
      ),
    ).toHaveLength(1);
  });

  it("is a suggestion when the agent wants one, where suggestions are manual", () => {
    const offered = played([CONNECTED, SEATED, signedIn("manual"), says(consumer("1", 1))]);
    expect(askedFor(offered.tasks)).toEqual([]);
    expect(askedFor(played([{ kind: "ask", what: "suggestion" }], offered.state).tasks)).toEqual(["1"]);
  });

  it("is no suggestion where they are off", () => {
    expect(askedFor(played([CONNECTED, SEATED, signedIn("off"), says(consumer("1", 1))]).tasks)).toEqual([]);
  });
});

describe("a suggestion", () => {
  const shown = played([...READY, says(consumer("1", 1)), answered("1")]);

  it("is shown, and the desk is told", () => {
    expect(draftOf(shown.state)?.text).toBe("Answer to 1");
    expect(told(shown.tasks)).toEqual(["shown s-1"]);
  });

  it.each([agent("2", 2), consumer("2", 2)])("is withdrawn by a newer line, whoever said it: $by", (line) => {
    const { state, tasks } = played([says(line)], shown.state);
    expect(draftOf(state)).toBeUndefined();
    expect(told(tasks)).toEqual(["retired s-1"]);
  });

  it("stays for an older line that comes late", () => {
    expect(draftOf(played([says(agent("0", 0.5))], shown.state).state)?.id).toBe("s-1");
  });

  it("that comes too late is not shown, and the desk is told", () => {
    const { state, tasks } = played([
      ...READY,
      says(consumer("1", 1)),
      says(consumer("2", 2)),
      answered("1"),
    ]);
    expect(draftOf(state)).toBeUndefined();
    expect(told(tasks)).toEqual(["retired s-1"]);
    expect(draftOf(played([answered("2")], state).state)?.id).toBe("s-2");
  });

  it("of another conversation is not shown", () => {
    const moved: Happening = { kind: "seat", seat: { conversation: "c-2" } };
    const { state, tasks } = played([
      ...READY,
      says(consumer("1", 1)),
      moved,
      says(consumer("1", 1)),
      answered("1"),
    ]);
    expect(draftOf(state)).toBeUndefined();
    expect(tasks.filter((task) => task.do === "brief")).toHaveLength(2);
  });

  it("is withdrawn with its conversation", () => {
    const { state, tasks } = played([{ kind: "seat", seat: { conversation: "" } }], shown.state);
    expect([state.newest, draftOf(state)]).toEqual([undefined, undefined]);
    expect(told(tasks)).toEqual(["retired s-1"]);
  });

  it("that was used has done its work: it is withdrawn without a word", () => {
    const used = played([{ kind: "used", id: "s-1" }], shown.state);
    expect(told(used.tasks)).toEqual(["used s-1"]);
    expect(told(played([says(agent("2", 2))], used.state).tasks)).toEqual([]);
  });

  it("is judged only while it is shown", () => {
    expect(
      told(
        played(
          [
            { kind: "good", id: "s-1" },
            { kind: "bad", id: "s-1" },
          ],
          shown.state,
        ).tasks,
      ),
    ).toEqual(["good s-1", "bad s-1"]);
    expect(told(played([{ kind: "good", id: "s-0" }], shown.state).tasks)).toEqual([]);
  });

  it("without words is none", () => {
    const { state, tasks } = played([
      ...READY,
      says(consumer("1", 1)),
      answered("1", { status: "low_score", text: "" }),
    ]);
    expect(draftOf(state)).toBeUndefined();
    expect(told(tasks)).toEqual([]);
  });
});

describe("a call that comes to nothing", () => {
  const asking = played([...READY, says(consumer("1", 1))]);

  it("is made again when the agent wants it", () => {
    const { state, tasks } = played([failed("1", "unavailable")], asking.state);
    expect(tasks).toEqual([]);
    expect(state.suggestion).toEqual({ kind: "failed", problem: { code: "unavailable" } });
    expect(askedFor(played([{ kind: "ask", what: "suggestion" }], state).tasks)).toEqual(["1"]);
  });

  it("for too many of them is made again by itself when the time is over", () => {
    const { state, tasks } = played([failed("1", "too_many", 5_000)], asking.state);
    expect(tasks).toEqual([{ do: "wait", line: "1", until: 5_000 }]);
    expect(askedFor(played([{ kind: "waited", line: "1" }], state).tasks)).toEqual(["1"]);
  });

  it("is not made again for a line that is the newest no more", () => {
    const { tasks } = played(
      [failed("1", "too_many", 5_000), says(agent("2", 2)), { kind: "waited", line: "1" }],
      asking.state,
    );
    expect(askedFor(tasks)).toEqual([]);
  });

  it("for want of a session opens one, once, and then what is missing is asked for", () => {
    const { state, tasks } = played(
      [
        { kind: "briefed", conversation: "c-1", came: { problem: { code: "sign_in_required" } } },
        failed("1", "sign_in_required"),
      ],
      asking.state,
    );
    expect(tasks).toEqual([{ do: "open_session" }]);
    expect(played([signedIn()], state).tasks.map((task) => task.do)).toEqual(["brief", "suggest"]);
  });
});

describe("whatever the order of lines, answers and the agent's doings", () => {
  const place = fc.integer({ min: 1, max: 8 });
  /** Lines with LivePerson's ids in some workspaces, of the same moment in others. */
  const anyLine = fc.record({ place, isConsumer: fc.boolean(), hasPlace: fc.boolean() }).map(
    ({ place, isConsumer, hasPlace }): Line => ({
      ...{ id: hasPlace ? `d::${place}` : `x${place}`, at: place * 10, text: "I lost my card" },
      by: isConsumer ? "consumer" : "agent",
    }),
  );
  const ids = anyLine.map(({ id }) => id);
  const anything: fc.Arbitrary<Happening> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((lines) => says(...lines)),
    },
    { weight: 4, arbitrary: ids.map((id) => answered(id)) },
    ids.map((id) => failed(id, "unavailable")),
    ids.map((id) => failed(id, "too_many", 1)),
    ids.map((id) => failed(id, "sign_in_required")),
    ids.map((line): Happening => ({ kind: "waited", line })),
    fc.constant<Happening>({ kind: "ask", what: "suggestion" }),
    fc.constantFrom(signedIn("auto"), signedIn("manual")),
    ids.map((id): Happening => ({ kind: "used", id: `s-${id}` })),
    fc
      .constantFrom("c-1", "c-2", "")
      .map((conversation): Happening => ({ kind: "seat", seat: { conversation } })),
  );

  it("a suggestion is shown only for the newest line, and only if that is the consumer's", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (happenings) => {
        let state = played(READY).state;
        let heard: Line[] = [];
        for (const happening of happenings) {
          if (happening.kind === "lines") heard.push(...happening.lines);
          const { conversation } = state.seat;
          if (
            happening.kind === "seat" &&
            conversation !== "" &&
            happening.seat.conversation !== conversation
          )
            heard = [];
          state = step(state, happening).state;
          const shown = draftOf(state);
          if (!shown) continue;
          const newest = Math.max(...heard.map(({ at }) => at));
          expect(openLine(state)?.id).toBe(shown.messageId);
          const said = heard.find(({ id }) => id === shown.messageId);
          expect(said?.by).toBe("consumer");
          expect(said?.at, "nothing newer was heard").toBe(newest);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("no line is asked for twice unless its call came to nothing or the agent was signed out", () => {
    const quiet = fc.oneof(
      fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((lines) => says(...lines)),
      ids.map((id) => answered(id)),
      fc.constant<Happening>({ kind: "ask", what: "suggestion" }),
      ids.map((line): Happening => ({ kind: "waited", line })),
    );
    fc.assert(
      fc.property(fc.array(quiet, { maxLength: 40 }), (happenings) => {
        const asked = askedFor(played([...READY, ...happenings]).tasks);
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 500 },
    );
  });
});

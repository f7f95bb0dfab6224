import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CLINC_FAULTS, type ClincFaultName } from "../../scripts/stand-ins/clinc/faults.ts";
import { MOCK_APP_KEY } from "../../scripts/stand-ins/clinc/server.ts";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { Invocation } from "../../scripts/stand-ins/functions/load-function.ts";
import * as events from "../fixtures/events.ts";
import { loadBuiltOn, PLATFORM_NAMES, type PlatformName } from "../support/built.ts";
import { withClinc } from "../support/clinc.ts";
import { watchTimers } from "../support/timers.ts";
import { turnLine } from "../support/turn-line.ts";

/** Enough for a repeated query, which wants a second. */
const TIMEOUT_MS = 1_500;
const LATEST_MS = TIMEOUT_MS + 500;
const ENVIRONMENT = { CLINC_TIMEOUT_MS: String(TIMEOUT_MS), TRANSFER_SKILL: "desk" };

const APOLOGY = ["Sorry, I am having technical difficulties. Please try again in a moment."];
const HANDOVER = 'TRANSFER {"skill":"desk"}';

/** What a fault comes to. Where V1's own client makes a difference, or the local tool's, they have expectations of their own. */
type Expectation = {
  apology?: string;
  transfer?: string;
  says?: string;
  queries: number;
};

const EXPECTED: Record<ClincFaultName, Expectation & { onV1?: Expectation; inLocalTool?: Expectation }> = {
  slow: { apology: "clinc_timeout", queries: 1 },
  hangs: { apology: "clinc_timeout", queries: 1 },
  hangs_in_body: { apology: "clinc_timeout", queries: 1 },
  drips: { apology: "clinc_timeout", queries: 1 },
  endless: {
    apology: "clinc_unusable_reply",
    queries: 1,
    // Its client tells nothing before the end.
    inLocalTool: { apology: "clinc_timeout", queries: 1 },
  },
  huge: { apology: "clinc_unusable_reply", queries: 1 },
  bomb: { apology: "clinc_unusable_reply", queries: 1 },
  deep: { says: "Deep.", queries: 1 },
  resets: { apology: "clinc_unreachable", queries: 1 },
  hangs_up: { apology: "clinc_unreachable", queries: 1 },
  cut_short: { apology: "clinc_unreachable", queries: 1 },
  not_http: { apology: "clinc_unusable_reply", queries: 1 },
  garbled: { apology: "clinc_unusable_reply", queries: 1 },
  invalid_utf8: { says: "Caf\u{fffd}\u{fffd}!", queries: 1 },
  redirects: { transfer: "host_wrong", queries: 1 },
  wrong_key: { transfer: "key_refused", queries: 1 },
  key_refused_politely: { transfer: "key_refused", queries: 1 },
  forbidden: { transfer: "key_refused", queries: 1 },
  proxy_refuses: {
    transfer: "key_refused",
    queries: 1,
    onV1: { transfer: "domain_not_allowed", queries: 1 },
  },
  no_api: { transfer: "host_wrong", queries: 1 },
  refuses_query: { apology: "clinc_refused_query", queries: 1 },
  throttles: { apology: "clinc_throttled", queries: 1 },
  throttles_briefly: { apology: "clinc_throttled", queries: 2 },
  platform_throttles: {
    apology: "clinc_throttled",
    queries: 1,
    onV1: { apology: "platform_throttled", queries: 1 },
  },
  busy: { apology: "clinc_unavailable", queries: 2 },
  error: { apology: "clinc_unavailable", queries: 1 },
  bad_gateway: { apology: "clinc_unavailable", queries: 1 },
  html: { apology: "clinc_unusable_reply", queries: 1 },
  blank: { apology: "clinc_unusable_reply", queries: 1 },
  nonsense: { apology: "clinc_unusable_reply", queries: 1 },
  list: { apology: "clinc_unusable_reply", queries: 1 },
  null: { apology: "clinc_unusable_reply", queries: 1 },
};

/** The local tool's client turns every refusal into an error without headers, so nothing is known about a pause. */
const WITHOUT_HEADERS: Partial<Record<ClincFaultName, number>> = { throttles_briefly: 1, busy: 1 };

const faults = Object.entries(CLINC_FAULTS).map(
  ([name, { title }]) => [title, name as ClincFaultName] as const,
);

let timers: ReturnType<typeof watchTimers>;
beforeAll(() => {
  timers = watchTimers();
});
afterAll(() => timers.stop());

/** The reply as LivePerson delivers it, and what the turn's lines told the operator. */
function seen({ result, error, logs }: Invocation) {
  expect(error).toBeUndefined();
  const warnings = logs.filter(({ level }) => level === "warn").map(({ text }) => text);
  return { ...deliver(result, false), line: turnLine(logs), warnings };
}

function expectAnswer(invocation: Invocation, { apology, transfer, says }: Expectation): void {
  const { consumer, action, problems, classification, line, warnings } = seen(invocation);
  expect(problems).toEqual([]);
  if (says !== undefined) {
    expect(consumer[0]).toBe(says);
    return;
  }
  const reason = apology ?? transfer ?? "";
  expect(classification).toBe(`${reason.replaceAll("_", " ")} (${reason}) 0.00`);
  expect(action).toBe(transfer ? HANDOVER : "");
  if (apology) expect(consumer).toEqual(APOLOGY);
  expect(line.intent).toBe(reason);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(reason);
}

function expectDiscretion({ logs }: Invocation, words: string): void {
  const text = JSON.stringify(logs);
  expect(text).not.toContain(MOCK_APP_KEY);
  expect(text).not.toContain(words);
  expect(logs.map((entry) => entry.text).join("\n").length).toBeLessThan(5_000);
}

describe.each(PLATFORM_NAMES)("on %s, a Clinc that", (platform: PlatformName) => {
  it.concurrent.each(faults)("%s", async (_, fault) => {
    await withClinc(async (clinc) => {
      clinc.fault = () => fault;
      const { onV1, inLocalTool, ...usual } = EXPECTED[fault];
      const isLocalTool = platform === "V1 in LivePerson's local tool";
      const expected = (isLocalTool && inLocalTool) || (platform !== "V2" && onV1) || usual;
      const queries = (isLocalTool && WITHOUT_HEADERS[fault]) || expected.queries;
      const bot = await loadBuiltOn(platform, { host: clinc.host, environment: ENVIRONMENT });

      const invocation = await bot.invoke(events.messagingText("my secret hobby is juggling"));

      expectAnswer(invocation, expected);
      expect(invocation.milliseconds).toBeLessThan(LATEST_MS);
      expectDiscretion(invocation, "juggling");
      expect(clinc.seen.map(({ path }) => path)).toEqual(Array(queries).fill("/v1/query"));
      // The local tool's client cannot be aborted.
      if (!isLocalTool) await vi.waitFor(() => expect(clinc.open()).toBe(0), 500);
    });
  });
});

describe("the built file", () => {
  it("has left no timer behind after all of that", () => {
    expect(timers.started()).toBeGreaterThan(faults.length);
    expect(timers.pending()).toBe(0);
  });
});

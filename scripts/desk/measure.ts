import { readFileSync } from "node:fs";
import { sealWith } from "../../src/agent/desk/seal.ts";
import { grouped } from "../kit/terminal.ts";
import type { DeskProcess } from "../stand-ins/desk/desk-process.ts";
import type { Example } from "../stand-ins/desk/example.ts";

/** What a desk costs beside Clinc itself; milliseconds, and megabytes where the system tells them. */
export type Measured = {
  suggestions: number;
  /** Beyond Clinc's own time, asked by the same client for the same words. */
  beyondMs: { median: number; p95: number };
  atStartMb: number | undefined;
  afterMb: number | undefined;
};

const SUGGESTIONS = 1_000;
/** None of them has more than the desk makes for an agent in a minute. */
const AGENTS = 50;
const WORDS = "What is my balance in checking?";

/** Asks a desk for suggestions one after the other, and Clinc for the same in between. */
export async function measure(desk: DeskProcess, { environment }: Example): Promise<Measured> {
  const atStartMb = residentMb(desk.pid);
  const tokens = await Promise.all(Array.from({ length: AGENTS }, (_, number) => tokenOf(number)));
  const beyond: number[] = [];
  for (let number = 0; number < SUGGESTIONS; number += 1) {
    const whole = await timed(() => suggestion(number));
    const clincs = await timed(() => query(number));
    beyond.push(whole - clincs);
  }
  return {
    suggestions: SUGGESTIONS,
    beyondMs: { median: quantile(beyond, 0.5), p95: quantile(beyond, 0.95) },
    atStartMb,
    afterMb: residentMb(desk.pid),
  };

  function tokenOf(number: number): Promise<string> {
    const key = new Uint8Array(Buffer.from(environment.DESK_SESSION_KEY ?? "", "base64"));
    const agent = { agent: `agent-${number}`, name: "", since: Math.floor(Date.now() / 1_000), tokens: {} };
    return sealWith(key, desk.address).seal("agent", agent, 600);
  }

  function suggestion(number: number): Promise<unknown> {
    const headers = { origin: desk.address, authorization: `Bearer ${tokens[number % AGENTS]}` };
    const body = { conversationId: `conversation-${number}`, messageId: "line-1", text: WORDS };
    return post(`${desk.address}/api/suggestion`, headers, body);
  }

  function query(number: number): Promise<unknown> {
    const { CLINC_HOST, CLINC_APP_KEY, CLINC_ASSIST_AI_VERSION } = environment;
    const asked = { query: WORDS, language: "en", device: "liveperson", ai_version: CLINC_ASSIST_AI_VERSION };
    const body = { ...asked, dialog_seed: `by-itself-${number}` };
    return post(`${CLINC_HOST}/v1/query`, { authorization: `App-Key ${CLINC_APP_KEY}` }, body);
  }
}

/** What was measured, for people. */
export function told({ suggestions, beyondMs, atStartMb, afterMb }: Measured): string {
  const memory = afterMb === undefined ? "" : `; ${atStartMb} MB at the start, ${afterMb} MB afterwards`;
  const { median, p95 } = beyondMs;
  return `${grouped(suggestions)} suggestions, beyond Clinc's own time: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${memory}`;
}

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  const all = { "content-type": "application/json", ...headers };
  const answer = await fetch(url, { method: "POST", headers: all, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @param share 0.95 for what 95 in a hundred stay below */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

/** Linux alone tells it of another process. */
function residentMb(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1_024);
}

import type { AuditLine } from "../../../src/agent/desk/audit.ts";
import { pause } from "../../../src/runtime/deadline.ts";
import type { Chance } from "../../kit/chance.ts";
import type { Invocation, LoadedFunction } from "../../stand-ins/functions/load-function.ts";
import { understood } from "./bank.ts";

/** A call of the desk, as its line has it. */
type Call = AuditLine & { ms: number };

/** What agents of the invented bank do with a conversation that they took over: most of them have the widget. */
export async function takeOver(
  conversation: string,
  command: LoadedFunction,
  chance: Chance,
  log: { invocation: (invocation: Invocation) => void; call: (call: Call) => void },
): Promise<void> {
  await pause(chance.between(15_000, 90_000));
  if (chance.next() < 0.25) {
    const payload = { conversationId: conversation, arguments: [] };
    log.invocation(await command.invoke({ timestamp: Date.now(), headers: [], payload }));
    return;
  }
  const agent = `agent-${chance.between(1, 24)}`;
  const call = (op: Call["op"], more: Partial<Call>, ms: number) =>
    log.call({ agent, conversation, op, status: "ok", ...more, ms });
  if (chance.next() < 0.1) call("session", { conversation: "" }, chance.between(2, 9));
  call("briefing", { status: chance.next() < 0.94 ? "ok" : "none" }, chance.between(60, 300));
  for (let message = chance.between(1, 4); message > 0; message -= 1) {
    await pause(chance.between(20_000, 120_000));
    suggest(call, chance);
  }
}

function suggest(call: (op: Call["op"], more: Partial<Call>, ms: number) => void, chance: Chance): void {
  const { name, score } = understood(chance);
  const status = name === "out_of_scope" ? "out_of_scope" : score < 0.5 ? "low_score" : "ok";
  const isRefused = ["agent_handover", "clean_goodbye"].includes(name);
  const found = { intent: name, score };
  call("suggestion", { status: isRefused ? "refused" : status, ...found }, chance.between(400, 2_400));
  if (isRefused || status !== "ok") return;
  const react = (event: string) => call("feedback", { event, ...found }, chance.between(1, 4));
  react("shown");
  if (chance.next() < 0.46) react(chance.next() < 0.8 ? "used" : "copied");
  if (chance.next() < 0.16) react(chance.next() < 0.75 ? "good" : "bad");
}

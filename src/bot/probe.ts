import type { Reply } from "../liveperson/reply.ts";
import { Deadline } from "../runtime/deadline.ts";
import { logTurn } from "../runtime/log.ts";
import { VERSION } from "../runtime/version.ts";
import type { Bot } from "./bot.ts";

/** LivePerson's test fails when the function is slow. */
const PROBE_MS = 3_000;

/** The bot wizard's Test Connection: quick and without a question to Clinc, but not while a secret is missing. */
export async function answerProbe({ checkSecrets, complaints }: Bot): Promise<Reply> {
  const warnings = await checkSecrets(new Deadline(PROBE_MS));
  logTurn({ v: VERSION, said: "probe" }, [...complaints.splice(0), ...warnings]);
  return {
    messages: [`The Clinc bot ${VERSION} is connected.`],
    context: { intentId: "probe", intentName: "probe", confidenceScore: 0 },
  };
}

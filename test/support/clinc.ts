import { onTestFinished } from "vitest";
import { type MockClinc, startMockClinc } from "../../scripts/stand-ins/clinc/server.ts";
import { serve } from "./loopback-server.ts";

/** Runs `work` beside a mock Clinc of its own. */
export async function withClinc<T>(work: (clinc: MockClinc) => Promise<T>): Promise<T> {
  const clinc = await startMockClinc();
  try {
    return await work(clinc);
  } finally {
    await clinc.close();
  }
}

/**
 * A Clinc on loopback that answers with these bodies, one after the other, until the test has ended; what it was asked
 * is collected. The built files can reach it, where nock only reaches the source.
 *
 * @param bodies a text is sent as it is, everything else as JSON
 */
export async function clincAnswering(...bodies: readonly unknown[]) {
  const asked: Array<Record<string, unknown>> = [];
  const host = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    const body = bodies[asked.length - 1];
    response.writeHead(200, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { host, asked };
}

/** A mock Clinc of the test's own, gone when the test has ended. */
export async function ownClinc(
  options: Parameters<typeof startMockClinc>[0] = {},
  atTheEnd: (close: () => Promise<void>) => void = onTestFinished,
): Promise<MockClinc> {
  const clinc = await startMockClinc(options);
  atTheEnd(() => clinc.close());
  return clinc;
}

/**
 * Lets a Clinc keep its answers to itself.
 *
 * @returns gives them, and lets it answer at once again
 */
export function holdAnswers(clinc: MockClinc): () => void {
  const held: Array<() => void> = [];
  const strike = (_: unknown, answer: () => void) => void held.push(answer);
  clinc.fault = () => ({ title: "answers when it is told to", strike });
  return () => {
    clinc.fault = () => undefined;
    for (const answer of held) answer();
  };
}

import { onTestFinished } from "vitest";
import { type MockClinc, startMockClinc } from "../../scripts/stand-ins/clinc/server.ts";

/** Runs `work` beside a mock Clinc of its own. */
export async function withClinc<T>(work: (clinc: MockClinc) => Promise<T>): Promise<T> {
  const clinc = await startMockClinc();
  try {
    return await work(clinc);
  } finally {
    await clinc.close();
  }
}

/** A mock Clinc of the test's own, gone when the test has ended. */
export async function ownClinc(options: Parameters<typeof startMockClinc>[0] = {}): Promise<MockClinc> {
  const clinc = await startMockClinc(options);
  onTestFinished(() => clinc.close());
  return clinc;
}

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

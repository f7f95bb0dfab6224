import { onTestFinished } from "vitest";
import { ASSIST_SECRETS, type MockClinc, mockSecrets } from "../../scripts/stand-ins/clinc/server.ts";
import {
  type MockContextService,
  mockRecord,
  startMockContextService,
} from "../../scripts/stand-ins/context-service/server.ts";
import { writeRecord } from "../../scripts/stand-ins/context-service/write-record.ts";
import { toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import type { BotRecords } from "../../src/agent/records.ts";
import { type AgentSecrets, agentSecrets } from "../../src/agent/secrets.ts";
import { AGENT_VARIABLES, type AgentSettings } from "../../src/agent/variables.ts";
import { placeIn } from "../../src/record/place.ts";
import type { RecordParts } from "../../src/record/properties.ts";
import { recordStore } from "../../src/record/store.ts";
import type { Kept } from "../../src/runtime/kept.ts";
import { secretReader } from "../../src/runtime/secrets.ts";
import type { Transport } from "../../src/runtime/transport.ts";
import { type Environment, valuesOf } from "../../src/runtime/variables.ts";
import { recordParts } from "../fixtures/record.ts";
import { ownClinc } from "./clinc.ts";

/** The conversation that all are about. */
export const CONVERSATION_ID = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";

/** What a test hands over to be ended with it. */
type AtTheEnd = (close: () => Promise<void>) => void;

/** LivePerson's service of the test's own, gone when the test has ended. */
export async function ownContextService(atTheEnd: AtTheEnd = onTestFinished): Promise<MockContextService> {
  const service = await startMockContextService();
  atTheEnd(() => service.close());
  return service;
}

/** The settings that these environment variables make; a complaint is a mistake of the test. */
export function agentSettingsFor(environment: Environment = {}): AgentSettings {
  const complaints: string[] = [];
  const settings = valuesOf(environment, AGENT_VARIABLES, complaints);
  if (complaints.length > 0) throw new Error(complaints.join("; "));
  return settings;
}

/** A bank on loopback: its Clinc, its records, and its secrets, which may change at any time. */
export type BankOnLoopback = {
  clinc: MockClinc;
  context: MockContextService;
  secrets: Record<string, unknown>;
  environment: Record<string, string>;
  keptSecrets: () => Kept<AgentSecrets>;
  /** The records of the bot whose secrets have this prefix. */
  records: (transport: Transport, prefix?: string) => BotRecords;
  /** Puts a record there, by default a new one. */
  write: (parts?: RecordParts, prefix?: string) => Promise<void>;
};

/**
 * Starts one, with suggestions and records on.
 *
 * @param atTheEnd of tests that run at the same time, each must name its own
 */
export async function bankOnLoopback(atTheEnd: AtTheEnd = onTestFinished): Promise<BankOnLoopback> {
  const [clinc, context] = await Promise.all([ownClinc({}, atTheEnd), ownContextService(atTheEnd)]);
  const kept = mockRecord(context.host);
  const secrets: Record<string, unknown> = {
    ...mockSecrets(clinc.host),
    ...ASSIST_SECRETS,
    ...kept.secrets,
  };
  const placeOf = (prefix: string) => {
    const place = placeIn({}, agentSettingsFor({ ...kept.environment, CLINC_SECRET_PREFIX: prefix }));
    if (!place) throw new Error("no place");
    return place;
  };
  return {
    clinc,
    context,
    secrets,
    environment: kept.environment,
    keptSecrets: () => agentSecrets(secretReader(toolbeltV2(secrets)), "clinc"),
    records(transport, prefix = "clinc") {
      const place = placeOf(prefix);
      return { place, store: recordStore(transport, place, 24) };
    },
    write(parts = { ...recordParts(), at: Date.now() }, prefix = "clinc") {
      const owner = { conversationId: CONVERSATION_ID, appKey: String(secrets.clinc_app_key), prefix };
      return writeRecord(context.host, owner, parts);
    },
  };
}

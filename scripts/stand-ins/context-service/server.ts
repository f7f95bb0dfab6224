import { createServer, type ServerResponse } from "node:http";
import { pause } from "../../../src/runtime/deadline.ts";
import { JSON_TYPE } from "../../kit/http-faults.ts";
import { listenOnLoopback, textOf } from "../../kit/loopback.ts";
import { CONTEXT_FAULTS, type ContextFaultName } from "./faults.ts";
import {
  type ContextAnswer,
  type ContextRequest,
  type ContextService,
  contextService,
  MOCK_ACCOUNT,
  MOCK_CONTEXT_KEY,
} from "./service.ts";

/** LivePerson's Conversation Context Service on loopback. */
export type MockContextService = Pick<ContextService, "stored" | "lasting"> & {
  /** For `CONTEXT_HOST`. */
  host: string;
  seen: ContextRequest[];
  /** What is wrong with it; may change at any time. */
  fault: FaultOfCall;
  /** Milliseconds that a call takes on its way, there and back together, or from how many to how many. */
  latencyMs: number | readonly [from: number, to: number];
  close(): Promise<void>;
};

/** What an account stores and sets to keep its records at a stand-in at this host. */
export function mockRecord(host: string): Record<"secrets" | "environment", Record<string, string>> {
  return {
    secrets: { clinc_context_key: MOCK_CONTEXT_KEY },
    environment: { CONTEXT_HOST: host, CONTEXT_ACCOUNT: MOCK_ACCOUNT },
  };
}

/** @returns what goes wrong with this call, the first one being number 1 */
type FaultOfCall = (number: number, request: ContextRequest) => ContextFaultName | undefined;

/** Starts the service, on a free port of the loopback interface; see {@link contextService} for the options. */
export async function startMockContextService(
  options: { key?: string; now?: () => number } = {},
): Promise<MockContextService> {
  const service = contextService(options);
  const seen: ContextRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = "", url: path = "", headers } = incoming;
    const request = { method, path, headers, body: await textOf(incoming) };
    seen.push(request);
    const fault = mock.fault(seen.length, request);
    const oneWay = drawn(mock.latencyMs) / 2;
    await pause(oneWay);
    // A call that has arrived is done, whether its caller still listens or not.
    const answer = async () => {
      const answered = service.answer(request);
      await pause(oneWay);
      send(response, answered);
    };
    if (fault) CONTEXT_FAULTS[fault].strike(response, answer);
    else await answer();
  });
  const { address: host, close } = await listenOnLoopback(server);
  const { stored, lasting } = service;
  const mock: MockContextService = {
    host,
    stored,
    lasting,
    seen,
    fault: () => undefined,
    latencyMs: 0,
    close,
  };
  return mock;
}

function send(response: ServerResponse, { status, body }: ContextAnswer): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, JSON_TYPE).end(JSON.stringify(body));
}

function drawn(latencyMs: MockContextService["latencyMs"]): number {
  if (typeof latencyMs === "number") return latencyMs;
  const [from, to] = latencyMs;
  return from + Math.random() * (to - from);
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { MockQuery } from "../../conversations/clinc-reply.ts";
import { answerOfClinc, type OwnAnswer } from "../../conversations/own-answer.ts";
import { type HttpFault, JSON_TYPE } from "../../kit/http-faults.ts";
import { fromJson } from "../../kit/json.ts";
import { listenOnLoopback, textOf } from "../../kit/loopback.ts";
import { MOCK_ASSIST_AI_VERSION } from "./assist.ts";
import { exampleBank } from "./bank.ts";
import { CLINC_FAULTS, type ClincFaultName } from "./faults.ts";

/** A request as it reached the mock. */
type SeenRequest = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };

/** A Clinc instance on loopback. */
export type MockClinc = {
  /** For the secret `clinc_host`. */
  host: string;
  seen: SeenRequest[];
  /** How many requests wait for an answer, or for the rest of it. */
  open(): number;
  /** What is wrong with it; may change at any time. */
  fault: FaultOfRequest;
  /** What it answers instead of the bank, as long as it is set. */
  ownAnswer: OwnAnswer | undefined;
  close(): Promise<void>;
};

/** @returns what goes wrong with the request of this number, counted from 1 */
type FaultOfRequest = (number: number) => ClincFaultName | HttpFault | undefined;

/** The App-Key that the mock accepts unless told otherwise. */
export const MOCK_APP_KEY = "mock0123456789abcdef0123456789abcdef0123";
/** The AI version that answers consumers. */
export const MOCK_AI_VERSION = "00000000-0000-4000-8000-000000000101";

/** What an account stores beside that for suggestions to agents. */
export const ASSIST_SECRETS = { clinc_assist_ai_version: MOCK_ASSIST_AI_VERSION };

/** What an account stores as secrets to reach a mock at this host. */
export function mockSecrets(host: string): Record<string, string> {
  return { clinc_host: host, clinc_app_key: MOCK_APP_KEY, clinc_ai_version: MOCK_AI_VERSION };
}

/**
 * Starts the example bank behind the Query API, on a free port of the loopback interface.
 *
 * @param options.aiVersion any other AI version is refused then; otherwise all are taken
 * @param options.isStrict refuses a key that Clinc does not document; it was seen to pass such on
 */
export async function startMockClinc(
  options: { appKey?: string; aiVersion?: string; isStrict?: boolean } = {},
): Promise<MockClinc> {
  const bank = exampleBank();
  const seen: SeenRequest[] = [];
  const appKey = options.appKey ?? MOCK_APP_KEY;
  const reply = (query: MockQuery): Answer => {
    const refused =
      refusedVersion(query, options.aiVersion) ??
      (options.isStrict ? refusedKey(query) : undefined) ??
      refusedPosition(query);
    if (refused) return refused;
    if (clinc.ownAnswer === undefined) return [200, bank.answer(query)];
    const { status, body } = answerOfClinc(clinc.ownAnswer, query, bank.sessionOf(query));
    return [status, body];
  };
  let open = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
    });
    const body = await textOf(request);
    seen.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    const answer = () => respond(request, body, response, appKey, reply);
    const fault = clinc.fault(seen.length);
    if (fault) (typeof fault === "string" ? CLINC_FAULTS[fault] : fault).strike(response, answer);
    else answer();
  });
  const { address, close } = await listenOnLoopback(server);
  const clinc: MockClinc = {
    host: address,
    seen,
    open: () => open,
    fault: () => undefined,
    ownAnswer: undefined,
    close,
  };
  return clinc;
}

function respond(
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  appKey: string,
  answer: (query: MockQuery) => Answer,
): void {
  const [status, content] = judge(request, body, appKey, answer);
  const isText = typeof content === "string";
  response.writeHead(status, isText ? TEXT_TYPE : JSON_TYPE).end(isText ? content : JSON.stringify(content));
}

const TEXT_TYPE = { "content-type": "text/plain" };

/** A status and what is answered with it: a text as it is, anything else as JSON. */
type Answer = [status: number, content: unknown];

/** Clinc's own words for this are not known; these are those of the framework behind its other refusals. */
function refusedVersion({ ai_version }: MockQuery, served: string | undefined): Answer | undefined {
  if (!served || !ai_version || ai_version === served) return undefined;
  return [400, { ai_version: ["Object does not exist."] }];
}

function refusedKey({ liveperson }: MockQuery): Answer | undefined {
  return liveperson === undefined ? undefined : [400, { liveperson: ["Unknown field."] }];
}

/** Clinc documents both as numbers. */
function refusedPosition({ lat, lon }: MockQuery): Answer | undefined {
  const [wrong] = Object.entries({ lat, lon }).filter(
    ([, degrees]) => degrees !== undefined && typeof degrees !== "number",
  );
  return wrong && [400, { [wrong[0]]: ["A valid number is required."] }];
}

/** Refuses what Clinc refuses, in the same words. */
function judge(
  request: IncomingMessage,
  body: string,
  appKey: string,
  answer: (query: MockQuery) => Answer,
): Answer {
  const path = request.url?.replace(/\/$/, "");
  if (path !== "/v1/query" || request.method !== "POST") return [404, { detail: "Not found." }];
  const [, scheme = "", key] = /^(\S+) (.+)$/.exec(request.headers.authorization ?? "") ?? [];
  if (scheme.toLowerCase() !== "app-key" || key !== appKey) return [401, { detail: "No such access token." }];
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    return [415, { detail: "Unsupported media type." }];
  }
  const query = fromJson(body) as MockQuery | null | undefined;
  return typeof query?.query === "string" ? answer(query) : [400, { query: ["This field is required."] }];
}

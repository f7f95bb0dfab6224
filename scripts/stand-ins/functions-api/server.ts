import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listenOnLoopback, textOf } from "../../kit/loopback.ts";
import { type AccountContent, type Answer, NOT_FOUND, standInAccount } from "./account.ts";

/** A call as it reached the mock; `path` is the whole one. */
export type SeenCall = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/** What a call may get in place of its answer: another one, a text that need not be JSON, never a word, a broken connection. */
export type OtherAnswer =
  | Answer
  | { status: number; text: string; headers?: Record<string, string> }
  | { fault: "silence" | "hang-up" };

/** The calls that get it: all of this method and path, or the nth of them, from 1 on. */
type Instead = OtherAnswer & { method: string; path: RegExp; nth?: number };

/** The account that the mock knows, as the importer's environment names it. */
export const ACCOUNT = {
  LIVEPERSON_ACCOUNT: "90210001",
  LIVEPERSON_USER_ID: "4711",
  LIVEPERSON_TOKEN: "tok-5f1c0d2e9ab84d63",
};

const BASE = `/api/account/${ACCOUNT.LIVEPERSON_ACCOUNT}`;

/** The services of an account that has LivePerson Functions. */
const SERVICES = ["accountConfigReadOnly", "agentVep", "faasGW", "faasUI"];

/** What the account has beside that, and how LivePerson treats it. */
export type MockAccount = AccountContent & {
  /** Services that the domain API knows of; LivePerson Functions are among them by default. */
  services?: string[];
  /** Host of the Conversation Context Service that the domain API names, the zone; without one it names none. */
  context?: string;
  instead?: Instead[];
};

/** LivePerson's domain API, the Functions API of both generations and the list of skills, on loopback. */
export type MockFunctionsApi = {
  /** For `--domain-api`. */
  address: string;
  calls: SeenCall[];
  close(): Promise<void>;
};

/** Starts the mock. None of the calls is documented: it answers as LivePerson's own command line tools expect it. */
export async function startMockFunctionsApi(account: MockAccount = {}): Promise<MockFunctionsApi> {
  const { services = SERVICES, context, instead = [] } = account;
  const calls: SeenCall[] = [];
  const standIn = standInAccount(account);
  const server = createServer(async (request, response) => {
    const call = await seenCall(request);
    calls.push(call);
    send(response, instead.find((one) => isMeant(one, call)) ?? answer(call));
  });

  function isMeant({ method, path, nth }: Instead, call: SeenCall): boolean {
    const isOne = (seen: SeenCall) => method === seen.method && path.test(seen.path);
    return isOne(call) && (nth === undefined || calls.filter(isOne).length === nth);
  }

  function answer(call: SeenCall): Answer {
    const { method, path, query, headers, body } = call;
    const isHere = path.startsWith(`${BASE}/`);
    if (path.endsWith("/service/baseURI.json")) return isHere ? whereServicesAre() : NOT_FOUND;
    if (headers.authorization !== `Bearer ${ACCOUNT.LIVEPERSON_TOKEN}`)
      return { status: 401, body: { errorCode: "401", errorMsg: `Bad: ${headers.authorization}` } };
    if (!isHere) return NOT_FOUND;
    return standIn(method, `${path.slice(BASE.length)}?${new URLSearchParams(query)}`, body);
  }

  function whereServicesAre(): Answer {
    const { LIVEPERSON_ACCOUNT: account } = ACCOUNT;
    const { host } = new URL(address);
    const hosts = services.map((service) => [service, host]);
    if (context !== undefined) hosts.push(["mavenContext", context]);
    return {
      status: 200,
      body: { baseURIs: hosts.map(([service, baseURI]) => ({ account, service, baseURI })) },
    };
  }

  const { address, close } = await listenOnLoopback(server);
  return { address, calls, close };
}

function send(response: ServerResponse, given: OtherAnswer): void {
  if ("fault" in given) {
    if (given.fault === "hang-up") response.destroy();
  } else if ("text" in given) {
    response.writeHead(given.status, given.headers).end(given.text);
  } else {
    response.writeHead(given.status, { "content-type": "application/json" });
    response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  }
}

async function seenCall(request: IncomingMessage): Promise<SeenCall> {
  const text = await textOf(request);
  const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
  return {
    method: request.method ?? "",
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

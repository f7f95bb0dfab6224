import { createServer, type IncomingMessage } from "node:http";
import { listenOnLoopback, textOf } from "../../kit/loopback.ts";
import { type AccountContent, type Answer, NOT_FOUND, routesOf } from "./account.ts";

/** A call as it reached the mock; `path` is the whole one. */
export type SeenCall = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/** A refusal in place of the answer to the calls that it names. */
type Refusal = { method: string; path: RegExp; status: number; body: unknown };

/** The account that the mock knows, as the importer's environment names it. */
export const ACCOUNT = {
  LIVEPERSON_ACCOUNT: "90210001",
  LIVEPERSON_USER_ID: "4711",
  LIVEPERSON_TOKEN: "tok-5f1c0d2e9ab84d63",
};

const BASE = `/api/account/${ACCOUNT.LIVEPERSON_ACCOUNT}`;

/** The services of an account that has LivePerson Functions. */
const SERVICES = ["agentVep", "faasGW", "faasUI"];

/** What the account has beside that, and how LivePerson treats it. */
export type MockAccount = AccountContent & {
  /** Services that the domain API knows of; LivePerson Functions are among them by default. */
  services?: string[];
  refusals?: Refusal[];
};

/** LivePerson's domain API and the Functions API of both generations, on loopback. */
export type MockFunctionsApi = {
  /** For `--domain-api`. */
  address: string;
  calls: SeenCall[];
  close(): Promise<void>;
};

/** Starts the mock. None of the calls is documented: it answers as LivePerson's own command line tools expect it. */
export async function startMockFunctionsApi(account: MockAccount = {}): Promise<MockFunctionsApi> {
  const { services = SERVICES, refusals = [] } = account;
  const calls: SeenCall[] = [];
  const routes = routesOf(account);
  const server = createServer(async (request, response) => {
    const call = await seenCall(request);
    calls.push(call);
    const refusal = refusals.find(({ method, path }) => method === call.method && path.test(call.path));
    const { status, body } = refusal ?? answer(call);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });

  function answer(call: SeenCall): Answer {
    const { method, path, headers } = call;
    const isHere = path.startsWith(`${BASE}/`);
    if (path.endsWith("/service/baseURI.json")) return isHere ? whereServicesAre() : NOT_FOUND;
    if (headers.authorization !== `Bearer ${ACCOUNT.LIVEPERSON_TOKEN}`)
      return { status: 401, body: { errorCode: "401", errorMsg: `Bad: ${headers.authorization}` } };
    if (!isHere) return NOT_FOUND;
    const [, collection, uuid = "", part] = path.slice(BASE.length).split("/");
    const route = [`${method} /${collection}`, uuid && "{uuid}", part].filter(Boolean).join("/");
    return routes.get(route)?.(call, uuid) ?? NOT_FOUND;
  }

  function whereServicesAre(): Answer {
    const { LIVEPERSON_ACCOUNT: account } = ACCOUNT;
    const { host } = new URL(address);
    return {
      status: 200,
      body: { baseURIs: services.map((service) => ({ account, service, baseURI: host })) },
    };
  }

  const { address, close } = await listenOnLoopback(server);
  return { address, calls, close };
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

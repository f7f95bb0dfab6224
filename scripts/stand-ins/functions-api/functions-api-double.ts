import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as it reached the double; `path` is the whole one. */
export type SeenCall = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/** A refusal in place of the answer to the calls that it names. */
export type Refusal = { method: string; path: RegExp; status: number; body: unknown };

type Stored = Record<string, unknown> & { uuid: string; name: string };
type Manifest = Record<string, unknown> & { id: string; version: number };

/** An account with nothing in it yet, unless told otherwise. */
export type AccountContent = {
  /** Services of the domain API; by default the account has LivePerson Functions. */
  services?: string[];
  /** Functions V1, as `GET /lambdas` shows them. */
  lambdas?: Stored[];
  /** Functions V2, with the manifest that `GET /functions/{uuid}` shows. */
  functions?: Array<Stored & { manifest: Manifest }>;
  /** UUIDs of the deployed V2 functions. */
  deployed?: string[];
  refusals?: Refusal[];
  /** V1 answers a creation without a body. */
  isSilentOnCreation?: boolean;
};

/** LivePerson's domain API and Functions API on loopback. */
export type FunctionsApiDouble = {
  /** For `--domain-api`. */
  address: string;
  calls: SeenCall[];
  close(): Promise<void>;
};

/** The account that the double knows, as the importer's environment names it. */
export const ACCOUNT = {
  LIVEPERSON_ACCOUNT: "90210001",
  LIVEPERSON_USER_ID: "4711",
  LIVEPERSON_TOKEN: "tok-5f1c0d2e9ab84d63",
};

/** The first of the account's runtimes, which a V1 function is created with. */
export const RUNTIME = { uuid: "rt-22", name: "Node.js 22", baseImageName: "lpcr.int/faas/node-22" };

const OLD_RUNTIME = { uuid: "rt-12", name: "Node.js 12", baseImageName: "lpcr.int/faas/node-12" };

type Answer = { status: number; body?: unknown };

/** Starts the double on a free port. It keeps what is imported, so that an update follows a creation. */
export async function startFunctionsApiDouble(content: AccountContent = {}): Promise<FunctionsApiDouble> {
  const calls: SeenCall[] = [];
  const account = accountOf(content);
  const server = createServer(async (request, response) => {
    const call = await seenCall(request);
    calls.push(call);
    const refusal = content.refusals?.find(
      ({ method, path }) => method === call.method && path.test(call.path),
    );
    const { status, body } = refusal ?? account.answer(call, `127.0.0.1:${port}`);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    calls,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function seenCall(request: IncomingMessage): Promise<SeenCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
  return {
    method: request.method ?? "",
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

function accountOf(content: AccountContent) {
  const lambdas = structuredClone(content.lambdas ?? []);
  const functions = structuredClone(content.functions ?? []);
  const deployed = new Set(content.deployed);
  const services = content.services ?? ["agentVep", "faasGW", "faasUI"];
  const base = `/api/account/${ACCOUNT.LIVEPERSON_ACCOUNT}`;

  type Route = [route: string, answer: (call: SeenCall, uuid: string) => Answer];
  const routes: Route[] = [
    // A search by name finds its neighbours, too.
    ["GET /lambdas", ({ query }) => ok(lambdas.filter(({ name }) => name.includes(query.name ?? "")))],
    ["GET /runtimes", () => ok([RUNTIME, OLD_RUNTIME])],
    [
      "POST /lambdas",
      ({ body }) => {
        const created = { ...(body as Stored), uuid: "lambda-new", version: 1 };
        lambdas.push(created);
        return { status: 201, ...(!content.isSilentOnCreation && { body: created }) };
      },
    ],
    [
      "PUT /lambdas/{uuid}",
      ({ body }, uuid) => {
        const known = lambdas.find((one) => one.uuid === uuid);
        return known ? ok(Object.assign(known, body)) : NOT_FOUND;
      },
    ],
    ["GET /functions", () => ok(functions.map(({ manifest: _, ...metadata }) => metadata))],
    [
      "POST /functions",
      ({ body }) => {
        const manifest = { id: "manifest-new", version: 1 };
        const created = { ...(body as Stored), uuid: "function-new", manifest };
        functions.push(created);
        return { status: 201, body: created };
      },
    ],
    [
      "GET /functions/{uuid}",
      (_, uuid) => {
        const known = functions.find((one) => one.uuid === uuid);
        if (!known) return NOT_FOUND;
        const { manifest, ...metadata } = known;
        const earlier = (version: number) => ({ ...manifest, id: `manifest-${version}`, version });
        return ok({ ...metadata, versions: [earlier(manifest.version - 1), manifest, earlier(0)] });
      },
    ],
    [
      "PUT /functions/{uuid}",
      ({ body }, uuid) => {
        const known = functions.find((one) => one.uuid === uuid);
        return known ? changed(known, body) : NOT_FOUND;
      },
    ],
    [
      "PUT /functions/{uuid}/manifest",
      ({ body }, uuid) => {
        const known = functions.find((one) => one.uuid === uuid);
        return known ? changed(known.manifest, body) : NOT_FOUND;
      },
    ],
    ["GET /deployments", () => ok([...deployed].map((functionUuid) => ({ uuid: "d", functionUuid })))],
    [
      "POST /deployments/{uuid}",
      (_, uuid) => {
        if (deployed.has(uuid)) return { status: 409, body: { code: "com.customer.faas.deployment.exists" } };
        deployed.add(uuid);
        return { status: 202, body: { message: "Deployment has started" } };
      },
    ],
    [
      "PATCH /deployments/{uuid}",
      (_, uuid) => (deployed.has(uuid) ? { status: 202, body: { message: "Redeploying" } } : NOT_FOUND),
    ],
  ];

  return {
    answer(call: SeenCall, host: string): Answer {
      if (call.path.endsWith("/service/baseURI.json")) {
        if (!call.path.startsWith(`${base}/`)) return NOT_FOUND;
        const baseURIs = services.map((service) => ({ account: "90210001", service, baseURI: host }));
        return ok({ baseURIs });
      }
      if (call.headers.authorization !== `Bearer ${ACCOUNT.LIVEPERSON_TOKEN}`) {
        return { status: 401, body: { errorCode: "401", errorMsg: `Bad: ${call.headers.authorization}` } };
      }
      if (!call.path.startsWith(`${base}/`)) return NOT_FOUND;
      const [, collection, uuid = "", part] = call.path.slice(base.length).split("/");
      const route = [`${call.method} /${collection}`, uuid && "{uuid}", part].filter(Boolean).join("/");
      const found = routes.find(([name]) => name === route);
      return found ? found[1](call, uuid) : NOT_FOUND;
    },
  };
}

const NOT_FOUND: Answer = { status: 404, body: { code: "not-found", message: "There is no such resource" } };

function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** V2 answers an update that changes nothing with an error. */
function changed(known: Record<string, unknown>, body: unknown): Answer {
  const { timestamp: _, ...update } = body as Record<string, unknown>;
  const same = Object.entries(update).every(
    ([key, value]) => JSON.stringify(known[key]) === JSON.stringify(value),
  );
  if (same) {
    const code = "com.liveperson.faas.function.unchanged";
    return { status: 400, body: { code, message: "Nothing has changed" } };
  }
  return ok(Object.assign(known, update));
}

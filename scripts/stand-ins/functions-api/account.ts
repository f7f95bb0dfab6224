type Stored = Record<string, unknown> & { uuid: string; name: string };
type Manifest = Record<string, unknown> & { id: string; version: number };

/** What LivePerson Functions hold of an account; nothing yet, unless told otherwise. */
export type AccountContent = {
  /** Functions V1, as `GET /lambdas` shows them. */
  lambdas?: Stored[];
  /** Functions V2, with the manifest that `GET /functions/{uuid}` shows. */
  functions?: Array<Stored & { manifest: Manifest }>;
  /** UUIDs of the deployed V2 functions. */
  deployed?: string[];
  /** V1 answers a creation without a body. */
  isSilentOnCreation?: boolean;
};

/** The first of the account's runtimes, which a V1 function is created with. */
export const RUNTIME = { uuid: "rt-22", name: "Node.js 22", baseImageName: "lpcr.int/faas/node-22" };

const OLD_RUNTIME = { uuid: "rt-12", name: "Node.js 12", baseImageName: "lpcr.int/faas/node-12" };

/** What a call is answered with; without a body, there is none. */
export type Answer = { status: number; body?: unknown };

/** Answers a call, by its query and its body, and by the UUID in its address; `""` where that has none. */
export type Route = (call: { query: Record<string, string>; body: unknown }, uuid: string) => Answer;

/** The answer where there is nothing. */
export const NOT_FOUND: Answer = {
  status: 404,
  body: { code: "not-found", message: "There is no such resource" },
};

/**
 * The calls below an account that its LivePerson Functions take, by method and path. What is imported is kept, so that
 * an update follows a creation.
 */
export function routesOf(content: AccountContent): Map<string, Route> {
  const lambdas = structuredClone(content.lambdas ?? []);
  const functions = structuredClone(content.functions ?? []);
  const deployed = new Set(content.deployed);
  return new Map<string, Route>([
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
  ]);
}

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

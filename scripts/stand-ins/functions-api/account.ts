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
  /** V1's list of allowed domains. */
  domains?: string[];
  /** Skills of the account, by name. */
  skills?: Array<{ id: number; name: string; deleted: boolean }>;
  /** Invocations of the month, and what the account may have. */
  invocations?: { successful: number; unsuccessful: number; limit: number };
  /** What V1 functions are created with, the first of them. */
  runtimes?: Array<Record<string, unknown>>;
  /** V1 answers a creation without a body. */
  isSilentOnCreation?: boolean;
};

/** The first of the account's runtimes, which a V1 function is created with. */
export const RUNTIME = { uuid: "rt-22", name: "Node.js 22", baseImageName: "lpcr.int/faas/node-22" };

const OLD_RUNTIME = { uuid: "rt-12", name: "Node.js 12", baseImageName: "lpcr.int/faas/node-12" };

/** What a newly created function and its manifest are called by; a second one has a number behind it. */
export const NEW_UUID = "function-new";
export const NEW_MANIFEST = "manifest-new";

/** What a call is answered with; without a body, there is none. */
export type Answer = { status: number; body?: unknown };

/** The calls that one account takes, by their path below it; what is changed is kept. */
export type StandInAccount = (method: string, path: string, body?: unknown) => Answer;

/** Answers a call, by the name it searches for and its body, and by the UUID in its address; `""` where that has none. */
type Route = (call: { name: string; body: unknown }, uuid: string) => Answer;

/** The answer where there is nothing. */
export const NOT_FOUND: Answer = {
  status: 404,
  body: { code: "not-found", message: "There is no such resource" },
};

/** An account whose LivePerson Functions answer as its command line tools expect it; an update follows a creation. */
export function standInAccount(content: AccountContent): StandInAccount {
  const routes = routesOf(content);
  return (method, path, body) => {
    const { pathname, searchParams } = new URL(path, "http://account");
    const [, collection, uuid = "", part] = pathname.split("/");
    const route = [`${method} /${collection}`, uuid && "{uuid}", part].filter(Boolean).join("/");
    return routes.get(route)?.({ name: searchParams.get("name") ?? "", body }, uuid) ?? NOT_FOUND;
  };
}

/** The calls, by method and path. */
function routesOf(content: AccountContent): Map<string, Route> {
  const lambdas = structuredClone(content.lambdas ?? []);
  const functions = structuredClone(content.functions ?? []);
  const deployed = new Set(content.deployed);
  let created = 0;
  const markDeployed = (uuid: string) => {
    const one = [...lambdas, ...functions].find((known) => known.uuid === uuid);
    if (one?.state !== undefined) one.state = "Productive";
  };
  const numbered = (name: string) => (created > 1 ? `${name}-${created}` : name);
  return new Map<string, Route>([
    // A search by name finds its neighbours, too.
    ["GET /lambdas", (call) => ok(lambdas.filter(({ name }) => name.includes(call.name)))],
    ["GET /runtimes", () => ok(content.runtimes ?? [RUNTIME, OLD_RUNTIME])],
    [
      "POST /lambdas",
      ({ body }) => {
        created += 1;
        const lambda = { ...(body as Stored), uuid: numbered(NEW_UUID), version: 1 };
        lambdas.push(lambda);
        return { status: 201, ...(!content.isSilentOnCreation && { body: lambda }) };
      },
    ],
    [
      "PUT /lambdas/{uuid}",
      ({ body }, uuid) => {
        const known = lambdas.find((one) => one.uuid === uuid);
        return known ? ok(Object.assign(known, withoutTimestamp(body))) : NOT_FOUND;
      },
    ],
    ["GET /functions", () => ok(functions.map(({ manifest: _, ...metadata }) => metadata))],
    [
      "POST /functions",
      ({ body }) => {
        created += 1;
        const manifest = { id: numbered(NEW_MANIFEST), version: 1 };
        const one = { ...(body as Stored), uuid: numbered(NEW_UUID), manifest };
        functions.push(one);
        return { status: 201, body: one };
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
        if (known?.state === "Productive") known.state = "Modified";
        return known ? changed(known.manifest, body) : NOT_FOUND;
      },
    ],
    ["GET /deployments", () => ok([...deployed].map((functionUuid) => ({ uuid: "d", functionUuid })))],
    [
      "POST /deployments/{uuid}",
      (_, uuid) => {
        const lambda = lambdas.find((one) => one.uuid === uuid);
        if (deployed.has(uuid) && !lambda)
          return { status: 409, body: { code: "com.customer.faas.deployment.exists" } };
        deployed.add(uuid);
        markDeployed(uuid);
        return { status: 202, body: { message: "Deployment has started" } };
      },
    ],
    [
      "PATCH /deployments/{uuid}",
      (_, uuid) => {
        if (!deployed.has(uuid)) return NOT_FOUND;
        markDeployed(uuid);
        return { status: 202, body: { message: "Redeploying" } };
      },
    ],
    ...readings(content),
  ]);
}

/** What an account only tells: `lpf` reads the reports and adds domains, the skills have a page of their own. */
function readings({ domains = [], skills = [], invocations }: AccountContent): Array<[string, Route]> {
  const { successful, unsuccessful, limit } = invocations ?? {
    successful: 0,
    unsuccessful: 0,
    limit: 150_000,
  };
  const counts: Record<string, Answer> = {
    limitCounts: ok({ limitTotalLambdas: 50, limitDeployedLambdas: 50, invocationLimitPerMonth: limit }),
    invocationCounts: ok({ successfulInvocations: successful, unsuccessfulInvocations: unsuccessful }),
  };
  return [
    ["GET /proxy-settings", () => ok(domains.map((domain, at) => ({ id: at + 1, domain, name: domain })))],
    ["GET /reports/{uuid}", (_, report) => counts[report] ?? NOT_FOUND],
    ["GET /configuration/{uuid}/skills", (_, kind) => (kind === "le-users" ? ok(skills) : NOT_FOUND)],
  ];
}

function withoutTimestamp(body: unknown): Record<string, unknown> {
  const { timestamp: _, ...others } = body as Record<string, unknown>;
  return others;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** V2 answers an update that changes nothing with an error. */
function changed(known: Record<string, unknown>, body: unknown): Answer {
  const update = withoutTimestamp(body);
  const same = Object.entries(update).every(
    ([key, value]) => JSON.stringify(known[key]) === JSON.stringify(value),
  );
  if (same) {
    const code = "com.liveperson.faas.function.unchanged";
    return { status: 400, body: { code, message: "Nothing has changed" } };
  }
  return ok(Object.assign(known, update));
}

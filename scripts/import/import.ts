import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand, UsageError } from "../kit/terminal.ts";
import { ApiError, DOMAIN_API, type FunctionsApi, functionsApi } from "./functions-api.ts";

const HELP = `Brings the function into a LivePerson account: takes the JSON package and makes the calls of LivePerson's
own command line tools. Creates the function, or updates the one of its name.

  npm run import -- --generation v1|v2      which LivePerson Functions the account has (see the README)
                    --deploy                deploys it as well; create the secrets first
                    --dry-run               prints the calls and makes none
                    --package FILE.json     another package than dist/<generation>/clinc-bot.json
                    --domain-api ADDRESS    another domain API than ${DOMAIN_API}

From the environment: LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN (a bearer token of that user).
Environment variables that the function has already are kept.
Exit status: 0 when it is done, 1 when LivePerson refused or could not be reached, 2 for a wrong call.`;

type PackageV1 = {
  name: string;
  description: string;
  implementation: {
    code: string;
    dependencies: unknown[];
    environmentVariables: Array<{ key: string; value: string }>;
  };
  [key: string]: unknown;
};

type PackageV2 = {
  name: string;
  description: string;
  eventId: string;
  manifest: { version: number; code: string; environment: Record<string, string> };
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      generation: { type: "string" },
      deploy: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      package: { type: "string" },
      "domain-api": { type: "string", default: DOMAIN_API },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { generation } = values;
  if (generation !== "v1" && generation !== "v2") throw new UsageError("--generation must be v1 or v2");
  const content = readPackage(
    values.package ?? join(import.meta.dirname, "../../dist", generation, "clinc-bot.json"),
    generation,
  );
  const isDry = values["dry-run"];
  const api = isDry
    ? dryRun(generation, values["domain-api"])
    : await functionsApi(accountOfEnvironment(), generation, values["domain-api"]);
  const done =
    generation === "v1"
      ? await importV1(api, content as PackageV1)
      : await importV2(api, content as PackageV2);
  if (values.deploy) await deploy(api, generation, done.uuid);
  const next = values.deploy
    ? "Its deployment has started; LivePerson Functions show when it is done."
    : "It is not deployed: create the secrets, then deploy it in LivePerson Functions or run this with --deploy.";
  if (!isDry)
    console.log(`${done.isNew ? "Created" : "Updated"} ${(content as { name: string }).name}. ${next}`);
  return 0;
}

function readPackage(file: string, generation: "v1" | "v2"): unknown {
  const content = parsePackage(file);
  const holder = generation === "v1" ? content?.implementation : content?.manifest;
  if (typeof content?.name !== "string" || typeof holder?.code !== "string")
    throw new UsageError(`${file} is no package for Functions ${generation.toUpperCase()}`);
  return content;
}

function parsePackage(file: string): Partial<PackageV1 & PackageV2> | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as a package: ${(error as Error).message}`);
  }
}

function accountOfEnvironment() {
  const { LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID, LIVEPERSON_TOKEN } = process.env;
  if (!LIVEPERSON_ACCOUNT || !LIVEPERSON_USER_ID || !LIVEPERSON_TOKEN) {
    throw new UsageError(
      "LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN must be set in the environment",
    );
  }
  return { accountId: LIVEPERSON_ACCOUNT, userId: LIVEPERSON_USER_ID, token: LIVEPERSON_TOKEN };
}

/** An API that prints what it is asked, and knows an account without the function. */
function dryRun(generation: "v1" | "v2", domainApi: string): FunctionsApi {
  console.log(`No call is made. An account that has the function already gets an update instead.\n`);
  console.log(`GET ${domainApi}/api/account/{account}/service/baseURI.json?version=1.0\n`);
  return {
    async call(method, path, body) {
      const query = generation === "v1" ? "userId={user}&v=1" : "userId={user}";
      const address = `https://{faasUI}/api/account/{account}${path}${path.includes("?") ? "&" : "?"}${query}`;
      const shown = body && JSON.stringify({ timestamp: 0, ...body }, shortened, 2);
      console.log(`${method} ${address}\nAuthorization: Bearer …\n${shown ?? ""}`);
      if (path === "/runtimes") return [{ uuid: "{runtime}", name: "{runtime}", baseImageName: "{runtime}" }];
      return method === "GET" ? [] : { uuid: "{uuid}", manifest: { id: "{manifest}", version: 1 } };
    },
  };
}

function shortened(key: string, value: unknown): unknown {
  return key === "code" && typeof value === "string"
    ? `${value.split("\n")[0]} … (${value.length} characters)`
    : value;
}

/** The function as the account has it now. */
type Imported = { uuid: string; isNew: boolean };

async function importV1(api: FunctionsApi, content: PackageV1): Promise<Imported> {
  const found = (await api.call("GET", `/lambdas?name=${encodeURIComponent(content.name)}`)) as Array<
    PackageV1 & { uuid: string; state: string }
  >;
  const existing = found?.find(({ name }) => name === content.name);
  if (!existing) {
    const [runtime] = (await api.call("GET", "/runtimes")) as unknown[];
    const created = (await api.call("POST", "/lambdas", { ...content, runtime })) as
      | { uuid?: string }
      | undefined;
    return { uuid: created?.uuid ?? (await uuidByName(api, content.name)), isNew: true };
  }
  const { uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt } = existing;
  await api.call("PUT", `/lambdas/${uuid}`, {
    ...{ uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt },
    state: existing.state === "Draft" ? "Draft" : "Modified",
    description: content.description,
    implementation: {
      ...content.implementation,
      environmentVariables: keptList(
        existing.implementation?.environmentVariables,
        content.implementation.environmentVariables,
      ),
    },
  });
  return { uuid, isNew: false };
}

async function uuidByName(api: FunctionsApi, name: string): Promise<string> {
  const found = (await api.call("GET", `/lambdas?name=${encodeURIComponent(name)}`)) as Array<{
    name: string;
    uuid: string;
  }>;
  return found.find((one) => one.name === name)?.uuid ?? "";
}

function keptList(
  set: PackageV1["implementation"]["environmentVariables"] = [],
  ours: typeof set,
): typeof set {
  const kept = set.filter(({ key }) => key !== "");
  return [...kept, ...ours.filter(({ key }) => !kept.some((one) => one.key === key))];
}

/** Metadata first, then the manifest: V2 takes them in two calls. */
async function importV2(api: FunctionsApi, content: PackageV2): Promise<Imported> {
  const { manifest, ...metadata } = content;
  const found = (await api.call("GET", "/functions")) as Array<{ name: string; uuid: string }>;
  const known = found?.find(({ name }) => name === content.name);
  type Manifest = { id?: string; version?: number; environment?: Record<string, string> };
  type Known = { uuid: string; skills?: string[]; manifest?: Manifest; versions?: Manifest[] };
  if (!known) {
    const created = (await api.call("POST", "/functions", metadata)) as Known;
    await api.call("PUT", `/functions/${created.uuid}/manifest`, {
      ...manifest,
      id: created.manifest?.id,
      version: created.manifest?.version ?? -1,
    });
    return { uuid: created.uuid, isNew: true };
  }
  const [whole] = [(await api.call("GET", `/functions/${known.uuid}`)) as Known | Known[]].flat();
  const [newest] = [...(whole?.versions ?? [])].sort((a, b) => (b.version ?? 0) - (a.version ?? 0));
  const current = newest ?? whole?.manifest ?? {};
  await unlessUnchanged(
    api.call("PUT", `/functions/${known.uuid}`, {
      description: content.description,
      ...(whole?.skills && { skills: whole.skills }),
    }),
  );
  await unlessUnchanged(
    api.call("PUT", `/functions/${known.uuid}/manifest`, {
      ...current,
      code: manifest.code,
      environment: { ...manifest.environment, ...current.environment },
    }),
  );
  return { uuid: known.uuid, isNew: false };
}

async function unlessUnchanged(call: Promise<unknown>): Promise<void> {
  await call.catch((error) => {
    if (!(error instanceof ApiError && error.code === "com.liveperson.faas.function.unchanged")) throw error;
  });
}

async function deploy(api: FunctionsApi, generation: "v1" | "v2", uuid: string): Promise<void> {
  const deployments =
    generation === "v2" ? ((await api.call("GET", "/deployments")) as Array<{ functionUuid?: string }>) : [];
  const isDeployed = deployments?.some(({ functionUuid }) => functionUuid === uuid);
  await api.call(isDeployed ? "PATCH" : "POST", `/deployments/${uuid}`);
}

await runCommand(main);

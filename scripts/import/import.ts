import { join } from "node:path";
import type { Generation } from "../build/generation.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { dryRun } from "./dry-run.ts";
import { DOMAIN_API, type FunctionsApi, functionsApi } from "./functions-api.ts";
import { importV1 } from "./import-v1.ts";
import { importV2 } from "./import-v2.ts";
import { type PackageV1, type PackageV2, readPackage } from "./package.ts";

const HELP = `Brings the function into a LivePerson account: takes the JSON package and makes the calls of LivePerson's
own command line tools. Creates the function, or updates the one of its name.

  npm run import -- --generation v1|v2      which LivePerson Functions the account has (see dist/README.md)
                    --deploy                deploys it as well; create the secrets first
                    --dry-run               prints the calls and makes none
                    --package FILE.json     another package than dist/<generation>/clinc-bot.json
                    --domain-api ADDRESS    another domain API than ${DOMAIN_API}

From the environment: LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN (a bearer token of that user).
Environment variables that the function has already are kept.
Exit status: 0 when it is done, 1 when LivePerson refused or could not be reached, 2 for a wrong call.`;

const OPTIONS = {
  generation: { type: "string" },
  deploy: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  package: { type: "string" },
  "domain-api": { type: "string", default: DOMAIN_API },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
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

function accountOfEnvironment() {
  const { LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID, LIVEPERSON_TOKEN } = process.env;
  if (!LIVEPERSON_ACCOUNT || !LIVEPERSON_USER_ID || !LIVEPERSON_TOKEN) {
    throw new UsageError(
      "LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN must be set in the environment",
    );
  }
  return { accountId: LIVEPERSON_ACCOUNT, userId: LIVEPERSON_USER_ID, token: LIVEPERSON_TOKEN };
}

async function deploy(api: FunctionsApi, generation: Generation, uuid: string): Promise<void> {
  const deployments =
    generation === "v2" ? ((await api.call("GET", "/deployments")) as Array<{ functionUuid?: string }>) : [];
  const isDeployed = deployments?.some(({ functionUuid }) => functionUuid === uuid);
  await api.call(isDeployed ? "PATCH" : "POST", `/deployments/${uuid}`);
}

await command(HELP, OPTIONS, main);

import { join } from "node:path";
import { DIST, requireBuilt } from "../build/built-dist.ts";
import { FUNCTION_NAMES } from "../build/functions.ts";
import type { Generation } from "../build/generation.ts";
import { packagePath } from "../build/package-files.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import { meant } from "../kit/nearest.ts";
import { accountOfEnvironment } from "./account.ts";
import { bringIn } from "./bring-in.ts";
import { checkedDomainApi, DOMAIN_API, functionsAddress } from "./domain-api.ts";
import { dryRun } from "./dry-run.ts";
import { type FunctionsApi, functionsApi } from "./functions-api.ts";
import { type Package, readPackage } from "./package.ts";
import { LIMITS } from "./request.ts";

const HELP = `Brings the functions into a LivePerson account: takes their JSON packages and makes the calls of LivePerson's
own command line tools. Creates a function, or updates the one of its name.

  npm run import -- --generation v1|v2      which LivePerson Functions the account has (see dist/README.md)
                    --function ${FUNCTION_NAMES.join("|")}
                                            only this one of them
                    --deploy                deploys as well; create the secrets first
                    --dry-run               prints the calls and makes none
                    --package FILE.json     another package than those in dist/<generation>
                    --domain-api ADDRESS    another domain API of LivePerson's than ${DOMAIN_API},
                                            or a stand-in on this machine

From the environment: LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN (a bearer token of that user).
Environment variables that a function has already are kept. At the end the account is asked whether it has the function
as it was sent; no answer is believed before. What is not as it should be ends the import, before any other function.
Exit status: 0 when it is done, 1 when it is not and what to do about it, 2 for a wrong call.`;

const OPTIONS = {
  generation: { type: "string" },
  function: { type: "string" },
  deploy: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  package: { type: "string" },
  "domain-api": { type: "string", default: DOMAIN_API },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  const { generation, "dry-run": isDry, deploy: deploys } = values;
  if (generation !== "v1" && generation !== "v2")
    throw new UsageError(
      "--generation must be v1 or v2; dist/README.md says how to see which the account has",
    );
  const packages = packagesOf(generation, values);
  const domainApi = checkedDomainApi(values["domain-api"]);
  const api = isDry ? dryRun(generation, domainApi) : await apiOfEnvironment(generation, domainApi);
  for (const ours of packages) {
    const { isNew } = await bringIn(api, ours, { deploys });
    const next = deploys
      ? "Its deployment has started; LivePerson Functions show when it is done."
      : "It is not deployed: create the secrets, then deploy it in LivePerson Functions or run this with --deploy.";
    if (!isDry) console.log(`${isNew ? "Created" : "Updated"} ${ours.content.name}. ${next}`);
  }
  return 0;
}

/** The built packages, or the one that is named. */
function packagesOf(generation: Generation, values: Values<typeof OPTIONS>): Package[] {
  const { function: named, package: file } = values;
  const names = FUNCTION_NAMES.filter((name) => named === undefined || named === name);
  if (names.length === 0)
    throw new UsageError(
      `--function must be ${FUNCTION_NAMES.join(" or ")}${meant(named ?? "", FUNCTION_NAMES)}`,
    );
  if (file === undefined) return names.map((name) => builtPackage(packagePath(generation, name), generation));
  if (named !== undefined)
    throw new UsageError("--package and --function exclude each other; leave one of them out");
  return [readPackage(file, generation)];
}

/** @throws {CommandFailure} when it is missing, or another than the build has written */
function builtPackage(path: string, generation: Generation): Package {
  requireBuilt(path);
  return readPackage(join(DIST, path), generation);
}

async function apiOfEnvironment(generation: Generation, domainApi: URL): Promise<FunctionsApi> {
  const account = accountOfEnvironment(process.env);
  return functionsApi(account, generation, await functionsAddress(account, domainApi, LIMITS), LIMITS);
}

await command(HELP, OPTIONS, main);

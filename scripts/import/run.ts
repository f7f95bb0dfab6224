import { type Account, accountOfEnvironment } from "../account/account.ts";
import { checkedDomainApi, functionsAddress } from "../account/domain-api.ts";
import { type FunctionsApi, functionsApi } from "../account/functions-api.ts";
import { LIMITS } from "../account/request.ts";
import { UsageError } from "../kit/command.ts";
import { type Backup, backupOf, refuseGitTree, writeBackup } from "./backup.ts";
import { bringIn } from "./bring-in.ts";
import type { Change } from "./change.ts";
import { dryRun } from "./dry-run.ts";
import type { Package } from "./package.ts";
import { preview } from "./preview.ts";
import { refuseNew, restored } from "./rollback.ts";
import { type ImportCall, taskOf } from "./task.ts";

/**
 * Brings the functions into an account, or sends one back, as the command line says.
 *
 * @param variables the environment, with who calls
 * @param say gets what people read
 * @throws {UsageError} for a wrong call, before anybody was called
 * @throws {CommandFailure} as soon as something is not as it should be
 */
export async function runImport(
  call: ImportCall,
  variables: Record<string, string | undefined>,
  say: (text: string) => void = console.log,
): Promise<void> {
  const { generation, packages, saved } = taskOf(call);
  if (call.backup !== undefined) refuseGitTree(call.backup);
  const domainApi = checkedDomainApi(call["domain-api"]);
  if (call["dry-run"]) {
    const api = dryRun(generation, domainApi);
    for (const ours of packages) await bringIn(api, ours, { deploys: call.deploy ?? false });
    return;
  }
  const account = accountOfEnvironment(variables);
  refuseOtherAccount(account, saved);
  const api = functionsApi(account, generation, await functionsAddress(account, domainApi, LIMITS), LIMITS);
  for (const ours of packages) await bringOne(api, ours, account, call, saved, say);
}

async function bringOne(
  api: FunctionsApi,
  ours: Package,
  { accountId }: Account,
  { backup, deploy: deploys = false }: ImportCall,
  saved: Backup | undefined,
  say: (text: string) => void,
): Promise<void> {
  const { generation, content } = ours;
  const before: Change["before"] = (found, wanted) => {
    if (saved) refuseNew(found, saved);
    say(preview(generation, found, wanted));
    if (found && backup !== undefined) {
      const file = writeBackup(backup, backupOf(found, accountId, generation));
      say(`What was there is in ${file}\n  back with: npm run import -- --rollback ${file} --deploy`);
    }
  };
  const { isNew } = await bringIn(api, ours, { deploys, before, ...(saved && { variables: restored }) });
  const done = saved ? `Sent back ${saved.savedAt} of` : isNew ? "Created" : "Updated";
  const undeployed = isNew
    ? "It is not deployed: create the secrets, then deploy it in LivePerson Functions or run this with --deploy."
    : "That is not deployed: deploy it in LivePerson Functions, or run this with --deploy.";
  const next = deploys
    ? "Its deployment has started; LivePerson Functions show when it is done."
    : undeployed;
  say(`${done} ${content.name}. ${next}`);
}

function refuseOtherAccount({ accountId }: Account, saved: Backup | undefined): void {
  if (saved && saved.account !== accountId)
    throw new UsageError(`--rollback: the file is of account ${saved.account}, not of ${accountId}`);
}

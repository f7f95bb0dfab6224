import { type Account, accountOfEnvironment } from "../../account/account.ts";
import { FUNCTIONS_SERVICE, type Services, servicesOf } from "../../account/domain-api.ts";
import { functionsApi } from "../../account/functions-api.ts";
import { type Installed, installed } from "../../account/installed.ts";
import { UsageError } from "../../kit/command.ts";
import { type Check, failed, ok, skipped } from "../check.ts";
import { inTheShell } from "../where-to-fix.ts";
import { examineCommand } from "./command.ts";
import { examineDomains } from "./domains.ts";
import { examineFunction, FUNCTION_CHECKS } from "./function.ts";
import { examineMonth } from "./month.ts";
import type { AccountSetup, Expected } from "./setup.ts";
import { examineSkills } from "./skills.ts";
import { failedCall } from "./unseen.ts";

const OTHERS = ["function", ...FUNCTION_CHECKS, "slash command", "domains", "month", "skills"];

/**
 * Looks into a LivePerson account with somebody's login, by the calls of the import that only read: the function, its
 * code and its variables, the deployment, V1's list of domains, the month's invocations, the skills.
 *
 * It has been tried on a stand-in; a live account has not been seen by it yet.
 */
export async function* examineAccount(setup: AccountSetup, expected: Expected): AsyncGenerator<Check> {
  const { generation, domainApi } = setup;
  const { limits } = expected;
  if (!expected.environment.LIVEPERSON_TOKEN?.trim()) {
    yield skipped("account", "not looked into: no LivePerson login, LIVEPERSON_TOKEN is not set");
    return;
  }
  if (!generation) {
    yield skipped("account", "not looked into: --generation v1 or v2 has to say which Functions it has");
    return;
  }
  let account: Account;
  let services: Services;
  let address: string;
  try {
    account = accountOfEnvironment(expected.environment);
    services = await servicesOf(account, domainApi, limits);
    address = services.address(FUNCTIONS_SERVICE);
  } catch (error) {
    yield error instanceof UsageError ? malformedLogin(error) : failedCall("account", error);
    for (const name of OTHERS) yield skipped(name, "needs the account");
    return;
  }
  yield ok(
    "account",
    `${account.accountId} has Functions ${generation.toUpperCase()} at ${new URL(address).host}`,
  );
  const api = functionsApi(account, generation, address, limits);
  const found: Installed | Check | undefined = await installed(api, generation, setup.name).catch((error) =>
    failedCall("function", error),
  );
  yield* examineFunction(found, api, { generation, name: setup.name, file: "ClincBot" }, expected);
  yield* await examineCommand(api, generation, expected.checksums);
  yield* await examineDomains(api, generation, expected.domains);
  yield* await examineMonth(api, setup.now ?? new Date());
  const settings = found && "variables" in found ? found.variables : expected.environment;
  yield* await examineSkills(account, services, settings, limits);
}

function malformedLogin(error: UsageError): Check {
  const remedy = `${inTheShell("LIVEPERSON_ACCOUNT", "12345678")}, the same with LIVEPERSON_USER_ID, and the token by itself: read -rs LIVEPERSON_TOKEN && export LIVEPERSON_TOKEN`;
  return failed("account", error.message, remedy);
}

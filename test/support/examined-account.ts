import { expect, onTestFinished } from "vitest";
import { LIMITS } from "../../scripts/account/request.ts";
import { DIST } from "../../scripts/build/built-dist.ts";
import type { Generation } from "../../scripts/build/generation.ts";
import { examineAccount } from "../../scripts/doctor/account/account.ts";
import type { AccountSetup, Expected } from "../../scripts/doctor/account/setup.ts";
import type { Check } from "../../scripts/doctor/check.ts";
import { knownBuilds } from "../../scripts/doctor/files.ts";
import { wellAccount } from "../../scripts/doctor/mock.ts";
import { checkLines } from "../../scripts/doctor/report.ts";
import {
  ACCOUNT,
  type MockAccount,
  type MockFunctionsApi,
  startMockFunctionsApi,
} from "../../scripts/stand-ins/functions-api/server.ts";

/** What is looked at in an account, in order. */
export const ACCOUNT_CHECKS = [
  "account",
  "function",
  "code",
  "deployment",
  "variables",
  "slash command",
  "domains",
  "month",
  "skills",
];

const CLINC = { host: "api.clinc.example", entry: "api.clinc.example" };
const SETTINGS = { TRANSFER_SKILL: "human-agents" };

/** An account in which nothing is wrong, but for what is changed. */
export async function bankAccount(changes: MockAccount = {}): Promise<MockFunctionsApi> {
  const well = { ...wellAccount("ClincBot", SETTINGS), domains: [CLINC.entry] };
  const mock = await startMockFunctionsApi({ ...well, ...changes });
  onTestFinished(() => mock.close());
  return mock;
}

/** The function of such an account, with something changed. */
export function changedLambda(
  changes: Record<string, unknown>,
  implementation: Record<string, unknown> = {},
): Pick<MockAccount, "lambdas"> {
  const [lambda] = wellAccount("ClincBot", SETTINGS).lambdas ?? [];
  if (!lambda) throw new Error("A well account has the function");
  const own = { ...(lambda.implementation as object), ...implementation };
  return { lambdas: [{ ...lambda, ...changes, implementation: own }] };
}

/** What the doctor finds in an account; it changes nothing there, and shows no token. */
export async function examinedAccount(
  mock: MockFunctionsApi,
  generation: Generation | undefined = "v1",
  expected: Partial<Expected> & Partial<AccountSetup> = {},
): Promise<Check[]> {
  const { name = "ClincBot", now, environment, ...others } = expected;
  const setup = {
    ...{ name, domainApi: new URL(mock.address) },
    ...(generation && { generation }),
    ...(now && { now }),
  };
  const checks: Check[] = [];
  const seen = mock.calls.length;
  for await (const check of examineAccount(setup, {
    environment: { ...SETTINGS, ...ACCOUNT, ...environment },
    domains: [CLINC],
    checksums: knownBuilds(DIST),
    limits: LIMITS,
    ...others,
  }))
    checks.push(check);
  const said = checks.map(checkLines).join("\n");
  expect(said).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
  expect(mock.calls.slice(seen).filter(({ method }) => method !== "GET")).toEqual([]);
  return checks;
}

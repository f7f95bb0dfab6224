import { checkedDomainApi } from "../account/domain-api.ts";
import { GENERATIONS, type Generation } from "../build/generation.ts";
import type { Setup } from "./examine.ts";
import type { MockChoice } from "./mock.ts";

/** How the doctor was called, as far as it says what is examined. */
export type DoctorCall = {
  host?: string;
  "ai-version"?: string;
  query: string;
  file?: string;
  generation?: string;
  name: string;
  "domain-api": string;
  wait: boolean;
};

/** What is told to the stand-ins of a call with `--mock`. */
export function mockChoice({ query, file, wait, generation, name }: DoctorCall): MockChoice {
  return {
    words: query,
    ...(file && { file }),
    isAwaited: wait,
    name,
    ...(isGeneration(generation) && { generation }),
  };
}

/**
 * The set-up that is in the shell.
 *
 * @throws {UsageError} for a domain API that is not LivePerson's
 */
export function setupOfShell(values: DoctorCall, environment: Setup["environment"]): Setup {
  const { CLINC_HOST = "", CLINC_APP_KEY = "", CLINC_AI_VERSION = "", CLINC_CONTEXT_KEY = "" } = environment;
  const { generation, name, query: words, file } = values;
  const domainApi = checkedDomainApi(values["domain-api"]);
  const account = environment.LIVEPERSON_ACCOUNT?.trim() ?? "";
  return {
    access: {
      host: values.host ?? CLINC_HOST,
      appKey: CLINC_APP_KEY,
      aiVersion: values["ai-version"] ?? CLINC_AI_VERSION,
    },
    record: { key: CLINC_CONTEXT_KEY.trim(), isAwaited: values.wait, domainApi, account },
    account: { name, domainApi, ...(isGeneration(generation) && { generation }) },
    environment,
    words,
    ...(file && { file }),
  };
}

/** Whether there is such a generation. */
function isGeneration(given: string | undefined): given is Generation {
  return GENERATIONS.some((one) => one === given);
}

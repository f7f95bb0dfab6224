import { builtFile } from "../build/built-file.ts";
import { FUNCTIONS } from "../build/functions.ts";
import type { Generation } from "../build/generation.ts";
import { isVariableOfFunctions } from "../conversations/variables.ts";
import { MOCK_AI_VERSION, MOCK_APP_KEY, startMockClinc } from "../stand-ins/clinc/server.ts";
import { mockRecord, startMockContextService } from "../stand-ins/context-service/server.ts";
import { MOCK_CONTEXT_KEY } from "../stand-ins/context-service/service.ts";
import { ACCOUNT, type MockAccount, startMockFunctionsApi } from "../stand-ins/functions-api/server.ts";
import type { Setup } from "./examine.ts";

/** The skill of the stand-in's agents. */
const SKILL = "human-agents";

/** What can be told to stand-ins. */
export type MockChoice = Pick<Setup, "words" | "files"> & {
  isAwaited: boolean;
  generation?: Generation;
  name: string;
};

/** Stand-ins for Clinc, the record and the account, all of them as they should be. */
export async function startMocks(
  { words, files = [], isAwaited, generation = "v1", name }: MockChoice,
  shell: Setup["environment"],
): Promise<{ setup: Setup; close(): Promise<void> }> {
  const [clinc, context] = await Promise.all([
    startMockClinc({ aiVersion: MOCK_AI_VERSION }),
    startMockContextService(),
  ]);
  const environment = {
    TRANSFER_SKILL: SKILL,
    ...shell,
    ...mockRecord(context.host).environment,
    ...ACCOUNT,
    CONTEXT_ACCOUNT: ACCOUNT.LIVEPERSON_ACCOUNT,
  };
  const account = await startMockFunctionsApi({
    ...wellAccount(name, environment),
    context: new URL(context.host).host,
  });
  const domainApi = new URL(account.address);
  return {
    setup: {
      access: { host: clinc.host, appKey: MOCK_APP_KEY, aiVersion: MOCK_AI_VERSION },
      record: { key: MOCK_CONTEXT_KEY, isAwaited, domainApi },
      account: { generation, name, domainApi },
      environment,
      words,
      files,
    },
    async close() {
      await Promise.all([clinc.close(), context.close(), account.close()]);
    },
  };
}

/** An account with the built function, deployed, and the variables of this shell. */
export function wellAccount(name: string, environment: Record<string, string | undefined>): MockAccount {
  const variables = Object.entries(environment).filter(([one, value]) => isVariableOfFunctions(one) && value);
  const { description, event: eventId } = FUNCTIONS.ClincBot;
  const known = { name, description, eventId, state: "Productive" };
  const environmentVariables = variables.map(([key, value]) => ({ key, value }));
  const manifest = {
    id: "manifest-1",
    version: 1,
    code: builtFile("v2"),
    environment: Object.fromEntries(variables),
  };
  return {
    lambdas: [
      {
        ...known,
        uuid: "lambda-1",
        version: 1,
        implementation: { code: builtFile("v1"), environmentVariables },
      },
    ],
    functions: [{ ...known, uuid: "function-1", manifest }],
    deployed: ["function-1"],
    skills: [{ id: 1_234_567_890, name: environment.TRANSFER_SKILL ?? SKILL, deleted: false }],
  };
}

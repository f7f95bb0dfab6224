import { builtFile } from "../build/built-file.ts";
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from "../build/functions.ts";
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
export type MockChoice = Pick<Setup, "words" | "file"> & {
  isAwaited: boolean;
  generation?: Generation;
  name: string;
};

/** Stand-ins for Clinc, the record and the account, all of them as they should be. */
export async function startMocks(
  { words, file, isAwaited, generation = "v1", name }: MockChoice,
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
      ...(file && { file }),
    },
    async close() {
      await Promise.all([clinc.close(), context.close(), account.close()]);
    },
  };
}

/** An account with the built functions, deployed, and the variables of this shell at the bot's. */
export function wellAccount(name: string, environment: Record<string, string | undefined>): MockAccount {
  const variables = Object.entries(environment).flatMap(([one, value]) =>
    isVariableOfFunctions(one) && value ? [[one, value] as const] : [],
  );
  const both = FUNCTION_NAMES.map((file, index) =>
    deployed(file, index + 1, file === "ClincBot" ? name : file, file === "ClincBot" ? variables : []),
  );
  return {
    lambdas: both.map(({ lambda }) => lambda),
    functions: both.map(({ function: whole }) => whole),
    deployed: both.map(({ function: { uuid } }) => uuid),
    skills: [{ id: 1_234_567_890, name: environment.TRANSFER_SKILL ?? SKILL, deleted: false }],
  };
}

/** A function as both generations have it. */
function deployed(
  file: FunctionName,
  number: number,
  name: string,
  variables: ReadonlyArray<readonly [name: string, value: string]>,
) {
  const { description, event: eventId } = FUNCTIONS[file];
  const known = { name, description, eventId, state: "Productive" };
  const environmentVariables = variables.map(([key, value]) => ({ key, value }));
  const implementation = { code: builtFile("v1", file), environmentVariables };
  const manifest = {
    ...{ id: `manifest-${number}`, version: 1 },
    ...{ code: builtFile("v2", file), environment: Object.fromEntries(variables) },
  };
  return {
    lambda: { ...known, uuid: `lambda-${number}`, version: 1, implementation },
    function: { ...known, uuid: `function-${number}`, manifest },
  };
}

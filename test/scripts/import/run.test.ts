import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { builtFile } from "../../../scripts/build/built-file.ts";
import { characters } from "../../../scripts/build/size-budget.ts";
import { VERSION } from "../../../scripts/build/version.ts";
import { runImport } from "../../../scripts/import/run.ts";
import type { ImportCall } from "../../../scripts/import/task.ts";
import { CommandFailure, UsageError } from "../../../scripts/kit/command.ts";
import { grouped } from "../../../scripts/kit/terminal.ts";
import {
  ACCOUNT,
  type MockAccount,
  type MockFunctionsApi,
  startMockFunctionsApi,
} from "../../../scripts/stand-ins/functions-api/server.ts";
import { functionV2, lambda } from "../../fixtures/installed-functions.ts";
import { temporaryFile, temporaryFolder } from "../../support/temporary-files.ts";

async function accountWith(content: MockAccount = {}): Promise<MockFunctionsApi> {
  const mock = await startMockFunctionsApi(content);
  onTestFinished(() => mock.close());
  return mock;
}

/** What people read of an import in this process, with the login of the account. */
async function imported(mock: MockFunctionsApi, call: Partial<ImportCall>, environment = ACCOUNT) {
  const said: string[] = [];
  await runImport({ "domain-api": mock.address, ...call }, environment, (text) => said.push(text));
  return said.join("\n");
}

/** The bodies of what was changed, by method and path below the account. */
function changesAt({ calls }: MockFunctionsApi): Array<[call: string, body: unknown]> {
  return calls
    .filter(({ method }) => method !== "GET")
    .map(({ method, path, body }) => [
      `${method} ${path.replace(`/api/account/${ACCOUNT.LIVEPERSON_ACCOUNT}`, "")}`,
      body,
    ]);
}

/** The one file of a folder. */
function onlyFile(folder: string): string {
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  return join(folder, files[0] ?? "");
}

const GENERATIONS = [
  ["v1", { lambdas: [lambda()] }],
  ["v2", { functions: [functionV2()], deployed: ["function-1"] }],
] as const;

describe("an import under another name", () => {
  it.each(GENERATIONS)("leaves the function of %s that is there as it is", async (generation, content) => {
    const mock = await accountWith(structuredClone(content) as unknown as MockAccount);
    const said = await imported(mock, { generation, name: "ClincBotCards" });
    expect(said).toContain("Created ClincBotCards.");
    const [[create, body] = []] = changesAt(mock);
    expect(create).toMatch(/^POST \/(lambdas|functions)$/);
    expect(body).toMatchObject({ name: "ClincBotCards", eventId: "bot_connectors_custom_integration" });
    const sent = changesAt(mock).map(([call]) => call);
    expect(sent.filter((call) => /lambda-1|function-1/.test(call))).toEqual([]);
  });

  it("updates the function of that name, and is for the slash command where that is named", async () => {
    const mock = await accountWith({ lambdas: [lambda(), lambda({ uuid: "lambda-2", name: "AgentTwo" })] });
    const said = await imported(mock, { generation: "v1", function: "ClincAgent", name: "AgentTwo" });
    expect(said).toContain("Updated AgentTwo. That is not deployed: deploy it");
    expect(changesAt(mock).map(([call]) => call)).toEqual(["PUT /lambdas/lambda-2"]);
    expect(JSON.stringify(changesAt(mock))).toContain(JSON.stringify(builtFile("v1", "ClincAgent")));
  });

  it.each(["", "Clinc-Bot", "a/b", "x".repeat(51)])("is a wrong call with %j", async (name) => {
    const mock = await accountWith();
    await expect(imported(mock, { generation: "v1", name })).rejects.toThrow(UsageError);
    expect(mock.calls).toEqual([]);
  });
});

describe("what an import will change", () => {
  it("is said before: code by version and length, and the variables that are added", async () => {
    const implementation = {
      code: `function lambda(input, callback) {\n/*\nClinc for LivePerson Functions 0.9.0 (Functions V1)\n*/}`,
      environmentVariables: [{ key: "TRANSFER_SKILL", value: "human-agents" }],
    };
    const mock = await accountWith({
      lambdas: [lambda({ implementation })],
      instead: [{ method: "PUT", path: /./, status: 500, body: {} }],
    });
    const said: string[] = [];
    const call = { "domain-api": mock.address, generation: "v1", function: "ClincBot" };
    await expect(runImport(call, ACCOUNT, (text) => said.push(text))).rejects.toThrow(CommandFailure);
    const size = grouped(characters(builtFile("v1")));
    expect(said.join("\n").split("\n")).toEqual([
      "ClincBot is there in Functions V1, and will be changed:",
      `  code       version 0.9.0, ${implementation.code.length} characters → version ${VERSION}, ${size} characters`,
      '  variables  CLINC_DEVICE is added "liveperson"',
    ]);
  });

  it.each(GENERATIONS)("is nothing where %s has all of it", async (generation, content) => {
    const mock = await accountWith(structuredClone(content) as unknown as MockAccount);
    await imported(mock, { generation, function: "ClincBot" });
    const said = await imported(mock, { generation, function: "ClincBot" });
    expect(said).toContain(`  code       stays as it is: version ${VERSION}`);
    expect(said).toContain("  variables  stay as they are");
  });
});

describe("a backup", () => {
  it.each(GENERATIONS)("holds what is there in %s, for its owner alone", async (generation, content) => {
    const mock = await accountWith(structuredClone(content) as unknown as MockAccount);
    const folder = join(temporaryFolder(), "kept/here");
    const said = await imported(mock, { generation, function: "ClincBot", backup: folder });
    const file = onlyFile(folder);
    expect(said).toContain(`What was there is in ${file}`);
    expect(said).toContain(`npm run import -- --rollback ${file} --deploy`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      format: "clinc-function-1",
      savedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      account: ACCOUNT.LIVEPERSON_ACCOUNT,
      generation,
      name: "ClincBot",
      state: "Productive",
      description: "An older description",
      withheld: [],
      variables: { CLINC_DEVICE: "bank-web", TRANSFER_SKILL: "human-agents" },
      code: expect.stringContaining("lambda(input"),
    });
    expect(readFileSync(file, "utf8")).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
  });

  it("and the terminal have no value of a variable that may be a secret", async () => {
    const environment = { MY_API_KEY: "key-in-the-wrong-place", CLINC_SECRET_PREFIX: "cards" };
    const mock = await accountWith({ functions: [functionV2({}, { environment })] });
    const folder = temporaryFolder();
    const said = await imported(mock, { generation: "v2", function: "ClincBot", backup: folder });
    const text = readFileSync(onlyFile(folder), "utf8");
    expect(said + text).not.toContain("key-in-the-wrong-place");
    expect(JSON.parse(text)).toMatchObject({
      withheld: ["MY_API_KEY"],
      variables: { CLINC_SECRET_PREFIX: "cards" },
    });
    await imported(mock, { rollback: onlyFile(folder) });
    expect(changesAt(mock).at(-1)?.[1]).toMatchObject({ environment });
  });

  it("is not written where there is nothing to keep", async () => {
    const folder = join(temporaryFolder(), "kept");
    await imported(await accountWith(), { generation: "v1", function: "ClincBot", backup: folder });
    expect(existsSync(folder)).toBe(false);
  });

  it("ends the import before any change when it cannot be written", async () => {
    const mock = await accountWith({ lambdas: [lambda()] });
    const backup = temporaryFile("a-file", "in the way");
    await expect(imported(mock, { generation: "v1", function: "ClincBot", backup })).rejects.toThrow(
      /EEXIST/,
    );
    expect(changesAt(mock)).toEqual([]);
  });

  it("is refused inside of a git tree, by whatever way it leads there, before any call", async () => {
    const tree = temporaryFolder();
    mkdirSync(join(tree, ".git"));
    mkdirSync(join(tree, "inner"));
    const link = join(temporaryFolder(), "link");
    symlinkSync(join(tree, "inner"), link);
    const mock = await accountWith();
    for (const backup of [tree, join(tree, "inner"), join(tree, "not/yet/there"), link])
      await expect(imported(mock, { generation: "v1", backup })).rejects.toThrow(/is in the git tree/);
    expect(mock.calls).toEqual([]);
  });

  it("has no place in a dry run", async () => {
    const call = { generation: "v1", backup: temporaryFolder(), "dry-run": true };
    await expect(imported(await accountWith(), call)).rejects.toThrow(/^--dry-run changes nothing/);
  });
});

describe("a rollback", () => {
  it.each(GENERATIONS)(
    "sends code, description and variables of %s back as they were, and deploys them",
    async (generation, content) => {
      const mock = await accountWith(structuredClone(content) as unknown as MockAccount);
      const folder = temporaryFolder();
      await imported(mock, { generation, function: "ClincBot", backup: folder, deploy: true });
      mock.calls.length = 0;
      const said = await imported(mock, { rollback: onlyFile(folder), deploy: true });
      expect(said).toContain(`version ${VERSION}`);
      expect(said).toMatch(/^Sent back \d{4}-\S+ of ClincBot\. Its deployment has started/m);
      const changes = changesAt(mock);
      const old = generation === "v1" ? lambda().implementation : functionV2().manifest;
      expect(changes.map(([call]) => call)).toEqual(
        generation === "v1"
          ? ["PUT /lambdas/lambda-1", "POST /deployments/lambda-1"]
          : [
              "PUT /functions/function-1",
              "PUT /functions/function-1/manifest",
              "PATCH /deployments/function-1",
            ],
      );
      expect(changes[0]?.[1]).toMatchObject({ description: "An older description" });
      expect(changes.at(-2)?.[1]).toMatchObject(
        generation === "v1"
          ? { implementation: old }
          : { code: old.code, environment: functionV2().manifest.environment },
      );
    },
  );

  it("takes away what the import had added, also the only variable", async () => {
    const implementation = { code: "function lambda() {}", environmentVariables: [] };
    const mock = await accountWith({ lambdas: [lambda({ implementation })] });
    const folder = temporaryFolder();
    await imported(mock, { generation: "v1", function: "ClincBot", backup: folder });
    const said = await imported(mock, { rollback: onlyFile(folder) });
    expect(said).toContain('  variables  CLINC_DEVICE is removed "liveperson"');
    expect(changesAt(mock).at(-1)?.[1]).toMatchObject({
      implementation: { environmentVariables: [{ key: "", value: "" }] },
    });
  });

  it("can itself be undone", async () => {
    const mock = await accountWith({ lambdas: [lambda()] });
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await imported(mock, { generation: "v1", function: "ClincBot", backup: first });
    await imported(mock, { rollback: onlyFile(first), backup: second });
    expect(JSON.parse(readFileSync(onlyFile(second), "utf8")).code).toBe(builtFile("v1"));
  });

  it("makes no function anew", async () => {
    const mock = await accountWith({ lambdas: [lambda()] });
    const folder = temporaryFolder();
    await imported(mock, { generation: "v1", function: "ClincBot", backup: folder });
    const empty = await accountWith();
    await expect(imported(empty, { rollback: onlyFile(folder) })).rejects.toThrow(
      /^The account 90210001 has no function ClincBot any more/,
    );
    expect(changesAt(empty)).toEqual([]);
  });

  it("is for the account that the file is of", async () => {
    const mock = await accountWith({ lambdas: [lambda()] });
    const folder = temporaryFolder();
    await imported(mock, { generation: "v1", function: "ClincBot", backup: folder });
    mock.calls.length = 0;
    const other = { ...ACCOUNT, LIVEPERSON_ACCOUNT: "1" };
    await expect(imported(mock, { rollback: onlyFile(folder) }, other)).rejects.toThrow(
      /is of account 90210001, not of 1/,
    );
    expect(mock.calls).toEqual([]);
  });

  it.each<[what: string, content: unknown, message: RegExp]>([
    [
      "cut off",
      '{"format": "clinc-function-1", "savedAt"',
      /is not JSON: line 1, column 41: it ends before /,
    ],
    [
      "of another kind",
      { name: "ClincBot" },
      /none that --backup has written, or not whole: look at its format$/,
    ],
  ])("is a wrong call with a file that is %s", async (_, content, message) => {
    const mock = await accountWith();
    const file = temporaryFile("backup.json", content);
    await expect(imported(mock, { rollback: file })).rejects.toThrow(message);
    expect(mock.calls).toEqual([]);
  });

  it.each<[what: string, call: Partial<ImportCall>, message: RegExp]>([
    [
      "without a file",
      { rollback: "no/such/file.json" },
      /^no\/such\/file\.json is not there; check its path/,
    ],
    ["with a name", { rollback: "x.json", name: "Other" }, /^--rollback goes with/],
    ["in a dry run", { rollback: "x.json", "dry-run": true }, /^--rollback goes with/],
  ])("is a wrong call %s", async (_, call, message) => {
    const mock = await accountWith();
    await expect(imported(mock, call)).rejects.toThrow(message);
    await expect(imported(mock, call)).rejects.toThrow(UsageError);
  });
});

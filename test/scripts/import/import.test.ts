import { describe, expect, it, onTestFinished } from "vitest";
import { builtFile } from "../../../scripts/build/built-file.ts";
import { RUNTIME } from "../../../scripts/stand-ins/functions-api/account.ts";
import {
  ACCOUNT,
  type MockAccount,
  type MockFunctionsApi,
  type SeenCall,
  startMockFunctionsApi,
} from "../../../scripts/stand-ins/functions-api/server.ts";
import { functionV2, lambda } from "../../fixtures/installed-functions.ts";
import { callScript } from "../../support/called-script.ts";
import { closedPort } from "../../support/loopback-server.ts";
import { temporaryFile } from "../../support/temporary-files.ts";

const ACCOUNT_PATH = `/api/account/${ACCOUNT.LIVEPERSON_ACCOUNT}`;

async function accountWith(content: MockAccount = {}): Promise<MockFunctionsApi> {
  const mock = await startMockFunctionsApi(content);
  onTestFinished(() => mock.close());
  return mock;
}

function runImport(mock: MockFunctionsApi, args: string[], environment: Record<string, string> = ACCOUNT) {
  return callScript("import/import.ts", [...args, "--domain-api", mock.address], environment);
}

/** Imports the bot alone. */
function importBot(mock: MockFunctionsApi, args: string[], environment: Record<string, string> = ACCOUNT) {
  return runImport(mock, [...args, "--function", "ClincBot"], environment);
}

/** The calls in order, below the account; the domain API's own is the first of every run and left out. */
function conversationOf({ calls }: MockFunctionsApi): string[] {
  return calls.slice(1).map(({ method, path }) => `${method} ${path.replace(ACCOUNT_PATH, "")}`);
}

function bodyOf({ calls }: MockFunctionsApi, method: string, path: string): unknown {
  const found = calls.filter((call) => call.method === method && call.path === ACCOUNT_PATH + path);
  expect(found, `${method} ${path}`).toHaveLength(1);
  return found[0]?.body;
}

function expectSigned(calls: SeenCall[], query: Record<string, string>): void {
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    expect(call.headers.authorization).toBe(`Bearer ${ACCOUNT.LIVEPERSON_TOKEN}`);
    expect(call.headers["content-type"]).toBe("application/json");
    const { name: _, ...others } = call.query;
    expect(others).toEqual(query);
  }
}

describe("an import into Functions V1", () => {
  it("creates the function with the built file, on the account's first runtime", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v1"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Created ClincBot. It is not deployed: create the secrets");
    expect(conversationOf(mock)).toEqual(["GET /lambdas", "GET /runtimes", "POST /lambdas", "GET /lambdas"]);
    expect(mock.calls[1]?.query.name).toBe("ClincBot");
    expect(bodyOf(mock, "POST", "/lambdas")).toEqual({
      timestamp: 0,
      uuid: "",
      version: -1,
      state: "Draft",
      name: "ClincBot",
      description: "Answers consumers with a Clinc AI",
      eventId: "bot_connectors_custom_integration",
      runtime: RUNTIME,
      samplePayload: expect.objectContaining({ headers: [], payload: expect.anything() }),
      implementation: {
        code: builtFile("v1"),
        dependencies: [],
        environmentVariables: [{ key: "CLINC_DEVICE", value: "liveperson" }],
      },
    });
  });

  it("signs each call with the bearer token, the user and v=1, and tells the domain API no token", async () => {
    const mock = await accountWith();
    await importBot(mock, ["--generation", "v1", "--deploy"]);
    const [domain, ...calls] = mock.calls;
    expect(domain).toMatchObject({
      method: "GET",
      path: `${ACCOUNT_PATH}/service/baseURI.json`,
      query: { version: "1.0" },
    });
    expect(domain?.headers.authorization).toBeUndefined();
    expectSigned(calls, { userId: ACCOUNT.LIVEPERSON_USER_ID, v: "1" });
  });

  it("creates it even when functions of similar names are there", async () => {
    const mock = await accountWith({
      lambdas: [
        lambda({ uuid: "other-1", name: "ClincBotOld" }),
        lambda({ uuid: "other-2", name: "MyClincBot" }),
      ],
    });
    const run = await importBot(mock, ["--generation", "v1"]);
    expect(run.stdout).toContain("Created ClincBot.");
    expect(conversationOf(mock)).toContain("POST /lambdas");
  });

  it("updates the function of its name and repeats what the server knows of it", async () => {
    const mock = await accountWith({ lambdas: [lambda({ uuid: "other", name: "ClincBotOld" }), lambda()] });
    const run = await importBot(mock, ["--generation", "v1"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Updated ClincBot.");
    expect(conversationOf(mock)).toEqual(["GET /lambdas", "PUT /lambdas/lambda-1", "GET /lambdas"]);
    const { uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt } = lambda();
    expect(bodyOf(mock, "PUT", "/lambdas/lambda-1")).toEqual({
      ...{ uuid, version, name, eventId, runtime, createdBy, updatedBy, createdAt, updatedAt },
      timestamp: 0,
      state: "Modified",
      description: "Answers consumers with a Clinc AI",
      implementation: {
        code: builtFile("v1"),
        dependencies: [],
        environmentVariables: [
          { key: "CLINC_DEVICE", value: "bank-web" },
          { key: "TRANSFER_SKILL", value: "human-agents" },
        ],
      },
    });
  });

  it.each([
    ["Draft", "Draft"],
    ["Productive", "Modified"],
    ["Modified", "Modified"],
    ["Marked Undeployed", "Modified"],
  ])("sends a function whose state is %s as %s", async (state, sent) => {
    const mock = await accountWith({ lambdas: [lambda({ state })] });
    await importBot(mock, ["--generation", "v1"]);
    expect(bodyOf(mock, "PUT", "/lambdas/lambda-1")).toMatchObject({ state: sent });
  });

  it("adds its own environment variable to others, and drops LivePerson's sign for none", async () => {
    const implementation = {
      ...lambda().implementation,
      environmentVariables: [
        { key: "", value: "" },
        { key: "TRANSFER_SKILL", value: "human-agents" },
      ],
    };
    const mock = await accountWith({ lambdas: [lambda({ implementation })] });
    await importBot(mock, ["--generation", "v1"]);
    expect(bodyOf(mock, "PUT", "/lambdas/lambda-1")).toMatchObject({
      implementation: {
        environmentVariables: [
          { key: "TRANSFER_SKILL", value: "human-agents" },
          { key: "CLINC_DEVICE", value: "liveperson" },
        ],
      },
    });
  });

  it("is done when LivePerson says that nothing has changed", async () => {
    const implementation = { ...lambda().implementation, code: builtFile("v1") };
    const mock = await accountWith({
      lambdas: [lambda({ implementation })],
      instead: [{ method: "PUT", path: /lambdas/, status: 304, body: undefined }],
    });
    expect(await importBot(mock, ["--generation", "v1"])).toMatchObject({ status: 0, stderr: "" });
  });

  it("deploys what it has created", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v1", "--deploy"]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("Created ClincBot. Its deployment has started");
    expect(conversationOf(mock).at(-1)).toBe("POST /deployments/function-new");
  });

  it("looks the new function up for its deployment when the creation is answered without a body", async () => {
    const mock = await accountWith({ isSilentOnCreation: true });
    const run = await importBot(mock, ["--generation", "v1", "--deploy"]);
    expect(run.status).toBe(0);
    expect(conversationOf(mock).slice(-2)).toEqual(["GET /lambdas", "POST /deployments/function-new"]);
  });

  it("says what LivePerson says when the code is refused, and deploys nothing", async () => {
    const errorCode = "com.liveperson.faas.lambda.contract-error";
    const body = { errorCode, errorMsg: "The lambda does not call its callback" };
    const mock = await accountWith({ instead: [{ method: "POST", path: /lambdas$/, status: 400, body }] });
    const run = await importBot(mock, ["--generation", "v1", "--deploy"]);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toMatch(/^(Created|Updated)/m);
    expect(run.stderr.trim()).toBe(
      `POST /lambdas was answered with 400 ${errorCode} The lambda does not call its callback; correct what it names, and try again`,
    );
    expect(conversationOf(mock).at(-1)).toBe("POST /lambdas");
  });
});

describe("an import into Functions V2", () => {
  it("creates the metadata first and then the manifest that the server has made", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v2"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Created ClincBot. It is not deployed: create the secrets");
    expect(conversationOf(mock)).toEqual([
      "GET /functions",
      "POST /functions",
      "PUT /functions/function-new/manifest",
      "GET /functions/function-new",
    ]);
    expect(bodyOf(mock, "POST", "/functions")).toEqual({
      timestamp: 0,
      name: "ClincBot",
      description: "Answers consumers with a Clinc AI",
      eventId: "bot_connectors_custom_integration",
    });
    expect(bodyOf(mock, "PUT", "/functions/function-new/manifest")).toEqual({
      timestamp: 0,
      id: "manifest-new",
      version: 1,
      code: builtFile("v2"),
      environment: { CLINC_DEVICE: "liveperson" },
    });
  });

  it("signs each call with the bearer token and the user, without v=1", async () => {
    const mock = await accountWith();
    await importBot(mock, ["--generation", "v2", "--deploy"]);
    expectSigned(mock.calls.slice(1), { userId: ACCOUNT.LIVEPERSON_USER_ID });
  });

  it("updates description and code, and keeps skills, manifest and environment variables", async () => {
    const mock = await accountWith({
      functions: [functionV2({ uuid: "other", name: "ClincBotOld" }), functionV2()],
    });
    const run = await importBot(mock, ["--generation", "v2"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Updated ClincBot.");
    expect(conversationOf(mock)).toEqual([
      "GET /functions",
      "GET /functions/function-1",
      "PUT /functions/function-1",
      "PUT /functions/function-1/manifest",
      "GET /functions/function-1",
    ]);
    expect(bodyOf(mock, "PUT", "/functions/function-1")).toEqual({
      timestamp: 0,
      description: "Answers consumers with a Clinc AI",
      skills: ["12345"],
    });
    expect(bodyOf(mock, "PUT", "/functions/function-1/manifest")).toEqual({
      timestamp: 0,
      id: "manifest-5",
      version: 5,
      runtime: "nodejs22",
      spec: "v1.0.0",
      code: builtFile("v2"),
      customDependencies: {},
      environment: { CLINC_DEVICE: "bank-web", TRANSFER_SKILL: "human-agents" },
    });
  });

  it("changes the version with the highest number, wherever LivePerson lists it", async () => {
    const double = await accountWith({ functions: [functionV2({}, { id: "manifest-10", version: 10 })] });
    await importBot(double, ["--generation", "v2"]);
    expect(bodyOf(double, "PUT", "/functions/function-1/manifest")).toMatchObject({
      id: "manifest-10",
      version: 10,
    });
  });

  it("adds its own environment variable to others", async () => {
    const mock = await accountWith({
      functions: [functionV2({}, { environment: { TRANSFER_SKILL: "human-agents" } })],
    });
    await importBot(mock, ["--generation", "v2"]);
    expect(bodyOf(mock, "PUT", "/functions/function-1/manifest")).toMatchObject({
      environment: { TRANSFER_SKILL: "human-agents", CLINC_DEVICE: "liveperson" },
    });
  });

  it("brings the code over although the description has not changed", async () => {
    const description = "Answers consumers with a Clinc AI";
    const mock = await accountWith({ functions: [functionV2({ description })] });
    const run = await importBot(mock, ["--generation", "v2"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(bodyOf(mock, "PUT", "/functions/function-1/manifest")).toMatchObject({ code: builtFile("v2") });
  });

  it("may be repeated: an import that changes nothing is no error and can still deploy", async () => {
    const mock = await accountWith({
      functions: [
        functionV2({ description: "Answers consumers with a Clinc AI" }, { code: builtFile("v2") }),
      ],
    });
    const run = await importBot(mock, ["--generation", "v2", "--deploy"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("Updated ClincBot. Its deployment has started");
    expect(conversationOf(mock).at(-1)).toBe("POST /deployments/function-1");
  });

  it("redeploys a function that is deployed", async () => {
    const mock = await accountWith({ functions: [functionV2()], deployed: ["other", "function-1"] });
    const run = await importBot(mock, ["--generation", "v2", "--deploy"]);
    expect(run.status).toBe(0);
    expect(conversationOf(mock).slice(-2)).toEqual(["GET /deployments", "PATCH /deployments/function-1"]);
  });

  it("deploys a new function for the first time", async () => {
    const mock = await accountWith({ deployed: ["other"] });
    const run = await importBot(mock, ["--generation", "v2", "--deploy"]);
    expect(run.status).toBe(0);
    expect(conversationOf(mock).slice(-2)).toEqual(["GET /deployments", "POST /deployments/function-new"]);
  });

  it("says what LivePerson says when the code is refused, and deploys nothing", async () => {
    const code = "com.customer.faas.function.validation";
    const body = { code, message: "lambda is not defined" };
    const mock = await accountWith({ instead: [{ method: "PUT", path: /manifest$/, status: 400, body }] });
    const run = await importBot(mock, ["--generation", "v2", "--deploy"]);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toMatch(/^(Created|Updated)/m);
    expect(run.stderr.trim()).toBe(
      `PUT /functions/function-new/manifest was answered with 400 ${code} lambda is not defined; correct what it names, and try again`,
    );
    expect(conversationOf(mock).at(-1)).toBe("PUT /functions/function-new/manifest");
  });
});

describe("an import of both functions", () => {
  it.each([
    ["v1", "/lambdas", "POST /lambdas"],
    ["v2", "/functions", "POST /functions"],
  ])(
    "into %s is what the plain command is: the bot first, each with its own event",
    async (generation, collection, create) => {
      const mock = await accountWith();
      const run = await runImport(mock, ["--generation", generation, "--deploy"]);
      expect(run).toMatchObject({ status: 0, stderr: "" });
      expect(run.stdout.match(/^Created \w+/gm)).toEqual(["Created ClincBot", "Created ClincAgent"]);
      const created = mock.calls.filter(({ method, path }) => method === "POST" && path.endsWith(collection));
      expect(created.map(({ body }) => body)).toEqual([
        expect.objectContaining({ name: "ClincBot", eventId: "bot_connectors_custom_integration" }),
        expect.objectContaining({ name: "ClincAgent", eventId: "conversational_command" }),
      ]);
      expect(
        conversationOf(mock).filter((call) => call === create || call.startsWith("POST /deploy")),
      ).toEqual([create, "POST /deployments/function-new", create, "POST /deployments/function-new-2"]);
    },
  );

  it("ends with the first that is refused", async () => {
    const body = { errorCode: "com.liveperson.faas.lambda.contract-error", errorMsg: "no callback" };
    const mock = await accountWith({ instead: [{ method: "POST", path: /lambdas$/, status: 400, body }] });
    const run = await runImport(mock, ["--generation", "v1"]);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toMatch(/^(Created|Updated)/m);
    expect(conversationOf(mock).filter((call) => call === "POST /lambdas")).toHaveLength(1);
  });

  it.each(["v1", "v2"] as const)("is for one of %s where it is named", async (generation) => {
    const mock = await accountWith();
    const run = await runImport(mock, ["--generation", generation, "--function", "ClincAgent"]);
    expect(run.stdout.match(/^Created \w+/gm)).toEqual(["Created ClincAgent"]);
    const sent = JSON.stringify(mock.calls.map(({ body }) => body));
    expect(sent).toContain(JSON.stringify(builtFile(generation, "ClincAgent")));
    expect(sent).not.toContain("ClincBot");
  });
});

describe("an import that cannot be", () => {
  it.each(["v1", "v2"])(
    "tells what to do about a refused token in %s, and never shows it",
    async (generation) => {
      const mock = await accountWith();
      const token = "tok-of-yesterday-77";
      const run = await importBot(mock, ["--generation", generation], {
        ...ACCOUNT,
        LIVEPERSON_TOKEN: token,
      });
      expect(run).toMatchObject({ status: 1, stdout: "" });
      expect(run.stderr).toMatch(/was answered with 401 401 Bad: Bearer …; is the bearer token still valid/);
      expect(run.stderr).not.toContain(token);
      expect(conversationOf(mock)).toHaveLength(1);
    },
  );

  it("tells that the account has no LivePerson Functions", async () => {
    const mock = await accountWith({ services: ["agentVep", "faasGW"] });
    const run = await importBot(mock, ["--generation", "v2"]);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr.trim()).toBe(
      "The account 90210001 has no LivePerson Functions (no service faasUI); ask LivePerson to enable them",
    );
  });

  it("tells in one line that the domain API does not know the account", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v2"], { ...ACCOUNT, LIVEPERSON_ACCOUNT: "1" });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain("/api/account/1/service/baseURI.json?version=1.0 was answered with 404");
  });

  it("names the address that cannot be reached, without a stack and without the token", async () => {
    const address = `http://127.0.0.1:${await closedPort()}`;
    const run = await callScript(
      "import/import.ts",
      ["--generation", "v1", "--domain-api", address],
      ACCOUNT,
    );
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr.trim()).toBe(
      `${address}/api/account/90210001/service/baseURI.json could not be reached (ECONNREFUSED); check the network, and the address`,
    );
  });

  it.each(Object.keys(ACCOUNT))("makes no call without %s, and names what is needed", async (missing) => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v1"], { ...ACCOUNT, [missing]: "" });
    expect(run).toMatchObject({ status: 2, stdout: "" });
    for (const name of Object.keys(ACCOUNT)) expect(run.stderr).toContain(name);
    expect(run.stderr).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
    expect(mock.calls).toEqual([]);
  });

  it.each([
    ["no generation", [], "--generation must be v1 or v2"],
    ["a generation that does not exist", ["--generation", "v3"], "--generation must be v1 or v2"],
    ["an unknown option", ["--generation", "v1", "--force"], "--force is no option of this command"],
    ["a word too many", ["--generation", "v1", "now"], "This command takes options only"],
    [
      "a function that does not exist",
      ["--generation", "v1", "--function", "ClincDesk"],
      "--function must be ClincBot or ClincAgent",
    ],
    [
      "a package beside a function",
      ["--generation", "v1", "--function", "ClincBot", "--package", "mine.json"],
      "--package and --function exclude each other",
    ],
  ])("is a wrong call with %s", async (_, args, message) => {
    const mock = await accountWith();
    const run = await runImport(mock, args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain("See --help.");
    expect(mock.calls).toEqual([]);
  });

  it("is a wrong call with a domain API of somebody else, even in a dry run", async () => {
    const address = "https://api.liveperson.net.example.com";
    const args = ["--generation", "v1", "--dry-run", "--domain-api", address];
    const run = await callScript("import/import.ts", args, ACCOUNT);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^--domain-api must be https:\/\/ and a host under liveperson\.net/);
  });

  it("names a package file that is not there", async () => {
    const mock = await accountWith();
    const run = await runImport(mock, ["--generation", "v1", "--package", "no/such/clinc-bot.json"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^no\/such\/clinc-bot\.json is not there; check its path/);
    expect(mock.calls).toEqual([]);
  });

  it.each([
    ["is not JSON", "v1", "function lambda(input, callback) {", "is not JSON: line 1, column 1: "],
    ["is empty JSON", "v1", null, "is no package for Functions V1"],
    [
      "is the package of V2",
      "v1",
      {
        name: "ClincBot",
        description: "…",
        eventId: "…",
        manifest: { version: -1, code: "…", environment: {} },
      },
      "is no package for Functions V1, but for V2; call with --generation v2",
    ],
    [
      "is the package of V1",
      "v2",
      { name: "ClincBot", description: "…", eventId: "…", implementation: { code: "…" } },
      "is no package for Functions V2, but for V1; call with --generation v1",
    ],
    [
      "has a name that LivePerson does not take",
      "v1",
      { name: "Clinc/Bot", description: "…", implementation: { code: "…" } },
      "is no package for Functions V1: its name is missing or wrong",
    ],
  ])("names a package file that %s, before any call", async (_, generation, content, message) => {
    const mock = await accountWith();
    const file = temporaryFile("package.json", content === null ? "null" : content);
    const run = await runImport(mock, ["--generation", generation, "--package", file]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(`${file} ${message}`);
    expect(mock.calls).toEqual([]);
  });
});

describe("a package of one's own", () => {
  it("is imported instead of the built one", async () => {
    const mock = await accountWith();
    const manifest = { version: -1, code: "async function lambda() { return {}; }", environment: {} };
    const content = {
      name: "MyBot",
      description: "Mine",
      eventId: "bot_connectors_custom_integration",
      manifest,
    };
    const file = temporaryFile("my-bot.json", content);
    const run = await runImport(mock, ["--generation", "v2", "--package", file]);
    expect(run.stdout).toContain("Created MyBot.");
    expect(bodyOf(mock, "POST", "/functions")).toMatchObject({ name: "MyBot", description: "Mine" });
    expect(bodyOf(mock, "PUT", "/functions/function-new/manifest")).toMatchObject({
      code: manifest.code,
      environment: {},
    });
  });
});

describe("a dry run", () => {
  it.each([
    [
      "v1",
      [
        "GET /lambdas?name=ClincBot&userId={user}&v=1",
        "GET /runtimes?userId={user}&v=1",
        "POST /lambdas?userId={user}&v=1",
        "GET /lambdas?name=ClincBot&userId={user}&v=1",
        "POST /deployments/{uuid}?userId={user}&v=1",
      ],
    ],
    [
      "v2",
      [
        "GET /functions?userId={user}",
        "POST /functions?userId={user}",
        "PUT /functions/{uuid}/manifest?userId={user}",
        "GET /functions/{uuid}?userId={user}",
        "GET /deployments?userId={user}",
        "POST /deployments/{uuid}?userId={user}",
      ],
    ],
  ])("of %s prints the calls, makes none and shows no token", async (generation, calls) => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", generation, "--dry-run", "--deploy"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(mock.calls).toEqual([]);
    const [lookUp, ...printed] = run.stdout.match(/^(GET|POST|PUT|PATCH) \S+$/gm) ?? [];
    expect(lookUp).toMatch(/^GET http.*\/service\/baseURI\.json\?version=1\.0$/);
    expect(printed.map((line) => line.replace("https://{faasUI}/api/account/{account}", ""))).toEqual(calls);
    expect(run.stdout).toContain("Authorization: Bearer …");
    expect(run.stdout).toContain('"eventId": "bot_connectors_custom_integration"');
    expect(run.stdout).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
    expect(run.stdout).not.toMatch(/^(Created|Updated)/m);
  });

  it("shows the code by its first line and length", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v1", "--dry-run"]);
    expect(run.stdout).toContain(
      `"code": "function lambda(input, callback) { … (${builtFile("v1").length} characters)"`,
    );
  });

  it("needs neither account nor token", async () => {
    const mock = await accountWith();
    const run = await importBot(mock, ["--generation", "v1", "--dry-run"], {});
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("the importer's help", () => {
  it("names the options and the environment, and needs nothing else", async () => {
    const run = await callScript("import/import.ts", ["--help"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const options = ["generation", "function", "name", "deploy", "dry-run", "backup", "rollback", "package"];
    for (const name of [...options, "domain-api"].map((option) => `--${option}`))
      expect(run.stdout).toContain(name);
    for (const name of Object.keys(ACCOUNT)) expect(run.stdout).toContain(name);
  });
});

describe("an import through a page of sign-in", { timeout: 60_000 }, () => {
  const page = {
    path: /./,
    status: 200,
    text: "<!doctype html><title>Sign in</title>\u001b]0;owned\u0007",
    headers: { "content-type": "text/html" },
  };

  it.each(["v1", "v2"])("ends in one sentence in %s, wherever the page stands", async (generation) => {
    for (const path of [/baseURI/, /lambdas|functions/, /deployments/]) {
      const methods = ["GET", "POST", "PUT", "PATCH"];
      const mock = await accountWith({ instead: methods.map((method) => ({ ...page, path, method })) });
      const run = await importBot(mock, ["--generation", generation, "--deploy"]);
      expect(run.status).toBe(1);
      expect(run.stdout).not.toMatch(/^(Created|Updated)/m);
      expect(run.stderr).toMatch(
        /^(GET|POST) \S+ was answered with 200, but with a text that is no JSON; is the bearer token still valid, or does a sign-in page or a proxy stand between\?\n$/,
      );
    }
  });
});

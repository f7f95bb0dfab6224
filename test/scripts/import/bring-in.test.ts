import { describe, expect, it, onTestFinished } from "vitest";
import { accountOfEnvironment } from "../../../scripts/account/account.ts";
import { checkedDomainApi, functionsAddress } from "../../../scripts/account/domain-api.ts";
import { functionsApi } from "../../../scripts/account/functions-api.ts";
import { LIMITS } from "../../../scripts/account/request.ts";
import { bringIn } from "../../../scripts/import/bring-in.ts";
import type { Package } from "../../../scripts/import/package.ts";
import { CommandFailure } from "../../../scripts/kit/command.ts";
import {
  ACCOUNT,
  type MockAccount,
  type MockFunctionsApi,
  type OtherAnswer,
  startMockFunctionsApi,
} from "../../../scripts/stand-ins/functions-api/server.ts";
import { serve } from "../../support/loopback-server.ts";

const PACKAGES: Record<Package["generation"], Package> = {
  v1: {
    generation: "v1",
    content: {
      name: "ClincBot",
      description: "Answers",
      state: "Draft",
      implementation: { code: "function lambda(input, callback) {}", environmentVariables: [] },
    },
  },
  v2: {
    generation: "v2",
    content: {
      name: "ClincBot",
      description: "Answers",
      manifest: { code: "async function lambda() {}", environment: {} },
    },
  },
};

const OLD = { name: "ClincBot", description: "Older", state: "Productive" };
const lambdas = [{ ...OLD, uuid: "lambda-1", version: 7, implementation: { code: "older" } }];
const functions = [{ ...OLD, uuid: "function-1", manifest: { id: "m-5", version: 5, code: "older" } }];

/** Each way through the calls, and the account that leads there. */
const WAYS: Record<string, MockAccount & { generation: Package["generation"] }> = {
  "a new function of V1": { generation: "v1" },
  "a known function of V1": { generation: "v1", lambdas },
  "a new function of V2": { generation: "v2" },
  "a known function of V2": { generation: "v2", functions, deployed: ["function-1"] },
};

async function accountWith(content: MockAccount): Promise<MockFunctionsApi> {
  const mock = await startMockFunctionsApi(content);
  onTestFinished(() => mock.close());
  return mock;
}

/** What `npm run import -- --deploy` does, in this process. */
async function importInto({ address }: MockFunctionsApi, ours: Package, limits = LIMITS): Promise<unknown> {
  const account = accountOfEnvironment(ACCOUNT);
  const found = await functionsAddress(account, checkedDomainApi(address), limits);
  const api = functionsApi(account, ours.generation, found, limits);
  return bringIn(api, ours, { deploys: true });
}

/** One sentence for a person, free of the token and of what steers a terminal. */
function expectOneSentence(error: unknown): string {
  expect(error).toBeInstanceOf(CommandFailure);
  const { message } = error as CommandFailure;
  expect(message).toMatch(/^[^\p{C}\n]{20,700}$/u);
  expect(message).toMatch(/; \S|: is the bearer/);
  expect(message).not.toContain(ACCOUNT.LIVEPERSON_TOKEN);
  return message;
}

/** The method and path of each call of an import that goes well, and the how many-eth of its kind it is. */
async function stepsOf({ generation, ...content }: (typeof WAYS)[string]) {
  const mock = await accountWith(content);
  await importInto(mock, PACKAGES[generation]);
  const names = mock.calls.map(({ method, path }) => `${method} ${path}`);
  return mock.calls.map(({ method, path }, at) => ({
    method,
    path: new RegExp(`^${path}$`),
    isDeployment: method !== "GET" && path.includes("/deployments/"),
    nth: names.slice(0, at + 1).filter((name) => name === names[at]).length,
  }));
}

const PAGE = "<!doctype html><html><title>Sign in\u001b[2J</title></html>";
const html = { "content-type": "text/html" };

/** What stands between, or in LivePerson's place, may answer with any of these. */
const ODD_ANSWERS: Record<string, OtherAnswer> = {
  "a page of sign-in with 200": { status: 200, text: PAGE, headers: html },
  "a page that calls itself JSON": {
    status: 200,
    text: PAGE,
    headers: { "content-type": "application/json" },
  },
  "a page with 503": { status: 503, text: PAGE, headers: html },
  "nothing, with 200": { status: 200, text: "" },
  "JSON of another shape": { status: 200, body: { status: "ok", items: [] } },
  "a list": { status: 200, body: [{ status: "ok" }] },
  "a JSON text": { status: 200, body: "ok" },
  "JSON that is cut off": { status: 200, text: '[{"uuid": "lambda-1", "na' },
  "a body without an end": { status: 200, text: `[${" ".repeat(50_000)}` },
  "a broken connection": { fault: "hang-up" },
};

describe.each(Object.entries(WAYS))("an import of %s", (_, way) => {
  it.each(Object.entries(ODD_ANSWERS))(
    "is not done, and deploys nothing more, when any of its calls is answered with %s",
    async (_, odd) => {
      const { generation, ...content } = way;
      for (const step of await stepsOf(way)) {
        const mock = await accountWith({ ...content, instead: [{ ...step, ...odd }] });
        const error = await importInto(mock, PACKAGES[generation], { ...LIMITS, bytes: 20_000 }).catch(
          (one) => one,
        );
        expectOneSentence(error);
        const deployments = mock.calls.filter(
          ({ method, path }) => method !== "GET" && path.includes("/deployments/"),
        );
        expect(deployments, String(step.path)).toHaveLength(step.isDeployment ? 1 : 0);
      }
    },
  );

  it.each([301, 302, 303, 307, 308])(
    "follows no redirect of %i to another host: nobody there gets the token or the code",
    async (status) => {
      const { generation, ...content } = way;
      const strangers: string[] = [];
      const stranger = await serve((request, response) => {
        strangers.push(`${request.method} ${request.url}`);
        response.writeHead(200, { "content-type": "application/json" }).end("[]");
      });
      for (const step of await stepsOf(way)) {
        const odd = { status, text: "", headers: { location: `${stranger}/elsewhere` } };
        const mock = await accountWith({ ...content, instead: [{ ...step, ...odd }] });
        const message = expectOneSentence(await importInto(mock, PACKAGES[generation]).catch((one) => one));
        expect(message).toContain(`was answered with ${status}; it leads elsewhere and is not followed`);
      }
      expect(strangers).toEqual([]);
    },
  );
});

describe("an answer that does not come", () => {
  const limits = { ...LIMITS, milliseconds: 300 };

  it.each([
    ["the domain API", /baseURI/],
    ["LivePerson Functions", /lambdas/],
  ])("of %s is not waited for beyond the limit", async (_, path) => {
    const mock = await accountWith({ instead: [{ method: "GET", path, fault: "silence" }] });
    const message = expectOneSentence(await importInto(mock, PACKAGES.v1, limits).catch((error) => error));
    expect(message).toMatch(
      /did not end its answer within 0\.3 seconds; look in LivePerson Functions at what has been done/,
    );
  });
});

describe("which function is meant", () => {
  it.each([
    ["v1", { lambdas: [...lambdas, { ...lambdas[0], uuid: "lambda-2" }] }],
    ["v2", { functions: [...functions, { ...functions[0], uuid: "function-2" }] }],
  ] as Array<["v1" | "v2", MockAccount]>)(
    "is not guessed when %s has two of one name: nothing is changed",
    async (generation, content) => {
      const mock = await accountWith(content);
      const message = expectOneSentence(await importInto(mock, PACKAGES[generation]).catch((error) => error));
      expect(message).toBe(
        "The account has several functions named ClincBot; rename or delete all but one in LivePerson Functions, and try again",
      );
      expect(mock.calls.filter(({ method }) => method !== "GET")).toEqual([]);
    },
  );

  it.each(["../deployments", "a/b", "%2e%2e", "", "a".repeat(37), "lambda-1\u001b[2J", "lambda-1?x=1"])(
    "is not told by a UUID that leads elsewhere: %j",
    async (uuid) => {
      for (const generation of ["v1", "v2"] as const) {
        const body = [{ ...lambdas[0], uuid }];
        const path = generation === "v1" ? /lambdas$/ : /functions$/;
        const mock = await accountWith({ instead: [{ method: "GET", path, status: 200, body }] });
        const message = expectOneSentence(
          await importInto(mock, PACKAGES[generation]).catch((error) => error),
        );
        expect(message).toContain("other JSON than LivePerson's (0.uuid)");
        expect(mock.calls.filter(({ method }) => method !== "GET")).toEqual([]);
      }
    },
  );

  it("is not told by an answer about another function of V2", async () => {
    const body = { ...functions[0], uuid: "function-9" };
    const mock = await accountWith({
      functions,
      instead: [{ method: "GET", path: /function-1$/, status: 200, body }],
    });
    expectOneSentence(await importInto(mock, PACKAGES.v2).catch((error) => error));
    expect(mock.calls.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

describe("the newest version of a function of V2", () => {
  it("has the highest number, wherever LivePerson lists it", async () => {
    const mock = await accountWith({ functions });
    await importInto(mock, PACKAGES.v2);
    const put = mock.calls.find(({ method, path }) => method === "PUT" && path.endsWith("/manifest"));
    expect(put?.body).toMatchObject({ id: "m-5", version: 5 });
  });

  it("is the manifest where there are no versions, and may come in a list of one", async () => {
    const [known] = functions;
    const shown = {
      ...known,
      description: "Answers",
      manifest: { ...known?.manifest, code: "async function lambda() {}" },
    };
    const path = /function-1$/;
    const mock = await accountWith({
      functions,
      instead: [{ method: "GET", path, status: 200, body: [shown] }],
    });
    expect(await importInto(mock, PACKAGES.v2)).toEqual({ uuid: "function-1", isNew: false });
  });
});

describe("an import that LivePerson took without complaint", () => {
  it.each([
    ["v1", "the code", { lambdas }, /lambdas\/lambda-1$/],
    ["v2", "the code", { functions }, /manifest$/],
    ["v2", "the description", { functions }, /functions\/function-1$/],
  ] as const)("is not done while %s does not show %s that was sent", async (generation, _, content, path) => {
    const mock = await accountWith({
      ...structuredClone(content as unknown as MockAccount),
      instead: [{ method: "PUT", path, status: 200, body: { message: "Updated" } }],
    });
    const message = expectOneSentence(await importInto(mock, PACKAGES[generation]).catch((error) => error));
    expect(message).toBe(
      "LivePerson took the function ClincBot without complaint, but the account does not show it as it was sent; look at it in LivePerson Functions, and try again",
    );
  });

  it.each([
    [
      "v1",
      { method: "GET", path: /lambdas$/, nth: 2 },
      { ...lambdas[0], implementation: { code: "\nshort " } },
    ],
    [
      "v2",
      { method: "GET", path: /function-new$/ },
      { ...functions[0], uuid: "function-new", manifest: { id: 1, version: 1, code: "\nshort " } },
    ],
  ] as const)(
    "is done in %s when only white space around the code is another",
    async (generation, step, shown) => {
      const body = generation === "v1" ? [shown] : { ...shown, description: "Answers" };
      const mock = await accountWith({ instead: [{ ...step, status: 200, body }] });
      const ours = structuredClone(PACKAGES[generation]);
      if (ours.generation === "v1") ours.content.implementation.code = "short";
      else ours.content.manifest.code = "short";
      expect(await importInto(mock, ours)).toMatchObject({ isNew: true });
    },
  );
});

describe("a deployment", () => {
  it.each([
    ["a message", { status: 202, body: { message: "Deployment has started" } }],
    [
      "itself",
      { status: 200, body: { uuid: "d-1", functionUuid: "function-new", deploymentState: "deploying" } },
    ],
    ["no body but a status that says all", { status: 202, text: "" }],
  ])("has started when it is answered with %s", async (_, answer) => {
    for (const generation of ["v1", "v2"] as const) {
      const mock = await accountWith({ instead: [{ method: "POST", path: /deployments/, ...answer }] });
      expect(await importInto(mock, PACKAGES[generation])).toEqual({ uuid: "function-new", isNew: true });
    }
  });

  it("has not when LivePerson says that nothing has changed", async () => {
    const mock = await accountWith({ instead: [{ method: "POST", path: /deployments/, status: 304 }] });
    const message = expectOneSentence(await importInto(mock, PACKAGES.v1).catch((error) => error));
    expect(message).toContain("POST /deployments/function-new was answered with 304, but with nothing");
  });
});

import fs from "node:fs";
import { createServer } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DIST } from "../../scripts/build/built-dist.ts";
import { VERSION } from "../../scripts/build/version.ts";
import { listenOnLoopback } from "../../scripts/kit/loopback.ts";
import { callScript } from "../support/called-script.ts";
import { closedPort } from "../support/loopback-server.ts";

const FILES = {
  "notes.txt": "hello",
  "empty.json": "",
  "comma.json": '{\n  "name": "ClincBot",\n  "description": "…",\n}\n',
  "quotes.json": "{ 'name': 'ClincBot' }",
  "comment.json": '{\n  // mine\n  "name": "ClincBot" }',
  "cut.json": '{ "name": "ClincBot", "description": "…"',
  "utf16.json": Buffer.from("\ufeff{}", "utf16le"),
  "key.json": '{ "name": "ClincBot", "descripton": "…", "implementation": { "code": "…" } }',
  "inner.json": '{ "name": "ClincBot", "description": "…", "implementation": { "Code": "…" } }',
  "name.json": '{ "name": "Clinc/Bot", "description": "…", "implementation": { "code": "…" } }',
  "v2.json": '{ "name": "ClincBot", "description": "…", "manifest": { "code": "…" } }',
  "list.json": "[]",
};
let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(join(process.env.TMPDIR ?? "/tmp", "wrong-calls-"));
  for (const [name, content] of Object.entries(FILES)) fs.writeFileSync(join(folder, name), content);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** `{folder}` stands for the folder of the files above, in what is given and in what is said. */
const withFolder = (text: string) => text.replaceAll("{folder}", folder);

type WrongCall = [call: string, sentence: string, environment?: Record<string, string>];

const LIVE = { CLINC_HOST: "api.clinc.example", CLINC_APP_KEY: "key" };
const ACCOUNT = { LIVEPERSON_ACCOUNT: "1", LIVEPERSON_USER_ID: "2", LIVEPERSON_TOKEN: "token" };
const RECORD = { CLINC_CONTEXT_KEY: "key", CONTEXT_ACCOUNT: "1" };
const UUID = "must be the UUID of an AI version";
const HOST = "must be a host such as api.clinc.example, with or without https://, a port and a path";
const PORT = "--port is a number from 0 (any free port) to 65535";

const WRONG: Record<string, WrongCall[]> = {
  "a wrong option": [
    ["replay --liv", '--liv is no option of this command; did you mean "--live"?'],
    ["replay -generation v1", '-generation is no option of this command; did you mean "--generation"?'],
    ["playground hello", "This command takes options only; leave out the word that is none"],
    ["replay --schema {folder}/a.json notes.txt", "--schema plays nothing; leave out the files behind it"],
    ["replay --gen v1", '--gen is no option of this command; did you mean "--generation"?'],
    ["replay -l", '-l is no option of this command; did you mean "--live"?'],
    ["replay \u2014live", "The dash before live is one of printed texts; write --live, with two hyphens"],
    ["doctor --hots x", '--hots is no option of this command; did you mean "--host"?'],
    ["doctor --AI_Version x", '--AI_Version is no option of this command; did you mean "--ai-version"?'],
    ["doctor -- --json", "Two lone -- stand before --json; leave one of them out"],
    ["playground --prot 8123", '--prot is no option of this command; did you mean "--port"?'],
    ["desk --signin none", '--signin is no option of this command; did you mean "--sign-in"?'],
    ["build --verbose", "--verbose is no option of this command; it takes --quiet"],
    ["build -pSECRET", "-p is no option of this command; it takes --quiet"],
    ["import --dryrun", '--dryrun is no option of this command; did you mean "--dry-run"?'],
    ["record --jsn show abc", '--jsn is no option of this command; did you mean "--json"?'],
    ["soak --event 5", '--event is no option of this command; did you mean "--events"?'],
    ["screenshots --dark", "--dark is no option of this command; it takes none"],
    ["verify:node --fast", "--fast is no option of this command; it takes none"],
  ],
  "an option without its value, or with one too many": [
    ["replay --generation", "--generation needs a value behind it"],
    ["replay --generation --live", "--generation needs a value, and --live stands where it should be"],
    ["doctor --query -5", "--query needs a value behind it; one that begins with - is written --query=VALUE"],
    ["replay --live=yes", "--live takes no value; write it alone"],
    ["playground --port 1 --port 2", "--port is given twice; leave one of them out"],
  ],
  "a word where none belongs": [
    ["build quiet", "This command takes options only; write --quiet, with two hyphens before it"],
    ["playground 8123", "This command takes options only; leave out the word that is none"],
    ["verify:lpf now", "This command takes options only; leave out the word that is none"],
    ["doctor api.clinc.example", "The doctor takes options only, and no other words"],
    ["record", "It is called with show or delete, and one conversation id"],
    ["record shwo abc", 'It is called with show or delete, and one conversation id; did you mean "show"?'],
    ["mutate", "A folder of src is needed, such as clinc"],
    ["mutate clnic", 'clnic is no folder of src with code; did you mean "clinc"?'],
  ],
  "a value that is none": [
    ["replay --generation v3", "--generation is v1, v2 or both; choose one of them"],
    ["playground --port http", PORT],
    ["desk --mock --port 99999", PORT],
    ["desk --mock --sign-in saml", "--sign-in is none, or oidc as without it"],
    ["soak --events many", "--events is a whole number from 1 on"],
    ["mutate clinc --concurrency 0", "--concurrency is a whole number from 1 to 99"],
    [
      "import --generation 2",
      "--generation must be v1 or v2; dist/README.md says how to see which the account has",
    ],
    [
      "doctor --generation 2",
      "--generation must be v1 or v2; dist/README.md says how to see which the account has",
    ],
    [
      "import --generation v1 --name Clinc-Bot",
      "--name must be 1 to 50 letters, digits and _, as LivePerson takes them",
    ],
    [
      "import --generation v1 --function ClincBto",
      '--function must be ClincBot or ClincAgent; did you mean "ClincBot"?',
    ],
    [
      "doctor --conversations 5",
      "--conversations and --messages belong together, and are whole numbers from 1",
    ],
    ["record show a/b", "A conversation id has letters, digits, - and _, at most 100 of them"],
  ],
  "options that do not go together": [
    ["bench --quick --write", "--quick measures nothing that --write could publish; leave one of them out"],
    ["desk --measure --mock", "--measure goes alone; leave the other options out"],
    ["desk --port 8123", "--port is for --mock; otherwise set PORT in the environment"],
    ["soak --json", "--json goes with --instances; add that, or leave --json out"],
    [
      "import --rollback x.json --name Other",
      "--rollback goes with --deploy and --backup alone, the file says the rest; leave the other options out",
    ],
    [
      "import --generation v1 --dry-run --backup x",
      "--dry-run changes nothing, and so --backup has nothing to keep; leave one of them out",
    ],
    ["doctor --desk --file x.js", "--desk goes with --query and --json alone"],
    [
      "import --generation v1 --function ClincBot --package x.json",
      "--package and --function exclude each other; leave one of them out",
    ],
  ],
  "options that npm has taken": [
    [
      "import",
      "npm has taken --dry-run for its own; write two dashes before it: npm run import -- --dry-run",
      { npm_lifecycle_event: "import", npm_config_dry_run: "true" },
    ],
    [
      "replay",
      "npm has taken --live for its own; write two dashes before it: npm start -- --live",
      { npm_lifecycle_event: "start", npm_config_live: "true" },
    ],
  ],
  "a wrong file": [
    [
      "import --generation v1 --package no/such.json",
      `no/such.json is not there; check its path, from ${process.cwd()}`,
    ],
    [
      "import --generation v1 --package {folder}/coma.json",
      '{folder}/coma.json is not there; did you mean "{folder}/comma.json"?',
    ],
    ["import --rollback no/such.json", `no/such.json is not there; check its path, from ${process.cwd()}`],
    [
      "import --rollback {folder}/v2.json",
      "{folder}/v2.json is none that --backup has written: its format is missing or wrong; take the file that the import named then",
    ],
    ["import --generation v1 --package {folder}", "{folder} is a folder; name a file"],
    [
      "import --generation v1 --package {folder}/notes.txt/x",
      "{folder}/notes.txt/x is not there; a folder on the way is a file",
    ],
    [
      "import --generation v1 --package {folder}/utf16.json",
      "{folder}/utf16.json is no text in UTF-8; save it as UTF-8",
    ],
    ["import --rollback {folder}", "{folder} is a folder; name a file"],
  ],
  "wrong JSON": [
    ["import --generation v1 --package {folder}/empty.json", "{folder}/empty.json is not JSON: it is empty"],
    [
      "import --generation v1 --package {folder}/notes.txt",
      "{folder}/notes.txt is not JSON: line 1, column 1: a text stands in double quotes",
    ],
    [
      "import --generation v1 --package {folder}/comma.json",
      "{folder}/comma.json is not JSON: line 4, column 1: a comma is too many, or a value is missing",
    ],
    [
      "import --generation v1 --package {folder}/quotes.json",
      "{folder}/quotes.json is not JSON: line 1, column 3: a text stands in double quotes",
    ],
    [
      "import --generation v1 --package {folder}/comment.json",
      "{folder}/comment.json is not JSON: line 2, column 3: JSON has no comments",
    ],
    [
      "import --generation v1 --package {folder}/cut.json",
      "{folder}/cut.json is not JSON: line 1, column 41: it ends before all brackets and quotation marks are closed",
    ],
  ],
  "a wrong key": [
    [
      "import --generation v1 --package {folder}/key.json",
      "{folder}/key.json is no package for Functions V1: its description is missing or wrong; descripton stands there instead",
    ],
    [
      "import --generation v1 --package {folder}/inner.json",
      "{folder}/inner.json is no package for Functions V1: its implementation.code is missing or wrong; Code stands there instead",
    ],
    [
      "import --generation v1 --package {folder}/name.json",
      "{folder}/name.json is no package for Functions V1: its name is missing or wrong",
    ],
    [
      "import --generation v1 --package {folder}/v2.json",
      "{folder}/v2.json is no package for Functions V1, but for V2; call with --generation v2",
    ],
    [
      "import --generation v2 --package {folder}/list.json",
      "{folder}/list.json is no package for Functions V2",
    ],
  ],
  "a missing or wrong variable": [
    [
      "replay --live",
      "--live needs CLINC_HOST and CLINC_APP_KEY in the environment; set CLINC_APP_KEY",
      { CLINC_HOST: "a.example" },
    ],
    ["replay --live", `CLINC_HOST ${HOST}; http is for loopback only`, { ...LIVE, CLINC_HOST: "our clinc" }],
    [
      "playground --live",
      `CLINC_HOST ${HOST}; http is for loopback only`,
      { ...LIVE, CLINC_HOST: "http://clinc.example" },
    ],
    [
      "replay --live",
      "CLINC_HOST is one word without a dot, as an App-Key is; put a host there, such as api.clinc.example",
      { ...LIVE, CLINC_HOST: "a1b2c3d4" },
    ],
    [
      "replay --live",
      "CLINC_APP_KEY must be the bare App-Key, stored as text: one word of plain letters, digits and signs",
      { ...LIVE, CLINC_APP_KEY: "a key" },
    ],
    [
      "playground --live",
      `CLINC_AI_VERSION ${UUID}, or be left out for Clinc's default`,
      { ...LIVE, CLINC_AI_VERSION: "latest" },
    ],
    [
      "replay --live",
      `CLINC_ASSIST_AI_VERSION ${UUID}; correct it, or unset it`,
      { ...LIVE, CLINC_ASSIST_AI_VERSION: "latest" },
    ],
    [
      "replay --live",
      "CLINC_OFF must be transfer or apology; correct it, or unset it",
      { ...LIVE, CLINC_OFF: "true" },
    ],
    [
      "replay",
      "CLINC_TIMEOUT_MS must be a whole number from 1000 to 11000; correct it in the shell, or unset it",
      { CLINC_TIMEOUT_MS: "8s" },
    ],
    [
      "playground",
      "ASSIST_MIN_WORDS must be a whole number from 1 to 20; correct it in the shell, or unset it",
      { ASSIST_MIN_WORDS: "two" },
    ],
    ["record show abc", "CLINC_CONTEXT_KEY must be set in the environment"],
    ["record show abc", "CONTEXT_ACCOUNT must be set in the environment", { CLINC_CONTEXT_KEY: "key" }],
    [
      "record show abc",
      "CONTEXT_HOST must be z1, z2, z3 or a host under .liveperson.net; correct it in the environment",
      { ...RECORD, CONTEXT_HOST: "z9" },
    ],
    [
      "import --generation v1",
      "LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN must be set in the environment; there is no LIVEPERSON_TOKEN",
      { ...ACCOUNT, LIVEPERSON_TOKEN: "" },
    ],
    [
      "import --generation v1",
      "LIVEPERSON_TOKEN must be one word, as LivePerson shows it",
      { ...ACCOUNT, LIVEPERSON_TOKEN: "Bearer token" },
    ],
    ["doctor --wait", "--wait needs a record to wait for: CLINC_CONTEXT_KEY in the environment, or --mock"],
  ],
};

const SCRIPTS: Record<string, string> = {
  screenshots: "playground/screenshots.ts",
  "verify:lpf": "verify/lpf.ts",
  "verify:node": "verify/node.ts",
};

async function call(line: string, environment?: Record<string, string>) {
  const [name = "", ...args] = withFolder(line).split(" ");
  const run = await callScript(SCRIPTS[name] ?? `${name}/${name}.ts`, args, environment);
  return { ...run, stderr: run.stderr.trimEnd() };
}

describe.each(Object.entries(WRONG))("%s is named in a sentence that says what to do:", (_, calls) => {
  it.each(calls)("%s", async (line, sentence, environment) => {
    const { npm_lifecycle_event: script } = environment ?? {};
    const help = script ? `npm ${script === "start" ? "" : "run "}${script} -- --help` : "--help";
    expect(await call(line, environment)).toEqual({
      status: 2,
      stdout: "",
      stderr: `${withFolder(sentence)}\nSee ${help}.`,
    });
  });
});

/** Lets files of `dist` have another content, or `undefined` for none, as long as a test runs. */
function broken(files: Record<string, string | undefined>): void {
  const { existsSync, readFileSync } = fs;
  const changed = new Map(Object.entries(files).map(([path, content]) => [join(DIST, path), content]));
  const replace = (functions: object) => {
    Object.assign(fs, functions);
    syncBuiltinESMExports();
  };
  replace({
    existsSync: (path: string) => (changed.has(path) ? changed.get(path) !== undefined : existsSync(path)),
    readFileSync: (path: string, ...rest: []) => changed.get(path) ?? readFileSync(path, ...rest),
  });
  onTestFinished(() => replace({ existsSync, readFileSync }));
}

describe("a build that is missing or broken is named in a sentence that says what to do:", () => {
  const BUILD = "make it with: npm run build";

  it.each<[call: string, file: string, content: string | undefined, sentence: string]>([
    ["desk", "desk/server.mjs", undefined, `dist/desk/server.mjs is missing; ${BUILD}`],
    [
      "desk --mock",
      "desk/public/widget.js",
      "x",
      `dist/desk/public/widget.js is not as it was built; ${BUILD}`,
    ],
    [
      "soak",
      "v1/functions/ClincBot/index.js",
      undefined,
      `dist/v1/functions/ClincBot/index.js is missing; ${BUILD}`,
    ],
    [
      "bench --quick",
      "v2/functions/ClincBot/index.js",
      "x",
      `dist/v2/functions/ClincBot/index.js is not as it was built; ${BUILD}`,
    ],
    [
      "import --generation v1",
      "v1/clinc-bot.json",
      "{}",
      `dist/v1/clinc-bot.json is not as it was built; ${BUILD}`,
    ],
    [
      "verify:lpf",
      "v1/functions/ClincAgent/config.json",
      undefined,
      `dist/v1/functions/ClincAgent/config.json is missing; ${BUILD}`,
    ],
    [
      "verify:node",
      "checksums.json",
      undefined,
      `dist holds no build of ${VERSION}, the version of package.json; ${BUILD}`,
    ],
    [
      "verify:node",
      "checksums.json",
      "<<<<<<<",
      "dist/checksums.json is not as a build writes it: take it from the last commit, and build",
    ],
  ])("%s, with another %s", async (line, file, content, sentence) => {
    broken({ [file]: content });
    expect(await call(line)).toEqual({ status: 1, stdout: "", stderr: sentence });
  });
});

describe("what is not for a command to have is named in a sentence that says what to do:", () => {
  it.each([
    ["playground", "--port"],
    ["desk --mock", "--port"],
  ])("a port of %s", async (name, option) => {
    const { address, close } = await listenOnLoopback(createServer());
    onTestFinished(close);
    const { port } = new URL(address);
    const stderr = `Port ${port} is taken; choose another with --port\nSee --help.`;
    expect(await call(`${name} ${option} ${port}`)).toEqual({ status: 2, stdout: "", stderr });
  });

  it("a port of the desk that the environment gives", async () => {
    const { address, close } = await listenOnLoopback(createServer());
    onTestFinished(close);
    const { port: PORT } = new URL(address);
    const stderr = `Port ${PORT} is taken; choose another with PORT in the environment\nSee --help.`;
    expect(await call("desk", { PORT })).toEqual({ status: 2, stdout: "", stderr });
  });

  it("a browser", async () => {
    const stderr = "CHROMIUM names /no/chrome, which is not there; correct it";
    expect(await call("screenshots", { CHROMIUM: "/no/chrome" })).toEqual({ status: 1, stdout: "", stderr });
  });

  it("LivePerson, without a network", async () => {
    const port = await closedPort();
    const line = `import --generation v1 --domain-api http://127.0.0.1:${port}`;
    const address = `http://127.0.0.1:${port}/api/account/1/service/baseURI.json`;
    const stderr = `${address} could not be reached (ECONNREFUSED); check the network, and the address`;
    expect(await call(line, ACCOUNT)).toEqual({ status: 1, stdout: "", stderr });
  });

  it("the npm registry, without a network", async () => {
    const environment = {
      npm_config_registry: `http://127.0.0.1:${await closedPort()}`,
      npm_config_fetch_retries: "0",
    };
    const { status, stderr } = await call("verify:lpf", environment);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^npm cannot reach its registry for liveperson-functions-cli@[\d.]+; check the network, and what "npm config get registry" says$/,
    );
  });
});

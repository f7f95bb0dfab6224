import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Body, bundleBody } from "../../esbuild.config.ts";
import { CommandFailure, paint, runCommand } from "../kit/terminal.ts";
import { type Generation, headComment, withSettingsTables } from "./head-comment.ts";
import { BUDGETS, CHARACTER_LIMIT, modulesOf, overBudget, type Sizes, sizesOf } from "./size-budget.ts";

/** The name of the function on the platform; fixed after it was created once. */
export const FUNCTION_NAME = "ClincBot";
/** The event of LivePerson's third-party bot connector; it cannot be changed later. */
export const EVENT_ID = "bot_connectors_custom_integration";
const DESCRIPTION = "Answers consumers with a Clinc AI";

const root = join(import.meta.dirname, "../..");

/** All files of `dist`, by their path in it. */
export async function packageFiles(): Promise<{ files: Map<string, string>; body: Body }> {
  const body = await bundleBody();
  const files = new Map<string, string>();
  for (const generation of ["v1", "v2"] as const) {
    const code = FUNCTION_FILE[generation](body.text.trim());
    const folder = `${generation}/functions/${FUNCTION_NAME}`;
    files.set(`${folder}/index.js`, code);
    files.set(`${folder}/config.json`, json(CONFIG[generation]));
    files.set(`${generation}/functions/settings.json`, json(LOCAL_SETTINGS[generation]));
    files.set(`${generation}/clinc-bot.json`, json(REST_PACKAGE[generation](code)));
  }
  return { files, body };
}

/** `lambda` is the literal first line of V1 and right below the one import of V2: some checks read no further. */
const FUNCTION_FILE: Record<Generation, (body: string) => string> = {
  v1: (body) => `function lambda(input, callback) {
${headComment("v1")}
  const { Toolbelt } = require("lp-faas-toolbelt");
  clincBot.run(input, Toolbelt).then((reply) => callback(null, reply), (error) => callback(error, null));
}

${body}
`,
  v2: (body) => `import { Toolbelt } from "core-functions-toolbelt";
${headComment("v2")}

async function lambda(input) {
  return clincBot.run(input, Toolbelt);
}

${body}
`,
};

const SAMPLE_INPUT = {
  headers: [],
  payload: {
    message: "What is my balance?",
    convId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
    context: {
      lpEvent: {
        sequence: 4,
        dialogId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
        originatorClientProperties: {
          appId: "webAsync",
          integration: "WEB_SDK",
          features: ["AUTO_MESSAGES", "RICH_CONTENT", "QUICK_REPLIES", "FILE_SHARING"],
        },
        event: { type: "ContentEvent", contentType: "text/plain", message: "What is my balance?" },
        conversationContext: { type: "MESSAGING", skillId: "1234567890" },
      },
      lpSdes: {},
    },
  },
};

const ABOUT = { name: FUNCTION_NAME, event: EVENT_ID, description: DESCRIPTION, input: SAMPLE_INPUT };

/** The default of a setting: it changes nothing, and shows the form. V1's `lpf push` crashes on an empty list. */
const ENVIRONMENT_LIST = [{ key: "CLINC_DEVICE", value: "liveperson" }];
const ENVIRONMENT = { CLINC_DEVICE: "liveperson" };

/** What the command line tools read. */
const CONFIG: Record<Generation, unknown> = {
  v1: { ...ABOUT, environmentVariables: ENVIRONMENT_LIST },
  v2: { ...ABOUT, environmentVariables: ENVIRONMENT },
};

const SECRETS = [
  { key: "clinc_host", value: "api.clinc.example" },
  { key: "clinc_app_key", value: "put-the-app-key-here" },
  { key: "clinc_ai_version", value: "00000000-0000-4000-8000-000000000000" },
];

/** For local runs only, never pushed. Without a `whitelist` V1's local client refuses every call. */
const LOCAL_SETTINGS: Record<Generation, unknown> = {
  v1: { secrets: SECRETS, whitelist: ["api.clinc.example"] },
  v2: { secrets: SECRETS },
};

/**
 * The function as LivePerson's REST API takes it. V1's `runtime` is known to the account only, and its sample fills the
 * panel for tests; V2's API wants metadata
 * first and the manifest second, and this is the form that its own tool splits.
 */
const REST_PACKAGE: Record<Generation, (code: string) => unknown> = {
  v1: (code) => ({
    timestamp: 0,
    uuid: "",
    version: -1,
    state: "Draft",
    name: FUNCTION_NAME,
    description: DESCRIPTION,
    eventId: EVENT_ID,
    samplePayload: SAMPLE_INPUT,
    implementation: { code, dependencies: [], environmentVariables: ENVIRONMENT_LIST },
  }),
  v2: (code) => ({
    name: FUNCTION_NAME,
    description: DESCRIPTION,
    eventId: EVENT_ID,
    manifest: { version: -1, code, environment: ENVIRONMENT },
  }),
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const HELP = `Builds the function: writes dist and the tables of settings in README.md, and prints the size of each part.

  npm run build
  npm run build -- --quiet      prints nothing unless something is over its budget

Exit status: 0 when it is built, 1 when a file or a part of it is over its budget, 2 for a wrong call.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { help: { type: "boolean", short: "h" }, quiet: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { files, body } = await packageFiles();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(root, "dist", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const readme = join(root, "README.md");
  writeFileSync(readme, withSettingsTables(readFileSync(readme, "utf8")));
  for (const generation of ["v1", "v2"] as const) {
    const path = `${generation}/functions/${FUNCTION_NAME}/index.js`;
    const sizes = sizesOf(files.get(path) ?? "", body);
    const over = overBudget(sizes);
    if (!values.quiet || over.length > 0) report(`dist/${path}`, sizes);
    if (over.length > 0) {
      reportModules(body);
      throw new CommandFailure(`dist/${path} is too long: ${over.join("; ")}`);
    }
  }
  if (!values.quiet) reportModules(body);
  return 0;
}

function report(path: string, { whole, parts }: Sizes): void {
  console.log(paint("bold", `${path}  ${whole} of ${CHARACTER_LIMIT} characters`));
  for (const [part, size] of parts) console.log(`${figure(size)} of ${BUDGETS[part]}  ${part}`);
}

function reportModules(body: Body): void {
  console.log(paint("bold", "in both"));
  for (const module of modulesOf(body)) console.log(`${figure(module.characters)}  ${module.path}`);
}

function figure(size: number): string {
  return String(size).padStart(8);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runCommand(main);

import { type Body, bundleBody } from "../../esbuild.config.ts";
import { GENERATIONS, type Generation } from "./generation.ts";
import { headComment } from "./head-comment.ts";

/** The name of the function on the platform; fixed after it was created once. */
export const FUNCTION_NAME = "ClincBot";
/** The event of LivePerson's third-party bot connector; it cannot be changed later. */
export const EVENT_ID = "bot_connectors_custom_integration";
const DESCRIPTION = "Answers consumers with a Clinc AI";

/** Where the file to paste is, in `dist`. */
export function functionPath(generation: Generation): string {
  return `${folderOf(generation)}/index.js`;
}

function folderOf(generation: Generation): string {
  return `${generation}/functions/${FUNCTION_NAME}`;
}

/** The files that are deployed or imported, by their path in `dist`, and the body that all of them share. */
export type Package = { files: Map<string, string>; body: Body };

/** Builds them in memory. */
export async function packageFiles(): Promise<Package> {
  const body = await bundleBody();
  const files = new Map<string, string>();
  for (const generation of GENERATIONS) {
    const code = FUNCTION_TEXT[generation](body.text.trim());
    files.set(functionPath(generation), code);
    files.set(`${folderOf(generation)}/config.json`, json(CONFIG[generation]));
    files.set(`${generation}/functions/settings.json`, json(LOCAL_SETTINGS[generation]));
    files.set(`${generation}/clinc-bot.json`, json(REST_PACKAGE[generation](code)));
  }
  return { files, body };
}

/**
 * The file to paste, around the body. `lambda` is the literal first line of V1 and right below the one import of V2:
 * some checks read no further.
 */
export const FUNCTION_TEXT: Record<Generation, (body: string) => string> = {
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
 * The function as LivePerson's REST API takes it. V1's `runtime` is known to the account only; V2's API wants metadata
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

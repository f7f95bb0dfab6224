import { type Body, bundleBody } from "../../esbuild.config.ts";
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from "./functions.ts";
import { GENERATIONS, type Generation } from "./generation.ts";
import { headComment } from "./head-comment.ts";

/** Where the file to paste is, in `dist`. */
export function functionPath(generation: Generation, name: FunctionName = "ClincBot"): string {
  return `${folderOf(generation, name)}/index.js`;
}

/** Where the package for the REST API is, in `dist`. */
export function packagePath(generation: Generation, name: FunctionName): string {
  return `${generation}/${FUNCTIONS[name].packageName}`;
}

function folderOf(generation: Generation, name: FunctionName): string {
  return `${generation}/functions/${name}`;
}

/** The files that are deployed or imported, by their path in `dist`, and the body that each function's share. */
export type Package = { files: Map<string, string>; bodies: Record<FunctionName, Body> };

/** Builds them in memory. */
export async function packageFiles(): Promise<Package> {
  const files = new Map<string, string>();
  const bodies: Array<[FunctionName, Body]> = [];
  for (const name of FUNCTION_NAMES) {
    const body = await bundleBody(name);
    bodies.push([name, body]);
    for (const generation of GENERATIONS) {
      const code = functionText(generation, name, body);
      files.set(functionPath(generation, name), code);
      files.set(`${folderOf(generation, name)}/config.json`, json(CONFIG[generation](name)));
      files.set(packagePath(generation, name), json(REST_PACKAGE[generation](code, name)));
    }
  }
  for (const generation of GENERATIONS)
    files.set(`${generation}/functions/settings.json`, json(LOCAL_SETTINGS[generation]));
  return { files, bodies: Object.fromEntries(bodies) as Package["bodies"] };
}

/** What a file to paste begins with, literally: some checks of the platform read no further. */
export const FIRST_LINES: Record<Generation, string> = {
  v1: "function lambda(input, callback) {",
  v2: 'import { Toolbelt } from "core-functions-toolbelt";',
};

/**
 * The file to paste, around the body. `lambda` is the literal first line of V1 and right below the one import of V2.
 */
export const FUNCTION_TEXT: Record<Generation, (body: string, name: FunctionName) => string> = {
  v1: (body, name) => `${FIRST_LINES.v1}
${headComment("v1", name)}
  const { Toolbelt } = require("lp-faas-toolbelt");
  ${FUNCTIONS[name].global}.run(input, Toolbelt).then((reply) => callback(null, reply), (error) => callback(error, null));
}

${body}
`,
  v2: (body, name) => `${FIRST_LINES.v2}
${headComment("v2", name)}

async function lambda(input) {
  return ${FUNCTIONS[name].global}.run(input, Toolbelt);
}

${body}
`,
};

/** The same around a body as it is bundled. */
export function functionText(generation: Generation, name: FunctionName, { text }: Body): string {
  return FUNCTION_TEXT[generation](text.trim(), name);
}

/** The default of a setting: it changes nothing, and shows the form. V1's `lpf push` crashes on an empty list. */
const ENVIRONMENT_LIST = [{ key: "CLINC_DEVICE", value: "liveperson" }];
const ENVIRONMENT = { CLINC_DEVICE: "liveperson" };

function about(name: FunctionName) {
  const { event, description, sample } = FUNCTIONS[name];
  return { name, event, description, input: sample };
}

/** What the command line tools read. */
const CONFIG: Record<Generation, (name: FunctionName) => unknown> = {
  v1: (name) => ({ ...about(name), environmentVariables: ENVIRONMENT_LIST }),
  v2: (name) => ({ ...about(name), environmentVariables: ENVIRONMENT }),
};

const SECRETS = [
  { key: "clinc_host", value: "api.clinc.example" },
  { key: "clinc_app_key", value: "put-the-app-key-here" },
  { key: "clinc_ai_version", value: "00000000-0000-4000-8000-000000000000" },
  { key: "clinc_assist_ai_version", value: "00000000-0000-4000-8000-000000000001" },
];

/** For local runs only, never pushed. Without a `whitelist` V1's local client refuses every call. */
const LOCAL_SETTINGS: Record<Generation, unknown> = {
  v1: { secrets: SECRETS, whitelist: ["api.clinc.example"] },
  v2: { secrets: SECRETS },
};

/**
 * A function as LivePerson's REST API takes it. V1's `runtime` is known to the account only; V2's API wants metadata
 * first and the manifest second, and this is the form that its own tool splits.
 */
const REST_PACKAGE: Record<Generation, (code: string, name: FunctionName) => unknown> = {
  v1: (code, name) => ({
    timestamp: 0,
    uuid: "",
    version: -1,
    state: "Draft",
    name,
    description: FUNCTIONS[name].description,
    eventId: FUNCTIONS[name].event,
    samplePayload: FUNCTIONS[name].sample,
    implementation: { code, dependencies: [], environmentVariables: ENVIRONMENT_LIST },
  }),
  v2: (code, name) => ({
    name,
    description: FUNCTIONS[name].description,
    eventId: FUNCTIONS[name].event,
    manifest: { version: -1, code, environment: ENVIRONMENT },
  }),
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

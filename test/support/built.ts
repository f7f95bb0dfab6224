import { builtFile } from "../../scripts/build/built-file.ts";
import type { FunctionName } from "../../scripts/build/functions.ts";
import type { Generation } from "../../scripts/build/generation.ts";
import { MOCK_APP_KEY } from "../../scripts/stand-ins/clinc/server.ts";
import { type LoadedFunction, loadFunction } from "../../scripts/stand-ins/functions/load-function.ts";
import type { Secrets } from "../../scripts/stand-ins/functions/secrets.ts";
import { toolbeltOfLocalTool, toolbeltV1, toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import type { Toolbelt } from "../../src/runtime/toolbelt.ts";

/** Where a built file runs: LivePerson's platform in both generations, and V1's local command line tool. */
export type PlatformName = "V1" | "V1 in LivePerson's local tool" | "V2";

type Platform = { generation: Generation; toolbelt: (secrets: Secrets) => Toolbelt };

const PLATFORMS: Record<PlatformName, Platform> = {
  V1: { generation: "v1", toolbelt: (secrets) => toolbeltV1(secrets, ["127.0.0.1"]) },
  "V1 in LivePerson's local tool": {
    generation: "v1",
    toolbelt: (secrets) => toolbeltOfLocalTool(secrets, ["127.0.0.1"]),
  },
  V2: { generation: "v2", toolbelt: toolbeltV2 },
};

/** All of them, for `describe.each`. */
export const PLATFORM_NAMES = Object.keys(PLATFORMS) as PlatformName[];

/** What the built file is loaded with. */
export type Setup = {
  /** For the secret `clinc_host`. */
  host: string;
  environment?: Record<string, string>;
  /** Instead of, or beside, the host and the key that the mock accepts. */
  secrets?: Secrets;
  /** Changes the platform's toolbelt. */
  change?: (toolbelt: Toolbelt) => Toolbelt;
  /** Which function; the bot, where nothing is said. */
  name?: FunctionName;
};

/** A new instance of the built file on a platform. */
export function loadBuiltOn(platform: PlatformName, setup: Setup): Promise<LoadedFunction> {
  const { generation, toolbelt } = PLATFORMS[platform];
  const { host, environment, secrets, change = (same) => same, name = "ClincBot" } = setup;
  const all = secrets ?? { clinc_host: host, clinc_app_key: MOCK_APP_KEY };
  return loadFunction(generation, textOf(generation, name), change(toolbelt(all)), environment);
}

const texts = new Map<string, string>();

/** Read once: to see whether a file is as it was built takes as long as to load it. */
function textOf(generation: Generation, name: FunctionName): string {
  const key = `${generation} ${name}`;
  const text = texts.get(key) ?? builtFile(generation, name);
  texts.set(key, text);
  return text;
}

import { beforeAll, describe, expect, it } from "vitest";
import type { Body } from "../../../esbuild.config.ts";
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from "../../../scripts/build/functions.ts";
import { GENERATIONS } from "../../../scripts/build/generation.ts";
import { headComment } from "../../../scripts/build/head-comment.ts";
import { functionPath, packageFiles } from "../../../scripts/build/package-files.ts";
import { CHARACTER_LIMIT, characters, overBudget, sizesOf } from "../../../scripts/build/size-budget.ts";
import { readCommand } from "../../../src/agent/command/event.ts";
import { AGENT_DEFAULTS } from "../../../src/agent/meanings.ts";
import { DEFAULTS } from "../../../src/bot/meanings.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";

let files: Map<string, string>;
let bodies: Record<FunctionName, Body>;
beforeAll(async () => {
  ({ files, bodies } = await packageFiles());
});

function fileOf(path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`${path} is not packaged`);
  return content;
}

function jsonOf(path: string): Record<string, unknown> {
  return JSON.parse(fileOf(path));
}

/** Every built file, for `describe.each`. */
const BUILT = FUNCTION_NAMES.flatMap((name) => GENERATIONS.map((generation) => ({ name, generation })));

describe("the package", () => {
  it("has a folder for LivePerson's tool and a JSON file for its REST API, in both generations", () => {
    expect([...files.keys()].sort()).toEqual([
      "v1/clinc-agent.json",
      "v1/clinc-bot.json",
      "v1/functions/ClincAgent/config.json",
      "v1/functions/ClincAgent/index.js",
      "v1/functions/ClincBot/config.json",
      "v1/functions/ClincBot/index.js",
      "v1/functions/settings.json",
      "v2/clinc-agent.json",
      "v2/clinc-bot.json",
      "v2/functions/ClincAgent/config.json",
      "v2/functions/ClincAgent/index.js",
      "v2/functions/ClincBot/config.json",
      "v2/functions/ClincBot/index.js",
      "v2/functions/settings.json",
    ]);
  });

  it("is the same each time that it is built", async () => {
    expect(await packageFiles()).toEqual({ files, bodies });
  });

  it.each(FUNCTION_NAMES)("has a name and a description of %s that LivePerson takes", (name) => {
    expect(name).toMatch(/^\w{1,50}$/);
    expect(FUNCTIONS[name].description.length).toBeLessThanOrEqual(100);
  });

  it("binds each function to its event, which cannot be changed later", () => {
    expect(FUNCTIONS.ClincBot.event).toBe("bot_connectors_custom_integration");
    expect(FUNCTIONS.ClincAgent.event).toBe("conversational_command");
  });

  it("tells in brackets how the slash command is used, which the workspace shows", () => {
    expect(FUNCTIONS.ClincAgent.description).toMatch(/ \[[^\]]+\]$/);
  });

  it("ends each file with a line end", () => {
    for (const [path, content] of files) expect(content.endsWith("\n"), path).toBe(true);
  });
});

describe.each(BUILT)("the file of $name for $generation", ({ name, generation }) => {
  const code = () => fileOf(functionPath(generation, name));

  it("begins and ends as its generation wants it", () => {
    const [first] = code().split("\n");
    if (generation === "v1") {
      expect(first).toBe("function lambda(input, callback) {");
      expect(code()).toContain('const { Toolbelt } = require("lp-faas-toolbelt");');
      expect(code()).toContain("callback(null, reply)");
      expect(code()).toContain("callback(error, null)");
    } else {
      expect(first).toBe('import { Toolbelt } from "core-functions-toolbelt";');
      expect(code()).toMatch(/^async function lambda\(input\) \{$/m);
      expect(code()).not.toMatch(/^export\b/m);
      expect(code()).not.toContain("require(");
      expect(code().match(/^import\b/gm)).toHaveLength(1);
    }
  });

  it("documents itself above the code", () => {
    expect(code().indexOf(`\n${headComment(generation, name)}\n`)).toBe(code().indexOf("\n"));
  });

  it("fits into the platform's limit with room to spare, and each part into its budget", () => {
    expect(characters(code())).toBeLessThanOrEqual(CHARACTER_LIMIT);
    expect(overBudget(sizesOf(code(), bodies[name]), name)).toEqual([]);
  });

  it("has no text at which LivePerson's local tools cut or rewrite it", () => {
    expect(code()).not.toMatch(/\/\/ Rewire require|\/\/ This is an auto/);
    const rest = code().slice(code().indexOf("\n"));
    expect(rest).not.toMatch(/\bimport\b[^\n]{0,80}\bfrom ?["']/);
  });

  it("makes no code from text, which the platform forbids", () => {
    expect(code()).not.toMatch(/\beval\(|\bnew Function\b|[^.\w]Function\(/);
  });

  it("holds the same code as in the other generation", () => {
    expect(code().endsWith(`\n${bodies[name].text.trim()}\n`)).toBe(true);
  });
});

describe.each(FUNCTION_NAMES)("the importable JSON of %s", (name) => {
  const { description, event: eventId, packageName } = FUNCTIONS[name];

  it("for V1 is the body that creates a function, without the runtime that only the account knows", () => {
    expect(jsonOf(`v1/${packageName}`)).toEqual({
      timestamp: 0,
      uuid: "",
      version: -1,
      state: "Draft",
      ...{ name, description, eventId },
      samplePayload: jsonOf(`v1/functions/${name}/config.json`).input,
      implementation: {
        code: fileOf(`v1/functions/${name}/index.js`),
        dependencies: [],
        environmentVariables: [{ key: "CLINC_DEVICE", value: "liveperson" }],
      },
    });
  });

  it("for V2 is metadata with a manifest, the form that its own tool splits", () => {
    expect(jsonOf(`v2/${packageName}`)).toEqual({
      ...{ name, description, eventId },
      manifest: {
        version: -1,
        code: fileOf(`v2/functions/${name}/index.js`),
        environment: { CLINC_DEVICE: "liveperson" },
      },
    });
  });
});

describe.each(FUNCTION_NAMES)("config.json of %s", (name) => {
  const { description, event } = FUNCTIONS[name];

  it("for V1 lists an environment variable, since the tool crashes on an empty list", () => {
    const { input: _, ...config } = jsonOf(`v1/functions/${name}/config.json`);
    const environmentVariables = [{ key: "CLINC_DEVICE", value: "liveperson" }];
    expect(config).toEqual({ name, event, description, environmentVariables });
  });

  it("for V2 has its environment variables by name", () => {
    const { input: _, ...config } = jsonOf(`v2/functions/${name}/config.json`);
    const environmentVariables = { CLINC_DEVICE: "liveperson" };
    expect(config).toEqual({ name, event, description, environmentVariables });
  });

  it("sets a default, so that pushing it changes nothing", () => {
    expect(DEFAULTS.CLINC_DEVICE).toBe("liveperson");
    expect(AGENT_DEFAULTS.CLINC_DEVICE).toBe("liveperson");
  });
});

describe("the input to try", () => {
  it.each(GENERATIONS)("of the bot for %s is a consumer's turn", (generation) => {
    const { input } = jsonOf(`${generation}/functions/ClincBot/config.json`);
    expect(input).toMatchObject({ headers: [] });
    const { said, conversationId, origin } = parseEvent(input);
    expect(said).toEqual({ kind: "words", words: "What is my balance?" });
    expect(conversationId).not.toBe("");
    expect(origin.isChat).toBe(false);
  });

  it.each(GENERATIONS)("of the slash command for %s asks for a suggestion", (generation) => {
    const { input } = jsonOf(`${generation}/functions/ClincAgent/config.json`);
    expect(readCommand(input)).toEqual({
      conversationId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
      words: "What is my balance?",
    });
  });
});

describe("settings.json", () => {
  const secrets = [
    { key: "clinc_host", value: "api.clinc.example" },
    { key: "clinc_app_key", value: "put-the-app-key-here" },
    { key: "clinc_ai_version", value: "00000000-0000-4000-8000-000000000000" },
    { key: "clinc_assist_ai_version", value: "00000000-0000-4000-8000-000000000001" },
  ];

  it("of V1 has the secrets and the list of hosts without which every call is refused", () => {
    expect(jsonOf("v1/functions/settings.json")).toEqual({ secrets, whitelist: ["api.clinc.example"] });
  });

  it("of V2 has the secrets only", () => {
    expect(jsonOf("v2/functions/settings.json")).toEqual({ secrets });
  });
});

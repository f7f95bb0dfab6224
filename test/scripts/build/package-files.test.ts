import { beforeAll, describe, expect, it } from "vitest";
import type { Body } from "../../../esbuild.config.ts";
import { headComment } from "../../../scripts/build/head-comment.ts";
import { EVENT_ID, FUNCTION_NAME, packageFiles } from "../../../scripts/build/package-files.ts";
import { CHARACTER_LIMIT, characters, overBudget, sizesOf } from "../../../scripts/build/size-budget.ts";
import { DEFAULTS } from "../../../src/bot/meanings.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";

let files: Map<string, string>;
let body: Body;
beforeAll(async () => {
  ({ files, body } = await packageFiles());
});

function fileOf(path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`${path} is not packaged`);
  return content;
}

function jsonOf(path: string): Record<string, unknown> {
  return JSON.parse(fileOf(path));
}

const DESCRIPTION = "Answers consumers with a Clinc AI";

describe("the package", () => {
  it("has a folder for LivePerson's tool and a JSON file for its REST API, in both generations", () => {
    expect([...files.keys()].sort()).toEqual([
      "v1/clinc-bot.json",
      "v1/functions/ClincBot/config.json",
      "v1/functions/ClincBot/index.js",
      "v1/functions/settings.json",
      "v2/clinc-bot.json",
      "v2/functions/ClincBot/config.json",
      "v2/functions/ClincBot/index.js",
      "v2/functions/settings.json",
    ]);
  });

  it("is the same each time that it is built", async () => {
    expect(await packageFiles()).toEqual({ files, body });
  });

  it("has a name and a description that LivePerson takes", () => {
    expect(FUNCTION_NAME).toMatch(/^\w{1,50}$/);
    expect(DESCRIPTION.length).toBeLessThanOrEqual(100);
    expect(EVENT_ID).toBe("bot_connectors_custom_integration");
  });

  it("ends each file with a line end", () => {
    for (const [path, content] of files) expect(content.endsWith("\n"), path).toBe(true);
  });
});

describe("the function's file", () => {
  it("of V1 begins with lambda, calls back and requires the toolbelt", () => {
    const code = fileOf("v1/functions/ClincBot/index.js");
    expect(code.split("\n")[0]).toBe("function lambda(input, callback) {");
    expect(code).toContain('const { Toolbelt } = require("lp-faas-toolbelt");');
    expect(code).toContain("callback(null, reply)");
    expect(code).toContain("callback(error, null)");
  });

  it("of V2 begins with the one import, has an async lambda, and neither exports nor requires", () => {
    const code = fileOf("v2/functions/ClincBot/index.js");
    expect(code.split("\n")[0]).toBe('import { Toolbelt } from "core-functions-toolbelt";');
    expect(code).toMatch(/^async function lambda\(input\) \{$/m);
    expect(code).not.toMatch(/^export\b/m);
    expect(code).not.toContain("require(");
    expect(code.match(/^import\b/gm)).toHaveLength(1);
  });

  it.each(["v1", "v2"] as const)("of %s documents itself above the code", (generation) => {
    const code = fileOf(`${generation}/functions/ClincBot/index.js`);
    expect(code.indexOf(`\n${headComment(generation)}\n`)).toBe(code.indexOf("\n"));
  });

  it.each(["v1", "v2"])(
    "of %s fits into the platform's limit with room to spare, and each part into its budget",
    (generation) => {
      const code = fileOf(`${generation}/functions/ClincBot/index.js`);
      expect(characters(code)).toBeLessThanOrEqual(CHARACTER_LIMIT);
      expect(overBudget(sizesOf(code, body))).toEqual([]);
    },
  );

  it.each(["v1", "v2"])(
    "of %s has no text at which LivePerson's local tools cut or rewrite it",
    (generation) => {
      const code = fileOf(`${generation}/functions/ClincBot/index.js`);
      expect(code).not.toMatch(/\/\/ Rewire require|\/\/ This is an auto/);
      const rest = code.slice(code.indexOf("\n"));
      expect(rest).not.toMatch(/\bimport\b[^\n]{0,80}\bfrom ?["']/);
    },
  );

  it.each(["v1", "v2"])("of %s makes no code from text, which the platform forbids", (generation) => {
    const code = fileOf(`${generation}/functions/ClincBot/index.js`);
    expect(code).not.toMatch(/\beval\(|\bnew Function\b|[^.\w]Function\(/);
  });

  it("holds the same code in both generations", () => {
    const [v1, v2] = ["v1", "v2"].map((generation) => fileOf(`${generation}/functions/ClincBot/index.js`));
    expect(v1?.endsWith(`\n${body.text.trim()}\n`)).toBe(true);
    expect(v2?.endsWith(`\n${body.text.trim()}\n`)).toBe(true);
  });
});

describe("the importable JSON", () => {
  it("of V1 is the body that creates a function, without the runtime that only the account knows", () => {
    expect(jsonOf("v1/clinc-bot.json")).toEqual({
      timestamp: 0,
      uuid: "",
      version: -1,
      state: "Draft",
      name: "ClincBot",
      description: DESCRIPTION,
      eventId: EVENT_ID,
      samplePayload: jsonOf("v1/functions/ClincBot/config.json").input,
      implementation: {
        code: fileOf("v1/functions/ClincBot/index.js"),
        dependencies: [],
        environmentVariables: [{ key: "CLINC_DEVICE", value: "liveperson" }],
      },
    });
  });

  it("of V2 is metadata with a manifest, the form that its own tool splits", () => {
    expect(jsonOf("v2/clinc-bot.json")).toEqual({
      name: "ClincBot",
      description: DESCRIPTION,
      eventId: EVENT_ID,
      manifest: {
        version: -1,
        code: fileOf("v2/functions/ClincBot/index.js"),
        environment: { CLINC_DEVICE: "liveperson" },
      },
    });
  });
});

describe("config.json", () => {
  const about = { name: "ClincBot", event: EVENT_ID, description: DESCRIPTION };

  it("of V1 lists an environment variable, since the tool crashes on an empty list", () => {
    const { input: _, ...config } = jsonOf("v1/functions/ClincBot/config.json");
    expect(config).toEqual({
      ...about,
      environmentVariables: [{ key: "CLINC_DEVICE", value: "liveperson" }],
    });
  });

  it("of V2 has its environment variables by name", () => {
    const { input: _, ...config } = jsonOf("v2/functions/ClincBot/config.json");
    expect(config).toEqual({ ...about, environmentVariables: { CLINC_DEVICE: "liveperson" } });
  });

  it("sets a default, so that pushing it changes nothing", () => {
    expect(DEFAULTS.CLINC_DEVICE).toBe("liveperson");
  });

  it.each(["v1", "v2"])("of %s has an input to try that is a consumer's turn", (generation) => {
    const { input } = jsonOf(`${generation}/functions/ClincBot/config.json`);
    expect(input).toMatchObject({ headers: [] });
    const { said, conversationId, origin } = parseEvent(input);
    expect(said).toEqual({ kind: "words", words: "What is my balance?" });
    expect(conversationId).not.toBe("");
    expect(origin.isChat).toBe(false);
  });
});

describe("settings.json", () => {
  const secrets = [
    { key: "clinc_host", value: "api.clinc.example" },
    { key: "clinc_app_key", value: "put-the-app-key-here" },
    { key: "clinc_ai_version", value: "00000000-0000-4000-8000-000000000000" },
  ];

  it("of V1 has the secrets and the list of hosts without which every call is refused", () => {
    expect(jsonOf("v1/functions/settings.json")).toEqual({ secrets, whitelist: ["api.clinc.example"] });
  });

  it("of V2 has the secrets only", () => {
    expect(jsonOf("v2/functions/settings.json")).toEqual({ secrets });
  });
});

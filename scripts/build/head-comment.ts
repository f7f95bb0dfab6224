import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AGENT_DEFAULTS } from "../../src/agent/meanings.ts";
import { DEFAULTS } from "../../src/bot/meanings.ts";
import type { FunctionName } from "./functions.ts";
import type { Generation } from "./generation.ts";
import { AGENT_SECRETS, AGENT_VARIABLES, SECRETS, VARIABLES } from "./settings-tables.ts";
import { titleFor } from "./title.ts";

const root = join(import.meta.dirname, "../..");

/** What the comment says of one function. */
type Documentation = {
  about: readonly string[];
  steps: (generation: Generation) => readonly string[];
  secrets: ReadonlyArray<readonly [name: string, meaning: string]>;
  variables: ReadonlyArray<readonly [name: string, standard: string, meaning: string]>;
  /** What stands behind the words "Environment variables". */
  variablesRemark: string;
  log: string;
};

const DOCUMENTATION: Record<FunctionName, Documentation> = {
  ClincBot: {
    about: [
      "Lets a Clinc AI answer the consumers of a LivePerson third-party bot. It needs this file and",
      "two secrets; everything else has a default. The code below is built and minified: change",
      "the project's source and build it again, do not edit here.",
    ],
    steps: (generation) => [
      ...(generation === "v1"
        ? ["Allowed domains: add the host of Clinc, for records *.context.liveperson.net; wait ten minutes."]
        : []),
      "Event of the function: Third-Party Bots Custom Integration. Deploy it.",
      "Bot wizard: vendor LivePerson Functions, choose this function, Test Connection, start the bot.",
      "Set TRANSFER_SKILL to the skill of your agents, then hand a conversation over once.",
    ],
    secrets: SECRETS,
    variables: VARIABLES.map(([name, meaning]) => [name, DEFAULTS[name], meaning]),
    variablesRemark: "all optional (lists: separated by commas; \\n in a message is a line end)",
    log: "Each turn writes one log line, `[clinc] turn {…}`, and at most two warnings; no texts, no keys.",
  },
  ClincAgent: {
    about: [
      "A slash command for agents: by itself it tells what the bot knew of the conversation; with the",
      "consumer's words behind it, it asks Clinc for a reply that the agent may use. It sends nothing.",
      "The code below is built and minified: change the project's source and build it again.",
    ],
    steps: (generation) => [
      ...(generation === "v1"
        ? ["Allowed domains: add the host of Clinc and *.context.liveperson.net; wait ten minutes."]
        : []),
      "Event of the function: Conversational Command. Deploy it.",
      "Give the agents' profile the permission FaaS-Invocation.",
      "In the workspace type / and choose this function; then once more with words behind it.",
    ],
    secrets: AGENT_SECRETS,
    variables: AGENT_VARIABLES.map(([name, meaning]) => [name, AGENT_DEFAULTS[name], meaning]),
    variablesRemark: "all optional (lists: separated by commas)",
    log: "Each command writes one log line, `[clinc] command {…}`, and at most two warnings; no texts, no keys.",
  },
};

/** The comment right under the first lines of the deployed file: what it is, how to set it up, every setting. */
export function headComment(generation: Generation, name: FunctionName = "ClincBot"): string {
  const { about, steps, secrets, variables, variablesRemark, log } = DOCUMENTATION[name];
  const width = Math.max(...secrets.map(([secret]) => secret.length));
  const lines = [
    titleFor(generation),
    "",
    ...about,
    "",
    "Set-up",
    ...["Secret Storage of LivePerson Functions: create the secrets below.", ...steps(generation)].map(
      (step, index) => `  ${index + 1}. ${step}`,
    ),
    "",
    "Secrets",
    ...secrets.map(([secret, meaning]) => `  ${secret.padEnd(width)} ${meaning}`),
    "",
    `Environment variables, ${variablesRemark}`,
    ...variables.flatMap(([variable, standard, meaning]) => [
      `  ${variable}${standard && ` = ${standard}`}`,
      `    ${meaning}`,
    ]),
    "",
    log,
    "",
    "Contains axios and zod.",
    ...licences(),
  ];
  return `/*\n${lines.join("\n")}\n*/`;
}

/** The notices of the bundled libraries; both stand under the MIT licence, whose text is printed once. */
function licences(): string[] {
  const notices = ["axios", "zod"].map((library) =>
    readFileSync(join(root, "node_modules", library, "LICENSE"), "utf8"),
  );
  const copyrights = notices.map((notice) => /^.*Copyright.*$/m.exec(notice)?.[0].replace(/^# /, "").trim());
  const [terms, ...others] = notices.map((notice) =>
    plain(notice.slice(notice.indexOf("Permission is hereby granted"))),
  );
  if (!terms || copyrights.includes(undefined) || others.some((other) => other !== terms)) {
    throw new Error("The licence of axios or zod has changed: look at how the notices are printed");
  }
  return [...copyrights.map(String), ...wrapped(terms)];
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function wrapped(text: string): string[] {
  return text.match(/.{1,100}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];
}

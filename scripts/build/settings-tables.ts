import {
  AGENT_DEFAULTS,
  AGENT_SECRET_MEANINGS,
  AGENT_VARIABLE_MEANINGS,
  type AgentVariableName,
} from "../../src/agent/meanings.ts";
import { DEFAULTS, SECRET_MEANINGS, VARIABLE_MEANINGS } from "../../src/bot/meanings.ts";
import type { VariableName } from "../../src/bot/variables.ts";
import { type Marks, markdownTable } from "../kit/markdown.ts";

/** Between these the tables of settings stand in the document for who deploys the function. */
export const SETTINGS_MARKS: Marks = ["<!-- settings: written by npm run build -->", "<!-- /settings -->"];

/** Every variable and what it is for, in the order of the documentation. */
export const VARIABLES = Object.entries(VARIABLE_MEANINGS) as Array<[VariableName, string]>;

/** Every secret by its whole name, and what it is for. */
export const SECRETS = named(SECRET_MEANINGS);

/** The same of the agent's side. */
export const AGENT_VARIABLES = Object.entries(AGENT_VARIABLE_MEANINGS) as Array<[AgentVariableName, string]>;
export const AGENT_SECRETS = named(AGENT_SECRET_MEANINGS);

function named(meanings: Record<string, string>): Array<readonly [name: string, meaning: string]> {
  return Object.entries(meanings).map(([name, meaning]) => [`clinc_${name}`, meaning] as const);
}

/** What variables have in common. */
export type Group = "day one" | "wordings" | "record" | "behaviour";

/** Nobody reads one table of all variables: first stands what a bank must look at, last what it may leave alone. */
const GROUPS: Record<Group, { title: string; introduction: string }> = {
  "day one": {
    title: "Variables for day one",
    introduction:
      "Who takes over, in which voice your AI speaks, and the names by which it says what it wants.",
  },
  wordings: {
    title: "Variables for the bot's own words",
    introduction:
      "What the bot says where Clinc says nothing, and what it asks Clinc when a conversation opens. Each may be set for one language alone: see [In more languages](#in-more-languages).",
  },
  record: {
    title: "Variables for the record",
    introduction:
      "Where LivePerson keeps [the record](#the-record) of a conversation, and for how long. They count with the secret `clinc_context_key` alone.",
  },
  behaviour: {
    title: "Variables for behaviour and channels",
    introduction: "The defaults suit most banks.",
  },
};

/** In the order in which they are shown. A new variable does not compile before it has its place. */
export const GROUP_OF: Record<VariableName, Group> = {
  TRANSFER_SKILL: "day one",
  CLINC_LANGUAGE: "day one",
  CLINC_DEVICE: "day one",
  TRANSFER_SKILLS: "day one",
  TRANSFER_COMPETENCIES: "day one",
  CLOSE_COMPETENCIES: "day one",
  OUT_OF_SCOPE_COMPETENCIES: "day one",
  AGENT_SUMMARY: "day one",

  WELCOME_MESSAGE: "wordings",
  WELCOME_QUERY: "wordings",
  LOCATION_QUERY: "wordings",
  TRANSFER_MESSAGE: "wordings",
  APOLOGY_MESSAGE: "wordings",
  UNSUPPORTED_MESSAGE: "wordings",
  PUBLIC_MESSAGE: "wordings",
  CHOOSE_MESSAGE: "wordings",
  LIST_MESSAGE: "wordings",

  CONTEXT_HOST: "record",
  CONTEXT_ACCOUNT: "record",
  CONTEXT_TTL_HOURS: "record",

  CHANNEL: "behaviour",
  AGENT_DETAILS: "behaviour",
  MISUNDERSTOOD_LIMIT: "behaviour",
  FAILURE_LIMIT: "behaviour",
  CLOSE_WITHOUT_SURVEY: "behaviour",
  CLINC_TIMEOUT_MS: "behaviour",
  CLINC_EXTERNAL_USER: "behaviour",
  CLINC_CONTEXT: "behaviour",
  CLINC_SECRET_PREFIX: "behaviour",
  ALLOW_HTML: "behaviour",
};

/** The same for the slash command, whose settings are few enough for one table of variables. */
const AGENT_SETTINGS_MARKS: Marks = [
  "<!-- settings of the slash command: written by npm run build -->",
  "<!-- /settings of the slash command -->",
];

/** What the build writes into the document for who deploys, and between which marks. */
export const SETTINGS: ReadonlyArray<{ marks: Marks; tables: () => string }> = [
  { marks: SETTINGS_MARKS, tables: settingsTables },
  { marks: AGENT_SETTINGS_MARKS, tables: agentSettingsTables },
];

/** The secrets of the slash command, then its variables. */
export function agentSettingsTables(): string {
  return [
    markdownTable(["secret", "meaning"], secretRows(AGENT_SECRETS)),
    markdownTable(
      ["environment variable", "default", "meaning"],
      AGENT_VARIABLES.map(([name, meaning]) => variableRow(name, AGENT_DEFAULTS[name], meaning)),
    ),
  ].join("\n\n");
}

/** The secrets, then the variables in their groups: a heading, a sentence and a table each. */
export function settingsTables(): string {
  return [
    "### Secrets",
    markdownTable(["secret", "meaning"], secretRows(SECRETS)),
    ...Object.entries(GROUPS).flatMap(([group, { title, introduction }]) => [
      `### ${title}`,
      introduction,
      markdownTable(["environment variable", "default", "meaning"], rowsOf(group as Group)),
    ]),
  ].join("\n\n");
}

function rowsOf(group: Group): string[][] {
  const names = Object.keys(GROUP_OF) as VariableName[];
  return names
    .filter((name) => GROUP_OF[name] === group)
    .map((name) => variableRow(name, DEFAULTS[name], VARIABLE_MEANINGS[name]));
}

function secretRows(secrets: typeof SECRETS): string[][] {
  return secrets.map(([name, meaning]) => [`\`${name}\``, meaning]);
}

function variableRow(name: string, standard: string, meaning: string): string[] {
  return [`\`${name}\``, standard && `\`${standard}\``, meaning];
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULTS } from "../../src/bot/meanings.ts";
import type { Generation } from "./generation.ts";
import { SECRETS, VARIABLES } from "./settings-tables.ts";
import { VERSION } from "./version.ts";

const root = join(import.meta.dirname, "../..");

/** The comment right under the first lines of the deployed file: what it is, how to set it up, every setting. */
export function headComment(generation: Generation): string {
  const lines = [
    `Clinc for LivePerson Functions ${VERSION} (Functions ${generation.toUpperCase()})`,
    "",
    "Lets a Clinc AI answer the consumers of a LivePerson third-party bot. It needs this file and",
    "two secrets; everything else has a default. The code below is built and minified: change",
    "the project's source and build it again, do not edit here.",
    "",
    "Set-up",
    "  1. Secret Storage of LivePerson Functions: create the secrets below.",
    ...setUpSteps(generation),
    "",
    "Secrets",
    ...SECRETS.map(([name, meaning]) => `  ${name.padEnd(16)} ${meaning}`),
    "",
    "Environment variables, all optional (lists: separated by commas; \\n in a message is a line end)",
    ...VARIABLES.flatMap(([name, meaning]) => [
      `  ${name}${DEFAULTS[name] && ` = ${DEFAULTS[name]}`}`,
      `    ${meaning}`,
    ]),
    "",
    "Each turn writes one log line, `[clinc] turn {…}`, and at most two warnings; no texts, no keys.",
    "",
    "Contains axios and zod.",
    ...licences(),
  ];
  return `/*\n${lines.join("\n")}\n*/`;
}

function setUpSteps(generation: Generation): string[] {
  const steps = [
    ...(generation === "v1"
      ? ["Allowed domains: add the host of Clinc, for records *.context.liveperson.net; wait ten minutes."]
      : []),
    "Event of the function: Third-Party Bots Custom Integration. Deploy it.",
    "Bot wizard: vendor LivePerson Functions, choose this function, Test Connection, start the bot.",
    "Set TRANSFER_SKILL to the skill of your agents, then hand a conversation over once.",
  ];
  return steps.map((step, index) => `  ${index + 2}. ${step}`);
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

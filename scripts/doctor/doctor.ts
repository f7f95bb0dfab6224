import { SECRETS } from "../../src/agent/desk/variables.ts";
import { DOMAIN_API } from "../account/domain-api.ts";
import { generationOption } from "../account/generation-option.ts";
import { command, UsageError, type Values } from "../kit/command.ts";
import type { Check } from "./check.ts";
import { examineDesk } from "./desk.ts";
import { clean, domainOfRecord, domainToAllow, examine } from "./examine.ts";
import { judgeInvocations, planInvocations } from "./invocations.ts";
import { startMocks } from "./mock.ts";
import { checkLines, closingLines, sumOf } from "./report.ts";
import { mockChoice, setupOfShell } from "./setup.ts";

const HELP = `Checks what can go wrong on the first day, and says for each what to do: the way to Clinc, App-Key and AI version,
two turns of one dialog, answer times, the record, the settings, and the built files; with a LivePerson login also the
functions, the domains, the skills and the month of the account, of which it changes nothing. Prints the domains to allow.

  npm run doctor                            checks the Clinc of CLINC_HOST, CLINC_APP_KEY and (optional) CLINC_AI_VERSION
  npm run doctor -- --host HOST             another host than CLINC_HOST
                    --ai-version UUID       another AI version than CLINC_AI_VERSION
                    --query TEXT            what Clinc is asked, twice; "hello" without it
                    --conversations N --messages M
                                            the invocations of N conversations a month, each with M messages of the consumer
                    --file FILE             a file copied out of LivePerson, or about to be pasted: whole, unchanged, which
                                            version
                    --generation v1|v2      looks into the account, with a login as for npm run import: which Functions it has
                    --name NAME             of the function there, where it is not ClincBot
                    --domain-api ADDRESS    another domain API than LivePerson's, as of npm run import
                    --wait                  sees the doctor's own record expire, which takes a minute, instead of deleting it
                    --json                  one JSON document; for another program: npm run --silent doctor -- --json
                    --desk                  looks at the desk of the agent's side instead: its settings, all of them from the
                                            environment, its sign-in, the headers at DESK_PUBLIC_URL, and what it asks
                    --mock                  stand-ins for Clinc, the record and the account instead of yours, to see how it should be

Set the function's own environment variables (TRANSFER_SKILL and so on) in the shell as they are set in LivePerson, and
CLINC_OFF to the secret that switches the bot off, if there is one. CLINC_CONTEXT_KEY is the secret that turns the record on;
with it set CONTEXT_ACCOUNT and, outside of the Americas, CONTEXT_HOST.
LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN are the login. LivePerson documents few of the calls that the
account is asked with, and no live account has been looked into yet.
The keys and the token come from the environment only: an option would stay in the shell's history and show in the list of processes.
They are never printed.

The doctor sends Clinc two queries under a dialog of its own, another one where Clinc refuses the first, and with CLINC_CONTEXT set one
that shows whether Clinc takes its key. It writes a
record of its own, which lives for 60 seconds, reads it back and deletes it. It sees Clinc from your machine, and uses no proxy; LivePerson may see it otherwise. Each call waits at most CLINC_TIMEOUT_MS.
Exit status: 0 when nothing failed (warnings may remain), 1 when something did, 2 for a wrong call.`;

const OPTIONS = {
  host: { type: "string" },
  "ai-version": { type: "string" },
  query: { type: "string", default: "hello" },
  conversations: { type: "string" },
  messages: { type: "string" },
  file: { type: "string" },
  generation: { type: "string" },
  name: { type: "string", default: "ClincBot" },
  "domain-api": { type: "string", default: DOMAIN_API },
  wait: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  desk: { type: "boolean", default: false },
  mock: { type: "boolean", default: false },
} as const;

async function main(values: Values<typeof OPTIONS>, words: string[]): Promise<number> {
  // The word itself is not repeated: it might be the key.
  if (words.length > 0) throw new UsageError("The doctor takes options only, and no other words");
  if (values.query.trim() === "") throw new UsageError("--query needs words to ask Clinc");
  if (values.mock && (values.host ?? values["ai-version"]) !== undefined)
    throw new UsageError("--mock brings its own host and AI version: leave out --host and --ai-version");
  if (values.wait && !values.mock && !process.env.CLINC_CONTEXT_KEY?.trim())
    throw new UsageError(
      "--wait needs a record to wait for: CLINC_CONTEXT_KEY in the environment, or --mock",
    );
  if (values.generation !== undefined) generationOption(values.generation);
  if (values.desk) return lookAtDesk(values);
  const invocations = plannedInvocations(values.conversations, values.messages);

  const mocks = values.mock ? await startMocks(mockChoice(values), process.env) : undefined;
  try {
    const setup = mocks?.setup ?? setupOfShell(values, process.env);
    const checks: Check[] = [];
    const report = (check: Check) => {
      checks.push(check);
      if (!values.json) console.log(checkLines(check));
    };
    for await (const check of examine(setup)) report(check);
    if (invocations) report(judgeInvocations(invocations));
    const domain = await domainToAllow(setup);
    const recordDomain = domainOfRecord(setup);
    console.log(
      values.json
        ? JSON.stringify({ checks, domain, recordDomain, ...(invocations && { invocations }) }, null, 2)
        : closingLines(checks, domain, recordDomain),
    );
    return checks.some(({ status }) => status === "failed") ? 1 : 0;
  } finally {
    await mocks?.close();
  }
}

/** A desk has other settings than a function, and no domains to allow. */
async function lookAtDesk({ json, query, ...others }: Values<typeof OPTIONS>): Promise<number> {
  const { host, conversations, messages, wait, mock, file, generation, "ai-version": version } = others;
  if ([host, version, conversations, messages, file, generation].some(Boolean) || wait || mock)
    throw new UsageError("--desk goes with --query and --json alone");
  const keys = SECRETS.map((name) => process.env[name]?.trim() ?? "");
  const checks: Check[] = [];
  for await (const check of examineDesk(process.env, query)) {
    checks.push(keys.reduce(clean, check));
    if (!json) console.log(checkLines(checks.at(-1) ?? check));
  }
  console.log(json ? JSON.stringify({ checks }, null, 2) : sumOf(checks));
  return checks.some(({ status }) => status === "failed") ? 1 : 0;
}

function plannedInvocations(conversations: string | undefined, messages: string | undefined) {
  if (conversations === undefined && messages === undefined) return undefined;
  const [count, each] = [conversations, messages].map((given) =>
    /^\d{1,9}$/.test(given ?? "") ? Number(given) : 0,
  );
  if (!count || !each)
    throw new UsageError("--conversations and --messages belong together, and are whole numbers from 1");
  return planInvocations(count, each);
}

await command(HELP, OPTIONS, main, { allowPositionals: true });

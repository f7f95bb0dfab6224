import { DOMAIN_API } from "../account/domain-api.ts";
import { FUNCTION_NAMES } from "../build/functions.ts";
import { command, type Values } from "../kit/command.ts";
import { runImport } from "./run.ts";

const HELP = `Brings the functions into a LivePerson account: takes their JSON packages and makes the calls of LivePerson's
own command line tools. Creates a function, or updates the one of its name, and says first what that changes.

  npm run import -- --generation v1|v2      which LivePerson Functions the account has (see dist/README.md)
                    --function ${FUNCTION_NAMES.join("|")}
                                            only this one of them
                    --name NAME             under another name, beside the one that is there; the bot, if there is
                                            no --function
                    --deploy                deploys as well; create the secrets first
                    --dry-run               prints the calls and makes none
                    --backup FOLDER         writes what is there before it is changed; not into a git tree
                    --package FILE.json     another package than those in dist/<generation>
                    --domain-api ADDRESS    another domain API of LivePerson's than ${DOMAIN_API},
                                            or a stand-in on this machine

  npm run import -- --rollback FILE --deploy
                                            sends back what --backup has written: code, description and variables

From the environment: LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN (a bearer token of that user).
Environment variables that a function has already are kept; a rollback sets them as they were. A backup holds no secrets,
and of a variable that may be one by its name no value. At the end the account is asked whether it has the function
as it was sent; no answer is believed before. What is not as it should be ends the import, before any other function.
Exit status: 0 when it is done, 1 when it is not and what to do about it, 2 for a wrong call.`;

const OPTIONS = {
  generation: { type: "string" },
  function: { type: "string" },
  name: { type: "string" },
  deploy: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  backup: { type: "string" },
  rollback: { type: "string" },
  package: { type: "string" },
  "domain-api": { type: "string", default: DOMAIN_API },
} as const;

async function main(values: Values<typeof OPTIONS>): Promise<number> {
  await runImport(values, process.env);
  return 0;
}

await command(HELP, OPTIONS, main);

import { sealingOf } from "../../src/record/sealing.ts";
import { parseRecord } from "../../src/record/shape.ts";
import type { JsonObject } from "../../src/runtime/tolerant.ts";
import { CommandFailure, command, UsageError, type Values } from "../kit/command.ts";
import { didYouMean } from "../kit/nearest.ts";
import { openRecord } from "../stand-ins/context-service/open-record.ts";
import { type RecordAccess, recordAccess } from "./access.ts";
import { seenByFunction, seenByLivePerson } from "./report.ts";

const HELP = `Shows or deletes the record of one conversation at LivePerson's Conversation Context Service: for operators, and when
a customer wants to be forgotten. It calls that service and nobody else.

  npm run record -- show ID          what LivePerson sees of the conversation with this id, and what the function sees
  npm run record -- delete ID        deletes its record, and looks whether it has gone
                    --json           one JSON document; for another program: npm run --silent record -- show ID --json

From the environment: CLINC_CONTEXT_KEY (the key of the service) and CONTEXT_ACCOUNT; CONTEXT_HOST and CLINC_SECRET_PREFIX
where the function has them; CLINC_APP_KEY to open what is sealed, if you want to see it. What is sealed holds words of the bot.
The keys come from the environment only: an option would stay in the shell's history and show in the list of processes.
They are never printed.
Exit status: 0 when it is shown, or there is none any more, 1 when there is none to show or the service failed, 2 for a wrong call.`;

const ORDERS = ["show", "delete"];

const OPTIONS = { json: { type: "boolean", default: false } } as const;

async function main({ json }: Values<typeof OPTIONS>, words: string[]): Promise<number> {
  const [order = "", id = "", ...more] = words;
  // The words are not repeated: one of them might be a key.
  const hasOrder = ORDERS.includes(order);
  if (!hasOrder || id === "" || more.length > 0)
    throw new UsageError(
      `It is called with show or delete, and one conversation id${hasOrder ? "" : didYouMean(order, ORDERS)}`,
    );
  const access = recordAccess(id, process.env);
  const properties = await access.read();
  return order === "show" ? show(id, access, properties, json) : erase(access, properties, json);
}

async function show(
  id: string,
  { place }: RecordAccess,
  properties: JsonObject | undefined,
  json: boolean,
): Promise<number> {
  const { account, namespace, address } = place;
  if (!properties) {
    console.log(
      json ? JSON.stringify({ conversation: id, liveperson: null, function: null }, null, 2) : NONE,
    );
    return 1;
  }
  const appKey = process.env.CLINC_APP_KEY?.trim() ?? "";
  const opened = appKey === "" ? undefined : await openRecord(properties, sealingOf(appKey, id, place));
  if (json) {
    const asFunction = opened && !opened.isSealed ? opened : null;
    console.log(JSON.stringify({ conversation: id, liveperson: properties, function: asFunction }, null, 2));
    return 0;
  }
  console.log(`Conversation ${id}, in ${namespace} of account ${account} at ${new URL(address).host}\n`);
  console.log(seenByLivePerson(parseRecord(properties, 0)));
  console.log(`\n${opened ? seenByFunction(opened) : "Set CLINC_APP_KEY to see what is sealed."}`);
  return 0;
}

/** Looks afterwards: whoever wants to be forgotten is not helped by a promise. */
async function erase(
  access: RecordAccess,
  properties: JsonObject | undefined,
  json: boolean,
): Promise<number> {
  if (properties) {
    await access.delete();
    if (await access.read())
      throw new CommandFailure(
        "The record was deleted, and there is one again: the conversation goes on, or the service did not delete it. Try again when the conversation has ended.",
      );
  }
  const said = properties ? "The record is deleted, and gone." : `${NONE} Nothing had to be deleted.`;
  console.log(json ? JSON.stringify({ deleted: properties !== undefined }, null, 2) : said);
  return 0;
}

const NONE = "There is no record of this conversation.";

await command(HELP, OPTIONS, main, { allowPositionals: true });

import { accessKeeper, isMissingSecret } from "../clinc/access.ts";
import { clincAsker } from "../clinc/ask.ts";
import { clincClient } from "../clinc/client.ts";
import type { Reply } from "../liveperson/reply.ts";
import { placeIn } from "../record/place.ts";
import { recordStore } from "../record/store.ts";
import { secretReader } from "../runtime/secrets.ts";
import type { Toolbelt } from "../runtime/toolbelt.ts";
import { type Transport, transportOf } from "../runtime/transport.ts";
import type { Environment } from "../runtime/variables.ts";
import type { Bot, Records } from "./bot.ts";
import { Conversations } from "./conversations.ts";
import { readSettings, type Settings } from "./settings.ts";
import { takeTurn } from "./turn.ts";

let bot: Bot | undefined;

/**
 * What `lambda` of both generations calls: V1 turns the promise into its callback, V2 returns it.
 *
 * @param input `{ headers, payload }` as LivePerson Functions pass it; any other value is taken as an empty one
 * @param toolbelt LivePerson's toolbelt of this generation
 * @returns the reply for the third-party bot connector
 * @throws {Error} in the two cases that `turn.ts` names, and in no other
 */
export function run(input: unknown, toolbelt: Toolbelt): Promise<Reply> {
  bot ??= buildBot(toolbelt, process.env);
  return takeTurn(input, bot);
}

/** Settings and services live as long as the instance; changing an environment variable deploys a new one anyway. */
export function buildBot(toolbelt: Toolbelt, environment: Record<string, string | undefined>): Bot {
  const { settings, settingsIn, complaints, doubts } = readSettings(environment);
  const wrong = [...complaints, ...doubts];
  const named = wrong.length > 0 ? [wrong.join(" | ")] : [];
  const complain = (complaint: string) => void named.push(complaint);
  const keeper = accessKeeper(secretReader(toolbelt), settings.CLINC_SECRET_PREFIX, complain);
  const transport = transportOf(toolbelt);
  return {
    settings,
    settingsIn,
    complaints: named,
    conversations: new Conversations(),
    askClinc: clincAsker(keeper, clincClient(transport)),
    access: keeper.current,
    records: recordsOf(settings, environment, transport),
    checkSecrets: (deadline) =>
      keeper.current(deadline).then(
        () => [],
        (error) => {
          if (isMissingSecret(error)) throw error;
          return [String(error.message)];
        },
      ),
  };
}

function recordsOf(settings: Settings, environment: Environment, transport: Transport): Records {
  const place = placeIn(environment, settings);
  const complaints = place
    ? []
    : ["context_account_unknown: set CONTEXT_ACCOUNT, or conversations have no record"];
  const store = recordStore(transport, place, settings.CONTEXT_TTL_HOURS);
  return { place, store, isShared: !transport.proxied, complaints };
}

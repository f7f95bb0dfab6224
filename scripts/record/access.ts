import { readSettings } from "../../src/bot/settings.ts";
import { contextService } from "../../src/record/context-service.ts";
import { isRecordable, type Place, recordPlace, urlIn } from "../../src/record/place.ts";
import { Fault } from "../../src/runtime/fault.ts";
import { fetchAdapter } from "../../src/runtime/fetch-adapter.ts";
import type { JsonObject } from "../../src/runtime/tolerant.ts";
import { CommandFailure, UsageError } from "../kit/command.ts";

/** One conversation's record at the service; what goes wrong there is a {@link CommandFailure} that says what to do. */
export type RecordAccess = {
  place: Place;
  /** `undefined` where there is none. */
  read(): Promise<JsonObject | undefined>;
  delete(): Promise<void>;
};

/** The variables of the function that say where its records are. */
const OF_PLACE = /^(CLINC_SECRET_PREFIX|CLINC_TIMEOUT_MS|CONTEXT_\w+) /;

/**
 * The record of a conversation, where the environment says that the bot keeps it.
 *
 * @throws {UsageError} for an id that no record can have, and for a missing or wrong variable
 */
export function recordAccess(
  conversationId: string,
  environment: Record<string, string | undefined>,
): RecordAccess {
  // It is not repeated: it might be a key.
  if (!isRecordable(conversationId))
    throw new UsageError("A conversation id has letters, digits, - and _, at most 100 of them");
  const key = environment.CLINC_CONTEXT_KEY?.trim() ?? "";
  if (key === "") throw new UsageError("CLINC_CONTEXT_KEY must be set in the environment");
  const { settings, complaints } = readSettings(environment);
  const wrong = complaints.filter((complaint) => OF_PLACE.test(complaint));
  if (wrong[0])
    throw new UsageError(wrong[0].replace("the default is used", "correct it in the environment"));
  const place = recordPlace(settings.CONTEXT_HOST, settings.CONTEXT_ACCOUNT, settings.CLINC_SECRET_PREFIX);
  if (!place) throw new UsageError("CONTEXT_ACCOUNT must be set in the environment");

  const call = contextService({ adapter: fetchAdapter(), proxied: false });
  const url = urlIn(place, place.namespace, conversationId, "properties");
  const done = async (method: "get" | "delete") => {
    const answer = await call({ method, url, key, timeout: settings.CLINC_TIMEOUT_MS });
    if (answer instanceof Fault) throw new CommandFailure(explained(answer));
    return answer;
  };
  return {
    place,
    async read() {
      const found = await done("get");
      return found && Object.keys(found).length > 0 ? found : undefined;
    },
    async delete() {
      await done("delete");
    },
  };
}

function explained({ message, cause }: Fault): string {
  const seen = cause?.status === undefined ? cause?.code : `HTTP ${cause.status}`;
  return seen ? `${message} (${seen})` : message;
}

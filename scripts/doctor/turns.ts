import { grouped } from "../kit/terminal.ts";
import { type Check, ok, warning } from "./check.ts";
import type { Answered } from "./question.ts";

/**
 * LivePerson asks that bots answer within this time.
 *
 * @see https://developers.liveperson.com/third-party-bots-custom-integration.html
 */
const ADVISED_MS = 1_000;

/**
 * Two questions with one seed are one dialog. Clinc shows that by `session_id`, which seems to stay the same through a
 * session; no page promises it, so another one is no failure.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/query_response.html
 */
export function secondTurn(first: Answered, second: Answered): Check {
  const name = "second turn";
  const [before, after] = [first.reply?.session_id, second.reply?.session_id];
  if (!before || !after) {
    return warning(
      name,
      "answered, but without session_id: whether it continues the dialog cannot be told",
      "Replay a conversation of several turns with `npm start -- --live FILE.json` and read it.",
    );
  }
  if (before === after) return ok(name, "answered, in the dialog of the first");
  return warning(
    name,
    "answered, but in another session: Clinc may have started over",
    "Replay a conversation of several turns with `npm start -- --live FILE.json`. If the AI forgets what it asked, ask Clinc whether dialog_seed works for your instance.",
  );
}

/** The slower of the two counts. */
export function answerTime(first: Answered, second: Answered): Check {
  const name = "answer time";
  const finding = `${grouped(first.milliseconds)} ms, then ${grouped(second.milliseconds)} ms; LivePerson advises less than ${grouped(ADVISED_MS)}`;
  if (Math.max(first.milliseconds, second.milliseconds) <= ADVISED_MS) return ok(name, finding);
  return warning(
    name,
    finding,
    "Ask Clinc where the time goes, and look at your own business logic first: its time is part of it.",
  );
}

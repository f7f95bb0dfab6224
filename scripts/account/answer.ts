import type * as z from "zod";
import { asText } from "../../src/runtime/tolerant.ts";
import { fromJson } from "../kit/json.ts";
import { AccountFailure } from "./failure.ts";
import { quoted } from "./quoted.ts";
import type { HttpAnswer } from "./request.ts";

/** LivePerson refused a call. */
export class Refused extends AccountFailure {
  override readonly name = "Refused";
  readonly status: number;
  /** LivePerson's own code; V1 calls the field `errorCode`, V2 `code`. */
  readonly code: string;

  constructor(call: string, status: number, code: string, message: string, token: string) {
    const said = [status, quoted(code, token), quoted(message, token)].filter(Boolean).join(" ");
    super(`${call} was answered with ${said}`, remedyFor(status));
    this.status = status;
    this.code = code;
  }
}

/** Something answered, but not as LivePerson does: a page of sign-in, a proxy, an API that has changed. */
class NotUnderstood extends AccountFailure {
  override readonly name = "NotUnderstood";

  constructor(call: string, status: number, what: string) {
    super(
      `${call} was answered with ${status}, but with ${what}`,
      "is the bearer token still valid, or does a sign-in page or a proxy stand between?",
    );
  }
}

/** These say by themselves that something was done, and need no body. */
const SAYING_ALL = [201, 202, 204];

/**
 * Takes an answer only for what it should be: a status alone proves nothing, since pages of sign-in come with 200.
 *
 * @param shape of the body: `undefined` when there is none and the status says all, `null` when there is none otherwise
 * @param call how a message names it
 * @param token left out of messages, should the answer repeat it
 * @throws {AccountFailure} that says in one sentence what came instead, and what to do
 */
export function answerOf<Shape extends z.ZodType>(
  { status, text }: HttpAnswer,
  shape: Shape,
  call: string,
  token: string,
): z.infer<Shape> {
  const isEmpty = text.trim() === "";
  const json = fromJson(text);
  const isDone = (status >= 200 && status < 300) || status === 304;
  if (!isDone) throw refusal(call, status, json, token);
  if (!isEmpty && json === undefined) throw new NotUnderstood(call, status, "a text that is no JSON");
  const read = shape.safeParse(isEmpty ? (SAYING_ALL.includes(status) ? undefined : null) : json);
  if (read.success) return read.data;
  if (isEmpty) throw new NotUnderstood(call, status, "nothing");
  const place = quoted(read.error.issues[0]?.path.join(".") ?? "", token);
  throw new NotUnderstood(call, status, `other JSON than LivePerson's${place && ` (${place})`}`);
}

function refusal(call: string, status: number, body: unknown, token: string): Refused {
  const { errorCode, code, errorMsg, message } = Object(body) as Record<string, unknown>;
  return new Refused(call, status, asText(errorCode ?? code), asText(errorMsg ?? message), token);
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403)
    return "is the bearer token still valid, and may the user edit functions?";
  if (status < 400)
    return "it leads elsewhere and is not followed: is the bearer token still valid, or does a sign-in page stand between?";
  if (status === 404) return "check LIVEPERSON_ACCOUNT, and whether --generation is the account's";
  if (status === 429 || status >= 500) return "wait some minutes, and try again";
  return "correct what it names, and try again";
}

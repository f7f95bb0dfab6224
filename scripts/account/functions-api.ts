import * as z from "zod";
import type { Generation } from "../build/generation.ts";
import type { Account } from "./account.ts";
import { answerOf } from "./answer.ts";
import { type Limits, request } from "./request.ts";

/**
 * The calls of LivePerson Functions' own REST API that its command line tools make: V1's were read in
 * `liveperson-functions-cli` 1.31, V2's in 2.0. None of them is documented.
 */
export type FunctionsApi = {
  /**
   * @param path below the account, made by {@link path}
   * @param shape of the body that it must be answered with; see {@link answerOf} for what has none
   * @throws {CommandFailure} for any other answer, and for none
   */
  call<Shape extends z.ZodType>(
    method: "GET" | "POST" | "PUT" | "PATCH",
    path: string,
    shape: Shape,
    body?: Record<string, unknown>,
  ): Promise<z.infer<Shape>>;
};

/** A path below the account; what is put into it stays one segment or one value. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}

/** UUIDs as LivePerson gives them out: at most 36 characters, and nothing that leads elsewhere in a path. */
export const uuid = z.string().regex(/^[\w-]{1,36}$/);

/**
 * What a change is answered with. None of the tools looks at the body, so it may be any object or none: whether the change
 * was made is seen by reading it back.
 */
export const changed = z.looseObject({}).nullish();

/** The Functions API of an account at its address. */
export function functionsApi(
  { userId, token }: Account,
  generation: Generation,
  address: string,
  limits: Limits,
): FunctionsApi {
  return {
    async call(method, path, shape, body) {
      const url = new URL(address + path);
      url.searchParams.set("userId", userId);
      if (generation === "v1") url.searchParams.set("v", "1");
      const headers = {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        Accept: "application/json",
      };
      const sent = body && { body: JSON.stringify({ timestamp: 0, ...body }) };
      const answer = await request(url, { method, headers, ...sent }, limits);
      return answerOf(answer, shape, `${method} ${path}`, token);
    },
  };
}

import { describe, expect, it } from "vitest";
import * as z from "zod";
import { answerOf, Refused } from "../../../scripts/account/answer.ts";

const TOKEN = "tok-5f1c0d2e9ab84d63";
const CALL = "PUT /lambdas/lambda-1";
const shape = z.looseObject({ uuid: z.string(), tags: z.record(z.string(), z.string()).optional() });

function refusal(status: number, body: unknown): Refused {
  try {
    answerOf({ status, text: typeof body === "string" ? body : JSON.stringify(body) }, shape, CALL, TOKEN);
  } catch (error) {
    if (error instanceof Refused) return error;
  }
  throw new Error("it was no refusal");
}

describe("a refusal", () => {
  it.each([
    [
      301,
      "it leads elsewhere and is not followed: is the bearer token still valid, or does a sign-in page stand between?",
    ],
    [400, "correct what it names, and try again"],
    [401, "is the bearer token still valid, and may the user edit functions?"],
    [403, "is the bearer token still valid, and may the user edit functions?"],
    [404, "check LIVEPERSON_ACCOUNT, and whether --generation is the account's"],
    [409, "correct what it names, and try again"],
    [429, "wait some minutes, and try again"],
    [500, "wait some minutes, and try again"],
    [503, "wait some minutes, and try again"],
  ])("with %i says what to do", (status, remedy) => {
    expect(refusal(status, "").message).toBe(`${CALL} was answered with ${status}; ${remedy}`);
  });

  it.each([
    ["V1", { errorCode: "contract-error", errorMsg: "no callback" }],
    ["V2", { code: "contract-error", message: "no callback" }],
  ])("of %s is quoted with its code and its message", (_, body) => {
    const error = refusal(400, body);
    expect(error.code).toBe("contract-error");
    expect(error.message).toContain("was answered with 400 contract-error no callback; correct");
  });

  it("is told without the token and without what steers a terminal", () => {
    const { message } = refusal(400, {
      code: `\u001b[2J${TOKEN}`,
      message: `Bad\nBearer\u0007 ${TOKEN}, that is ${[...TOKEN].join(" ")}`,
    });
    expect(message).toBe(`${CALL} was answered with 400 [2J…; correct what it names, and try again`);
  });

  it("without a code or with one that is no text has none", () => {
    for (const body of ["<html>", null, [], "", { code: { toString: 1 }, message: [] }, { code: 4711 }])
      expect(refusal(500, body).message).toMatch(/answered with 500( 4711)?; wait/);
  });
});

describe("an answer of another shape", () => {
  it("names the place, without the token and without what steers a terminal", () => {
    const read = (tags: Record<string, unknown>) =>
      answerOf({ status: 200, text: JSON.stringify({ uuid: "1", tags }) }, shape, CALL, TOKEN);
    expect(() => read({ "a\u001b[2J": 1 })).toThrow("with other JSON than LivePerson's (tags.a [2J); is the");
    expect(() => read({ [TOKEN]: 1 })).toThrow("with other JSON than LivePerson's (tags.…); is the");
    expect(() => read({ [`x${TOKEN.slice(4)}`]: 1 })).toThrow("with other JSON than LivePerson's; is the");
  });
});

import { expect, it } from "vitest";
import { path } from "../../../scripts/account/functions-api.ts";

it("what is put into a path stays one segment or one value", () => {
  expect(path`/lambdas/${"a/b?c#d"}`).toBe("/lambdas/a%2Fb%3Fc%23d");
  expect(path`/lambdas?name=${"a&v=2"}`).toBe("/lambdas?name=a%26v%3D2");
});

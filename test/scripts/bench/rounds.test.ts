import { expect, it } from "vitest";
import { rotated } from "../../../scripts/bench/rounds.ts";

it("lets each come first in its round", () => {
  const rounds = [-1, 0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""));
  expect(rounds).toEqual(["cab", "abc", "bca", "cab", "abc"]);
});

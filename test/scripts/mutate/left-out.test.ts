import { expect, it } from "vitest";
import { leftOut } from "../../../scripts/mutate/left-out.ts";

it("comments that keep Stryker from changing code are found with their reason", () => {
  const source = `
// Stryker disable next-line all: the platform's own text
const a = 1; // Stryker disable next-line EqualityOperator
/* Stryker disable StringLiteral : nobody reads it */
// Stryker restore all
// Stryker disable next-line BooleanLiteral:
const b = "Stryker disable all: a text";
`;
  expect(leftOut(source)).toEqual([
    { line: 2, reason: "the platform's own text" },
    { line: 3, reason: "" },
    { line: 4, reason: "nobody reads it" },
    { line: 6, reason: "" },
  ]);
});

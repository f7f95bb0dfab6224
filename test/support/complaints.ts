import { expect } from "vitest";

/** A page, with everything that it or the browser has complained of so far. */
type Complaining = { complaints: string[] };

/** Takes away the complaints that a test has made happen. */
export function forgive({ complaints }: Complaining, expected: RegExp): void {
  const others = complaints.filter((text) => !expected.test(text));
  complaints.splice(0, complaints.length, ...others);
}

/** For the end of each test: a page that is well has nothing to complain about. The next test is not told of it. */
export function expectNoComplaints({ complaints }: Complaining): void {
  expect(complaints.splice(0)).toEqual([]);
}

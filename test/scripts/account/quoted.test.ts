import { describe, expect, it } from "vitest";
import { quoted } from "../../../scripts/account/quoted.ts";

const TOKEN = "tok-5f1c0d2e9ab84d63";

describe("what is quoted of a server's text", () => {
  it("is the text itself when it is plain", () => {
    expect(quoted("lambda is not defined", TOKEN)).toBe("lambda is not defined");
  });

  it("stands on one line, free of what steers a terminal", () => {
    const text = "Refused\r\n\u001b[31mDone: \u001b]8;;https://evil.example\u0007yes\u009b2J\u202e";
    expect(quoted(text, TOKEN)).toBe("Refused [31mDone: ]8;;https://evil.example yes 2J");
  });

  it("is cut", () => {
    expect(quoted("x".repeat(1_000), TOKEN)).toBe(`${"x".repeat(299)}…`);
  });

  it("has a mark where the token stood", () => {
    expect(quoted(`Bad: Bearer ${TOKEN}, ${TOKEN}`, TOKEN)).toBe("Bad: Bearer …, …");
  });

  it.each([
    ["half of it", "Bad: tok-5f1c0d…"],
    ["its end", "Bad: …9ab84d63"],
    ["it in capitals", `Bad: ${TOKEN.toUpperCase()}`],
    ["it encoded", `Bad: ${TOKEN.replace("-", "%2D").replace("0d", "0-d")}`],
    ["it with an escape sequence within", "Bad: tok-5f1c\u001b0d2e9ab84d63"],
    ["it spelled with blanks", `Bad: ${[...TOKEN].join(" ")}`],
    ["it over two lines", "Bad: tok-5f1c\n0d2e9ab84d63"],
  ])("is nothing when it holds %s", (_, text) => {
    expect(quoted(text, TOKEN)).toBe("");
  });

  it("may share a word with the token, but no eight signs in a row", () => {
    expect(quoted("tok 5f1c is what I read", TOKEN)).toBe("tok 5f1c is what I read");
    expect(quoted("tok 5f1c0 is what I read", TOKEN)).toBe("");
  });

  it("hides a token of a few signs, and of signs alone", () => {
    expect(quoted("Bad: ab-1", "ab-1")).toBe("Bad: …");
    expect(quoted("Bad: a b 1", "ab-1")).toBe("");
    expect(quoted("Bad: --", "--")).toBe("Bad: …");
  });
});

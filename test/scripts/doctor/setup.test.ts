import { describe, expect, it } from "vitest";
import { DOMAIN_API } from "../../../scripts/account/domain-api.ts";
import { type DoctorCall, mockChoice, setupOfShell } from "../../../scripts/doctor/setup.ts";
import { UsageError } from "../../../scripts/kit/command.ts";

const CALL: DoctorCall = { query: "hello", name: "ClincBot", "domain-api": DOMAIN_API, wait: false };

describe("what the doctor is called with", () => {
  it("says which account, function and files are looked at", () => {
    const call = { ...CALL, generation: "v2", name: "ClincBotCards", file: ["a.js", "b.js"], wait: true };
    const environment = { CLINC_CONTEXT_KEY: " key\n", LIVEPERSON_ACCOUNT: " 12345678" };
    expect(setupOfShell(call, environment)).toMatchObject({
      account: { generation: "v2", name: "ClincBotCards", domainApi: new URL(DOMAIN_API) },
      record: { key: "key", isAwaited: true, account: "12345678", domainApi: new URL(DOMAIN_API) },
      files: ["a.js", "b.js"],
    });
    expect(mockChoice(call)).toEqual({
      words: "hello",
      files: ["a.js", "b.js"],
      isAwaited: true,
      generation: "v2",
      name: "ClincBotCards",
    });
  });

  it("leaves the account out where nobody says its generation", () => {
    expect(setupOfShell(CALL, {}).account).not.toHaveProperty("generation");
    expect(mockChoice(CALL)).not.toHaveProperty("generation");
  });

  it("sends a token to no other domain API than LivePerson's", () => {
    const call = { ...CALL, "domain-api": "https://api.liveperson.net.example.com" };
    expect(() => setupOfShell(call, {})).toThrow(UsageError);
  });
});

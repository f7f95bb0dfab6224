import { describe, expect, it } from "vitest";
import { contextAddress, isRecordable, placeIn, recordPlace } from "../../src/record/place.ts";

describe("the address of the Conversation Context Service", () => {
  it.each([
    ["z1", "https://z1.context.liveperson.net"],
    ["z3", "https://z3.context.liveperson.net"],
    ["va-a.context.liveperson.net", "https://va-a.context.liveperson.net"],
    ["Z9.Context.LivePerson.net", "https://Z9.Context.LivePerson.net"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://localhost", "http://localhost"],
    ["http://127.10.20.30", "http://127.10.20.30"],
    ["http://[::1]:8080", "http://[::1]:8080"],
  ])("of %j is %j", (host, address) => {
    expect(contextAddress(host)).toBe(address);
  });

  it.each([
    "",
    "z0",
    "z4",
    "z12",
    "xz1",
    "https://z1",
    "liveperson.net",
    ".liveperson.net",
    "evilliveperson.net",
    "liveperson.net.evil.example",
    "z1.context.liveperson.net.evil.example",
    "evil.example/z1.context.liveperson.net",
    "evil.example#.liveperson.net",
    "user@z1.context.liveperson.net",
    "z1.context.liveperson.net:8080",
    "http://z1.context.liveperson.net",
    "http://10.0.0.1",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.1:8080/path",
    "evil.example/?http://localhost",
    "z1\n",
  ])("is not to be had for %j: no key goes there", (host) => {
    expect(contextAddress(host)).toBeUndefined();
  });
});

describe("the place of the records", () => {
  it("is one for each account and each prefix of secrets", () => {
    expect(recordPlace("z2", "12345678", "clinc")).toEqual({
      address: "https://z2.context.liveperson.net",
      account: "12345678",
      namespace: "clinc_conversation",
    });
  });

  it("has a namespace that the service takes", () => {
    expect(recordPlace("z2", "le123", "bank-2-test")?.namespace).toBe("bank_2_test_conversation");
  });

  it.each([
    ["a wrong host", "z7", "12345678"],
    ["no account", "z1", ""],
    ["an account with other signs", "z1", "12/34"],
    ["an account that is too long", "z1", "1".repeat(101)],
  ])("is nowhere with %s", (_, host, account) => {
    expect(recordPlace(host, account, "clinc")).toBeUndefined();
  });
});

describe("the account of the records", () => {
  const settings = { CONTEXT_HOST: "z1", CONTEXT_ACCOUNT: "", CLINC_SECRET_PREFIX: "clinc" };

  it("is the one that is set, before the one that V2 tells, before the one that V1 tells", () => {
    const platform = { BRAND_ID: "1", X_LIVEPERSON_BRAND_ID: "2" };
    expect(placeIn(platform, { ...settings, CONTEXT_ACCOUNT: "3" })?.account).toBe("3");
    expect(placeIn(platform, settings)?.account).toBe("2");
    expect(placeIn({ BRAND_ID: "1" }, settings)?.account).toBe("1");
    expect(placeIn({}, settings)).toBeUndefined();
  });
});

describe("a conversation", () => {
  it("can have a record when its id is made of letters, digits, _ and -", () => {
    for (const id of ["7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90", "H12345678-abcK1", "a", "_", "x".repeat(100)])
      expect(isRecordable(id)).toBe(true);
  });

  it("can have none under any other id", () => {
    for (const id of ["", "a/b", "../a", "a b", "a%2Fb", "ä", "a\n", "x".repeat(101), "a?b", "a.b"])
      expect(isRecordable(id)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { accountOfEnvironment } from "../../../scripts/account/account.ts";
import { UsageError } from "../../../scripts/kit/command.ts";

const VARIABLES = {
  LIVEPERSON_ACCOUNT: "90210001",
  LIVEPERSON_USER_ID: "4711",
  LIVEPERSON_TOKEN: "tok-5f1c0d2e9ab84d63",
};

describe("who calls", () => {
  it("is read from the environment, without the white space of copying", () => {
    const padded = Object.fromEntries(
      Object.entries(VARIABLES).map(([name, value]) => [name, ` ${value}\n`]),
    );
    const expected = { accountId: "90210001", userId: "4711", token: "tok-5f1c0d2e9ab84d63" };
    expect(accountOfEnvironment(VARIABLES)).toEqual(expected);
    expect(accountOfEnvironment(padded)).toEqual(expected);
  });

  it.each(Object.keys(VARIABLES))("is unknown without %s, or with a blank one", (name) => {
    for (const value of [undefined, "", " \n"])
      expect(() => accountOfEnvironment({ ...VARIABLES, [name]: value })).toThrow(
        new UsageError(
          `LIVEPERSON_ACCOUNT, LIVEPERSON_USER_ID and LIVEPERSON_TOKEN must be set in the environment; there is no ${name}`,
        ),
      );
  });

  it.each([
    ["LIVEPERSON_ACCOUNT", ".."],
    ["LIVEPERSON_ACCOUNT", "1/../2"],
    ["LIVEPERSON_ACCOUNT", "1?x"],
    ["LIVEPERSON_TOKEN", "tok-5f1c\r\nHost: evil.example"],
    ["LIVEPERSON_TOKEN", "Bearer tok-5f1c"],
    ["LIVEPERSON_TOKEN", "tök"],
  ])(
    "is refused with a %s that no address or header can carry, and the value is not shown: %j",
    (name, value) => {
      const read = () => accountOfEnvironment({ ...VARIABLES, [name]: value });
      expect(read).toThrow(new UsageError(`${name} must be one word, as LivePerson shows it`));
    },
  );
});

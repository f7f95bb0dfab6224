import { SECRET_NOT_FOUND, type SecretClient } from "../../../src/runtime/toolbelt.ts";

/** What an account has in its Secret Storage, by name; it may change between turns. */
export type Secrets = Record<string, unknown>;

/** The client of a Secret Storage, the same in both toolbelts. */
export function secretClient(secrets: Secrets): SecretClient {
  return {
    async readSecret(name) {
      if (name in secrets) return { key: name, value: secrets[name] };
      throw Object.assign(new Error(`There is no Secret ${name} for this account`), {
        code: SECRET_NOT_FOUND,
      });
    },
  };
}

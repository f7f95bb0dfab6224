import type { Limits } from "../../account/request.ts";
import type { Checksums } from "../../build/checksums.ts";
import type { Generation } from "../../build/generation.ts";

/** The account that is looked into, and what is known of what should be there. */
export type AccountSetup = {
  /** Which LivePerson Functions it has; nothing is looked at where this is not told. */
  generation?: Generation;
  /** Name of the function in the account. */
  name: string;
  domainApi: URL;
  now?: Date;
};

/** What is held against the account. */
export type Expected = {
  /** The shell's variables; who calls is among them. */
  environment: Record<string, string | undefined>;
  domains: readonly NeededDomain[];
  checksums: Checksums;
  limits: Limits;
};

/** A host that the function has to reach, in small letters, and what V1's list should have for it. */
export type NeededDomain = { host: string; entry: string };

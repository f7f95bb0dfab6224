import { allowedDomains, isAllowed } from "../../account/allowed-domains.ts";
import type { FunctionsApi } from "../../account/functions-api.ts";
import type { Generation } from "../../build/generation.ts";
import { type Check, failed, ok } from "../check.ts";
import type { NeededDomain } from "./setup.ts";
import { looked } from "./unseen.ts";

const CHECK = "domains";
const WHERE = "In LivePerson Functions: Settings, allowed domains";

/** Looks whether V1 lets the function reach its hosts. */
export async function examineDomains(
  api: FunctionsApi,
  generation: Generation,
  needed: readonly NeededDomain[],
): Promise<Check[]> {
  if (generation === "v2") return [ok(CHECK, "Functions V2 have no list of allowed domains")];
  if (needed.length === 0)
    return [ok(CHECK, "none is needed: there is no usable host, or it is this machine")];
  return looked(
    CHECK,
    async () => {
      const list = await allowedDomains(api);
      const missing = needed.filter(({ host }) => !isAllowed(host, list)).map(({ entry }) => entry);
      if (missing.length === 0) return ok(CHECK, `allowed: ${needed.map(({ entry }) => entry).join(", ")}`);
      return failed(
        CHECK,
        `not allowed: ${missing.join(", ")}`,
        `${WHERE}, add ${missing.join(" and ")}; wait ten minutes.`,
      );
    },
    `${WHERE}: look for ${needed.map(({ entry }) => entry).join(" and ")}.`,
  );
}

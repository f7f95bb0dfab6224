import type { FunctionsApi } from "../../account/functions-api.ts";
import { installed } from "../../account/installed.ts";
import type { Checksums } from "../../build/checksums.ts";
import type { Generation } from "../../build/generation.ts";
import { type Check, ok } from "../check.ts";
import { examineCode } from "../code.ts";
import { examineDeployment, whereToPaste } from "./function.ts";
import { looked } from "./unseen.ts";

const CHECK = "slash command";
const NAME = "ClincAgent";

/** Looks at the function of the agent's side by the name of its file: its code, and whether it is deployed. */
export function examineCommand(
  api: FunctionsApi,
  generation: Generation,
  checksums: Checksums,
): Promise<Check[]> {
  const place = { generation, name: NAME, file: NAME } as const;
  return looked(
    CHECK,
    async () => {
      const found = await installed(api, generation, NAME);
      if (!found) return ok(CHECK, `there is no ${NAME}, which serves agents and is not needed by the bot`);
      const checks = [
        await examineCode(CHECK, found.code, checksums, { generation, name: NAME }, whereToPaste(place)),
        await examineDeployment(CHECK, found, api, place),
      ];
      const bad = checks.filter(({ status }) => status !== "ok");
      return bad.length > 0 ? bad : ok(CHECK, checks.map(({ finding }) => finding).join("; "));
    },
    `In LivePerson Functions: look at ${NAME}.`,
  );
}

import { placeIn } from "../../record/place.ts";
import { recordStore } from "../../record/store.ts";
import { secretReader } from "../../runtime/secrets.ts";
import type { Toolbelt } from "../../runtime/toolbelt.ts";
import { transportOf } from "../../runtime/transport.ts";
import { type Environment, valuesOf } from "../../runtime/variables.ts";
import { briefingReader } from "../briefing.ts";
import { agentSecrets } from "../secrets.ts";
import { suggester } from "../suggestion.ts";
import { AGENT_VARIABLES } from "../variables.ts";
import { type AgentSide, answerCommand } from "./command.ts";

let side: AgentSide | undefined;

/**
 * What `lambda` of both generations calls: V1 turns the promise into its callback, V2 returns it.
 *
 * @param input `{ headers, payload: { conversationId, arguments } }` as LivePerson Functions pass it; any other value is
 * taken as an empty one
 * @param toolbelt LivePerson's toolbelt of this generation
 * @returns what the agent reads
 */
export function run(input: unknown, toolbelt: Toolbelt): Promise<string> {
  side ??= buildSide(toolbelt, process.env);
  return answerCommand(input, side);
}

/** Settings and services live as long as the instance; changing an environment variable deploys a new one anyway. */
export function buildSide(toolbelt: Toolbelt, environment: Environment): AgentSide {
  const complaints: string[] = [];
  const settings = valuesOf(environment, AGENT_VARIABLES, complaints);
  const secrets = agentSecrets(secretReader(toolbelt), settings.CLINC_SECRET_PREFIX);
  const transport = transportOf(toolbelt);
  const place = placeIn(environment, settings);
  const records = [{ place, store: recordStore(transport, place, settings.CONTEXT_TTL_HOURS) }];
  return {
    settings,
    readBriefing: briefingReader({ secrets, records }),
    suggest: suggester({ secrets, transport, settings, records }),
    complaints: complaints.length > 0 ? [complaints.join(" | ")] : [],
  };
}

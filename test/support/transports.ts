import { toolbeltOfLocalTool, toolbeltV1, toolbeltV2 } from "../../scripts/stand-ins/functions/toolbelt.ts";
import { transportOf } from "../../src/runtime/transport.ts";

const LOOPBACK = ["127.0.0.1"];

/** The ways out of both generations to loopback, for `describe.each`. */
export const TRANSPORTS = [
  { platform: "V1", transport: transportOf(toolbeltV1({}, LOOPBACK)) },
  { platform: "V1 in LivePerson's local tool", transport: transportOf(toolbeltOfLocalTool({}, LOOPBACK)) },
  { platform: "V2", transport: transportOf(toolbeltV2({})) },
];

import { startMockContextService } from "../../stand-ins/context-service/server.ts";

/**
 * A Conversation Context Service on loopback, with a given time to it and back. It tells its address to the process that
 * started it, and ends with it.
 */
const service = await startMockContextService();
service.latencyMs = Number(process.argv[2]);
process.send?.(service.host);
process.on("disconnect", () => process.exit());

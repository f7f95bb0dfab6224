import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cannedReply } from "../canned-replies.ts";

/**
 * A Clinc on loopback that takes as little time as it can, or so many milliseconds more: one ready reply to every POST. It
 * tells its address to the process that started it, and ends with it.
 */
const latencyMs = Number(process.argv[2]);
const reply = Buffer.from(cannedReply("text"));
const server = createServer({ keepAliveTimeout: 300_000 }, (request, response) => {
  const answer = () =>
    response
      .writeHead(200, { "content-type": "application/json", "content-length": reply.length })
      .end(reply);
  request.resume().on("end", () => {
    if (latencyMs > 0) setTimeout(answer, latencyMs);
    else answer();
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.on("disconnect", () => process.exit());

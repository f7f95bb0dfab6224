import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { serve } from "@hono/node-server";
import { deskApp } from "./app.ts";
import type { Desk } from "./desk.ts";

/** A desk that listens. */
export type RunningDesk = {
  address: string;
  /** Takes no more calls, finishes those under way, and resolves when all are done. */
  finish(): Promise<void>;
};

/** Milliseconds. Whoever sends slower than this is not waited for. */
const TO_SEND_HEADERS = 5_000;
const TO_SEND_ALL = 10_000;
/** Beyond the longest that Clinc may take. */
const SILENT_AT_MOST = 30_000;
const LOOKED_AT_EVERY = 1_000;

/** Node answers a request that is too slow with 408, and closes its connection. */
const SLOW_REQUESTS_END = {
  headersTimeout: TO_SEND_HEADERS,
  requestTimeout: TO_SEND_ALL,
  connectionsCheckingInterval: LOOKED_AT_EVERY,
};

/** @throws the error of the system, as EADDRINUSE for a port that is taken */
export function startDesk(desk: Desk): Promise<RunningDesk> {
  const { HOST, PORT } = desk.settings;
  return new Promise((resolve, reject) => {
    const options = {
      fetch: deskApp(desk).fetch,
      hostname: HOST,
      port: PORT,
      serverOptions: SLOW_REQUESTS_END,
    };
    const server = serve(options, ({ address, port }: AddressInfo) => {
      const host = address.includes(":") ? `[${address}]` : address;
      resolve({ address: `http://${host}:${port}`, finish: () => finished(server as Server, connections) });
    });
    const connections = new Set<Socket>();
    (server as Server).on("connection", (socket) => {
      connections.add(socket);
      socket.once("close", () => connections.delete(socket));
    });
    (server as Server).setTimeout(SILENT_AT_MOST);
    server.once("error", reject);
  });
}

const IDLE_CLOSED_EVERY = 50;
/** Longer than a suggestion may take; who has sent half a request by then will not send the rest. */
const FINISHED_AT_LATEST = 15_000;

function finished(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const timers = [
      setInterval(() => closeIdle(server, connections), IDLE_CLOSED_EVERY),
      setTimeout(() => server.closeAllConnections(), FINISHED_AT_LATEST),
    ];
    server.close(() => {
      timers.forEach(clearTimeout);
      resolve();
    });
    closeIdle(server, connections);
  });
}

/**
 * A connection that is kept open is idle as soon as its answer is out; those of a browser would stay for seconds. One on
 * which nothing came yet, as browsers and proxies open them in advance, is busy in Node's eyes.
 */
function closeIdle(server: Server, connections: ReadonlySet<Socket>): void {
  server.closeIdleConnections();
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
}

import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Whether a name or address, as `URL` writes it, is this machine's own. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether a name has no dot, so that nobody outside of its own network knows it. */
export function isOneWord(hostname: string): boolean {
  return !isLoopback(hostname) && !/[.[]/.test(hostname);
}

/** A server that only this machine reaches. */
export type LoopbackServer = {
  /** `http://127.0.0.1:8123`, without a path. */
  address: string;
  /** Ends it, and every request that is under way. */
  close(): Promise<void>;
};

/**
 * Lets a server listen on the loopback interface.
 *
 * @param port 0 for any free one
 * @throws the error of the system, as EADDRINUSE for a port that is taken
 */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * A port that nobody listens on just now, for a program that must be told its own. It is below those that systems give
 * to connections (Linux from 32768 on), so that none takes it before the program does.
 *
 * @param wished this one where it is free
 */
export async function freePort(wished = randomInt(20_000, 32_000)): Promise<number> {
  try {
    const { address, close } = await listenOnLoopback(createServer(), wished);
    await close();
    return Number(new URL(address).port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return freePort();
  }
}

/** The whole body of a request, however long it is. */
export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

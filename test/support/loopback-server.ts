import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createSilentServer } from "node:net";
import { onTestFinished } from "vitest";
import { SELF_SIGNED } from "../fixtures/self-signed.ts";

/** Serves on a free port of this machine until the test has ended. Returns the address, as for `CLINC_HOST`. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  return `http://127.0.0.1:${port}`;
}

/** The same over TLS, with a certificate that nobody has signed. */
export async function serveSelfSigned(answer: RequestListener): Promise<string> {
  const server = createSecureServer(SELF_SIGNED, answer);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  return `https://127.0.0.1:${port}`;
}

/** Takes connections and never says a word. */
export async function serveSilence(): Promise<string> {
  const port = await listening(createSilentServer((socket) => onTestFinished(() => void socket.destroy())));
  return `127.0.0.1:${port}`;
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createSilentServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(server: ReturnType<typeof createSilentServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

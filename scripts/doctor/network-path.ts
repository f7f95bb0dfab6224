import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecurely, rootCertificates } from "node:tls";
import { faultOfSilence } from "../../src/clinc/faults.ts";
import { Deadline } from "../../src/runtime/deadline.ts";
import { errorCode, type Fault } from "../../src/runtime/fault.ts";
import { type Check, failedBy, ok, skipped, warning } from "./check.ts";
import { whereToFixSecret } from "./where-to-fix.ts";

/** The steps to Clinc below HTTP. */
export const NETWORK_STEPS = ["DNS", "connection", "TLS"] as const;

/**
 * Walks to the host step by step, so that the first step that fails is named and not only its consequence.
 *
 * @param limitMs for each step
 * @returns whether a query can be sent
 */
export async function* examineNetworkPath(
  endpoint: URL,
  prefix: string,
  limitMs: number,
): AsyncGenerator<Check, boolean> {
  const host = endpoint.hostname.replace(/^\[|\]$/g, "");
  const isSecure = endpoint.protocol === "https:";
  const port = Number(endpoint.port) || (isSecure ? 443 : 80);
  const steps: Record<(typeof NETWORK_STEPS)[number], () => Promise<Check>> = {
    DNS: () => resolve(host, prefix, limitMs),
    connection: () => reach(host, port, limitMs),
    TLS: async () =>
      isSecure
        ? shakeHands(host, port, limitMs)
        : ok("TLS", "not used: plain http, which is for this machine only"),
  };
  let broken = "";
  for (const name of NETWORK_STEPS) {
    const check = broken === "" ? await steps[name]() : skipped(name, `needs ${broken}`);
    if (check.status === "failed") broken = name;
    yield check;
  }
  return broken === "";
}

async function resolve(host: string, prefix: string, limitMs: number): Promise<Check> {
  if (isIP(host)) return ok("DNS", `${host} is an address and needs none`);
  try {
    const { address } = await new Deadline(limitMs).within(lookup(host), () => coded("EAI_AGAIN"));
    return ok("DNS", `${host} is ${address}`);
  } catch (error) {
    const finding = `${host} was not found: ${errorCode(error)}`;
    return failedBy("DNS", faultOfSilence(error, false), finding, whereToFixSecret(prefix, "host"));
  }
}

async function reach(host: string, port: number, limitMs: number): Promise<Check> {
  try {
    await opened(connect({ host, port }), "connect", limitMs);
    return ok("connection", `port ${port} is open`);
  } catch (error) {
    const finding = `no connection to port ${port} of ${host}: ${errorCode(error)}`;
    return failedBy(
      "connection",
      faultOfSilence(error, false),
      finding,
      "A firewall in between looks like this, too.",
    );
  }
}

/** The function knows the public certificate authorities only; this machine may know more, by NODE_EXTRA_CA_CERTS. */
async function shakeHands(host: string, port: number, limitMs: number): Promise<Check> {
  const distrust = await untrusted(host, port, limitMs, [...rootCertificates]);
  if (!distrust) return ok("TLS", "the certificate is trusted");
  const isAboutTrust = distrust.fault.reason === "host_certificate";
  const isKnownHere = isAboutTrust && (await untrusted(host, port, limitMs)) === undefined;
  if (!isKnownHere)
    return failedBy("TLS", distrust.fault, `no secure connection to ${host}: ${distrust.code}`);
  return warning(
    "TLS",
    `the certificate is trusted on this machine only: ${distrust.code}`,
    "LivePerson knows public certificate authorities; install a certificate of one of them.",
  );
}

async function untrusted(
  host: string,
  port: number,
  limitMs: number,
  authorities?: string[],
): Promise<{ fault: Fault; code: string } | undefined> {
  try {
    const socket = connectSecurely({
      host,
      port,
      rejectUnauthorized: true,
      ...(isIP(host) === 0 && { servername: host }),
      ...(authorities && { ca: authorities }),
    });
    await opened(socket, "secureConnect", limitMs);
    return undefined;
  } catch (error) {
    return { fault: faultOfSilence(error, false), code: errorCode(error) };
  }
}

async function opened(socket: Socket, event: "connect" | "secureConnect", limitMs: number): Promise<void> {
  const opening = new Promise<void>((resolve, reject) => {
    socket.once(event, resolve).on("error", reject);
  });
  try {
    await new Deadline(limitMs).within(opening, () => coded("ETIMEDOUT"));
  } finally {
    socket.destroy();
  }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

import { randomBytes } from "node:crypto";
import { freePort } from "../../kit/loopback.ts";
import { type DeskProcess, startDeskProcess } from "./desk-process.ts";

/** Where the widget of a desk is shown. */
export type Surroundings = {
  /** The origins whose pages may frame it. */
  ancestors: readonly string[];
  /** The address of the SDK by which it speaks to them. */
  sdk: string;
};

/** What lets anybody on this machine in, and nobody else. */
export function withoutSignIn(): Record<string, string> {
  return { DESK_SIGN_IN: "none", DESK_SESSION_KEY: randomBytes(32).toString("base64") };
}

/** A secret of the function is an environment variable of the desk. */
export function inCapitals(secrets: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name.toUpperCase(), String(value)]),
  );
}

/**
 * Starts the built desk on this machine, in a workspace that is no LivePerson's. It suggests for each line of the consumer
 * unless the environment says otherwise.
 *
 * @param environment its settings without its address
 * @param port any free one without
 * @throws {DeskEnded} when it ends instead of listening
 */
export async function startLocalDesk(
  environment: Record<string, string>,
  { ancestors, sdk }: Surroundings,
  { port, hear }: { port?: number; hear?: (text: string, stream: "stdout" | "stderr") => void } = {},
): Promise<DeskProcess> {
  const taken = port ?? (await freePort());
  const settings = {
    DESK_SUGGEST: "auto",
    ...environment,
    DESK_PUBLIC_URL: `http://127.0.0.1:${taken}`,
    PORT: String(taken),
    DESK_FRAME_ANCESTORS: ancestors.join(", "),
    LIVEPERSON_SDK: sdk,
  };
  return startDeskProcess(settings, hear ? { hear } : {});
}

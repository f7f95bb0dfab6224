import { errorCode } from "../../src/runtime/fault.ts";
import type { Generation } from "../build/generation.ts";
import { CommandFailure } from "../kit/command.ts";
import { fromJson } from "../kit/json.ts";

/**
 * The calls of LivePerson Functions' own REST API that its command line tools make: V1's were read in
 * `liveperson-functions-cli` 1.31, V2's in 2.0. None of them is documented.
 */
export type FunctionsApi = {
  /** @returns the body as JSON; `undefined` when there is none or nothing has changed (304) */
  call(
    method: "GET" | "POST" | "PUT" | "PATCH",
    path: string,
    body?: Record<string, unknown>,
  ): Promise<unknown>;
};

/** The function as the account has it after an import. */
export type Imported = { uuid: string; isNew: boolean };

/** Who calls. */
export type Account = { accountId: string; userId: string; token: string };

/** LivePerson refused a call; the message holds its answer and never the token. */
export class ApiError extends CommandFailure {
  override readonly name = "ApiError";
  readonly status: number;
  /** LivePerson's own code; V1 calls the field `errorCode`, V2 `code`. */
  readonly code: string;

  constructor(method: string, path: string, status: number, code: string, message: string) {
    const hint =
      status === 401 || status === 403
        ? "; is the bearer token still valid, and may the user edit functions?"
        : "";
    super(`${method} ${path} was answered with ${status} ${code} ${message}`.trim() + hint);
    this.status = status;
    this.code = code;
  }
}

/** LivePerson could not be reached at all. */
class Unreachable extends CommandFailure {
  override readonly name = "Unreachable";

  constructor(address: string, cause: unknown) {
    const code = errorCode(cause);
    super(`${address} could not be reached${code && ` (${code})`}; check the network, and the address`);
  }
}

/** The account cannot have the function at all. */
class NoFunctions extends CommandFailure {
  override readonly name = "NoFunctions";

  constructor(accountId: string) {
    super(
      `The account ${accountId} has no LivePerson Functions (no service faasUI); ask LivePerson to enable them`,
    );
  }
}

/** LivePerson's domain API, which tells the host of each service by account. */
export const DOMAIN_API = "https://api.liveperson.net";

/** Finds the account's host of the Functions API. */
export async function functionsApi(
  account: Account,
  generation: Generation,
  domainApi = DOMAIN_API,
): Promise<FunctionsApi> {
  const { accountId, userId, token } = account;
  const address = `${domainApi}/api/account/${encodeURIComponent(accountId)}/service/baseURI.json?version=1.0`;
  const found = (await readJson(await reach(address), "GET", address, token)) as
    | { baseURIs?: Array<{ service?: string; baseURI?: string }> }
    | undefined;
  const domain = found?.baseURIs?.find(({ service }) => service === "faasUI")?.baseURI;
  if (!domain) throw new NoFunctions(accountId);
  const base = `${schemeOf(domain)}://${domain}/api/account/${encodeURIComponent(accountId)}`;
  return {
    async call(method, path, body) {
      const url = new URL(base + path);
      url.searchParams.set("userId", userId);
      if (generation === "v1") url.searchParams.set("v", "1");
      const response = await reach(url.href, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify({ timestamp: 0, ...body }) }),
      });
      return readJson(response, method, path, token);
    },
  };
}

async function reach(address: string, call?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, call);
  } catch (error) {
    throw new Unreachable(address.replace(/\?.*/, ""), error);
  }
}

/** Plain http only for a mock of the API on this machine. */
function schemeOf(domain: string): string {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(domain) ? "http" : "https";
}

/** @param token is taken out of what LivePerson says, should it repeat it */
async function readJson(response: Response, method: string, path: string, token: string): Promise<unknown> {
  const body = fromJson(await response.text());
  if (response.ok || response.status === 304) return body;
  const { errorCode, code, errorMsg, message } = (body ?? {}) as Record<string, unknown>;
  const said = String(errorMsg ?? message ?? "").replaceAll(token, "…");
  throw new ApiError(method, path, response.status, String(errorCode ?? code ?? ""), said);
}

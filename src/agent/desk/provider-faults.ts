import * as client from "openid-client";
import { errorCode, Fault } from "../../runtime/fault.ts";

/** The provider, or the agent at the provider, said no; nobody has to repair anything. */
export class Denied extends Error {
  override readonly name = "Denied";
}

/** What a provider says of a client that is not registered as the desk's settings have it. */
const ABOUT_CLIENT = /^(invalid_client|unauthorized_client|invalid_scope|unsupported_\w+|invalid_request)$/;

/**
 * What is behind an error of openid-client. Of what the provider wrote only its error code is kept: descriptions may
 * hold anything.
 */
export function providerFault(error: unknown): Fault | Denied {
  if (error instanceof Fault) return error;
  const said =
    error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError
      ? error.error
      : "";
  if (ABOUT_CLIENT.test(said) || error instanceof client.WWWAuthenticateChallengeError)
    return clientRefused(said);
  if (said !== "" && !/^(server_error|temporarily_unavailable)$/.test(said)) return new Denied();
  const code = errorCode(error);
  if (said === "" && /^OAUTH_(?!TIMEOUT|RESPONSE_IS_NOT_CONFORM)/.test(code)) return unusable(error);
  const remedy = "the sign-in provider is down, slow or out of reach; check that the desk may reach it";
  return new Fault("network", "provider_unavailable", remedy, { cause: error });
}

function clientRefused(said: string): Fault {
  const remedy =
    "the provider refuses the desk; check client id, client secret and the registered redirect address";
  return new Fault("settings", "client_refused", remedy, { cause: { name: "OAuth", code: said } });
}

function unusable(cause: unknown): Fault {
  const remedy =
    "the provider answered otherwise than OpenID Connect says, or as another issuer; check DESK_ISSUER";
  return new Fault("contract", "provider_unusable", remedy, { cause });
}

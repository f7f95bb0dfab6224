import { startOidcProvider } from "../stand-ins/sign-in/server.ts";

/** A stand-in for the bank's provider, and what a desk must be told to send its agents there. */
export type SignIn = { settings: Record<string, string>; close(): Promise<void> };

/**
 * Starts a provider that shows a page, on which an agent signs in without a password.
 *
 * @param publicUrl of the desk, to which the provider sends agents back
 */
export async function startSignIn(publicUrl: string): Promise<SignIn> {
  const client = { clientId: "clinc-desk", clientSecret: "the secret of a stand-in" };
  const { address, state, close } = await startOidcProvider({
    ...client,
    redirectUri: `${publicUrl}/callback`,
  });
  state.asks = true;
  const settings = {
    DESK_SIGN_IN: "oidc",
    DESK_ISSUER: address,
    DESK_CLIENT_ID: client.clientId,
    DESK_CLIENT_SECRET: client.clientSecret,
    DESK_ALLOWED: "*",
    DESK_ASSIGNMENT_CHECK: "off",
  };
  return { settings, close };
}

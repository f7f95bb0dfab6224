import { isLoopback } from "./loopback.ts";
import type { GivenSettings } from "./variables.ts";

/** What is missing or does not go together, as the name of a setting and what is wrong with it. */
export function contradictions(settings: GivenSettings): Array<readonly [name: string, what: string]> {
  const { DESK_SIGN_IN, CLINC_CONTEXT_KEY, CONTEXT_ACCOUNT, LIVEPERSON_ACCOUNT } = settings;
  const missing = (name: string, hint = "is missing") => [name, hint] as const;
  const found = [
    !settings.DESK_PUBLIC_URL && missing("DESK_PUBLIC_URL"),
    !settings.DESK_SESSION_KEY &&
      missing("DESK_SESSION_KEY", "is missing: `openssl rand -base64 32` makes one"),
    !DESK_SIGN_IN && missing("DESK_SIGN_IN", "is missing: liveperson, oidc or none"),
    CLINC_CONTEXT_KEY && !CONTEXT_ACCOUNT && !LIVEPERSON_ACCOUNT && missing("CONTEXT_ACCOUNT", NO_ACCOUNT),
    ...(DESK_SIGN_IN === "none" ? withoutSignIn(settings) : withSignIn(settings)),
  ];
  return found.filter((one) => typeof one === "object");
}

const NO_ACCOUNT = "or LIVEPERSON_ACCOUNT must be set, since CLINC_CONTEXT_KEY is";

type Finding = readonly [name: string, what: string] | false;

function withoutSignIn({ HOST, DESK_PUBLIC_URL, DESK_ASSIGNMENT_CHECK }: GivenSettings): Finding[] {
  const what = "must be loopback with DESK_SIGN_IN none: without a sign-in nobody else may reach the desk";
  return [
    !isLoopback(HOST) && ["HOST", what],
    DESK_PUBLIC_URL !== undefined && !isLoopback(DESK_PUBLIC_URL.hostname) && ["DESK_PUBLIC_URL", what],
    DESK_ASSIGNMENT_CHECK === "conversation" && ["DESK_ASSIGNMENT_CHECK", "needs DESK_SIGN_IN liveperson"],
  ];
}

function withSignIn(settings: GivenSettings): Finding[] {
  const { DESK_SIGN_IN, DESK_ASSIGNMENT_CHECK } = settings;
  const required = {
    liveperson: ["DESK_CLIENT_ID", "DESK_CLIENT_SECRET", "LIVEPERSON_ACCOUNT"],
    oidc: ["DESK_CLIENT_ID", "DESK_CLIENT_SECRET", "DESK_ISSUER", "DESK_ALLOWED"],
  }[DESK_SIGN_IN as "liveperson" | "oidc"] as Array<keyof GivenSettings> | undefined;
  return [
    ...(required ?? [])
      .filter((name) => !settings[name])
      .map((name) => [name, `is missing: DESK_SIGN_IN ${DESK_SIGN_IN} needs it`] as const),
    !DESK_ASSIGNMENT_CHECK && ["DESK_ASSIGNMENT_CHECK", UNDECIDED],
    DESK_ASSIGNMENT_CHECK === "conversation" &&
      DESK_SIGN_IN === "oidc" && ["DESK_ASSIGNMENT_CHECK", "can only be off with DESK_SIGN_IN oidc"],
  ];
}

const UNDECIDED =
  "has no default: conversation asks LivePerson whether the agent may see the conversation; with off every agent who is signed in can read what the bot knew of any conversation whose id they have";

import type { SessionRequest, SignedInMessage } from "../api.ts";
import type { SignIn } from "./state.ts";

/** What came of a way to sign in: a request for a session, or the next way to offer. */
export type SignedIn = { request: SessionRequest } | { way: SignIn };

/** Long enough for a provider that knows the agent and answers at once, by way of several pages. */
const QUIET_MS = 6_000;
/** A page that has loaded and does not go on by then waits for somebody, or says that it may not be framed. */
const STANDS_STILL_MS = 1_500;
/** A code is good for a minute; a popup that is still open after this was forgotten. */
const POPUP_MS = 300_000;

/**
 * The quiet way: the provider in an invisible frame inside this one. Who is signed in to it already never sees a page.
 * Not this frame itself: a provider that refuses to be framed would take the panel away, and no script can tell.
 */
export async function signInQuietly(): Promise<SignedIn> {
  const { verifier, challenge } = await secret();
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "Sign-in";
  frame.src = `/sign-in?challenge=${challenge}`;
  const heardOf = heard(() => frame.contentWindow, QUIET_MS);
  let stands: ReturnType<typeof setTimeout>;
  frame.addEventListener("load", () => {
    clearTimeout(stands);
    stands = setTimeout(heardOf.giveUp, STANDS_STILL_MS);
  });
  document.body.append(frame);
  const message = await heardOf.message;
  frame.remove();
  if (message?.code) return { request: { code: message.code, verifier } };
  // A browser that keeps no cookies in frames is none of the agent's troubles: a window has its own.
  const error = message?.error === "no_cookie" ? undefined : message?.error;
  return { way: { step: "popup", ...troubleIn(error) } };
}

let last = { verifier: "", challenge: "" };

/** Makes what the popup needs beforehand: a browser lets a popup open only at the very click. */
export async function preparePopup(): Promise<void> {
  last = await secret();
}

/**
 * Opens the provider in a window of its own, where nothing refuses. To be called at a click.
 *
 * @param waiting hears that the window is open
 */
export async function signInByPopup(waiting: () => void): Promise<SignedIn> {
  const popup = window.open(`/sign-in?challenge=${last.challenge}`, "_blank", "popup,width=520,height=680");
  if (!popup) return { way: { step: "code", trouble: "popup_blocked" } };
  waiting();
  const { verifier } = last;
  const message = await heard(() => popup, POPUP_MS).message;
  popup.close();
  if (message?.code) return { request: { code: message.code, verifier } };
  return { way: { step: "popup", ...troubleIn(message?.error) } };
}

/** The address of the sign-in for a window that this page cannot open itself. */
export function signInAddress(): string {
  return new URL(`/sign-in?challenge=${last.challenge}`, location.href).href;
}

/** The last way: the code that the other window shows, typed or pasted here. */
export function signInByCode(code: string): SignedIn {
  return { request: { code: code.trim(), verifier: last.verifier } };
}

/** The first word from one window, at this very origin. */
function heard(from: () => Window | null, withinMs: number) {
  let giveUp = () => {};
  const message = new Promise<SignedInMessage | undefined>((resolve) => {
    const end = (message?: SignedInMessage) => {
      clearTimeout(late);
      window.removeEventListener("message", hear);
      resolve(message);
    };
    giveUp = () => end();
    const late = setTimeout(giveUp, withinMs);
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin !== location.origin || source !== from() || data?.type !== "clinc-desk-sign-in") return;
      end(data);
    };
    window.addEventListener("message", hear);
  });
  return { message, giveUp };
}

function troubleIn(error: string | undefined): Pick<SignIn, "trouble"> {
  if (error === undefined) return {};
  const trouble = { denied: "refused", not_allowed: "not_allowed" } as const;
  return { trouble: trouble[error as keyof typeof trouble] ?? "unavailable" };
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
async function secret(): Promise<{ verifier: string; challenge: string }> {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

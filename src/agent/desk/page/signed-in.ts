import type { SignedInMessage, SignInError } from "../../api.ts";

/**
 * Where a sign-in in a window of its own ends. The code goes to the widget that opened the window, and to nobody else:
 * its page has the same origin. Where the provider has cut the tie between the two, the agent carries it over by hand.
 */

const REASONS: Record<SignInError, string> = {
  denied: "You were not signed in.",
  not_allowed: "Your account may not use this widget. Ask whoever administers it.",
  no_cookie: "That took too long, or your browser keeps no cookies for it. Close this window and try again.",
  too_many: "Too many sign-ins at a time. Close this window and try again in a minute.",
  unavailable: "The sign-in does not work at the moment. Close this window and try again in a minute.",
};

const found = new URLSearchParams(location.hash.slice(1));
const code = found.get("code") ?? "";
const error = found.get("error") ?? "";
// Neither the history nor whoever looks over a shoulder needs it.
history.replaceState(null, "", location.pathname);

const opener = window.opener as Window | null;
if (opener && (code || error)) {
  const message: SignedInMessage = { type: "clinc-desk-sign-in", ...(code ? { code } : { error }) };
  opener.postMessage(message, location.origin);
}

if (code) {
  say(
    "You are signed in",
    "You can close this window. If the widget still asks you to sign in, give it this code.",
  );
  element("by-hand").hidden = false;
  const field = element("code") as HTMLTextAreaElement;
  field.value = code;
  element("copy").addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(code);
    element("copy").textContent = "Copied";
  });
} else {
  const reason = REASONS[error as SignInError] ?? "There is nothing to do here. Close this window.";
  say("Not signed in", reason);
}

function say(title: string, what: string): void {
  document.title = title;
  element("title").textContent = title;
  element("what").textContent = what;
}

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

"use strict";
(() => {
  // src/agent/desk/page/signed-in.ts
  var REASONS = {
    denied: "You were not signed in.",
    not_allowed: "Your account may not use this widget. Ask whoever administers it.",
    no_cookie: "That took too long, or your browser keeps no cookies for it. Close this window and try again.",
    too_many: "Too many sign-ins at a time. Close this window and try again in a minute.",
    unavailable: "The sign-in does not work at the moment. Close this window and try again in a minute."
  }, found = new URLSearchParams(location.hash.slice(1)), code = found.get("code") ?? "", error = found.get("error") ?? "";
  history.replaceState(null, "", location.pathname);
  var opener = window.opener;
  if (opener && (code || error)) {
    let message = { type: "clinc-desk-sign-in", ...code ? { code } : { error } };
    opener.postMessage(message, location.origin);
  }
  if (code) {
    say(
      "You are signed in",
      "You can close this window. If the widget still asks you to sign in, give it this code."
    ), element("by-hand").hidden = !1;
    let field = element("code");
    field.value = code, element("copy").addEventListener("click", async () => {
      field.select(), await navigator.clipboard.writeText(code), element("copy").textContent = "Copied";
    });
  } else {
    let reason = REASONS[error] ?? "There is nothing to do here. Close this window.";
    say("Not signed in", reason);
  }
  function say(title, what) {
    document.title = title, element("title").textContent = title, element("what").textContent = what;
  }
  function element(id) {
    return document.getElementById(id);
  }
})();

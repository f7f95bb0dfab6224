import type { SignedInMessage } from "../api.ts";
import { copy } from "./clipboard.ts";
import { byId, make } from "./draw/dom.ts";
import { button, emblem } from "./draw/parts.ts";

/**
 * The page at which a sign-in ends. It hands the code to the panel that began it, at this very origin; where the provider
 * has cut the way back, it shows the code to the agent.
 */
function start(): void {
  const found = new URLSearchParams(location.hash.slice(1));
  // The code counts once and for a minute; it need not stand in the address, or in the history, even so long.
  history.replaceState(null, "", location.pathname);
  const [code, error] = [found.get("code"), found.get("error")];
  const message: SignedInMessage = {
    type: "clinc-desk-sign-in",
    ...(code !== null && { code }),
    ...(error !== null && { error }),
  };
  const panel = window.parent === window ? (window.opener as Window | null) : window.parent;
  panel?.postMessage(message, location.origin);
  show(code, panel !== null);
}

function show(code: string | null, isHandedOver: boolean): void {
  const [title, text] =
    code === null
      ? ["The sign-in did not work", "Close this window, and try once more in the panel."]
      : isHandedOver
        ? [
            "You are signed in",
            "You can close this window. If the panel still waits, give it this code within a minute.",
          ]
        : ["One more step", "Copy this code, and paste it in the panel within a minute."];
  byId("signed-in").replaceChildren(
    make(
      "div",
      { class: "notice" },
      emblem(code === null ? "bad" : "act"),
      make("h1", {}, title),
      make("p", {}, text),
      ...(code === null ? [] : [codeToCopy(code, isHandedOver ? "plain" : "primary")]),
    ),
  );
}

function codeToCopy(code: string, look: string): HTMLElement {
  const field = make("input", { id: "code", type: "text", readonly: true, value: code });
  const press = button(
    "Copy",
    "copy",
    () => {
      field.select();
      void copy(code).then((isCopied) => {
        if (isCopied) press.textContent = "Copied";
      });
    },
    { class: look },
  );
  return make(
    "div",
    { class: "code" },
    make("label", { for: "code" }, "Code"),
    make("span", {}, field, press),
  );
}

start();

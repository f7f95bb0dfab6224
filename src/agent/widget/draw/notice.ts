import type { Notice } from "../notice.ts";
import type { Hear } from "./act.ts";
import { make } from "./dom.ts";
import { button, emblem } from "./parts.ts";

/** The notice that fills the panel. */
export function drawNotice(notice: Notice, hear: Hear, address: () => string): HTMLElement {
  const { tone, title, text, action, until, code } = notice;
  const buttons = action
    ? [
        button(action.label, action.act, () => hear({ kind: action.act }), {
          class: code ? "plain" : "primary",
          until,
        }),
      ]
    : [];
  const link = code?.withLink ? [pageLink(hear, address())] : [];
  return make(
    "div",
    { class: `notice ${tone}` },
    emblem(tone),
    make("h2", {}, title),
    make("p", {}, text),
    ...link,
    ...(code ? [codeForm(hear)] : []),
    ...buttons,
  );
}

/** A link opens where a script may open no window; where even that is forbidden, the address can be taken along. */
function pageLink(hear: Hear, address: string): HTMLElement {
  return make(
    "p",
    { class: "actions centred" },
    make(
      "a",
      { href: address, target: "_blank", rel: "noopener", class: "button primary", "data-key": "link" },
      "Open the sign-in page",
    ),
    button("Copy its address", "copy_address", () => hear({ kind: "copy_address" }), { class: "plain" }),
  );
}

function codeForm(hear: Hear): HTMLElement {
  const field = make("input", {
    ...{ id: "code", name: "code", type: "text", "data-key": "code", required: true },
    ...{ autocomplete: "off", spellcheck: "false", autocapitalize: "none" },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    hear({ kind: "code", code: field.value });
  };
  return make(
    "form",
    { class: "code", submit },
    make("label", { for: "code" }, "Code"),
    make(
      "span",
      {},
      field,
      make("button", { type: "submit", class: "primary", "data-key": "submit" }, "Go on"),
    ),
  );
}

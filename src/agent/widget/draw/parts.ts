import type { Trouble } from "../problem.ts";
import { percent } from "../written.ts";
import type { Act, Hear } from "./act.ts";
import { icon, make } from "./dom.ts";

/** A button; `key` lets the focus find it again when the card is drawn anew. */
export function button(
  label: string,
  key: string,
  press: () => void,
  properties: { class?: string; until?: number | undefined } = {},
): HTMLButtonElement {
  const made = make(
    "button",
    { type: "button", "data-key": key, class: properties.class, click: press },
    label,
  );
  if (properties.until !== undefined) waitUntil(made, label, properties.until);
  return made;
}

/** Says why there is nothing, and offers to try again where that may help. */
export function trouble(hear: Hear, { title, text, canRetry, until }: Trouble, act: Act): HTMLElement {
  const retry = canRetry ? [button("Try again", "retry", () => hear(act), { class: "plain", until })] : [];
  return make("div", { class: "trouble" }, make("h3", {}, title), make("p", {}, text), ...retry);
}

/** Where an answer will stand; it keeps its place, so that nothing jumps. */
export function expected(what: string, rows: number): HTMLElement {
  const bars = Array.from({ length: rows }, () => make("span", { class: "bar" }));
  return make("div", { class: "expected" }, make("span", { class: "unseen" }, what), ...bars);
}

/** How sure Clinc is, as a bar and in words. */
export function score(value: number, of: string): HTMLElement {
  const meter = make("meter", {
    ...{ min: "0", max: "1", value: String(value), "aria-label": `Score of ${of}` },
  });
  return make("span", { class: "score" }, meter, make("span", {}, percent(value)));
}

/** What a notice shows above its title. */
export function emblem(tone: "busy" | "calm" | "act" | "bad"): HTMLElement {
  if (tone === "busy") return make("span", { class: "emblem busy", "aria-hidden": "true" });
  const name = { calm: "chat", act: "key", bad: "warn" } as const;
  const made = make("span", { class: `emblem ${tone}` });
  made.append(icon(name[tone]));
  return made;
}

/** Counts the seconds down on a button, which may be pressed when they are over. */
function waitUntil(element: HTMLButtonElement, label: string, until: number): void {
  const count = () => {
    const seconds = Math.ceil((until - Date.now()) / 1_000);
    element.disabled = seconds > 0;
    element.textContent = seconds > 0 ? `${label} in ${seconds} s` : label;
    if (seconds <= 0) clearInterval(timer);
  };
  const timer = setInterval(() => (element.isConnected ? count() : clearInterval(timer)), 250);
  count();
}

import { type Model, WorkspaceHost } from "./host.ts";

/**
 * A workspace to look at, around the widget whose address stands behind `#widget=` with the model behind `&model=`, as
 * JSON. `window.workspace` is for whoever plays LivePerson.
 */
const given = new URLSearchParams(location.hash.slice(1));
const model: Model = new Map(Object.entries(JSON.parse(given.get("model") ?? "{}")));
const input = document.querySelector("textarea") as HTMLTextAreaElement;
const written: string[] = [];
const sent: unknown[] = [];

const host = new WorkspaceHost(
  document.querySelector("#pane") as HTMLElement,
  given.get("widget") ?? "about:blank",
  model,
  {
    line(text) {
      if (input.disabled) throw new Error("The agent cannot write in this conversation");
      written.push(text);
      input.value = text;
    },
    structuredContent: (json) => sent.push(json),
  },
);

Object.assign(window, { workspace: host, written, sent });

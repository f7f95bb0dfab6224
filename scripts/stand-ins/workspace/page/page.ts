import type { Scene } from "../scene.ts";
import { WorkspaceHost } from "./host.ts";
import { showLines } from "./transcript.ts";

/**
 * LivePerson's agent workspace as far as a widget knows it, with both sides of the conversation in one window.
 * `workspace`, `written` and `sent` of the window are for whoever plays LivePerson.
 */
const scene: Scene = await (await fetch("/scene.json")).json();
const model = new Map(Object.entries(scene.model));
const reply = byId<HTMLTextAreaElement>("reply");
const written: string[] = [];
const sent: unknown[] = [];

const host = new WorkspaceHost(byId("pane"), scene.widget, model, {
  line(text) {
    if (reply.disabled) throw new Error("The agent cannot write in this conversation");
    written.push(text);
    reply.value = text;
  },
  structuredContent: (json) => sent.push(json),
});

const workspace = {
  set: (path: string, value: unknown) => host.set(path, value),
  say(...lines: unknown[]) {
    showLines(byId("transcript"), lines);
    host.say(...lines);
  },
};

let place = 0;

/** Lets one side say what stands in its field. */
function prepare(
  form: string,
  field: HTMLInputElement | HTMLTextAreaElement,
  who: Record<string, string>,
): void {
  const send = (event: Event) => {
    event.preventDefault();
    const text = field.value.trim();
    field.value = "";
    if (text === "") return;
    place += 1;
    const dialogId = "stand-in";
    workspace.say({ ...who, text, id: `${dialogId}::${place}`, dialogId, time: Date.now(), type: "line" });
  };
  byId(form).addEventListener("submit", send);
  field.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Enter" && !(event as KeyboardEvent).shiftKey) send(event);
  });
}

function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

prepare("agent", reply, { source: "agent", by: "Agent" });
prepare("consumer", byId<HTMLInputElement>("words"), { source: "visitor", by: "Consumer" });
byId("dark").addEventListener("change", ({ target }) => {
  const theme = (target as HTMLInputElement).checked ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  workspace.set("applicationInfo.theme", theme);
});
showLines(byId("transcript"), (scene.model["chatTranscript.lines"] ?? []) as unknown[]);
Object.assign(window, { workspace, written, sent });

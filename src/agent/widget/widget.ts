import { copy } from "./clipboard.ts";
import { Desk } from "./desk.ts";
import type { Act } from "./draw/act.ts";
import { Panel } from "./draw/panel.ts";
import { Entrance } from "./entrance.ts";
import type { Happening, Task } from "./happening.ts";
import { signInAddress } from "./sign-in.ts";
import { draftOf, START, type State } from "./state.ts";
import { step } from "./step.ts";
import { connect, type Workspace } from "./workspace.ts";

/** The desk takes no more of a line. */
const LONGEST_TEXT = 1_000;

const desk = new Desk();
const entrance = new Entrance(desk, (session) => happen({ kind: "session", session }));
const panel = new Panel(hear, signInAddress);
let state: State = START;
let workspace: Workspace;

/** The way of everything: a step, then what it asks for, then the picture. */
function happen(happening: Happening): void {
  const next = step(state, happening);
  state = next.state;
  for (const task of next.tasks) void perform(task);
  panel.show(state);
}

async function perform(task: Task): Promise<void> {
  switch (task.do) {
    case "open_session":
      return entrance.open();
    case "brief": {
      const { conversation } = task;
      return happen({ kind: "briefed", conversation, came: await desk.briefing(conversation) });
    }
    case "suggest": {
      const { conversation, line } = task;
      const text = [...line.text].slice(0, LONGEST_TEXT).join("");
      const came = await desk.suggestion({ conversationId: conversation, messageId: line.id, text });
      return happen({ kind: "suggested", conversation, line: line.id, came });
    }
    case "tell": {
      const { conversation: conversationId, suggestionId, event } = task;
      return desk.tell({ conversationId, suggestionId, event });
    }
    case "wait":
      setTimeout(() => happen({ kind: "waited", line: task.line }), Math.max(0, task.until - Date.now()));
  }
}

/** What the agent does. */
function hear(act: Act): void {
  switch (act.kind) {
    case "reload":
      location.reload();
      break;
    case "open_session":
      happen({ kind: "session", session: { kind: "none" } });
      break;
    case "check_again":
      happen({ kind: "ask", what: "briefing" });
      break;
    case "ask":
      happen({ kind: "ask", what: act.what });
      break;
    case "sign_in":
      void entrance.byPopup();
      break;
    case "code":
      void entrance.byCode(act.code);
      break;
    case "copy_address":
      void copy(signInAddress());
      break;
    default:
      void judge(act.kind);
  }
}

/** Nothing is ever sent: a draft goes into the agent's input, or to the clipboard. */
async function judge(kind: "use" | "copy" | "good" | "bad"): Promise<void> {
  const draft = draftOf(state);
  if (!draft) return;
  const { id, text } = draft;
  if (kind === "good" || kind === "bad") return happen({ kind, id });
  const isDone = await (kind === "use" ? used(text) : copy(text));
  if (!isDone) happen({ kind: "refused", id, what: kind });
  else happen({ kind: kind === "use" ? "used" : "copied", id });
}

function used(text: string): Promise<boolean> {
  return workspace.write(text, state.seat.isChat).then(
    () => true,
    () => false,
  );
}

/** The one shortcut of the panel, wherever in it the focus is; by the key's place, since ⌥U writes an accent on a Mac. */
function prepareShortcut(): void {
  window.addEventListener("keydown", (event) => {
    if (event.code !== "KeyU" || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    if (!draftOf(state)) return;
    event.preventDefault();
    hear({ kind: "use" });
  });
}

async function start(): Promise<void> {
  panel.show(state);
  prepareShortcut();
  const { content: sdk } = document.querySelector('meta[name="liveperson-sdk"]') as HTMLMetaElement;
  workspace = await connect(sdk, {
    workspace: (is) => happen({ kind: "workspace", is }),
    seat: (seat) => happen({ kind: "seat", seat }),
    lines: (lines) => happen({ kind: "lines", lines }),
    theme(theme) {
      if (theme === "") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
    },
  });
}

void start();

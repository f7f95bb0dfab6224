import { copy } from "./clipboard.ts";
import { Desk } from "./desk.ts";
import type { Act } from "./draw/act.ts";
import { Panel } from "./draw/panel.ts";
import {
  preparePopup,
  type SignedIn,
  signInAddress,
  signInByCode,
  signInByPopup,
  signInQuietly,
} from "./sign-in.ts";
import { draftOf, START, type State } from "./state.ts";
import { type Happening, step, type Task } from "./step.ts";
import { connect, type Workspace } from "./workspace.ts";

/** The desk takes no more of a line. */
const LONGEST_TEXT = 1_000;

const desk = new Desk();
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
      return openSession();
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
    case "tell":
      return desk.tell({
        conversationId: task.conversation,
        suggestionId: task.suggestionId,
        event: task.event,
      });
    case "wait":
      setTimeout(() => happen({ kind: "waited", line: task.line }), Math.max(0, task.until - Date.now()));
  }
}

/** What the agent does. */
function hear(act: Act): void {
  switch (act.kind) {
    case "reload":
      return location.reload();
    case "open_session":
      happen({ kind: "session", session: { kind: "none" } });
      return;
    case "check_again":
      return happen({ kind: "ask", what: "briefing" });
    case "ask":
      return happen({ kind: "ask", what: act.what });
    case "sign_in":
      void signInByPopup(() => offer({ way: { step: "waiting" } })).then(offer);
      return;
    case "code":
      void offer(signInByCode(act.code));
      return;
    case "copy_address":
      void copy(signInAddress());
      return;
    default:
      void judge(act.kind);
  }
}

/** Nothing is ever sent: a draft goes into the agent's input, or to the clipboard. */
async function judge(kind: "use" | "copy" | "good" | "bad"): Promise<void> {
  const draft = draftOf(state);
  if (!draft) return;
  const { id, text } = draft;
  if (kind === "use") {
    const isWritten = await workspace.write(text, state.seat.isChat).then(
      () => true,
      () => false,
    );
    happen(isWritten ? { kind: "used", id } : { kind: "refused", id, what: "use" });
  } else if (kind === "copy") {
    happen((await copy(text)) ? { kind: "copied", id } : { kind: "refused", id, what: "copy" });
  } else happen({ kind, id });
}

/** A desk that asks nobody to sign in gives a session at once. */
async function openSession(): Promise<void> {
  const came = await desk.open({});
  if ("problem" in came && came.problem.code === "sign_in_required") return offer(await signInQuietly());
  settleSession(came);
}

/** A session with what came of a sign-in, else the next way to sign in. */
async function offer(signedIn: SignedIn): Promise<void> {
  if (state.session.kind === "open") return;
  if ("way" in signedIn) {
    if (signedIn.way.step === "popup") await preparePopup();
    return happen({ kind: "session", session: { kind: "sign_in", way: signedIn.way } });
  }
  settleSession(await desk.open(signedIn.request));
}

function settleSession(came: Awaited<ReturnType<Desk["open"]>>): void {
  if ("answer" in came)
    return happen({ kind: "session", session: { kind: "open", suggest: came.answer.suggest } });
  if (came.problem.code !== "sign_in_required")
    return happen({ kind: "session", session: { kind: "failed", problem: came.problem } });
  const { session } = state;
  const step = session.kind === "sign_in" && session.way.step !== "quiet" ? session.way.step : "popup";
  void offer({ way: { step, trouble: step === "popup" ? "unavailable" : "code_refused" } });
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

function sdkAddress(): string {
  const { content } = document.querySelector('meta[name="liveperson-sdk"]') as HTMLMetaElement;
  return content;
}

async function start(): Promise<void> {
  panel.show(state);
  prepareShortcut();
  workspace = await connect(sdkAddress(), {
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

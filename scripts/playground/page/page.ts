import type { Act } from "../act.ts";
import type { ConversationView } from "../view.ts";
import { showAgent } from "./agent.ts";
import { api } from "./api.ts";
import { ConsumerPane } from "./consumer.ts";
import { prepareControls, showControls } from "./controls.ts";
import { showDevelopers } from "./developer.ts";
import { byId } from "./dom.ts";
import { showExamples } from "./examples.ts";
import { prepareSettings, showComplaints } from "./settings.ts";
import { prepareTheme } from "./theme.ts";
import { AgentWorkspace } from "./workspace.ts";

const consumer = new ConsumerPane(act, restart);
const workspace = new AgentWorkspace({
  answer: (text) => update(() => api.answer(text)),
  handBack: () => act({ kind: "welcome" }),
  keepRecord: () => anew(() => api.change({ record: true })),
});
let last: Promise<unknown> = Promise.resolve();
let shown: ConversationView;

function act(one: Act): void {
  const said = "text" in one ? one.text : " ";
  void update(() => api.act(one), said.trim());
}

/** At once, whatever is under way: what that comes to is shown first, and is soon gone. */
function restart(): void {
  workspace.leave();
  const restarted = api.restart();
  restarted.catch(() => undefined);
  void update(() => restarted);
}

/** What lets the conversation begin anew. */
function anew(change: () => Promise<ConversationView>): void {
  void update(() => {
    workspace.leave();
    return change();
  });
}

/** Starts a new conversation where the bot could not hear it any more. */
async function example(text: string): Promise<void> {
  await last;
  if (consumer.isOver) restart();
  act({ kind: "words", text });
}

/**
 * Asks the server for a change and shows what came of it; one after the other, however fast somebody clicks.
 *
 * @returns whether anything came of it
 */
function update(change: () => Promise<ConversationView>, said = ""): Promise<boolean> {
  const updated = last.then(async () => {
    complain("");
    document.body.setAttribute("aria-busy", "true");
    consumer.begin(said);
    try {
      await show(await change());
      return true;
    } catch (error) {
      consumer.giveUp();
      complain((error as Error).message);
      showControls(shown);
      workspace.show(shown);
      return false;
    } finally {
      document.body.removeAttribute("aria-busy");
    }
  });
  last = updated;
  return updated;
}

async function show(view: ConversationView): Promise<void> {
  shown = view;
  showControls(view);
  showComplaints(view);
  showAgent(view);
  showDevelopers(view);
  workspace.show(view);
  await consumer.show(view);
}

function complain(message: string): void {
  const alert = byId("alert");
  alert.textContent = message;
  alert.hidden = message === "";
}

async function start(): Promise<void> {
  prepareTheme();
  const options = await api.options();
  byId("clinc").textContent = options.isLive ? "with a real Clinc" : "with a mock Clinc";
  byId("keep-record").hidden = options.isLive;
  prepareControls(options, {
    change(changes) {
      if ("fault" in changes) void update(() => api.change(changes));
      else anew(() => api.change(changes));
    },
    act,
    restart,
    load: (file) => anew(async () => api.load(file.name, await file.text())),
  });
  prepareSettings(
    options,
    () => shown.setup.environment,
    (environment) => anew(() => api.change({ environment })),
  );
  showExamples(options, (text) => void example(text));
  await show(await api.conversation());
  document.body.dataset.ready = "true";
}

void start().catch((error: Error) => complain(error.message));

import type { Act } from "../act.ts";
import type { ConversationView } from "../view.ts";
import { showAgent } from "./agent.ts";
import { ApiError, api } from "./api.ts";
import { ConsumerPane } from "./consumer.ts";
import { prepareControls, showControls } from "./controls.ts";
import { showDevelopers } from "./developer.ts";
import { announce, byId } from "./dom.ts";
import { showExamples } from "./examples.ts";
import { prepareSettings, showSettings } from "./settings.ts";
import { prepareTheme } from "./theme.ts";

const consumer = new ConsumerPane(act, restart);
let isBusy = false;

function act(one: Act): void {
  const said = "text" in one ? one.text : " ";
  void update(() => api.act(one), said.trim());
}

function restart(): void {
  void update(api.restart);
}

/** Asks the server for a change and shows what came of it; one at a time. */
async function update(change: () => Promise<ConversationView>, said = ""): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  complain("");
  document.body.setAttribute("aria-busy", "true");
  consumer.begin(said);
  try {
    await show(await change());
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    consumer.giveUp();
    complain(error.message);
  } finally {
    document.body.removeAttribute("aria-busy");
    isBusy = false;
  }
}

async function show(view: ConversationView): Promise<void> {
  showControls(view);
  showSettings(view);
  showAgent(view);
  showDevelopers(view);
  announce(view.notice);
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
  prepareControls(options, {
    change: (changes) => void update(() => api.change(changes)),
    act,
    restart,
    load: (file) => void update(async () => api.load(file.name, await file.text())),
  });
  prepareSettings(options, (environment) => void update(() => api.change({ environment })));
  showExamples(options, (text) => act({ kind: "words", text }));
  await show(await api.conversation());
  document.body.dataset.ready = "true";
}

void start().catch((error: Error) => complain(error.message));

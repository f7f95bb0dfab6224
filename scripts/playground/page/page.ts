import type { OwnAnswer } from "../../conversations/own-answer.ts";
import type { Act } from "../act.ts";
import type { ConversationView } from "../view.ts";
import { showAgent } from "./agent.ts";
import { api } from "./api.ts";
import { ChannelsDialog } from "./channels-dialog.ts";
import { ConsumerPane } from "./consumer.ts";
import { prepareControls, showControls } from "./controls.ts";
import { showDevelopers } from "./developer.ts";
import { byId } from "./dom.ts";
import { EditDialog } from "./edit-dialog.ts";
import { showExamples } from "./examples.ts";
import { type Own, OwnAnswerBox } from "./own-answer.ts";
import { prepareSettings, showComplaints } from "./settings.ts";
import { prepareTabs, selectTab } from "./tabs.ts";
import { prepareTheme } from "./theme.ts";
import { prepareTranscript } from "./transcript-dialog.ts";
import { prepareViews, showView } from "./views.ts";
import type { Waiting } from "./waiting.ts";
import { AgentWorkspace } from "./workspace.ts";

const edit = new EditDialog((turn, event) => anew(() => api.from(turn, event)));
const consumer = new ConsumerPane({
  act,
  restart,
  from: (turn) => anew(() => api.from(turn)),
  edit: ({ said, own, ...turn }) => (own ? writeAgain(said, own) : edit.open(turn)),
});
const workspace = new AgentWorkspace({
  answer: (text) => update(() => api.answer(text)),
  handBack: () => act({ kind: "welcome" }),
  keepRecord: () => anew(() => api.change({ record: true })),
});
const own = new OwnAnswerBox((written) => void showOwn(written));
const channels = new ChannelsDialog(own, api.onAllChannels);
let last: Promise<unknown> = Promise.resolve();
let shown: ConversationView;

/** Shows at once what the consumer did; where a turn is under way, it waits for its own. */
function act(one: Act): void {
  showView("consumer");
  const waiting = consumer.wait("text" in one ? one.text : "");
  void update(() => api.act(one), waiting);
}

/** At once, whatever is under way: what that comes to is shown first, and is soon gone. */
function restart(): void {
  workspace.leave();
  consumer.drop();
  const restarted = api.restart();
  restarted.catch(() => undefined);
  void update(() => restarted);
}

/** An answer of one's own is a turn like any other. */
async function showOwn({ text, clinc }: Own): Promise<void> {
  channels.close();
  await afterRestart();
  act({ kind: "words", text, clinc });
}

/** What was answered in Clinc's place is changed where it was written. */
function writeAgain(text: string, clinc: OwnAnswer): void {
  own.fill({ text, clinc });
  selectTab(byId("own-tab"));
  showView("examples");
  byId("own-json").focus();
}

/** What lets the conversation begin anew, and tells meanwhile how far it is. */
function anew(change: () => Promise<ConversationView>): void {
  void update(async () => {
    workspace.leave();
    const stop = watchProgress();
    try {
      return await change();
    } finally {
      stop();
    }
  });
}

/** @returns stops it; an answer that is on its way then comes too late */
function watchProgress(): () => void {
  let isOver = false;
  const watch = setInterval(async () => {
    const progress = await api.progress().catch(() => null);
    if (progress && !isOver) consumer.tell(progress);
  }, LOOK_EVERY_MS);
  return () => {
    isOver = true;
    clearInterval(watch);
  };
}

const LOOK_EVERY_MS = 250;

async function example(text: string): Promise<void> {
  await afterRestart();
  act({ kind: "words", text });
}

/** Starts a new conversation where the bot could not hear it any more. */
async function afterRestart(): Promise<void> {
  await last;
  if (consumer.isOver) restart();
}

/**
 * Asks the server for a change and shows what came of it; one after the other, however fast somebody clicks.
 *
 * @returns whether anything came of it
 */
function update(change: () => Promise<ConversationView>, waiting?: Waiting): Promise<boolean> {
  const updated = last.then(async () => {
    if (waiting && !consumer.begin(waiting)) return false;
    complain("");
    document.body.setAttribute("aria-busy", "true");
    try {
      await show(await change(), waiting);
      return true;
    } catch (error) {
      if (waiting) consumer.giveUp(waiting);
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

async function show(view: ConversationView, answered?: Waiting): Promise<void> {
  shown = view;
  showControls(view);
  showComplaints(view);
  showAgent(view);
  showDevelopers(view);
  workspace.show(view);
  await consumer.show(view, answered);
}

function complain(message: string): void {
  const alert = byId("alert");
  alert.textContent = message;
  alert.hidden = message === "";
}

async function start(): Promise<void> {
  prepareTheme();
  prepareViews();
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
  prepareTranscript(complain);
  document.body.toggleAttribute("data-live", options.isLive);
  byId("own-live").hidden = !options.isLive;
  byId("own-form").hidden = options.isLive;
  showExamples(options, (text) => void example(text));
  prepareTabs(byId("examples-tab").parentElement as HTMLElement);
  await show(await api.conversation());
  document.body.dataset.ready = "true";
}

void start().catch((error: Error) => complain(error.message));

import { WorkspaceHost } from "../../stand-ins/workspace/page/host.ts";
import { heldConversation } from "../../stand-ins/workspace/scene.ts";
import type { ConversationView } from "../view.ts";
import { isWithAgent } from "../with-agent.ts";
import { api } from "./api.ts";
import { Composer } from "./composer.ts";
import { byId } from "./dom.ts";
import { publicLines } from "./public-lines.ts";
import { onTheme, theme } from "./theme.ts";

/** What the agent does. */
export type AgentCommands = {
  /** @returns whether it was sent */
  answer(text: string): Promise<boolean>;
  handBack(): void;
  keepRecord(): void;
};

/** The agent's part of the conversation: the widget in its frame, and the field that it writes into. */
export class AgentWorkspace {
  readonly #composer = new Composer("agent-composer", "reply", (text) => void this.#send(text));
  readonly #commands: AgentCommands;
  #host: WorkspaceHost | undefined;
  #view: ConversationView | undefined;
  /** Which hand-over is shown. Each has its frame, as LivePerson loads a widget anew after a transfer. */
  #handOver = "";
  #conversationId = "";
  #told = 0;

  constructor(commands: AgentCommands) {
    this.#commands = commands;
    byId("hand-back").addEventListener("click", () => commands.handBack());
    byId("keep-record").addEventListener("click", () => commands.keepRecord());
    onTheme((now) => this.#host?.set("applicationInfo.theme", now));
  }

  /** Shows the conversation to the agent who has it, and nothing where nobody has. */
  show(view: ConversationView): void {
    this.#view = view;
    const isHeld = isWithAgent(view.turns);
    byId("workspace").hidden = !isHeld;
    byId("no-record").hidden = view.setup.record;
    const handOver = isHeld ? `${view.run}/${view.turns.length}` : "";
    if (handOver === this.#handOver) {
      this.#tell();
      return;
    }
    this.leave();
    this.#handOver = handOver;
    if (isHeld) void this.#enter(handOver);
  }

  async #enter(handOver: string): Promise<void> {
    const note = byId("desk-note");
    note.hidden = false;
    note.textContent = "The desk starts…";
    try {
      const { address, conversationId } = await api.widget();
      if (handOver !== this.#handOver || !this.#view) return;
      note.hidden = true;
      this.#conversationId = conversationId;
      this.#open(address, this.#view);
    } catch (error) {
      if (handOver === this.#handOver) note.textContent = (error as Error).message;
    }
  }

  #open(address: string, view: ConversationView): void {
    const { isChat } = view.setup;
    const lines = publicLines(view, this.#conversationId);
    this.#told = lines.length;
    const model = {
      ...heldConversation(this.#conversationId, lines),
      "chatInfo.isMessaging": !isChat,
      "applicationInfo.theme": theme(),
    };
    this.#host = new WorkspaceHost(byId("widget-place"), address, new Map(Object.entries(model)), {
      line: (text) => this.#write(isChat ? textOf(text) : text),
      // The widget leaves all sending to the agent.
      structuredContent: () => {
        throw new Error("The playground takes lines only");
      },
    });
  }

  #tell(): void {
    if (!this.#host || !this.#view) return;
    const lines = publicLines(this.#view, this.#conversationId);
    const fresh = lines.slice(this.#told);
    this.#told = lines.length;
    if (fresh.length > 0) this.#host.say(...fresh);
  }

  /** What the widget writes is a draft, and the agent goes on from it. */
  #write(text: string): void {
    this.#composer.write(text);
    this.#composer.focus();
  }

  /** Takes the widget away, before the desk of a conversation that begins anew goes. */
  leave(): void {
    this.#handOver = "";
    this.#host?.dispose();
    this.#host = undefined;
    this.#composer.write("");
  }

  async #send(text: string): Promise<void> {
    if (!(await this.#commands.answer(text))) this.#composer.giveBack(text);
  }
}

const MARKS: Record<string, string> = { "<br>": "\n", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** In chat the agent's input takes markup. This one takes text: that of a line break, and of each sign that is markup. */
function textOf(markup: string): string {
  return markup.replace(/<br>|&(lt|gt|quot|amp);/g, (mark) => MARKS[mark] ?? mark);
}

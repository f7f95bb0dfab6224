import { PostMessageCourier } from "chronosjs";
import { APP, WRITE } from "./wire.ts";

/** What the workspace shows to its widgets, by path; a path that is not there does not exist for them. */
export type Model = Map<string, unknown>;

/** What widgets write. */
export type Writing = {
  /** Into the agent's input. What is thrown is what the widget is told. */
  line(text: string): void;
  /** Straight into the conversation. */
  structuredContent(json: unknown): void;
};

const LINES = "chatTranscript.lines";

/**
 * The workspace's half: frames a widget, and lets it see the model, as LivePerson's agent workspace does. What is bound
 * is told at once, and again with every change; of the lines only the new ones.
 *
 * https://developers.liveperson.com/agent-workspace-widget-sdk-public-model-structure.html
 */
export class WorkspaceHost {
  readonly #model: Model;
  readonly #courier: PostMessageCourier;
  readonly #bound = new Set<string>();

  constructor(container: HTMLElement, url: string, model: Model, writing: Writing) {
    this.#model = model;
    this.#courier = new PostMessageCourier({
      target: { url, container, attributes: { title: "Clinc for agents", id: "widget" }, style: {} },
    });
    const comply = (cmdName: string, func: (data: never, done: (error: unknown) => void) => void) =>
      this.#courier.comply({ appName: APP, cmdName, func });
    // A frame that has loaded anew binds anew.
    comply("Initialize", () => this.#bound.clear());
    comply("Bind", ({ path }: { path: string }) => this.#bind(path));
    comply("Unbind", ({ path }: { path: string }) => this.#bound.delete(path));
    comply(WRITE.line, ({ text }: { text: string }) => writing.line(text));
    comply(WRITE.structuredContent, ({ json }: { json: unknown }) => writing.structuredContent(json));
    this.#courier.reply({ appName: APP, reqName: "Get", func: ({ path }) => this.#get(path) });
  }

  #get(path: unknown): unknown {
    if (typeof path !== "string" || path === "") throw new Error("There is no such path");
    return this.#model.get(path) ?? null;
  }

  #bind(path: string): void {
    this.#bound.add(path);
    const value = this.#model.get(path) ?? null;
    if (value !== null) this.#tell(path, value);
  }

  /** Changes what stands at a path. */
  set(path: string, value: unknown): void {
    this.#model.set(path, value);
    this.#tell(path, value);
  }

  /** Adds lines to the transcript. */
  say(...lines: readonly unknown[]): void {
    const before = (this.#model.get(LINES) ?? []) as unknown[];
    this.#model.set(LINES, [...before, ...lines]);
    this.#tell(LINES, lines);
  }

  /** Takes the widget away, and listens to it no more. */
  dispose(): void {
    this.#bound.clear();
    this.#courier.dispose();
  }

  #tell(key: string, newValue: unknown): void {
    if (this.#bound.has(key))
      this.#courier.trigger({ appName: APP, eventName: key, data: { key, newValue } });
  }
}

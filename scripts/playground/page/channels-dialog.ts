import type { ShownView } from "../view.ts";
import { dialog } from "./dialogs.ts";
import { byId, make } from "./dom.ts";
import type { Own, OwnAnswerBox } from "./own-answer.ts";
import { afterwords, messageNodes } from "./turn.ts";

/** Nobody types faster than this for long, and each look asks twelve functions. */
const QUIET_MS = 300;

/** Nobody follows what is only looked at. */
const NOTHING = { answer: () => undefined, follow: () => undefined };

/** The dialog that shows an author's answer on all channels side by side, while it is written. */
export class ChannelsDialog {
  readonly #dialog = dialog("channels");
  readonly #grid = byId("channels-grid");
  readonly #look: (own: Own) => Promise<ShownView[]>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  /** @param look asks what all channels show of an answer */
  constructor(box: OwnAnswerBox, look: (own: Own) => Promise<ShownView[]>) {
    this.#look = look;
    const [form, home] = [byId("own-form"), byId("own")];
    byId("open-channels").addEventListener("click", () => {
      // One box in two places: what is written in it stays.
      byId("channels-box").append(form);
      this.#dialog.showModal();
      byId("own-json").focus();
      this.#soon(box.read(), 0);
    });
    this.#dialog.addEventListener("close", () => home.append(form));
    box.onChange((own) => {
      if (this.#dialog.open) this.#soon(own, QUIET_MS);
    });
    // What is only looked at does nothing; its arrows turn all the same.
    for (const kind of ["click", "keydown"] as const)
      this.#grid.addEventListener(kind, (event) => this.#keepStill(event), { capture: true });
  }

  /** Closes it, for the conversation below. */
  close(): void {
    this.#dialog.close();
  }

  #soon(own: Own | undefined, afterMs: number): void {
    clearTimeout(this.#timer);
    this.#grid.classList.toggle("stale", own === undefined);
    if (own) this.#timer = setTimeout(() => void this.#show(own), afterMs);
  }

  async #show(own: Own): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    try {
      const views = await this.#look(own);
      if (number === this.#number) this.#grid.replaceChildren(...views.map(channel));
    } catch (error) {
      this.#grid.replaceChildren(make("p", { class: "problem" }, (error as Error).message));
    }
  }

  #keepStill(event: MouseEvent | KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isArrow = target.closest(".lp-json-pollock-layout-carousel-arrow") !== null;
    const isTab = event instanceof KeyboardEvent && event.key === "Tab";
    if (isArrow || isTab || target === this.#grid) return;
    event.stopPropagation();
    if (target.closest("button, a, [role=button]")) event.preventDefault();
  }
}

function channel({ title, messages, remarks, ending }: ShownView): HTMLElement {
  const shown = messages.flatMap((message) =>
    message.kind === "private"
      ? [make("p", { class: "only-agent" }, make("b", {}, "Agent only: "), message.text)]
      : messageNodes(message, NOTHING),
  );
  return make(
    "section",
    { class: "channel", "aria-label": title },
    make("h3", {}, title),
    ...(shown.length > 0 ? shown : [make("p", { class: "hint" }, "Nothing is shown.")]),
    ...afterwords({ remarks, ...(ending && { ending }) }),
  );
}

import { announcementOf, screenOf } from "../screen.ts";
import type { State } from "../state.ts";
import type { Hear } from "./act.ts";
import { drawBriefing } from "./briefing.ts";
import { byId } from "./dom.ts";
import { drawNotice } from "./notice.ts";
import { drawSuggestion } from "./suggestion.ts";

/** Shows a state; whatever looks the same as before is left alone. */
export class Panel {
  readonly #hear: Hear;
  readonly #address: () => string;
  readonly #drawn = new Map<string, string>();
  #announced = "";

  /**
   * @param hear what the agent does
   * @param address of the sign-in page, for a window that the agent opens
   */
  constructor(hear: Hear, address: () => string) {
    this.#hear = hear;
    this.#address = address;
  }

  show(state: State): void {
    const screen = screenOf(state);
    const isNotice = screen.kind === "notice";
    const suggestion = isNotice ? undefined : screen.suggestion;
    this.#draw("notice", isNotice ? screen.notice : undefined, (notice) => [
      drawNotice(notice, this.#hear, this.#address),
    ]);
    this.#draw("suggestion", suggestion, (card) => drawSuggestion(card, this.#hear));
    this.#draw("briefing", isNotice ? undefined : screen.briefing, (card) => drawBriefing(card, this.#hear));
    byId("suggestion").setAttribute("aria-busy", String(suggestion?.kind === "asking"));
    document.body.dataset.shows = isNotice ? "notice" : "cards";
    this.#announce(announcementOf(state), suggestion?.kind === "draft" ? suggestion.id : "");
  }

  /** A place without anything to show is hidden with its heading. The focus stays where the agent had it. */
  #draw<Card>(place: string, card: Card | undefined, draw: (card: Card) => Node[]): void {
    const key = JSON.stringify(card ?? "");
    if (this.#drawn.get(place) === key) return;
    this.#drawn.set(place, key);
    const section = byId(place);
    const content = section.querySelector(".content") ?? section;
    const focused = content.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    section.hidden = card === undefined;
    content.replaceChildren(...(card === undefined ? [] : draw(card)));
    if (focused) content.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  /** Once for each suggestion, however often its card is drawn. */
  #announce(text: string, id: string): void {
    if (id === this.#announced) return;
    this.#announced = id;
    byId("announcements").textContent = text;
  }
}

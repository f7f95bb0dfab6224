import { isJsonObject } from "../../../src/runtime/tolerant.ts";
import { fromJson } from "../../kit/json.ts";
import { wrongJson } from "../../kit/wrong-json.ts";
import type { TurnView } from "../view.ts";
import { dialog } from "./dialogs.ts";
import { byId } from "./dom.ts";

type Event = Record<string, unknown>;

/** The dialog in which the event of a turn is changed. */
export class EditDialog {
  readonly #dialog = dialog("edit");
  readonly #field = byId<HTMLTextAreaElement>("event");
  #turn = 0;

  /** @param send gets the number of the turn and the changed payload */
  constructor(send: (turn: number, event: Event) => void) {
    this.#field.addEventListener("input", () => this.#check());
    byId("edit-form").addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      const event = this.#check();
      if (!event) {
        this.#field.focus();
        return;
      }
      this.#dialog.close();
      send(this.#turn, event);
    });
  }

  /** Opens with the payload that the function got in a turn. */
  open({ number, record }: Pick<TurnView, "number" | "record">): void {
    this.#turn = number;
    byId("edit-title").textContent = `Edit turn ${number}`;
    const { payload } = record.input as { payload: unknown };
    this.#field.value = JSON.stringify(payload, null, 2);
    this.#field.setSelectionRange(0, 0);
    this.#check();
    this.#dialog.showModal();
    this.#field.scrollTo(0, 0);
  }

  #check(): Event | undefined {
    const problem = byId("event-problem");
    const read = eventIn(this.#field.value);
    problem.textContent = typeof read === "string" ? read : "";
    this.#field.setAttribute("aria-invalid", String(typeof read === "string"));
    return typeof read === "string" ? undefined : read;
  }
}

/** @returns the payload, or what is wrong with the text */
function eventIn(text: string): Event | string {
  const value = fromJson(text);
  if (value === undefined) return `Wrong JSON: ${wrongJson(text)}`;
  return isJsonObject(value) ? value : "An event is an object: { … }";
}

import { byId } from "./dom.ts";

/** The field in which somebody writes, with its button; Enter sends, and with Shift makes a line. */
export class Composer {
  readonly #field: HTMLTextAreaElement;
  readonly #form: HTMLElement;

  /** @param send gets what was written, without blanks around it and never nothing */
  constructor(form: string, field: string, send: (text: string) => void) {
    this.#form = byId(form);
    this.#field = byId<HTMLTextAreaElement>(field);
    const submit = () => {
      const text = this.#field.value.trim();
      if (text === "" || this.#field.disabled) return;
      this.#field.value = "";
      send(text);
    };
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    });
  }

  /** Puts a draft into the field, in place of what is there. */
  write(text: string): void {
    this.#field.value = text;
  }

  /** Gives words back that did not arrive, unless something else is written by now. */
  giveBack(text: string): void {
    if (this.#field.value === "" && !this.#field.disabled) this.#field.value = text;
  }

  /** @param hint stands in the empty field: to whom one writes, or why nobody reads it */
  allow(isOpen: boolean, hint: string): void {
    this.#field.disabled = !isOpen;
    this.#field.placeholder = hint;
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>("[type=submit]"))
      button.disabled = !isOpen;
  }

  focus(): void {
    this.#field.focus();
  }
}

/** Adds lines to the transcript; their texts are shown as texts. */
export function showLines(transcript: HTMLElement, lines: readonly unknown[]): void {
  transcript.append(...lines.map(item));
  transcript.scrollTop = transcript.scrollHeight;
}

function item(line: unknown): HTMLElement {
  const { source, by, text } = line as Record<string, unknown>;
  const who = document.createElement("strong");
  who.textContent = String(by ?? "");
  const words = document.createElement("p");
  words.textContent = String(text ?? "");
  const made = document.createElement("li");
  made.dataset.source = String(source);
  made.append(who, words);
  return made;
}

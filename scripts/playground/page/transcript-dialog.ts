import { api } from "./api.ts";
import { copy } from "./copying.ts";
import { dialog } from "./dialogs.ts";
import { byId, make } from "./dom.ts";

/** The conversation as text, to read, copy and keep. */
export function prepareTranscript(complain: (message: string) => void): void {
  const shown = dialog("transcript-text");
  const field = byId<HTMLTextAreaElement>("transcript-lines");
  byId("open-transcript").addEventListener("click", async () => {
    try {
      field.value = await api.transcript();
      shown.showModal();
    } catch (error) {
      complain((error as Error).message);
    }
  });
  const button = byId("copy-transcript");
  button.addEventListener("click", () => void copy(field.value, button));
  byId("download-transcript").addEventListener("click", () => {
    make("a", { href: "/api/transcript.txt", download: "conversation.txt" }).click();
  });
}

import type { Options } from "../view.ts";
import { byId, make } from "./dom.ts";
import { selectTab } from "./tabs.ts";

/** The list of what to say and what is to be seen then. */
export function showExamples({ examples }: Options, say: (text: string) => void): void {
  // A real Clinc has words of its own.
  byId("examples-tab").hidden = examples.length === 0;
  if (examples.length === 0) selectTab(byId("own-tab"));
  const groups = new Map(examples.map(({ group }) => [group, [] as HTMLElement[]]));
  for (const { group, say: text, shows } of examples) {
    const button = make(
      "button",
      { type: "button", click: () => say(text) },
      make("span", { class: "say" }, text),
      make("span", { class: "shows" }, shows),
    );
    groups.get(group)?.push(make("li", {}, button));
  }
  const lists = [...groups].map(([title, items]) =>
    make("section", {}, make("h3", {}, title), make("ul", {}, ...items)),
  );
  byId("example-groups").replaceChildren(...lists);
}

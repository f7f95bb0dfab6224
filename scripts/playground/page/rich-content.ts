import { JsonPollock } from "json-pollock/dist/json-pollock.global.no_validation.min.js";
import { watchEnds } from "./carousel-ends.ts";

/** What the elements of rich content can do. */
export type Actions = {
  /** The consumer answers with the text of a button. */
  answer(text: string, metadata: unknown[]): void;
  /** The consumer follows a link, a call or a map. */
  follow(address: string): void;
};

/** Tells LivePerson's renderer what clicks do, once for the page. */
export function prepareRichContent(actions: Actions): void {
  JsonPollock.registerAction("publishText", ({ actionData, metadata }) =>
    actions.answer(String(actionData.text), metadata ?? []),
  );
  JsonPollock.registerAction("link", ({ actionData }) => actions.follow(String(actionData.uri)));
  JsonPollock.registerAction("navigate", ({ actionData }) => actions.follow(mapAddress(actionData)));
  JsonPollock.init({
    onAfterElementRendered(element, template) {
      if (template.type === "carousel") {
        element.setAttribute("role", "group");
        watchEnds(element);
      }
      if (template.type === "map") followMap(element, template, actions);
      return element;
    },
  });
}

/** Structured content as LivePerson draws it, with pictures of this server in place of those from elsewhere. */
export function drawRichContent(content: Record<string, unknown>): DocumentFragment {
  return JsonPollock.render(withLocalPictures(content));
}

function withLocalPictures(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(withLocalPictures);
  if (typeof content !== "object" || content === null) return content;
  const entries = Object.entries(content).map(([name, value]) => [name, withLocalPictures(value)]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  if (copy.type !== "image") return copy;
  const { caption, tooltip, alt = tooltip ?? caption, url } = copy;
  return { ...copy, alt, url: `/picture.svg?of=${encodeURIComponent(String(url))}` };
}

/** LivePerson opens another site at once; here the address is shown first. */
function followMap(element: HTMLElement, template: object, { follow }: Actions): void {
  element.setAttribute("role", "button");
  if (!element.hasAttribute("aria-label")) element.setAttribute("aria-label", "Map");
  const open = () => follow(mapAddress(template));
  element.onclick = open;
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
}

function mapAddress(place: object): string {
  const { la, lo } = place as { la?: unknown; lo?: unknown };
  return `https://www.google.com/maps/search/?api=1&query=${la},${lo}`;
}

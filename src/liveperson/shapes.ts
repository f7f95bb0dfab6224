import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";

/**
 * A body as letters, which a channel's shapes are written over: I image, T title, S subtitle, F footer, X other text,
 * B, U and b buttons; v, h and c are frames around others, with their tag behind a colon, as have Apple's own tags on anything; M is
 * anything else.
 */
export function shapeOf(element: JsonObject): string {
  const { type, tag, elements } = element;
  const frame = { vertical: "v", horizontal: "h", carousel: "c" }[String(type)];
  if (frame && Array.isArray(elements)) {
    return `${frame}${typeof tag === "string" ? `:${tag}` : ""}(${elements.map(shapeOf).sort(byOrder).join("")})`;
  }
  const letter = {
    image: "I",
    button: buttonLetter(element),
    text: { title: "T", subtitle: "S", footer: "F" }[String(tag)] || "X",
  }[String(type)];
  return `${letter || "M"}${/^(richLink|list|datePicker|form)$/.test(String(tag)) ? `:${tag}` : ""}`;
}

/** LivePerson puts a card's elements in this order itself before it looks at them; frames stay where they are. */
function byOrder(left: string, right: string): number {
  const isFrame = left.includes("(") || right.includes("(");
  return isFrame ? 0 : "ITSFXUBbM".indexOf(left) - "ITSFXUBbM".indexOf(right);
}

/** B acts, U only opens addresses, b does nothing. */
function buttonLetter({ click }: JsonObject): string {
  const actions = isJsonObject(click) && Array.isArray(click.actions) ? click.actions : [];
  if (actions.length === 0) return "b";
  return actions.every(({ type }) => type === "link") ? "U" : "B";
}

/**
 * The shapes of native bodies that LivePerson's validator takes for a channel, over the letters of {@link shapeOf}.
 *
 * @see https://github.com/LivePersonInc/rich-content-validator
 */
export const SHAPES = {
  apple:
    /^(?!.:(richLink|list|datePicker|form))|^v:richLink\((IU|U|XU?.*)\)$|^[vh]:list\(([vh]\(X?(h\(I?(v\((B|TS?B|SB|[TSX]{1,2})\))+\)|h\(v\((B|TS?B|SB|[TSX]{1,2})\)\))+\))*\)$|^[vh]:datePicker\([TX]*(B|[vh]\(.*B.*\))[TXBvh()]*\)$|^v:form\(TS[Bb]\)$/,
  facebook:
    /^([vh]:generic\([vh]\((ITS?B{1,3}|TB{1,3}|TSB{0,3})\)\)|[vh]:button\([vh]\(TS?B{1,3}\)\)|c\(([vh]:generic\([vh]\((ITS?B{1,3}|TB{1,3})\)\)|[vh]:button\([vh]\(TS?B{1,3}\)\)){2,10}\))$/,
  whatsapp: /^v:generic\((ITSF?|ITF?|ISF?|TS?|S)B{0,3}\)$/,
  rcs: /^([vh]:generic\(([vh]\()?(IT?S?|TS?|S)B{0,4}\)?\)|c(:generic)?\(([vh]:generic\(([vh]\()?(IT?S?|TS?|S)B{0,2}\)?\)){2,10}\))$/,
  line: /^([vh]:generic\([vh]\(I?T?SB{1,4}\)\)|c(:generic)?\(([vh]:generic\([vh]\(I?T?SB{1,3}\)\)){2,10}\))$/,
  viber: /^(v(:\w+)?\((v\([ITSXB]{1,7}\))+\)|c(:\w+)?\((v(:\w+)?\((v\([ITSXB]{1,7}\))+\)){2,10}\))$/,
};

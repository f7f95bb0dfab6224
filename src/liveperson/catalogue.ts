import { isLonger } from "../runtime/graphemes.ts";
import { loggableId } from "../runtime/log.ts";
import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";

/**
 * The elements of structured content and all their limits, as the web window and the mobile SDKs take them: a table,
 * and the checks that are made of it. LivePerson's own schemas and a validator for them are larger than a function may be.
 *
 * A field is written `name:kind`, with `!` where it is required. Kinds: a number is the longest text in code points;
 * `a|b` one of these words; `1..10` a number between; `flag`, `number`, `whole`, `list`; `https…`, `link…` an address
 * of at most so many characters; `{part}` one untyped object of the table; `x,y*2..10` so many typed ones, or texts.
 *
 * @see https://developers.liveperson.com/getting-started-with-rich-messaging-introduction.html
 */
const READ_ALOUD = "accessibility:{accessibility}";
const TAGS = "tag:64 tagVersion:64";
const HINTS = "tooltip:256 alt:2000";
const BORDER = "border:border|borderLess|dropShadow";
const COMMON = `${HINTS} ${TAGS} rtl:flag style:{style} click:{click} ${READ_ALOUD}`;
const FRAME = `alt:2000 ${READ_ALOUD} style:{style} display:{display}`;
const ROW = `padding:0..10 ${HINTS}`;
const CARD = "text,button,image,map,linkPreview,template,keyValuePairList,vertical,horizontal";
const ANY = `${CARD},carousel,carouselSelect,accordionSelect,list,tabs`;
const CARDS = `padding:0..10 tooltip:256 ${FRAME} elements!:${CARD}`;
const COLOURS =
  "background-color background-color-active background-color-hover border-color border-color-selected";
const MORE_COLOURS = "border-color-hover font-family color color-hover color-active fill";

const TABLE: Record<string, string> = {
  text: `text!:5000 ${COMMON}`,
  button: `title!:128 subtitle:128 class:text|button ref:{ref} ${COMMON}`,
  image: `url!:https2048 caption:128 ${COMMON}`,
  map: `la!:number lo!:number ${COMMON}`,
  linkPreview: `url!:link2048 title:128 ${COMMON}`,
  template: `templateType!:quickReply title!:5000 resp!:128*1..32 ${COMMON}`,
  keyValuePairList: "elements!:{pair}*1..50",
  vertical: `elements!:${ANY}*0..50 ${TAGS} ${BORDER} scroll:disable|enable metadata:list ${FRAME}`,
  horizontal: `elements!:${ANY}*0..50 ${TAGS} ${BORDER} borderLine:flag percentages:number*0..256 metadata:list alt:2000 ${READ_ALOUD}`,
  carousel: `${CARDS}*2..10`,
  carouselSelect: `${CARDS}*1..20 selectMode!:{select}`,
  accordionSelect: `${CARDS}*1..20 selectMode!:{name} titles!:{heading}*1..20`,
  tabs: `elements!:${CARD}*1..10 style:{style}`,
  list: `elements!:text,sectionList,buttonList*3..3 ${HINTS}`,
  sectionList: `elements!:section*1..50 ${HINTS}`,
  section: `sectionID!:256 elements!:text,checklist*1..2 ${ROW} ${READ_ALOUD}`,
  checklist: `elements!:checkbox*2..50 ${ROW}`,
  checkbox: `text!:5000 click!:{check} tooltip:256 ${TAGS} rtl:flag style:{style} borderLine:flag borderColor:256 ${READ_ALOUD}`,
  buttonList: `elements!:submitButton,button*1..2 ${ROW}`,
  submitButton: `title!:128 click!:{submit} disabled:flag ${COMMON.replace("click:{click} ", "")}`,

  click: "actions:publishText,link,navigate,datePicker,scheduleSlotList,addToCart,custom*0..4 metadata:list",
  check: "actions:checked*0..4 metadata:list",
  submit: "actions:submitAsText*0..4 metadata:list",
  publishText: "text!:256",
  link: `uri!:link1024 name:256 target:self|blank|slideout ios:{uri} android:{uri} web:{uri} ${READ_ALOUD}`,
  navigate: "la!:number lo!:number name:256",
  datePicker: "class!:single|range title:40 minDate:whole maxDate:whole dateFormat:100",
  scheduleSlotList: "title:40 slots:scheduleSlot*0..256 firstDayOfTheWeek:sun|mon",
  scheduleSlot: "id!:256 start!:whole end:whole title:40 description:40 imageUrl:link1024",
  addToCart: "items!:{item}*0..10",
  custom: "data:{pair}*0..10",
  checked: `publishText!:250 ${READ_ALOUD}`,
  submitAsText: `submit!:flag ${READ_ALOUD}`,

  uri: "uri:link1024",
  item: "productId:256 quantity:whole",
  pair: "key!:128 value:2048",
  select: "name!:200 type!:single|multiple",
  name: "name!:200",
  heading: "name!:200 additional:200",
  ref: "name:200 type:carouselSelect|accordionSelect",
  display: "aspectRatio:rectangle|square|horizontal size:cover|contain|large|compact|tall|full",
  style: `${`${COLOURS} ${MORE_COLOURS}`.replace(/ |$/g, ":256 ")}border-radius:number bold:flag italic:flag size:small|medium|large`,
  accessibility: "web:{web}",
  web: [
    "role:100 tabindex:20",
    aria(10, "colcount colindex colspan"),
    aria(
      20,
      "checked expanded haspopup hidden level multiline multiselectable readonly required rowcount rowindex rowspan",
    ),
    aria(
      100,
      "activedescendant atomic autocomplete busy controls current describedby details disabled errormessage",
    ),
    aria(100, "flowto invalid labelledby live modal orientation owns posinset pressed selected setsize sort"),
    aria(100, "valuemax valuemin valuenow"),
    aria(1000, "grabbed keyshortcuts label placeholder relevant roledescription valuetext"),
  ].join(" "),
};

/** What counts as an element when the content is drawn. */
const DRAWN = `${ANY},sectionList,section,checklist,checkbox,buttonList,submitButton`.split(",");

/** Children whose order matters. */
const ORDER: Record<string, RegExp> = {
  list: /^text sectionList buttonList$/,
  section: /^(text )?checklist$/,
  buttonList: /^submitButton( button)?$/,
};

/** Where something is wrong, and what. */
export type Problem = string;

/** What differs from channel to channel. */
export type Allowance = {
  /** So many elements are drawn, counted along the way into the body as LivePerson's renderer counts them. */
  elements: number;
  /** Further schemes of links, as part of a regular expression. */
  schemes: string;
};

/**
 * Checks a body of structured content against the catalogue.
 *
 * @returns the first problem, or `undefined` for a valid body
 */
export function checkBody(body: unknown, allowance: Allowance): Problem | undefined {
  return at("structuredContent", typed(ANY)(body, 0, allowance));
}

/** Checks a button by itself, as it stands in quick replies. */
export function checkButton(button: unknown, allowance: Allowance, place: string): Problem | undefined {
  return at(place, typed("button")(button, 0, allowance));
}

/**
 * Checks one value. The table is turned into checks when it is first needed, since most turns have no structured
 * content, and only once, since a carousel has hundreds of fields.
 *
 * A problem says what is wrong behind where it is, as seen from the value: most values have none, and of those nobody has to
 * know where they stand.
 *
 * @param drawn how many elements the renderer counts before this one: those around it and those beside it
 */
type Check = (value: unknown, drawn: number, allowance: Allowance) => Problem | undefined;

/** A problem as seen from further out. */
function at(place: string, problem: Problem | undefined): Problem | undefined {
  return problem && place + problem;
}

/** A typed element, of one of these types. */
const typed = once((types: string): Check => {
  const known = types.split(",");
  return (value, drawn, allowance) => {
    if (!isJsonObject(value)) return " must be an object";
    const { type } = value;
    if (typeof type !== "string" || !known.includes(type)) return `.type must be one of ${types}`;
    if (drawn >= allowance.elements && DRAWN.includes(type))
      return ` is beyond the ${allowance.elements} elements that are drawn`;
    return part(type)(value, drawn, allowance) || checkOrder(value, type);
  };
});

/** The fields of one part of the table. One that is not in brackets has its type beside them. */
const part = once((shape: string): Check => {
  const name = shape.replace(/[{}]/g, "");
  const checks = new Map<string, Check>();
  const required: string[] = [];
  for (const field of (TABLE[name] || "").split(" ")) {
    const [, name = "", mark, kind = ""] = /^([\w-]+)(!?):(.+)$/.exec(field) || [];
    checks.set(name, ofKind(kind));
    if (mark) required.push(name);
  }
  if (name === shape) checks.set("type", () => undefined);
  return (value, drawn, allowance) => {
    if (!isJsonObject(value)) return " must be an object";
    const names = Object.keys(value);
    const unknown = names.find((name) => !checks.has(name));
    if (unknown !== undefined) return `.${loggableId(unknown)} is not known there`;
    const problems = names.map((name) => (checks.get(name) as Check)(value[name], drawn, allowance));
    const missing = required.find((name) => !names.includes(name));
    if (missing === undefined && !problems.some(Boolean)) return undefined;
    const first = [...checks.keys()].find((name) => name === missing || problems[names.indexOf(name)]);
    return `.${first}${first === missing ? " is missing" : problems[names.indexOf(first as string)]}`;
  };
});

/** A field of this kind. */
const ofKind = once((kind: string): Check => {
  const [, item, fewest, most] = /^(.+)\*(\d+)\.\.(\d+)$/.exec(kind) || [];
  if (item !== undefined) return listOf(item, Number(fewest), Number(most));
  if (kind.startsWith("{")) return (...value) => part(kind)(...value);
  const [, address = "", length] = /^(https|link)?(\d+)$/.exec(kind) || [];
  if (length !== undefined) return textOf(Number(length), address);
  const [, min, max] = /^(\d+)\.\.(\d+)$/.exec(kind) || [];
  const words = kind.split("|");
  const isOfKind =
    min === undefined
      ? PLAIN_KINDS[kind] || ((value) => words.includes(value as string))
      : (value: unknown) => typeof value === "number" && value >= Number(min) && value <= Number(max);
  return (value) => (isOfKind(value) ? undefined : ` must be ${kind}`);
});

const PLAIN_KINDS: Record<string, (value: unknown) => boolean> = {
  flag: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  whole: Number.isInteger,
  list: Array.isArray,
};

function listOf(item: string, fewest: number, most: number): Check {
  const isTyped = /^[a-z]+[A-Z,a-z]*$/.test(item) && item !== "number";
  const check = isTyped ? typed(item) : ofKind(item);
  return (value, drawn, allowance) =>
    !Array.isArray(value) || value.length < fewest || value.length > most
      ? ` must be a list of ${fewest} to ${most}`
      : firstProblem(value, (entry, index) => {
          const problem = check(entry, drawn + index + 1, allowance);
          return problem && `[${index}]${problem}`;
        });
}

function textOf(length: number, address: string): Check {
  return (value, _drawn, { schemes }) => {
    if (typeof value !== "string" || isLonger(value, length))
      return ` must be a text of at most ${length} characters`;
    if (address === "https" && !/^https:\/\/\S+$/i.test(value)) return " must be an https address";
    return address === "link" && !linkOf(schemes).test(value)
      ? " must be an address with an allowed scheme"
      : undefined;
  };
}

/** What RFC 3986 lets stand in an address, brackets aside. */
const URI_CHARACTERS = "(?:[\\w.~:/?#@!$&'()*+,;=-]|%[\\da-f]{2})";

const linkOf = once(
  (schemes) => new RegExp(`^(https?|tel|mailto|sms|geo${schemes && `|${schemes}`}):${URI_CHARACTERS}+$`, "i"),
);

function checkOrder({ elements }: JsonObject, type: string): Problem | undefined {
  const isInOrder = ORDER[type]?.test((elements as JsonObject[]).map((element) => element.type).join(" "));
  return isInOrder === false ? `.elements are not in the order that a ${type} needs` : undefined;
}

/** Makes something of a word once, and keeps it. */
function once<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    const known = made.get(word) || make(word);
    made.set(word, known);
    return known;
  };
}

function aria(length: number, names: string): string {
  return names
    .split(" ")
    .map((name) => `aria-${name}:${length}`)
    .join(" ");
}

/** The first problem among several values. */
export function firstProblem<T>(
  values: readonly T[],
  check: (value: T, index: number) => Problem | undefined,
): Problem | undefined {
  let problem: Problem | undefined;
  values.some((value, index) => {
    problem = check(value, index);
    return problem;
  });
  return problem;
}

import { loggableId } from "../runtime/log.ts";
import { isJsonObject, type JsonObject } from "../runtime/tolerant.ts";

/**
 * The elements of structured content and all their limits, as the web window and the mobile SDKs take them: a table,
 * and the checker that reads it. LivePerson's own schemas and a validator for them are larger than a function may be.
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
const CARD = "text,button,image,map,linkPreview,template,keyValuePairList,vertical,horizontal";
const ANY = `${CARD},carousel,carouselSelect,accordionSelect,list,tabs`;
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
  carousel: `elements!:${CARD}*2..10 padding:0..10 tooltip:256 ${FRAME}`,
  carouselSelect: `elements!:${CARD}*1..20 selectMode!:{select} padding:0..10 tooltip:256 ${FRAME}`,
  accordionSelect: `elements!:${CARD}*1..20 selectMode!:{name} titles!:{heading}*1..20 padding:0..10 tooltip:256 ${FRAME}`,
  tabs: `elements!:${CARD}*1..10 style:{style}`,
  list: `elements!:text,sectionList,buttonList*3..3 ${HINTS}`,
  sectionList: `elements!:section*1..50 ${HINTS}`,
  section: `sectionID!:256 elements!:text,checklist*1..2 padding:0..10 ${HINTS} ${READ_ALOUD}`,
  checklist: `elements!:checkbox*2..50 padding:0..10 ${HINTS}`,
  checkbox: `text!:5000 click!:{check} tooltip:256 ${TAGS} rtl:flag style:{style} borderLine:flag borderColor:256 ${READ_ALOUD}`,
  buttonList: `elements!:submitButton,button*1..2 padding:0..10 ${HINTS}`,
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
const DRAWN = [
  ...ANY.split(","),
  "sectionList",
  "section",
  "checklist",
  "checkbox",
  "buttonList",
  "submitButton",
];

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
  return new Checker(allowance).typed(body, ANY, "structuredContent");
}

/** Checks a button by itself, as it stands in quick replies. */
export function checkButton(button: unknown, allowance: Allowance, at: string): Problem | undefined {
  return new Checker(allowance).typed(button, "button", at);
}

/** What RFC 3986 lets stand in an address, brackets aside. */
const URI_CHARACTERS = "(?:[\\w.~:/?#@!$&'()*+,;=-]|%[\\da-f]{2})";

type Field = { name: string; required: boolean; kind: string };

class Checker {
  private readonly mostDrawn: number;
  private readonly link: RegExp;

  constructor({ elements, schemes }: Allowance) {
    this.mostDrawn = elements;
    this.link = new RegExp(
      `^(https?|tel|mailto|sms|geo${schemes && `|${schemes}`}):${URI_CHARACTERS}+$`,
      "i",
    );
  }

  /** @param drawn how many elements the renderer counts before this one: those around it and those beside it */
  typed(value: unknown, types: string, at: string, drawn = 0): Problem | undefined {
    if (!isJsonObject(value)) return `${at} must be an object`;
    const { type } = value;
    if (typeof type !== "string" || !types.split(",").includes(type))
      return `${at}.type must be one of ${types}`;
    if (drawn >= this.mostDrawn && DRAWN.includes(type))
      return `${at} is beyond the ${this.mostDrawn} elements that are drawn`;
    return this.fields(value, type, at, drawn, ["type"]) ?? checkOrder(value, type, at);
  }

  private fields(
    value: JsonObject,
    shape: string,
    at: string,
    drawn: number,
    more: string[] = [],
  ): Problem | undefined {
    const known = fieldsOf(shape);
    const unknown = Object.keys(value).find((name) => !known.has(name) && !more.includes(name));
    if (unknown !== undefined) return `${at}.${loggableId(unknown)} is not known there`;
    for (const { name, required, kind } of known.values()) {
      const field = value[name];
      if (field === undefined && !(name in value)) {
        if (required) return `${at}.${name} is missing`;
      } else {
        const problem = this.kind(field, kind, `${at}.${name}`, drawn);
        if (problem) return problem;
      }
    }
    return undefined;
  }

  private kind(value: unknown, kind: string, at: string, drawn: number): Problem | undefined {
    const [, item, min, max] = /^(.+)\*(\d+)\.\.(\d+)$/.exec(kind) ?? [];
    if (item !== undefined) {
      if (!Array.isArray(value) || value.length < Number(min) || value.length > Number(max)) {
        return `${at} must be a list of ${min} to ${max}`;
      }
      return firstProblem(value, (entry, index) =>
        this.item(entry, item, `${at}[${index}]`, drawn + index + 1),
      );
    }
    if (kind.startsWith("{")) {
      return isJsonObject(value)
        ? this.fields(value, kind.slice(1, -1), at, drawn)
        : `${at} must be an object`;
    }
    const [, address, length] = /^(https|link)?(\d+)$/.exec(kind) ?? [];
    if (length !== undefined) {
      if (typeof value !== "string" || [...value].length > Number(length))
        return `${at} must be a text of at most ${length} characters`;
      if (address === "https" && !/^https:\/\/\S+$/i.test(value)) return `${at} must be an https address`;
      return address === "link" && !this.link.test(value)
        ? `${at} must be an address with an allowed scheme`
        : undefined;
    }
    return isOfKind(value, kind) ? undefined : `${at} must be ${kind}`;
  }

  private item(value: unknown, item: string, at: string, drawn: number): Problem | undefined {
    return /^[a-z]+[A-Z,a-z]*$/.test(item) && item !== "number"
      ? this.typed(value, item, at, drawn)
      : this.kind(value, item, at, drawn);
  }
}

function isOfKind(value: unknown, kind: string): boolean {
  const [, min, max] = /^(\d+)\.\.(\d+)$/.exec(kind) ?? [];
  if (min !== undefined) return typeof value === "number" && value >= Number(min) && value <= Number(max);
  if (kind === "flag") return typeof value === "boolean";
  if (kind === "number") return typeof value === "number";
  if (kind === "whole") return Number.isInteger(value);
  if (kind === "list") return Array.isArray(value);
  return kind.split("|").includes(value as string);
}

function checkOrder({ elements }: JsonObject, type: string, at: string): Problem | undefined {
  const order = ORDER[type];
  const types = (elements as JsonObject[] | undefined)?.map((element) => element.type).join(" ") ?? "";
  return order && !order.test(types) ? `${at}.elements are not in the order that a ${type} needs` : undefined;
}

const parsed = new Map<string, Map<string, Field>>();

/** The table is read when it is first needed: most turns have no structured content. */
function fieldsOf(shape: string): Map<string, Field> {
  const known = parsed.get(shape);
  if (known) return known;
  const fields = (TABLE[shape] ?? "").split(" ").map((field): [string, Field] => {
    const [, name = "", mark, kind = ""] = /^([\w-]+)(!?):(.+)$/.exec(field) ?? [];
    return [name, { name, required: mark === "!", kind }];
  });
  const map = new Map(fields);
  parsed.set(shape, map);
  return map;
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
  for (const [index, value] of values.entries()) {
    const problem = check(value, index);
    if (problem) return problem;
  }
  return undefined;
}

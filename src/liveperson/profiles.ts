import type { Channel } from "./channel.ts";
import { SHAPES } from "./shapes.ts";

/** What a channel can show, and how long things may be, in code points. */
export type Profile = {
  /** The longest text message. The channels' own published limits; LivePerson documents none [inferred]. */
  text: number;
  /** Whether native content is passed on at all. */
  native: boolean;
  /** How neutral cards are written; absent where they become text. */
  cards?: CardRules;
  quickReplies?: QuickReplyRules;
  /** Shapes of native bodies, over the letters of `shapes.ts`; absent where the whole catalogue is taken. */
  shapes?: RegExp;
  /** Nested elements that are drawn. */
  elements: number;
  /** Link schemes of the channel's own, as part of a regular expression. */
  schemes: string;
  /** The web window and the agent workspace set card texts as markup. */
  isMarkup: boolean;
};

/** Limits of a card. */
export type CardRules = {
  /** `plain`: untagged elements; `nested`, `flat`: a generic template with or without an inner frame. */
  form: "plain" | "nested" | "flat";
  title: number;
  subtitle: number;
  /** Most buttons of a card alone, and of one in a carousel. */
  buttons: number;
  carouselButtons: number;
  buttonTitle: number;
  publishText: number;
  image: number;
  /** Kinds of actions that a button may have. */
  actions: RegExp;
  /** The longest text of a card that holds nothing but texts and buttons. */
  loneText?: number;
  /** A button has one action, and nothing has a style. */
  onlyOneAction?: true;
  /** LINE: every body needs an `alt`, and a card a subtitle before a title. */
  needsAltAndSubtitle?: true;
};

/** Limits of quick replies. */
export type QuickReplyRules = {
  most: number;
  title: number;
  publishText: number;
  /** Without tooltip and metadata, which make WhatsApp refuse the message. */
  isBare: boolean;
  /** Whether a reply has exactly one action, and that one publishes a text. */
  onlyPublishText: boolean;
};

const PLAIN: CardRules = {
  form: "plain",
  title: 5000,
  subtitle: 5000,
  buttons: 20,
  carouselButtons: 20,
  buttonTitle: 128,
  publishText: 256,
  image: 2048,
  actions: /./,
};

const TEMPLATE = { form: "nested", publishText: 256, image: 2048 } as const;
const REPLIES = { publishText: 256, isBare: false, onlyPublishText: true };
const WEB_REPLIES = { ...REPLIES, most: 24, title: 128, onlyPublishText: false };
const ANYWHERE = { native: true, elements: 50, schemes: "", isMarkup: false };
const TEXT_ONLY = { ...ANYWHERE, native: false };
const TAGGED = { ...ANYWHERE, elements: 256 };

/**
 * A row a channel. Native bodies of Facebook, WhatsApp, RCS, LINE and Viber are generic templates in one of the shapes
 * that LivePerson's validator for the channel takes; everywhere else the web's catalogue holds.
 *
 * @see https://github.com/LivePersonInc/lp-rich-content-validator
 */
export const PROFILES: Record<Channel, Profile> = {
  web: { ...ANYWHERE, text: 5000, cards: PLAIN, quickReplies: WEB_REPLIES, isMarkup: true },
  chat: { ...ANYWHERE, text: 5000, cards: PLAIN, isMarkup: true },
  unknown: { ...ANYWHERE, text: 1000, quickReplies: WEB_REPLIES, isMarkup: true },
  apple: {
    ...ANYWHERE,
    text: 5000,
    cards: PLAIN,
    quickReplies: { ...REPLIES, most: 13, title: 128, onlyPublishText: false },
    schemes: "imessage|facetime",
    shapes: SHAPES.apple,
  },
  facebook: {
    ...TAGGED,
    text: 2000,
    cards: {
      ...TEMPLATE,
      loneText: 640,
      title: 80,
      subtitle: 80,
      buttons: 3,
      carouselButtons: 3,
      buttonTitle: 20,
      actions: /publishText|link|navigate/,
    },
    quickReplies: { ...REPLIES, most: 13, title: 127 },
    schemes: "fb|fb-messenger",
    shapes: SHAPES.facebook,
  },
  whatsapp: {
    ...TAGGED,
    text: 4096,
    cards: {
      form: "flat",
      onlyOneAction: true,
      title: 100,
      subtitle: 924,
      buttons: 3,
      carouselButtons: 0,
      buttonTitle: 20,
      publishText: 20,
      image: 1000,
      actions: /publishText/,
    },
    quickReplies: { most: 13, title: 20, publishText: 20, isBare: true, onlyPublishText: true },
    schemes: "whatsapp",
    shapes: SHAPES.whatsapp,
  },
  rcs: {
    ...TAGGED,
    text: 3072,
    cards: {
      ...TEMPLATE,
      title: 640,
      subtitle: 640,
      buttons: 4,
      carouselButtons: 2,
      buttonTitle: 25,
      actions: /publishText|link|navigate/,
    },
    quickReplies: { ...REPLIES, most: 11, title: 25 },
    schemes: "sms",
    shapes: SHAPES.rcs,
  },
  line: {
    ...TAGGED,
    text: 5000,
    cards: {
      ...TEMPLATE,
      loneText: 120,
      needsAltAndSubtitle: true,
      title: 40,
      subtitle: 60,
      buttons: 4,
      carouselButtons: 3,
      buttonTitle: 128,
      image: 1000,
      actions: /publishText|link/,
    },
    quickReplies: { ...REPLIES, most: 13, title: 128 },
    schemes: "line",
    shapes: SHAPES.line,
  },
  viber: {
    ...TAGGED,
    text: 5000,
    cards: {
      ...TEMPLATE,
      onlyOneAction: true,
      title: 640,
      subtitle: 640,
      buttons: 4,
      carouselButtons: 4,
      buttonTitle: 25,
      actions: /publishText|link/,
    },
    quickReplies: { ...REPLIES, most: 11, title: 25 },
    schemes: "viber",
    shapes: SHAPES.viber,
  },
  instagram: { ...TEXT_ONLY, text: 1000 },
  twitter: { ...TEXT_ONLY, text: 5000 },
  sms: { ...TEXT_ONLY, text: 1000 },
};

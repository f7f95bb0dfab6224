import type { Channel } from "./channel.ts";
import { SHAPES } from "./shapes.ts";

/** What a channel can show, and how long things may be, in code points. */
export type Profile = {
  /** The longest text message. LivePerson documents none: these are the channels' own, or inferred, as each row says. */
  text: number;
  /** Whether native content is passed on at all. */
  native: boolean;
  /** How neutral cards are written; absent where they become text. */
  cards?: CardRules;
  quickReplies?: QuickReplyRules;
  /** Shapes of native bodies, over the letters of `shapes.ts`; absent where the whole catalogue is taken. */
  shapes?: RegExp;
  /** Tags of templates whose frames may have no property but type, tag and elements. */
  bareTemplates?: RegExp;
  /** Nested elements that are drawn. */
  elements: number;
  /** Link schemes of the channel's own, as part of a regular expression. */
  schemes: string;
  /** The web window and the agent workspace set card texts as markup. */
  isMarkup: boolean;
};

/** Limits of a card. */
export type CardRules = {
  /**
   * `plain`: untagged elements, which the web window, chat and Apple draw; `nested`: a generic template with an inner
   * frame, the only one that the validator takes for Facebook, LINE and Viber; `flat`: the one without, for WhatsApp.
   */
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
  /** The longest text of Facebook's button template, and of a LINE card whose only text is a subtitle. */
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
  /** So many characters of a title the channel draws; of a longer one three fewer, and an ellipsis. */
  drawn?: number;
  publishText: number;
  /** Without tooltip and metadata, which make WhatsApp refuse the message. */
  isBare: boolean;
  /** Whether a reply has exactly one action, and that one publishes a text. */
  onlyPublishText: boolean;
};

/**
 * The limits of json-pollock's schemas. They have none for buttons: with twenty, a card stays well within the 50 elements
 * that the window draws [inferred].
 *
 * @see https://github.com/LivePersonInc/json-pollock
 */
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

/** What the validator's schemas of all templates but WhatsApp's have in common. */
const TEMPLATE = { form: "nested", publishText: 256, image: 2048 } as const;
/** What the validator's schemas of quick replies have in common, WhatsApp's aside. */
const REPLIES = { publishText: 256, isBare: false, onlyPublishText: true };
/** json-pollock has no schema for quick replies: these are the validator's, `web`. */
const WEB_REPLIES = { ...REPLIES, most: 24, title: 128, onlyPublishText: false };
const ANYWHERE = { native: true, elements: 50, schemes: "", isMarkup: false };
const TEXT_ONLY = { ...ANYWHERE, native: false };
/** Other apps draw templates, and the shape of these keeps them short; 256 is what json-pollock's schemas take. */
const TAGGED = { ...ANYWHERE, elements: 256 };

/**
 * A row a channel. Native bodies of Facebook, WhatsApp, RCS, LINE and Viber are generic templates in one of the shapes
 * that LivePerson's validator for the channel takes; everywhere else the web's catalogue holds. Cards and quick replies
 * have that validator's limits where a row names nothing else; link schemes are those of the channels' apps [inferred].
 *
 * @see https://github.com/LivePersonInc/rich-content-validator
 */
export const PROFILES: Record<Channel, Profile> = {
  /**
   * Cards: json-pollock's schemas. Text: what these allow a `text` [inferred]. A quick reply shows 25 characters.
   *
   * @see https://developers.liveperson.com/mobile-sdk-and-web-templates-quick-replies-template.html
   */
  web: { ...ANYWHERE, text: 5000, cards: PLAIN, quickReplies: { ...WEB_REPLIES, drawn: 25 }, isMarkup: true },
  /**
   * As the web, but quick replies make a whole turn fail.
   *
   * @see https://developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html
   */
  chat: { ...ANYWHERE, text: 5000, cards: PLAIN, isMarkup: true },
  /** The shortest text of all rows; native content as on the web, which LivePerson may know how to convert [inferred]. */
  unknown: { ...ANYWHERE, text: 1000, quickReplies: WEB_REPLIES, isMarkup: true },
  /**
   * Validator: `appleBusinessChat`, 13 quick replies where LivePerson's pages show 5; untagged cards are checked there by
   * the web's schemas. Text: as the web [inferred].
   */
  apple: {
    ...ANYWHERE,
    text: 5000,
    cards: PLAIN,
    quickReplies: { ...REPLIES, most: 13, title: 128, onlyPublishText: false },
    schemes: "imessage|facetime",
    shapes: SHAPES.apple,
    bareTemplates: /^(richLink|datePicker|form)$/,
  },
  /**
   * Validator: `facebook`.
   *
   * @see https://developers.facebook.com/docs/messenger-platform/reference/send-api for the text
   */
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
  /**
   * Validator: `whatsapp`, which takes four buttons; LivePerson's pages say three.
   *
   * @see https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages for the text
   */
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
  /**
   * Validator: `rcsBusinessMessaging`, whose schema lets three buttons of a card in a carousel pass; its README says two.
   *
   * @see https://developers.google.com/business-communications/rcs-business-messaging for the text
   */
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
  /**
   * Validator: `line`.
   *
   * @see https://developers.line.biz/en/reference/messaging-api/#text-message for the text
   */
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
  /**
   * Validator: `viber`, seven elements a card: an image, two texts, four buttons. Text: below Viber's 7,000 [inferred].
   *
   * @see https://developers.viber.com/docs/api/rest-bot-api/
   */
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
  /**
   * The validator's schema is empty, so that nothing but text is certain. Meta counts 1,000 bytes; characters are taken
   * for these [inferred].
   *
   * @see https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
   */
  instagram: { ...TEXT_ONLY, text: 1000 },
  /** The validator's schema is empty, too. Text: below the 10,000 of a direct message [inferred]. */
  twitter: { ...TEXT_ONLY, text: 5000 },
  /** Text alone. Gateways join about ten parts of 153 characters, 1,000 is well below [inferred]. */
  sms: { ...TEXT_ONLY, text: 1000 },
};

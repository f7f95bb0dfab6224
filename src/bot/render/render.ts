import {
  type Answer,
  type Block,
  type Card,
  type Choice,
  isChoice,
  type OpenChoices,
} from "../../answer/answer.ts";
import { cardAsText } from "../../answer/as-text.ts";
import { contentAsText, type PlainContent } from "../../answer/content-as-text.ts";
import type { Channel } from "../../liveperson/channel.ts";
import { withoutMarkup } from "../../liveperson/markup.ts";
import { PROFILES, type Profile } from "../../liveperson/profiles.ts";
import type { Message, Reply } from "../../liveperson/reply.ts";
import { checkContent, checkMetadata } from "../../liveperson/structured-content.ts";
import { cut, split } from "../../runtime/graphemes.ts";
import type { JsonObject } from "../../runtime/tolerant.ts";
import { actionOf, type MissingSkill } from "./action.ts";
import { buttonElement, cardBody, carouselBody, fitCard } from "./card.ts";

/** What an answer comes to in LivePerson's terms. */
export type Rendering = {
  reply: Reply;
  /** The reply as JSON. */
  written: string;
  /** What may be chosen next. */
  open: OpenChoices;
  /** What had to be changed or left out on the way. */
  remarks: string[];
  /** The turn has to fail with it instead of replying. */
  failure?: MissingSkill;
};

/**
 * Puts an answer into LivePerson's terms, as well as its channel can show it. Every body is checked before it leaves;
 * one that does not pass falls a step: a carousel to cards, a card to text with its links, choices to a numbered list.
 *
 * @throws when an author nested something so deep that it cannot be written as JSON, which the platform would find later
 */
export function render(
  answer: Answer,
  channel: Channel,
  settings: { TRANSFER_SKILL: string; ALLOW_HTML: boolean },
): Rendering {
  const remarks: string[] = [];
  const renderer = new Renderer(channel, settings.ALLOW_HTML, remarks);
  const messages = answer.blocks.flatMap((block) => renderer.messages(block));
  const { action, remark, failure } = actionOf(answer.outcome, channel, settings.TRANSFER_SKILL);
  const encodedMetadata = answer.blocks
    .map((block) => renderer.metadataOf(block))
    .find((encoded) => encoded !== undefined);
  const reply: Reply = {
    messages: messages.length === 0 && action.action === undefined ? SAY_NOTHING : messages,
    context: {
      intentId: answer.intent.id,
      intentName: answer.intent.name,
      confidenceScore: answer.intent.score,
      ...(encodedMetadata !== undefined && { encodedMetadata }),
      ...action,
    },
  };
  const written = JSON.stringify(reply);
  if (remark !== undefined) remarks.push(remark);
  return { reply, written, open: renderer.open, remarks, ...(failure && { failure }) };
}

/** The documented answer of a bot that has nothing to say; an empty reply would escalate. */
const SAY_NOTHING: Message[] = [{ delay: 1 }];

class Renderer {
  readonly open: { shown: Choice[]; numbered: Choice[] } = { shown: [], numbered: [] };
  private readonly profile: Profile;
  private readonly isChat: boolean;

  constructor(
    private readonly channel: Channel,
    private readonly allowHtml: boolean,
    private readonly remarks: string[],
  ) {
    this.profile = PROFILES[channel];
    this.isChat = channel === "chat";
  }

  messages(block: Block): Message[] {
    switch (block.kind) {
      case "text":
        return split(block.text, this.profile.text);
      case "pause":
        return [{ delay: block.seconds, ...(block.typing !== undefined && { typing: block.typing }) }];
      case "note":
        if (!this.isChat) return [{ text: block.text, messageAudience: "AGENTS_AND_MANAGERS" }];
        this.remarks.push("a private text is for messaging only and was left out on chat");
        return [];
      case "choices":
        return this.choices(block.text, block.choices);
      case "card":
        return this.card(block.card);
      case "carousel":
        return this.carousel(block.cards);
      case "native":
        return this.native(block);
    }
  }

  metadataOf(block: Block): string | undefined {
    return block.kind === "text" && !this.isChat ? block.encodedMetadata : undefined;
  }

  private choices(text: string, choices: readonly Choice[]): Message[] {
    const rules = this.profile.quickReplies;
    const inWords = { lines: text ? [text] : [], choices: [...choices] };
    if (!rules || !this.profile.cards) return this.words(inWords);
    const isCut = choices.some(({ title }) => cut(title, rules.title) !== title);
    const replies = choices.map((choice, index) => {
      const button = buttonElement({ ...choice, title: cut(choice.title, rules.title) });
      const click = button.click as JsonObject;
      return rules.isBare
        ? button
        : { ...button, click: { ...click, metadata: [{ type: "ExternalId", id: `choice-${index + 1}` }] } };
    });
    const quickReplies = { type: "quickReplies", itemsPerRow: 8, replies };
    const full = isCut ? choices.map(({ title }) => title).join("\n") : "";
    const content = { message: text || PLEASE_CHOOSE, quickReplies };
    if (checkContent(content, this.profile)) return this.words(inWords);
    this.open.shown.push(...choices);
    return [...split(full, this.profile.text), { structuredContent: content }];
  }

  private card(card: Card): Message[] {
    return this.drawn(card) ?? this.words(cardAsText(card));
  }

  /** A card as structured content, without its image where that is what does not fit. */
  private drawn(card: Card): Message[] | undefined {
    const rules = this.profile.cards;
    if (!rules) return undefined;
    const { image, ...others } = card;
    const withoutImage: Card = others;
    for (const candidate of image ? [card, withoutImage] : [card]) {
      const { full, cards } = fitCard(candidate, rules);
      const bodies = cards.map((fitted) => this.safe(cardBody(fitted, rules)));
      const problem = bodies.map((body) => checkContent(body, this.profile)).find(Boolean);
      if (problem === undefined) {
        this.open.shown.push(...card.buttons.filter(isChoice));
        const alt = candidate === card || !image?.alt ? [] : [image.alt];
        return [...this.split([...full, ...alt]), ...bodies.map((body) => ({ structuredContent: body }))];
      }
      this.remarks.push(
        `${this.channel}: ${problem}; a card goes without its ${candidate.image ? "image" : "frame"}`,
      );
    }
    return undefined;
  }

  private carousel(cards: readonly Card[]): Message[] {
    const rules = this.profile.cards;
    const isFitting =
      rules !== undefined && cards.every(({ buttons }) => buttons.length <= rules.carouselButtons);
    for (let size = 10; isFitting && size >= 4; size -= 2) {
      const fitted = cards.map((card) => fitCard(card, rules));
      const bodies = portions(
        fitted.flatMap((one) => one.cards),
        size,
      ).map((portion) => this.safe(carouselBody(portion, rules)));
      if (bodies.every((body) => checkContent(body, this.profile) === undefined)) {
        this.open.shown.push(...cards.flatMap(({ buttons }) => buttons.filter(isChoice)));
        return [
          ...this.split(fitted.flatMap(({ full }) => full)),
          ...bodies.map((body) => ({ structuredContent: body })),
        ];
      }
    }
    return cards.flatMap((card) => this.card(card));
  }

  private native({ content, metadata = [], encodedMetadata }: Block & { kind: "native" }): Message[] {
    const body = "quickReplies" in content ? content : this.safe(content);
    const problem = checkContent(body, this.profile);
    if (problem !== undefined) {
      this.remarks.push(`${this.channel}: ${problem}; its text was sent instead`);
      return this.words(contentAsText(content));
    }
    const wrongMetadata = checkMetadata(metadata);
    if (wrongMetadata) this.remarks.push(wrongMetadata);
    this.open.shown.push(...contentAsText(content).choices);
    const hasMetadata = metadata.length > 0 && !wrongMetadata;
    return [
      {
        structuredContent: body,
        ...(hasMetadata && { metadata }),
        ...(encodedMetadata && !this.isChat && { encodedMetadata }),
      },
    ];
  }

  /** The last step down: any channel can show it. Numbers go on through all lists of a turn. */
  private words({ lines, choices }: PlainContent): Message[] {
    const list = choices.map((choice) => `${this.open.numbered.push(choice)}. ${choice.title}`);
    return this.split([[...lines, ...(list.length > 0 ? [PLEASE_ANSWER, ...list] : [])].join("\n")]);
  }

  private split(texts: readonly string[]): string[] {
    return texts.flatMap((text) => split(text, this.profile.text));
  }

  private safe(body: JsonObject): JsonObject {
    return this.profile.isMarkup && !this.allowHtml ? withoutMarkup(body) : body;
  }
}

const PLEASE_CHOOSE = "Please choose:";
const PLEASE_ANSWER = "Please answer with one of these:";

/** In lists of about the same length, at most `size`. */
function portions<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  const even = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, index) => all.slice(index * even, (index + 1) * even));
}

import { firstOf, readAs, valueAt } from "../runtime/tolerant.ts";
import { functionInput, type LpEvent, type LpSdes } from "./event.ts";
import { type Location, locationOf } from "./location.ts";
import { postOf } from "./post.ts";
import { type Said, whatWasSaid } from "./said.ts";

/** What the consumer did, and where: all that a turn needs to know of LivePerson's event. */
export type ConsumerTurn = {
  /** `""` on a probe. */
  conversationId: string;
  said: Said;
  /** What was shared, where `said` is a location. */
  location?: Location | undefined;
  /** Whether everybody can read it; absent where the event does not say. */
  isPublic?: boolean;
  /** LivePerson's id of the dialog within the conversation; `""` where the platform sent none. */
  dialog: string;
  /** The event's number in its conversation; `""` where the platform sent none. */
  sequence: string;
  /** The same for the same event delivered again; `""` when a repeat cannot be told. */
  repeatKey: string;
  /** LivePerson's id of the person or browser; `""` when not told. */
  visitorId: string;
  /** The bank's id of an authenticated consumer; `""` when not told. */
  customerId: string;
  about: About;
  /** The first two letters of the consumer's language, small; `""` when not told. */
  language: string;
  origin: Origin;
};

/** What else the event tells of the consumer: hints, no proof. Personal data. */
export type About = {
  authenticated: boolean;
  /** LivePerson's id of the campaign through which the consumer came; `""` when not told. */
  campaign: string;
  /** The engagement attributes as they came, by whether the consumer had signed in. */
  auth: unknown;
  unauth: unknown;
};

/** What the event tells about the channel; only the web's values are public. */
export type Origin = {
  isChat: boolean;
  integration: string;
  appId: string;
  skillId: string;
  features: readonly string[];
};

/** Reads whatever the platform passes to the function. Never throws. */
export function parseEvent(input: unknown): ConsumerTurn {
  const { payload } = readAs(functionInput, input);
  const { lpEvent, lpSdes } = payload.context;
  const { visitor } = lpEvent.conversationContext;
  const { customerInfo, authenticatedParticipantInfo } = lpSdes.authenticatedSdes;
  const conversationId = firstOf(
    payload.convId,
    lpEvent.conversationId,
    lpEvent.chatSessionKey,
    lpEvent.dialogId,
  );
  const place = { isChat: isChat(conversationId, lpEvent), post: postOf(lpEvent) };
  const said: Said = conversationId === "" ? { kind: "probe" } : whatWasSaid(payload, place);
  const sequence = lpEvent.sequence || lpEvent.sequenceId;
  const { isUserAuthenticated } = authenticatedParticipantInfo;
  const customerId = firstOf(
    customerInfo.customerInfo.customerId,
    customerInfo.customerId,
    isUserAuthenticated ? authenticatedParticipantInfo.customerId : "",
  );
  const attributes = (whose: string) => valueAt(input, `payload.context.lpSdes.${whose}Sdes`);
  return {
    conversationId,
    said,
    ...(said.kind === "location" && { location: locationOf(lpEvent) }),
    ...(place.post && said.kind !== "not_consumer" && { isPublic: place.post.isPublic }),
    dialog: lpEvent.dialogId,
    sequence,
    repeatKey: sequence && JSON.stringify([lpEvent.dialogId, said, sequence]),
    visitorId: firstOf(visitor.consumerId, lpEvent.originatorId, visitor.sharkVisitorId),
    customerId,
    about: {
      authenticated: isUserAuthenticated || customerId !== "",
      campaign: lpEvent.conversationContext.campaignId,
      auth: attributes("authenticated"),
      unauth: attributes("unauthenticated"),
    },
    language: languageOf(visitor.language, lpSdes),
    origin: {
      isChat: place.isChat,
      integration: lpEvent.originatorClientProperties.integration,
      appId: lpEvent.originatorClientProperties.appId,
      features: lpEvent.originatorClientProperties.features,
      skillId: lpEvent.conversationContext.skillId,
    },
  };
}

function isChat(conversationId: string, lpEvent: LpEvent): boolean {
  const { type } = lpEvent.conversationContext;
  if (type === "CHAT" || type === "MESSAGING") return type === "CHAT";
  return lpEvent["@type"] === "line" || /^H\d+-/.test(conversationId);
}

/** The browser or the app tells it, `en-US` and the like, else the attributes that the bank's pages set. */
function languageOf(ofVisitor: string, { authenticatedSdes, unauthenticatedSdes }: LpSdes): string {
  const { personalInfo, authenticatedPersonalInfo } = authenticatedSdes;
  const attributes = [personalInfo, authenticatedPersonalInfo, unauthenticatedSdes.personalInfo];
  const told = [ofVisitor, ...attributes.flatMap((info) => [info.personalInfo.language, info.language])];
  const code = told.find((language) => /^\s*[a-z]{2}/i.test(language)) || "";
  return code.trim().slice(0, 2).toLowerCase();
}

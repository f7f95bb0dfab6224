import { Channels, RichContentValidator } from "@livepersoninc/rich-content-validator";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { isAnswerable, type Post, publicAnswer, SOME_POST } from "../../src/liveperson/post.ts";
import * as events from "../fixtures/events.ts";

const NETWORKS = ["Facebook", "Twitter", "Instagram"] as const;
const JUDGES = { Facebook: Channels.FB, Twitter: Channels.TWITTER, Instagram: Channels.INSTAGRAM };

/** Whether an event with this metadata is public; `undefined` where it does not say. */
const isPublic = (metadata: unknown) =>
  parseEvent(events.messagingText("hi", { lpEvent: { metadata } })).isPublic;

/** The post of an event, as far as it is public. */
const postOf = (metadata: unknown): Post | undefined => {
  const { said } = parseEvent(events.messagingText("hi", { lpEvent: { metadata } }));
  return said.kind === "public" ? said.post : undefined;
};

describe("where on a social network something was written", () => {
  it.each(NETWORKS)("is told by the metadata of %s", (network) => {
    expect(isPublic([events.socialData(network, "Public")])).toBe(true);
    expect(isPublic([events.socialData(network, "Private")])).toBe(false);
    expect(postOf([events.socialData(network, "Public")])).toEqual({
      isPublic: true,
      network,
      replyToId: "1075_1510",
      dmChatId: "1072",
    });
  });

  it.each([
    "",
    "private",
    "Private ",
    "PRIVATE",
    "Secret",
    undefined,
    null,
    true,
    7,
    { is: "Private" },
    ["Private"],
  ])("is public unless the channel is exactly Private: %j", (channel) => {
    expect(isPublic([events.socialData("Facebook", "Private", { channel })])).toBe(true);
  });

  it("is public when only one of several entries is", () => {
    const entries = [events.socialData("Twitter", "Private"), events.socialData("Facebook", "Public")];
    for (const metadata of [entries, [...entries].reverse()])
      expect(postOf(metadata)).toMatchObject({ isPublic: true, network: "Facebook" });
  });

  it("is found beside other metadata, and in an object without a list around it", () => {
    const data = events.socialData("Facebook", "Public");
    expect(isPublic([null, 7, { type: "ExternalId", id: "choice-1" }, data])).toBe(true);
    expect(isPublic(data)).toBe(true);
  });

  it("is not told anywhere else", () => {
    for (const metadata of [
      undefined,
      null,
      "Public",
      [],
      [{ channel: "Public" }],
      { type: "ExternalId", id: "1" },
    ])
      expect(isPublic(metadata)).toBeUndefined();
  });

  it("may come with ids that are numbers, or without any", () => {
    const ids = { replyToId: 1391727435, conversationState: { dmChatId: 135 } };
    expect(postOf([events.socialData("Twitter", "Public", ids)])).toMatchObject({
      replyToId: "1391727435",
      dmChatId: "135",
    });
    const none = { replyToId: undefined, event: "Post", conversationState: null };
    expect(postOf([events.socialData("Twitter", "Public", none)])).toEqual(SOME_POST);
  });
});

describe("a post can be answered", () => {
  const post = { isPublic: true, network: "Facebook", replyToId: "1", dmChatId: "" };

  it("with an id to hang the answer on, on a network whose form is known", () => {
    for (const network of NETWORKS) expect(isAnswerable({ ...post, network })).toBe(true);
    expect(isAnswerable({ ...post, replyToId: "x".repeat(256) })).toBe(true);
  });

  it("but not without one, or with one that LivePerson refuses", () => {
    for (const replyToId of ["", "x".repeat(257)]) expect(isAnswerable({ ...post, replyToId })).toBe(false);
  });

  it("but not on another network", () => {
    for (const network of ["", "facebook", "Mastodon", "constructor", "__proto__"])
      expect(isAnswerable({ ...post, network })).toBe(false);
  });
});

describe("a public answer", () => {
  const answerOn = (network: string, changes: Partial<Post> = {}) =>
    publicAnswer("Write to us.", {
      isPublic: true,
      network,
      replyToId: "1075_1510",
      dmChatId: "1072",
      ...changes,
    });

  it("has the form that LivePerson's page shows", () => {
    expect(answerOn("Facebook")).toEqual({
      structuredContent: {
        type: "vertical",
        elements: [{ type: "text", text: "Write to us.", alt: "sm-piggyback" }],
      },
      metadata: [
        {
          type: "SocialMessagingEventData",
          channel: "Public",
          replyToId: "1075_1510",
          event: { source: "Facebook", type: "CC" },
          conversationState: { currentChannel: "Public", dmChatId: "1072" },
        },
      ],
    });
  });

  it("is a reply on Twitter, and has no kind on Instagram", () => {
    expect(answerOn("Twitter").metadata?.[0]?.event).toEqual({ source: "Twitter", type: "Reply" });
    expect(answerOn("Instagram").metadata?.[0]?.event).toEqual({ source: "Instagram" });
  });

  it.each(NETWORKS)("is what LivePerson's validator takes on %s, whatever the ids are", (network) => {
    const validator = new RichContentValidator({ channel: JUDGES[network] });
    for (const ids of [{}, { dmChatId: "" }, { dmChatId: "9".repeat(65) }, { replyToId: "x".repeat(256) }]) {
      const { metadata = [] } = answerOn(network, ids);
      expect(metadata).toHaveLength(1);
      expect(validator.validateMetadata(metadata[0] ?? {})).toMatchObject({ valid: true });
      expect(validator.validateMetadata({ ...metadata[0], channel: "public" })).toMatchObject({
        valid: false,
      });
    }
  });

  it("goes without a chat's id that LivePerson would refuse", () => {
    for (const dmChatId of ["", "9".repeat(65)])
      expect(answerOn("Facebook", { dmChatId }).metadata?.[0]?.conversationState).toEqual({
        currentChannel: "Public",
      });
  });
});

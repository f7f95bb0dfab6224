import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel, channelOf } from "../../src/liveperson/channel.ts";
import { type Origin, parseEvent } from "../../src/liveperson/consumer-turn.ts";
import { PROFILES } from "../../src/liveperson/profiles.ts";

const NOWHERE: Origin = { isChat: false, integration: "", appId: "", skillId: "", features: [] };
const AUTO = { byValue: new Map<string, Channel>() };
const found = (origin: Partial<Origin>, choice: Parameters<typeof channelOf>[1] = AUTO) =>
  channelOf({ ...NOWHERE, ...origin }, choice);

/** A bank's map of an integration, an appId and a skillId. */
const MAPPED = {
  byValue: new Map<string, Channel>([
    ["BrandConnector", "whatsapp"],
    ["com.bank.sms", "sms"],
    ["1234567890", "line"],
  ]),
};

/** What the connector sends from a messaging client. */
const event = (originatorClientProperties: object, skillId: string | number = "1234567890") => ({
  headers: [],
  payload: {
    message: "What is my balance?",
    convId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
    context: {
      lpEvent: {
        sequence: 4,
        dialogId: "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90",
        originatorClientProperties,
        event: { type: "ContentEvent", contentType: "text/plain", message: "What is my balance?" },
        conversationContext: { type: "MESSAGING", skillId, visitor: { consumerId: "c0ffee00" } },
      },
    },
  },
});

describe("the channel of an event", () => {
  it("is the web for LivePerson's own window and its mobile SDKs", () => {
    expect(found({ integration: "WEB_SDK", appId: "webAsync" })).toBe("web");
    expect(found({ integration: "WEB_SDK" })).toBe("web");
    expect(found({ integration: "MOBILE_SDK" })).toBe("web");
    expect(found({ appId: "webAsync" })).toBe("web");
  });

  it("is the web for any client that lists rich content or quick replies among its features", () => {
    expect(found({ integration: "BANK_APP", features: ["PHOTO_SHARING", "RICH_CONTENT"] })).toBe("web");
    expect(found({ integration: "BANK_APP", features: ["QUICK_REPLIES"] })).toBe("web");
    expect(found({ integration: "BANK_APP", features: ["PHOTO_SHARING", "SECURE_FORMS"] })).toBe("unknown");
  });

  it("is unknown when the event tells nothing, or only something that looks like the web", () => {
    expect(found({})).toBe("unknown");
    for (const integration of ["BRAND_SDK", "MY_WEB_SDK", "WEB_SDK_2", "web_sdk"])
      expect(found({ integration, appId: "bank.example" })).toBe("unknown");
  });

  it("is what the bank chose for all, whatever the event tells", () => {
    for (const always of CHANNELS) {
      expect(found({ integration: "WEB_SDK", features: ["RICH_CONTENT"] }, { always })).toBe(always);
      expect(found({}, { always })).toBe(always);
    }
  });

  it("is what the bank mapped the event's integration, appId or skillId to", () => {
    expect(found({ integration: "BrandConnector" }, MAPPED)).toBe("whatsapp");
    expect(found({ appId: "com.bank.sms" }, MAPPED)).toBe("sms");
    expect(found({ skillId: "1234567890" }, MAPPED)).toBe("line");
    expect(found({ integration: "OtherConnector", appId: "com.bank.other", skillId: "1" }, MAPPED)).toBe(
      "unknown",
    );
  });

  it("prefers the integration to the appId, and the appId to the skill", () => {
    const all = { integration: "BrandConnector", appId: "com.bank.sms", skillId: "1234567890" };
    expect(found(all, MAPPED)).toBe("whatsapp");
    expect(found({ ...all, integration: "OtherConnector" }, MAPPED)).toBe("sms");
  });

  it("follows the bank's map before the event, and the event where the map is silent", () => {
    const choice = { byValue: new Map<string, Channel>([["WEB_SDK", "apple"]]) };
    expect(found({ integration: "WEB_SDK", features: ["RICH_CONTENT"] }, choice)).toBe("apple");
    expect(found({ integration: "MOBILE_SDK" }, choice)).toBe("web");
  });

  it("is chat on chat, whatever is configured: quick replies would make the whole turn fail", () => {
    const origin = { isChat: true, integration: "WEB_SDK", features: ["RICH_CONTENT", "QUICK_REPLIES"] };
    expect(found(origin)).toBe("chat");
    for (const always of CHANNELS) expect(found(origin, { always })).toBe("chat");
    expect(found(origin, { byValue: new Map([["WEB_SDK", "web"]]) })).toBe("chat");
  });

  it("is read from whole events of the platform", () => {
    const web = { appId: "webAsync", integration: "WEB_SDK", features: ["RICH_CONTENT", "QUICK_REPLIES"] };
    const onPhone = { integration: "MOBILE_SDK", deviceFamily: "MOBILE_PHONE" };
    expect(channelOf(parseEvent(event(web)).origin, AUTO)).toBe("web");
    expect(channelOf(parseEvent(event(onPhone)).origin, AUTO)).toBe("web");
    expect(channelOf(parseEvent(event({ integration: "BRAND_SDK" })).origin, AUTO)).toBe("unknown");
    expect(channelOf(parseEvent({}).origin, AUTO)).toBe("unknown");
  });

  it("is found by the skill also where the platform sends its id as a number", () => {
    const choice = { byValue: new Map<string, Channel>([["1234567890", "facebook"]]) };
    const { origin } = parseEvent(event({ integration: "BRAND_SDK" }, 1234567890));
    expect(channelOf(origin, choice)).toBe("facebook");
  });

  it("goes without quick replies on chat and where nothing but text is shown", () => {
    for (const channel of ["chat", "sms", "instagram", "twitter"] as const)
      expect(PROFILES[channel].quickReplies).toBeUndefined();
    for (const channel of ["web", "apple", "facebook", "whatsapp", "rcs", "line"] as const)
      expect(PROFILES[channel].quickReplies?.most).toBeGreaterThan(0);
  });
});

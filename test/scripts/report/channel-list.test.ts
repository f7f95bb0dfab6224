import { describe, expect, it } from "vitest";
import { channelList } from "../../../scripts/report/channel-list.ts";
import { readSettings } from "../../../src/bot/settings.ts";

const seen = (integration: string, appId: string, channel = "unknown") => ({
  integration,
  appId,
  channel,
  turns: 1,
});

describe("the list for CHANNEL", () => {
  it("has a pair for each value that means a channel, and is taken by the bot as it is", () => {
    const { list, guessed, unknown } = channelList([
      seen("WEB_SDK", "webAsync", "web"),
      seen("", "", "chat"),
      seen("BankWhatsApp", "1"),
      seen("Bridge7", "2", "sms"),
      seen("Bridge8", "3"),
    ]);
    expect(list).toBe("BankWhatsApp=whatsapp, Bridge7=sms");
    expect({ guessed, unknown }).toEqual({ guessed: ["BankWhatsApp"], unknown: ["Bridge8"] });
    expect(readSettings({ CHANNEL: list }).complaints).toEqual([]);
  });

  it("tells apps apart that share an integration", () => {
    expect(channelList([seen("SOCIAL", "fb_page", "facebook"), seen("SOCIAL", "insta.instagram")]).list).toBe(
      "fb_page=facebook, insta.instagram=instagram",
    );
  });

  it("is blank where the bot finds every channel by itself", () => {
    expect(channelList([seen("WEB_SDK", "webAsync", "web"), seen("", "", "chat")])).toEqual({
      ...{ list: "", guessed: [], unknown: [] },
    });
  });

  it("has nothing that could not be read", () => {
    expect(
      channelList([seen("(not a name)", "(not a name)", "sms"), seen("others", "others", "others")]).list,
    ).toBe("");
  });
});

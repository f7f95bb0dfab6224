import { expect, it } from "vitest";
import { channelFound } from "../../../scripts/playground/channel-found.ts";

const ORIGIN = { isChat: false, integration: "", appId: "", skillId: "", features: [] };

it("tells the channel of an event, and nothing else where there is one", () => {
  const web = { ...ORIGIN, integration: "WEB_SDK" };
  expect(channelFound(web, { byValue: new Map() })).toEqual({ name: "web", why: "" });
  expect(channelFound(ORIGIN, { always: "sms" })).toEqual({ name: "sms", why: "" });
});

it("tells of an unknown channel what the event has told, and that no setting says what it means", () => {
  const brand = { ...ORIGIN, integration: "BRAND_SDK", appId: "acme" };
  const { name, why } = channelFound(brand, { byValue: new Map() });
  expect(name).toBe("unknown");
  expect(why).toMatch(/^The event tells integration BRAND_SDK, appId acme, and CHANNEL says of none/);
  const named = channelFound(brand, { byValue: new Map([["other", "whatsapp" as const]]) });
  expect(named.why).toContain("and CHANNEL names none of these");
});

it("tells of an event that has told nothing", () => {
  expect(channelFound(ORIGIN, { byValue: new Map() }).why).toMatch(
    /^The event tells no integration, no appId/,
  );
});

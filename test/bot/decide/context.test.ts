import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../../src/bot/decide/context.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { length } from "../../../src/runtime/graphemes.ts";
import * as events from "../../fixtures/events.ts";
import { settingsFor } from "../../fixtures/settings.ts";
import { anyJson } from "../../support/hostile.ts";

/** What business logic is told of an event, in a conversation in Spanish. */
function context(names: string, input: unknown, environment: Record<string, string> = {}) {
  return contextOf(parseEvent(input), "es", settingsFor({ CLINC_CONTEXT: names, ...environment }));
}

/** A text from the web whose attributes are these. */
function withAttributes(authenticatedSdes: unknown, unauthenticatedSdes: unknown = {}) {
  const input = events.messagingText("hi");
  Object.assign(input.payload.context as object, { lpSdes: { authenticatedSdes, unauthenticatedSdes } });
  return input;
}

describe("what business logic may know", () => {
  it("is nothing unless the bank names it", () => {
    expect(context("none", events.messagingText("hi"))).toBeUndefined();
  });

  it("is what the bank names, by the names that it wrote", () => {
    expect(
      context(
        "channel, surface, skill, language, authenticated, campaign, auth.customerInfo.customerInfo.customerId, unauth.personalInfo.personalInfo.name",
        events.messagingText("hi"),
      ),
    ).toEqual({
      channel: "web",
      surface: "messaging",
      skill: "1234567890",
      language: "es",
      authenticated: true,
      campaign: "11",
      "auth.customerInfo.customerInfo.customerId": "c-1001",
      "unauth.personalInfo.personalInfo.name": "Alex",
    });
  });

  it("is told of a chat, too, and of whether the visitor has signed in", () => {
    const told = (isSignedIn: boolean) =>
      context("surface,channel,authenticated", events.chatText("hi", 3, events.chatCustomer(isSignedIn)));
    expect(told(true)).toEqual({ surface: "chat", channel: "chat", authenticated: true });
    expect(told(false)).toEqual({ surface: "chat", channel: "chat", authenticated: false });
  });

  it("has the channel as the bank's own list tells it", () => {
    const input = events.messagingText("hi", {
      lpEvent: { originatorClientProperties: { integration: "WhatsApp" } },
    });
    expect(context("channel", input)).toEqual({ channel: "unknown" });
    expect(context("channel", input, { CHANNEL: "WhatsApp=whatsapp" })).toEqual({ channel: "whatsapp" });
  });

  it("leaves out what the event does not tell", () => {
    expect(context("campaign, skill, auth.customerInfo.tier", events.minimal("hi"))).toBeUndefined();
    expect(context("campaign, surface", events.minimal("hi"))).toEqual({ surface: "messaging" });
  });

  it("takes texts, numbers, true and false, and nothing else", () => {
    const values = { text: "gold", number: 3, zero: 0, yes: true, no: false };
    const others = { list: [1], object: { a: 1 }, nothing: null, blank: " \n", not: Number.NaN };
    const input = withAttributes({ ...values, ...others });
    const paths = [...Object.keys(values), ...Object.keys(others), "missing", "text.length", "list.0"];
    expect(context(paths.map((path) => `auth.${path}`).join(), input)).toEqual(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`auth.${name}`, value])),
    );
  });

  it("cuts a text at 200 characters, and leaves no half of one", () => {
    const told = (text: string) => context("unauth.x", withAttributes({}, { x: text }))?.["unauth.x"];
    expect(told("x".repeat(200))).toBe("x".repeat(200));
    expect(told("x".repeat(5_000_000))).toBe(`${"x".repeat(199)}…`);
    expect(length(String(told("👨‍👩‍👧".repeat(100))))).toBeLessThanOrEqual(200);
    expect(told("gold\ud83d")).toBe("gold\ufffd");
  });

  it("finds an attribute within JSON that was written as a text, and among ten thousand", () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, index]));
    expect(
      context("auth.info.tier, unauth.a9999", withAttributes({ info: '{"tier":"gold"}' }, many)),
    ).toEqual({ "auth.info.tier": "gold", "unauth.a9999": 9999 });
  });

  it("takes nothing that the bank's pages did not set", () => {
    const names = [
      "auth.__proto__.x, auth.constructor.name, auth.toString.name",
      "auth.personalInfo.constructor.name, unauth.__proto__",
    ];
    expect(context(names.join(), withAttributes({ personalInfo: {} }))).toBeUndefined();
    const own = JSON.parse('{"__proto__":{"x":"set by a page"}}');
    const told = context("auth.__proto__.x", withAttributes(own));
    expect(told).toEqual({ "auth.__proto__.x": "set by a page" });
    expect(Object.getPrototypeOf(told)).toBe(Object.prototype);
  });

  it("is plain and short, whatever the attributes are", () => {
    const names = "channel, campaign, authenticated, auth.a, auth.a.b, unauth.a, unauth.a.b.c";
    const nested = fc.oneof(anyJson, fc.record({ a: fc.oneof(anyJson, fc.record({ b: anyJson })) }));
    fc.assert(
      fc.property(nested, nested, (auth, unauth) => {
        for (const value of Object.values(context(names, withAttributes(auth, unauth)) ?? {})) {
          expect(["string", "number", "boolean"]).toContain(typeof value);
          expect(length(String(value))).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});

import { expect } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import { readAuthored } from "../../src/answer/authored/authored.ts";
import { render } from "../../src/bot/render/render.ts";
import { CHANNELS, type Channel } from "../../src/liveperson/channel.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { judge } from "./judges.ts";

/** Every channel there is a profile for. */
export const ALL_CHANNELS: readonly Channel[] = [...CHANNELS, "unknown"];

/** What asks for the words before a numbered list. */
export const ASK = "Please answer with one of these:";

const SETTINGS = settingsFor({ TRANSFER_SKILL: "human-agents" });

/** What becomes of an author's entries on a channel. LivePerson's connector and its validators have to take it. */
export function shown(liveperson: unknown, channel: Channel) {
  const { blocks, remarks: unread } = readAuthored(liveperson, false);
  const intent = { id: "get_balance", name: "get balance", score: 0.93 };
  const answer = { blocks, intent, outcome: { kind: "continue" }, remarks: [] } as const;
  const { reply, open, remarks } = render(answer, channel, SETTINGS);
  const { problems, consumer } = deliver(reply, channel === "chat");
  expect(problems).toEqual([]);
  expect(reply.messages.flatMap((message) => judge(message, channel))).toEqual([]);
  return { messages: reply.messages, open, remarks: [...unread, ...remarks], seen: consumer.join("\n") };
}

/** The messages that are plain texts. */
export function textsOf(messages: readonly unknown[]): string[] {
  return messages.filter((message): message is string => typeof message === "string");
}

/** The titles of all buttons in each message that is drawn. */
export function labelsOf(messages: readonly unknown[]): string[][] {
  return messages.filter((message) => typeof message === "object").map(buttonTitles);
}

function buttonTitles(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { type, title } = value as { type?: unknown; title?: unknown };
  const own = type === "button" && typeof title === "string" ? [title] : [];
  return [...own, ...Object.values(value).flatMap(buttonTitles)];
}

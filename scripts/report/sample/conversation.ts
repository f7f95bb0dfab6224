import { pause } from "../../../src/runtime/deadline.ts";
import { input } from "../../conversations/events.ts";
import {
  changed,
  filePayload,
  type Payload,
  type Place,
  socialPayload,
  textPayload,
  welcomePayload,
} from "../../conversations/payloads.ts";
import type { Chance } from "../../kit/chance.ts";
import type { Invocation, LoadedFunction } from "../../stand-ins/functions/load-function.ts";
import { uuid } from "./bank.ts";

/** Where the invented bank's consumers write; its apps' names are invented, since LivePerson's are not public. */
const SURFACES = ["web", "whatsapp", "sms", "facebook", "chat"] as const;
type Surface = (typeof SURFACES)[number];

const SHARES = SURFACES.map((surface, index) => [[58, 20, 6, 5, 11][index] ?? 0, surface] as const);

/** Lets somebody talk to the bot until it hands over or closes, or they have no more to say. */
export async function converse(
  bot: () => LoadedFunction,
  chance: Chance,
  log: (invocation: Invocation) => void,
): Promise<{ id: string; isHandedOver: boolean }> {
  const surface = chance.weighted(SHARES);
  const isChat = surface === "chat";
  const id = isChat ? `H${Date.now()}-${uuid(chance).slice(0, 8)}K1` : uuid(chance);
  const messages = chance.between(1, 7);
  for (let index = isChat ? 0 : 1; index <= messages; index += 1) {
    const place = { conversationId: id, index, isChat };
    const event = input(index === 0 ? welcomePayload("", place) : said(surface, place, chance));
    const invocations = [bot().invoke(event)];
    // LivePerson now and then delivers twice.
    if (chance.next() < 0.012) invocations.push(bot().invoke(event));
    const done = await Promise.all(invocations);
    for (const invocation of done) log(invocation);
    const outcome = outcomeOf(done);
    if (outcome !== "continue") return { id, isHandedOver: outcome === "transfer" };
    await pause(chance.between(6_000, 70_000));
  }
  return { id, isHandedOver: false };
}

function said(surface: Surface, place: Place, chance: Chance): Payload {
  const words = "What can you do for me?";
  if (chance.next() < 0.01) return onSurface(filePayload("", place), surface);
  if (surface !== "facebook") return onSurface(textPayload(words, place), surface);
  const channel = chance.next() < 0.1 ? "Public" : "Private";
  return onSurface(socialPayload(words, { on: "Facebook", channel }, place), surface);
}

function onSurface(payload: Payload, surface: Surface): Payload {
  const properties = {
    whatsapp: { integration: "ExampleBankWhatsApp", appId: "wa-4477", features: [] },
    sms: { integration: "ExampleBankSms", appId: "sms-gateway", features: [] },
    facebook: { integration: "BRIDGE_7", appId: "social", features: [] },
  };
  if (surface === "web" || surface === "chat") return payload;
  return changed(payload, { originatorClientProperties: properties[surface] });
}

function outcomeOf(invocations: readonly Invocation[]): string {
  const lines = invocations.flatMap(({ logs }) => logs.map(({ text }) => text));
  return lines.flatMap((text) => /"outcome":"(\w+)"/.exec(text)?.[1] ?? [])[0] ?? "continue";
}

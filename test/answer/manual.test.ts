import { describe, expect, it } from "vitest";
import { readAuthored } from "../../src/answer/authored/authored.ts";
import { detailsOf } from "../../src/bot/decide/details.ts";
import { render } from "../../src/bot/render/render.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import { CHANNELS } from "../../src/liveperson/channel.ts";
import { PROFILES } from "../../src/liveperson/profiles.ts";
import { clincBody } from "../fixtures/clinc-replies.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { blocksOf, documentOf, rowsOf } from "../support/markdown.ts";

const MANUAL = documentOf("src/answer/README.md");

/** Every example of the manual, as the value of `liveperson`. */
const BLOCKS = blocksOf(MANUAL, "json").map((block) => {
  const example = JSON.parse(block);
  return example.visual_payload?.liveperson ?? example;
});

/** The examples with something for the agent, as the business logic sends them. */
const FOR_AGENTS = blocksOf(MANUAL, "json").flatMap((block) => {
  const { visual_payload } = JSON.parse(block);
  return visual_payload?.agent ? [visual_payload] : [];
});

/** The examples of actions: in their table, and among the other spellings. */
const ACTIONS = [...MANUAL.matchAll(/`(\{ "action".*?\})`/g)].map(([, example = ""]) => JSON.parse(example));

describe("the author's manual", () => {
  it("has its examples where these tests look for them", () => {
    expect(BLOCKS.length).toBeGreaterThan(6);
    const named = ACTIONS.map(({ action }) => action.name ?? action);
    expect(named.slice(0, 4)).toEqual(["TRANSFER", "CLOSE_CONVERSATION", "INVOCATION", "CHANGE_TTR"]);
    expect(named.slice(4), "in other spellings").toEqual(["TRANSFER", "TRANSFER"]);
  });

  it.each(BLOCKS)("shows content that is read whole and sent on the web as it is: %j", (example) => {
    const { blocks, outcomes, remarks } = readAuthored(example, false);
    expect({ remarks, outcomes }).toEqual({ remarks: [], outcomes: [] });
    expect(blocks.length).toBeGreaterThan(0);
    const intent = { id: "id", name: "name", score: 1 };
    const answer = { blocks, intent, outcome: { kind: "continue" } as const, remarks };
    expect(render(answer, "web", settingsFor()).remarks).toEqual([]);
  });

  it("shows details for the agent that are read whole", () => {
    expect(FOR_AGENTS).toHaveLength(1);
    for (const visual_payload of FOR_AGENTS) {
      const reply = parseReply(clincBody({ bl_resp: { visual_payload } }));
      const { details, remarks } = detailsOf(reply, []);
      expect(remarks).toEqual([]);
      expect(Object.keys(details)).toEqual(Object.keys(visual_payload.agent));
    }
  });

  it.each(ACTIONS)("shows actions that are read: %j", (example) => {
    const { outcomes, remarks } = readAuthored(example, false);
    expect(remarks).toEqual([]);
    expect(outcomes).toHaveLength(1);
  });
});

describe("what the author's manual tells of texts and choices", () => {
  it.each([...CHANNELS, "unknown"] as const)("is what the function knows of %s", (channel) => {
    const written = rowsOf(MANUAL).find((row) => row.length === 6 && row[0] === `\`${channel}\``);
    const { text, cards, quickReplies } = PROFILES[channel];
    const choices =
      cards && quickReplies
        ? ["quick replies", ...[quickReplies.most, quickReplies.title, quickReplies.publishText].map(String)]
        : ["a numbered list", "any", "any", "any"];
    expect(written).toEqual([`\`${channel}\``, text.toLocaleString("en"), ...choices]);
  });
});

describe("what the author's manual tells of cards", () => {
  const rows = rowsOf(MANUAL).filter(
    (row) => row.length === 6 && /^(buttons|lines of text)$/.test(row[4] ?? ""),
  );
  const written = new Map(rows.flatMap((row) => channelsOf(row).map((channel) => [channel, row.slice(2)])));

  it("has a row for every channel", () => {
    expect([...written.keys()].sort()).toEqual([...CHANNELS, "unknown"].sort());
  });

  it.each([...CHANNELS, "unknown"] as const)("is what the function knows of %s", (channel) => {
    const { cards } = PROFILES[channel];
    const [texts, buttons, links, carousel] = written.get(channel) ?? [];
    if (!cards) {
      expect([texts, buttons, links, carousel]).toEqual(["any", "a numbered list", "lines of text", "texts"]);
      return;
    }
    const { title, subtitle, buttonTitle, actions, form, carouselButtons } = cards;
    expect(texts).toBe([title, subtitle].map((length) => length.toLocaleString("en")).join(", "));
    expect(buttons).toBe(`${cards.buttons}, ${buttonTitle}`);
    expect(links).toBe(actions.test("link") ? "buttons" : "lines of text");
    const wide = form === "plain" ? "a carousel" : `a carousel, ${carouselButtons} buttons a card`;
    expect(carousel).toBe(carouselButtons > 0 ? wide : "cards below each other");
  });
});

function channelsOf([cell = ""]: readonly string[]): string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, channel = ""]) => channel);
}

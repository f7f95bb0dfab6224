import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deliver } from "../../scripts/stand-ins/functions/connector.ts";
import type { Bot } from "../../src/bot/bot.ts";
import { Conversations } from "../../src/bot/conversations.ts";
import { takeTurn } from "../../src/bot/turn.ts";
import { parseReply } from "../../src/clinc/reply.ts";
import { withLivePerson } from "../fixtures/clinc-replies.ts";
import * as events from "../fixtures/events.ts";
import { NO_RECORDS } from "../fixtures/no-records.ts";
import { settingsFor } from "../fixtures/settings.ts";
import { anyCharacter } from "../support/characters.ts";

/** What Clinc says of an account; nobody but its owner may see it. */
const ACCOUNT = "canary-balance";

const settings = settingsFor({ PUBLIC_MESSAGE: "Write to us privately.", TRANSFER_SKILL: "desk" });

/** An instance whose Clinc always speaks of the account. */
function instance() {
  const asked: string[] = [];
  const bot: Bot = {
    settings,
    settingsIn: () => settings,
    complaints: [],
    conversations: new Conversations(),
    askClinc: async ({ words }) => {
      asked.push(words);
      return parseReply(withLivePerson([{ text: ACCOUNT }, { card: { title: ACCOUNT } }], ACCOUNT));
    },
    checkSecrets: async () => [],
    access: async () => ({ endpoint: "", appKey: "k", aiVersion: "", contextKey: "" }),
    records: NO_RECORDS,
  };
  return { asked, take: (input: unknown) => takeTurn(input, bot) };
}

const written = fc.oneof(
  fc.constant("What is my balance?"),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);

/** Every kind of event of a conversation on messaging. */
const event = fc.oneof(
  written.map((text) => events.messagingText(text)),
  written.map((text) => events.click(text, "choice-1")),
  written.map((text) => events.file(text)),
  fc.constant(0).map(() => events.location()),
  written.map((text) => events.transferredIn(text)),
  written.map((text) => events.minimal(text)),
  written.map((text) => events.privateText(text)),
  written.map((text) => events.surveyAnswer(text)),
);

const network = fc.constantFrom("Facebook", "Twitter", "Instagram") as fc.Arbitrary<events.Network>;
const anything = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.string(),
  fc.integer(),
  fc.constant({}),
);

/** Metadata of something public: whatever else is missing or odd, and whatever stands beside it. */
const publicData = fc
  .record({
    network,
    changes: fc.record(
      { replyToId: anything, event: anything, conversationState: anything },
      { requiredKeys: [] },
    ),
    channel: fc
      .oneof({ weight: 2, arbitrary: fc.constant<unknown>("Public") }, anything)
      .filter((one) => one !== "Private"),
    before: fc.array(fc.oneof(anything, fc.constant(events.socialData("Twitter", "Private"))), {
      maxLength: 2,
    }),
  })
  .map(({ network: where, changes, channel, before }) => [
    ...before,
    events.socialData(where, "Public", { ...changes, channel }),
  ]);

/** The same event with this metadata, and without a number, so that none of them counts as a repeat. */
function withMetadata(input: ReturnType<typeof events.minimal>, metadata: unknown) {
  const context = input.payload.context as { lpEvent?: object } | undefined;
  const lpEvent = { ...context?.lpEvent, metadata, sequence: undefined };
  return { ...input, payload: { ...input.payload, context: { ...context, lpEvent } } };
}

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("nothing of an account is ever said in public", () => {
  it("whatever kind of event is public, and however its metadata looks", async () => {
    await fc.assert(
      fc.asyncProperty(event, publicData, async (input, metadata) => {
        const { asked, take } = instance();
        const reply = await take(withMetadata(input, metadata));
        expect(asked).toEqual([]);
        expect(JSON.stringify(reply)).not.toContain(ACCOUNT);
        const { inPublic, consumer, action, problems } = deliver(reply, false);
        expect(problems).toEqual([]);
        expect(action).toBe("");
        expect([...inPublic, ...consumer]).toEqual(
          inPublic.length > 0 ? [settings.PUBLIC_MESSAGE] : ["(waits 1 s)"],
        );
      }),
      { numRuns: 500 },
    );
  });

  it("and no more than one invitation in a whole thread, also where a welcome does not say where it is", async () => {
    const post = fc.tuple(event, publicData).map(([input, metadata]) => withMetadata(input, metadata));
    const welcome = written.map((text) => withMetadata(events.transferredIn(text), undefined));
    await fc.assert(
      fc.asyncProperty(
        publicData,
        fc.array(fc.oneof(post, welcome), { maxLength: 6 }),
        async (first, thread) => {
          const { asked, take } = instance();
          let invitations = 0;
          for (const input of [withMetadata(events.messagingText("hi"), first), ...thread]) {
            const { inPublic, consumer } = deliver(await take(input), false);
            invitations += inPublic.length;
            expect(consumer.length + inPublic.length).toBe(1);
          }
          expect(asked).toEqual([]);
          expect(invitations).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("while the same in private is asked and answered", async () => {
    const { asked, take } = instance();
    for (const where of ["Facebook", "Twitter", "Instagram"] as const)
      for (const input of [events.messagingText("one"), events.file("two"), events.transferredIn("three")]) {
        const reply = await take(withMetadata(input, [events.socialData(where, "Private")]));
        expect(JSON.stringify(reply)).toContain(ACCOUNT);
        expect(reply.context).not.toHaveProperty("metadata");
      }
    expect(asked).toEqual(["one", "two", "three", "one", "two", "three", "one", "two", "three"]);
  });
});

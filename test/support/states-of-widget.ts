import type { SuggestionAnswer } from "../../src/agent/api.ts";
import { type Behaviour, briefing, refusal, session, suggestion } from "./desk-of-widget.ts";
import {
  agentLine,
  type Given,
  type InConversation,
  letProviderStandStill,
  line,
  type OpenWidget,
  withClock,
} from "./page-of-widget.ts";
import { type Manner, signInThrough } from "./provider-of-widget.ts";

/** Something that an agent may see: how it comes about, and the words by which it is known. */
export type WidgetState<Begin = Given> = {
  name: string;
  given: Begin;
  /** What is done once the widget is open. */
  play?: (open: OpenWidget) => Promise<void>;
  shows: string | RegExp;
};

const never = () => new Promise<never>(() => {});
const asked = { "chatTranscript.lines": [line()] };

function behaving(behaviour: Partial<Behaviour>): NonNullable<Given["prepare"]> {
  return (desk) => Object.assign(desk.behaviour, behaviour);
}

/** A suggestion, or why there is none. */
function answering(
  name: string,
  shows: string,
  changes: Partial<SuggestionAnswer>,
): WidgetState<InConversation> {
  const prepare = behaving({
    suggestion: ({ body }) => suggestion(body.messageId, { text: "", ...changes }),
  });
  return { name, given: { model: asked, prepare }, shows };
}

function through(manner: Manner): NonNullable<Given["prepare"]> {
  return async (desk) => signInThrough(desk, () => manner);
}

async function signInByWindow(open: OpenWidget): Promise<void> {
  await letProviderStandStill(open);
  await open.widget.getByRole("button", { name: "Sign in" }).click();
}

const LONG =
  "Thank you for waiting. I have looked at the three payments that you mean: the one to Example Energy of $84.20 was booked twice, and the second one is on its way back to you.\n\nIt is with you within two working days. You need not do anything.\n\nIf you see it a third time: Report it, Call us, Write to us.";

/** What is before any conversation, or as the desk has said at its beginning: each needs a widget of its own. */
export const ENTRANCE_STATES: readonly WidgetState[] = [
  {
    name: "connecting",
    given: { onPage: (page, { sdk }) => page.route(sdk, never) },
    shows: "Waiting for the agent workspace.",
  },
  {
    name: "no-workspace",
    given: {
      async onPage(page, { address }) {
        await withClock(page);
        await page.route(`${address}/page.js`, (route) =>
          route.fulfill({ body: frameAlone, contentType: "text/javascript" }),
        );
      },
    },
    async play({ widget, page }) {
      await widget.getByText("Waiting for the agent workspace.").waitFor();
      await page.clock.fastForward(5_000);
    },
    shows: "Not inside a workspace",
  },
  {
    name: "sdk-blocked",
    given: { onPage: (page, { sdk }) => page.route(sdk, (route) => route.abort("blockedbyclient")) },
    shows: "LivePerson’s script is blocked",
  },
  {
    name: "signing-in",
    given: { prepare: behaving({ session: never }) },
    shows: "Your sign-in is being checked.",
  },
  {
    name: "sign-in",
    given: { prepare: through("refuses_framing"), onPage: withClock },
    play: letProviderStandStill,
    shows: "A window opens for the sign-in.",
  },
  {
    name: "sign-in-in-a-window",
    given: { prepare: through("refuses_framing"), onPage: withClock },
    play: signInByWindow,
    shows: "Finish in the other window",
  },
  {
    name: "sign-in-by-code",
    given: {
      prepare: through("refuses_framing"),
      async onPage(page) {
        await withClock(page);
        await page.addInitScript("window.open = () => null");
      },
    },
    play: signInByWindow,
    shows: "Your browser blocked the window.",
  },
  { name: "sign-in-refused", given: { prepare: through("refuses") }, shows: /The sign-in was refused/ },
  {
    name: "desk-down",
    given: { prepare: behaving({ session: () => refusal(503, "unavailable") }) },
    shows: "The desk does not answer",
  },
  {
    name: "too-many-sign-ins",
    given: { prepare: behaving({ session: () => refusal(429, "too_many", 40) }) },
    shows: /Try again in \d\d s/,
  },
  {
    name: "manual",
    given: {
      model: asked,
      prepare: behaving({ session: () => session({ suggest: "manual" }) }),
    },
    shows: "Suggest a reply",
  },
  {
    name: "no-suggestions",
    given: {
      model: asked,
      prepare: behaving({ session: () => session({ suggest: "off" }) }),
    },
    shows: "Handed over",
  },
];

/** What may become of any conversation that the agent goes on to. */
export const CONVERSATION_STATES: readonly WidgetState<InConversation>[] = [
  {
    name: "no-conversation",
    given: { model: { "chatInfo.rtSessionId": null } },
    shows: "No conversation is open",
  },
  { name: "spectator", given: { model: { "chattingAgentInfo.agentId": 4712 } }, shows: "You are looking on" },
  {
    name: "not-assigned",
    given: { prepare: behaving({ briefing: () => refusal(403, "not_assigned") }) },
    shows: "Not your conversation",
  },
  {
    name: "reading-and-asking",
    given: {
      model: asked,
      prepare: behaving({ briefing: never, suggestion: never }),
    },
    shows: "I lost my card yesterday",
  },
  { name: "draft", given: { model: asked }, shows: "I am sorry to hear that." },
  {
    name: "draft-used",
    given: { model: asked },
    async play({ widget }) {
      await widget.getByRole("button", { name: "Good suggestion" }).click();
      await widget.getByRole("button", { name: /^Use/ }).click();
    },
    shows: "Put into your input.",
  },
  answering("draft-long", "Thank you for waiting.", {
    text: LONG,
    intent: "dispute_of_a_payment_that_was_booked_twice",
  }),
  answering("low-score", "Clinc is not sure enough", {
    status: "low_score",
    intent: "card_lost",
    score: 0.31,
  }),
  answering("out-of-scope", "Outside of what Clinc knows", { status: "out_of_scope" }),
  answering("refused", "This one is yours", { status: "refused", intent: "live_agent", score: 0.94 }),
  answering("too-short", "Too short to suggest from", { status: "too_short" }),
  answering("switched-off", "Suggestions are switched off", { status: "off" }),
  answering("clinc-unavailable", "Clinc does not answer", { status: "unavailable" }),
  {
    name: "too-many",
    given: {
      model: asked,
      prepare: behaving({ suggestion: () => refusal(429, "too_many", 40) }),
    },
    shows: /Try again in \d\d s/,
  },
  {
    name: "waiting-for-the-consumer",
    given: { model: { "chatTranscript.lines": [line(), agentLine()] } },
    shows: "Nothing to answer now.",
  },
  {
    name: "no-record",
    given: {
      model: asked,
      prepare: behaving({ briefing: () => [200, { status: "none" }] }),
    },
    shows: "No record of this conversation",
  },
  {
    name: "store-unavailable",
    given: {
      model: asked,
      prepare: behaving({ briefing: () => [200, { status: "unavailable" }] }),
    },
    shows: "The record cannot be read now",
  },
  {
    name: "details-long",
    given: {
      model: asked,
      prepare: behaving({
        briefing: () =>
          briefing({
            turns: [
              {
                ...{
                  at: Date.now() - 90_000_000,
                  said: "words",
                  intent: "dispute_of_a_payment_that_was_booked_twice",
                },
                ...{ name: "dispute of a payment that was booked twice", score: 0.55, outcome: "close" },
                details: {
                  "bl_resp.visual_payload.reference_number": "x".repeat(60),
                  Empfänger: "Donaudampfschifffahrtsgesellschaft",
                },
              },
            ],
          }),
      }),
    },
    shows: "Donaudampfschifffahrtsgesellschaft",
  },
];

/** The page of somebody who frames the widget without being a workspace. */
const frameAlone = `
const { widget } = await (await fetch("/scene.json")).json();
const frame = document.createElement("iframe");
Object.assign(frame, { id: "widget", title: "Clinc for agents", src: widget });
document.querySelector("#pane").append(frame);`;

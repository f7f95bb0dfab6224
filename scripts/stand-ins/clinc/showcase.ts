/** Something that a bot author can write, and the words that make the mock answer with it. */
export type Exhibit = {
  /** What the consumer says, in any case. */
  say: string;
  /** What is to be seen. */
  shows: string;
  /** Clinc's own text; blank without. */
  text?: string;
  /** What the business logic puts under `liveperson`. */
  liveperson: unknown;
};

const TRAVEL_CARD = {
  title: "Travel Card",
  subtitle: "No fees abroad",
  text: "9.90 a month, with insurance for the whole family.",
  image: { url: "https://img.bank.example/travel.png", alt: "A blue card on a beach" },
  buttons: [
    { title: "Order it", say: "order travel card" },
    { title: "Terms", link: "https://bank.example/cards/travel" },
    { title: "Call us", call: "+1 555 0100" },
  ],
};

const TOWNS =
  "Ashford Bristol Camden Dover Ely Frome Goole Hove Ilford Jarrow Kendal Leeds Margate Newport Oxford Perth Quorn Rugby Selby Truro Ulceby Ventnor Wells Exmouth York Zennor Bath Chester Derby Epsom";

const WHAT_YOU_WROTE = 'You wrote: <img src="x" onerror="alert(1)">';

/** About 6,000 characters. */
const TERMS = Array.from(
  { length: 57 },
  (_, index) =>
    `${index + 1}. Interest is calculated daily on the closing balance and paid on the last working day of each month.`,
).join(" ");

function button(title: string, say: string): unknown {
  return { type: "button", title, click: { actions: [{ type: "publishText", text: say }] } };
}

const BRANCH_TEXTS = [
  { type: "text", tag: "title", text: "Branch in Leeds" },
  { type: "text", tag: "subtitle", text: "Open from 9 to 5" },
];

/** Everything that a bot author can write, one utterance each. */
export const SHOWCASE: readonly Exhibit[] = [
  {
    say: "show texts",
    shows: "Clinc's text with a line end and a second message, then two texts of the author",
    text: "Your statement is ready.\\nIt has three pages.\\mShall I send it?",
    liveperson: ["You find it in the app, too.", { text: "It stays there for ten years." }],
  },
  {
    say: "show metadata",
    shows: "a text with metadata that only LivePerson reads",
    liveperson: { textResponse: "Noted.", encodedMetadata: "eyJ0b3BpYyI6ImNhcmRzIn0=" },
  },
  {
    say: "show json",
    shows: "a whole value of `liveperson` that is JSON written as text",
    liveperson: '[{ "text": "This came as JSON in a text." }]',
  },
  {
    say: "show choices",
    shows: "a question with choices: one that says its title, two that say something else",
    liveperson: {
      text: "What shall I look up?",
      choices: [
        "Send money",
        { title: "Checking", say: "balance of checking" },
        { title: "Savings", say: "balance of savings" },
      ],
    },
  },
  {
    say: "show many choices",
    shows: "30 choices, more than any channel has buttons for",
    liveperson: {
      text: "Which branch?",
      choices: TOWNS.split(" ").map((town) => ({ title: town, say: `hours in ${town}` })),
    },
  },
  {
    say: "show long choices",
    shows: "labels that are too long: one for WhatsApp, RCS and Viber, one for all",
    liveperson: {
      text: "What is it about?",
      choices: [
        "Balance of checking",
        { title: "A payment that I do not recognise", say: "talk to a person" },
        {
          title:
            "A letter about my overdraft, which came although my salary was paid in three days earlier and I have never been overdrawn in all my life",
          say: "talk to an agent",
        },
      ],
    },
  },
  {
    say: "show a card",
    shows: "a card with title, subtitle, text, image, and buttons that say, link and call",
    liveperson: { card: TRAVEL_CARD },
  },
  {
    say: "show a long card",
    shows: "a card whose title or label is too long for all channels but the web, Apple and chat",
    liveperson: {
      card: {
        title:
          "The Travel Card with insurance for the whole family, free cash worldwide, and no fees abroad at all, all year round",
        text: "9.90 a month",
        buttons: [{ title: "Order it with the family insurance", say: "order travel card" }],
      },
    },
  },
  {
    say: "show many buttons",
    shows: "a card with five buttons, more than most channels take",
    liveperson: {
      card: {
        title: "Your cards",
        text: "What shall I do?",
        buttons: ["Choose a card", "Send money", "My balance", "I lost my card", "Goodbye"],
      },
    },
  },
  {
    say: "show a carousel",
    shows: "three cards side by side",
    liveperson: {
      carousel: [
        TRAVEL_CARD,
        {
          title: "Everyday Card",
          subtitle: "1 % back on groceries",
          image: "https://img.bank.example/everyday.png",
          buttons: [{ title: "Order it", say: "order everyday card" }],
        },
        {
          title: "Gold Card",
          subtitle: "For those who fly",
          image: "https://img.bank.example/gold.png",
          buttons: [{ title: "Order it", say: "order gold card" }],
        },
      ],
    },
  },
  {
    say: "show a long text",
    shows: "6,000 characters, in as many messages as the channel needs",
    liveperson: { text: TERMS },
  },
  {
    say: "show a pause",
    shows: "two seconds of typing between two texts",
    text: "One moment, I am looking.",
    liveperson: [{ delay: 2, typing: true }, "Here it is: $1,250.40."],
  },
  {
    say: "show a note",
    shows: "a text for the agent only",
    text: "I have checked your limit.",
    liveperson: {
      text: "Limit checked by the bot: $2,000 a day.",
      messageAudience: "AGENTS_AND_MANAGERS",
    },
  },
  {
    say: "show a native card",
    shows: "LivePerson's structured content for the web, with metadata",
    liveperson: {
      structuredContent: {
        type: "vertical",
        elements: [
          { type: "text", text: "Branch in Leeds", style: { bold: true } },
          { type: "map", la: 53.8, lo: -1.55, tooltip: "Leeds" },
          button("Opening hours", "hours in Leeds"),
        ],
      },
      metadata: [{ type: "ExternalId", id: "branch-leeds" }],
    },
  },
  {
    say: "show a native template",
    shows: "LivePerson's generic template for Facebook, RCS, LINE and Viber",
    liveperson: {
      structuredContent: {
        type: "vertical",
        tag: "generic",
        alt: "Branch in Leeds",
        elements: [
          { type: "vertical", elements: [...BRANCH_TEXTS, button("Opening hours", "hours in Leeds")] },
        ],
      },
    },
  },
  {
    say: "show a native whatsapp template",
    shows: "LivePerson's template for WhatsApp, without an inner frame",
    liveperson: {
      structuredContent: {
        type: "vertical",
        tag: "generic",
        elements: [...BRANCH_TEXTS, button("Opening hours", "hours in Leeds")],
      },
    },
  },
  {
    say: "show a native carousel",
    shows: "LivePerson's carousel for the web",
    liveperson: {
      structuredContent: {
        type: "carousel",
        padding: 10,
        elements: ["Leeds", "York"].map((town) => ({
          type: "vertical",
          elements: [
            { type: "text", text: `Branch in ${town}` },
            button(`Hours in ${town}`, `hours in ${town}`),
          ],
        })),
      },
    },
  },
  {
    say: "show native quick replies",
    shows: "LivePerson's quick replies",
    liveperson: {
      structuredContent: {
        message: "Which account?",
        quickReplies: {
          type: "quickReplies",
          itemsPerRow: 8,
          replies: [button("Checking", "balance of checking"), button("Savings", "balance of savings")],
        },
      },
    },
  },
  {
    say: "show a wrong image",
    shows: "native content with an image that is not https: its text is sent instead",
    liveperson: {
      structuredContent: {
        type: "vertical",
        elements: [
          { type: "image", url: "http://img.bank.example/leeds.png", caption: "Our house in Leeds" },
          { type: "text", text: "Open from 9 to 5" },
        ],
      },
    },
  },
  {
    say: "show a wrong link",
    shows: "native content with a link that could run a program: its text is sent instead",
    liveperson: {
      structuredContent: {
        type: "vertical",
        elements: [
          { type: "text", text: "Our terms" },
          {
            type: "button",
            title: "Read them",
            click: { actions: [{ type: "link", uri: "javascript:alert(1)" }] },
          },
        ],
      },
    },
  },
  {
    say: "show markup",
    shows: "what a consumer typed, echoed in a card: it stays text",
    text: WHAT_YOU_WROTE,
    liveperson: [
      { card: { title: "Your complaint", text: WHAT_YOU_WROTE, buttons: ["Send money"] } },
      { structuredContent: { type: "vertical", elements: [{ type: "text", text: WHAT_YOU_WROTE }] } },
    ],
  },
  {
    say: "show a response time",
    shows: "the action CHANGE_TTR",
    text: "I have marked this as urgent.",
    liveperson: { action: "CHANGE_TTR", actionParameters: { ttrType: "URGENT" } },
  },
  {
    say: "show an invocation",
    shows: "the action INVOCATION, which calls another function",
    text: "I am opening a case.",
    liveperson: {
      action: "INVOCATION",
      actionParameters: {
        lambdaUuid: "00000000-0000-4000-8000-000000000001",
        payload: { topic: "cards" },
        failOnError: false,
      },
    },
  },
  {
    say: "show a transfer",
    shows: "the action TRANSFER, to a skill by its name",
    text: "The card desk takes over.",
    liveperson: { action: "TRANSFER", actionParameters: { skill: "human-cards" } },
  },
  {
    say: "show a close",
    shows: "the action CLOSE_CONVERSATION, without a survey",
    text: "Thank you for banking with us.",
    liveperson: { action: "CLOSE_CONVERSATION", actionParameters: { withoutPcs: true } },
  },
];

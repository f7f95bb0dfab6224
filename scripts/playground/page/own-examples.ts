/** Answers to begin with: one for each thing that authors write most. */
export const OWN_EXAMPLES: ReadonlyArray<{ title: string; answer: unknown }> = [
  {
    title: "Choices",
    answer: {
      text: "I can help with your accounts.",
      intent: "get_balance",
      liveperson: {
        text: "Which account?",
        choices: ["Checking", { title: "Savings", say: "my savings account" }],
      },
    },
  },
  { title: "A text in two messages", answer: { text: "Done.\\mIs there anything else?" } },
  {
    title: "A card",
    answer: {
      liveperson: {
        card: {
          title: "Travel Card",
          subtitle: "No fees abroad",
          text: "9.90 a month",
          image: { url: "https://img.bank.example/travel.png", alt: "A blue card on a beach" },
          buttons: [
            { title: "Order it", say: "order travel card" },
            { title: "Terms", link: "https://bank.example/cards/travel" },
          ],
        },
      },
    },
  },
  {
    title: "A carousel",
    answer: {
      text: "These are our cards.",
      liveperson: {
        carousel: [
          {
            title: "Travel Card",
            image: "https://img.bank.example/travel.png",
            buttons: ["Order travel card"],
          },
          { title: "Gold Card", image: "https://img.bank.example/gold.png", buttons: ["Order gold card"] },
        ],
      },
    },
  },
  {
    title: "A note for the agent, and a transfer",
    answer: {
      text: "A colleague takes over now.",
      intent: "live_agent",
      agent: { "card number": "4111 1111 1111 1111" },
      liveperson: { text: "Card blocked by the bot.", messageAudience: "AGENTS_AND_MANAGERS" },
    },
  },
  { title: "Clinc is down", answer: { status: 503, body: "Service unavailable" } },
];

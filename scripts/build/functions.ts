/** What each function is on the platform, and what it is built from. */
type DeployedFunction = {
  /** Of the source, from the project's folder; it exports `run`. */
  entry: string;
  /** The global that holds the body of the built file. */
  global: string;
  /** LivePerson's id of the event; it cannot be changed later. */
  event: string;
  /** 1 to 100 characters, shown where the function is chosen. */
  description: string;
  /** What `config.json` and the editor offer as an input to try. */
  sample: { headers: unknown[]; payload: Record<string, unknown> };
  /** Name of the package for the REST API. */
  packageName: string;
};

const CONVERSATION_ID = "7e1f2c64-91ab-4d02-8f5e-0a6f3d1c2b90";

/** The functions by their names on the platform, which are fixed after each was created once. */
export const FUNCTIONS = {
  ClincBot: {
    entry: "./src/bot/lambda.ts",
    global: "clincBot",
    event: "bot_connectors_custom_integration",
    description: "Answers consumers with a Clinc AI",
    sample: {
      headers: [],
      payload: {
        message: "What is my balance?",
        convId: CONVERSATION_ID,
        context: {
          lpEvent: {
            sequence: 4,
            dialogId: CONVERSATION_ID,
            originatorClientProperties: {
              appId: "webAsync",
              integration: "WEB_SDK",
              features: ["AUTO_MESSAGES", "RICH_CONTENT", "QUICK_REPLIES", "FILE_SHARING"],
            },
            event: { type: "ContentEvent", contentType: "text/plain", message: "What is my balance?" },
            conversationContext: { type: "MESSAGING", skillId: "1234567890" },
          },
          lpSdes: {},
        },
      },
    },
    packageName: "clinc-bot.json",
  },
  ClincAgent: {
    entry: "./src/agent/command/lambda.ts",
    global: "clincAgent",
    event: "conversational_command",
    description: "What the bot knew; with words behind it, a suggested reply [consumer's words]",
    sample: {
      headers: [],
      payload: { conversationId: CONVERSATION_ID, arguments: ["What", "is", "my", "balance?"] },
    },
    packageName: "clinc-agent.json",
  },
} as const satisfies Record<string, DeployedFunction>;

/** The name of a function on the platform. */
export type FunctionName = keyof typeof FUNCTIONS;

/** All of them, the bot first. */
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

import * as z from "zod";
import { didYouMean } from "../kit/nearest.ts";
import { turn } from "./turns.ts";
import { isVariableOfFunctions, VARIABLES_OF_FUNCTIONS } from "./variables.ts";

/** The consumer's language as a browser tells it, such as `es-ES`. */
export const spokenLanguage = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "must be a language such as es-ES");

const NO_VARIABLE = "is none of the function's variables";

/** Variables of the function: whoever else gives some must not set what this process itself listens to. */
export const environment = z.record(z.string(), z.string().max(5_000)).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((one) => !isVariableOfFunctions(one)))
    context.addIssue({
      code: "custom",
      path: [name],
      message: `${NO_VARIABLE}${didYouMean(name, VARIABLES_OF_FUNCTIONS)}`,
    });
});

/** More than eight show nothing that eight do not. */
export const instances = z.int().min(1).max(8);

const turns = z.array(turn).min(1);

/** A conversation as a whole. */
export const conversation = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(1).describe("What it is about."),
  surface: z
    .enum(["messaging", "chat"])
    .default("messaging")
    .describe("Chat is LivePerson's real-time chat."),
  language: spokenLanguage.optional().describe("The consumer's, as browsers tell it, such as es-ES."),
  environment: environment.default({}).describe("The functions' environment variables."),
  instances: instances.default(1).describe("So many instances of V2 take the turns in turn."),
  record: z.boolean().default(false).describe("Whether the conversation has a record at LivePerson."),
  turns: turns.describe("What happens, one after the other."),
});

/** A file with a conversation: as a whole, its turns alone, or one turn alone. */
export const conversationFile = z.union([conversation, turns, turn]);

// What one writes when nobody counts characters: axios and zod as their documentation imports them. It is bundled and
// minified for Node by the benchmark. It does no more than its neighbour in this folder, but checks both payloads.
import axios from "axios";
import { Toolbelt } from "lp-faas-toolbelt";
import { z } from "zod";

const Event = z.object({ payload: z.looseObject({ message: z.string(), convId: z.string() }) });

const Reply = z.looseObject({
  intent: z.string(),
  intent_probability: z.number(),
  competency: z.string(),
  visuals: z.looseObject({ formattedResponse: z.string() }),
});

const Secrets = z.object({ host: z.url(), appKey: z.string().min(1), aiVersion: z.uuid() });

const TRANSFER_COMPETENCIES = ["agent_handover", "live_agent", "human_agent"];
const APOLOGY = "Sorry, I am having technical difficulties. Please try again in a moment.";

let client;

async function connect() {
  const storage = Toolbelt.SecretClient();
  const read = async (name) => (await storage.readSecret(name)).value;
  const { host, appKey, aiVersion } = Secrets.parse({
    host: await read("clinc_host"),
    appKey: await read("clinc_app_key"),
    aiVersion: await read("clinc_ai_version"),
  });
  const http = axios.create({
    baseURL: host,
    timeout: 8000,
    headers: { Authorization: `App-Key ${appKey}` },
  });
  return { http, aiVersion };
}

async function answer({ message, convId }) {
  client ??= await connect();
  const response = await client.http.post("/v1/query", {
    query: message || "hello",
    language: "en",
    device: "liveperson",
    dialog_seed: convId,
    ai_version: client.aiVersion,
  });
  const { intent, intent_probability: score, competency, visuals } = Reply.parse(response.data);
  const context = { intentId: intent, intentName: intent.replace(/_/g, " "), confidenceScore: score };
  const isTransfer = TRANSFER_COMPETENCIES.includes(competency);
  const action = { action: "TRANSFER", actionParameters: { skill: process.env.TRANSFER_SKILL } };
  return { messages: [visuals.formattedResponse], context: { ...context, ...(isTransfer && action) } };
}

export async function lambda(input) {
  const { payload } = Event.parse(input);
  try {
    const reply = await answer(payload);
    console.info(`turn ${JSON.stringify({ conversation: payload.convId, ...reply.context })}`);
    return reply;
  } catch (error) {
    console.error(`Clinc: ${error.message}`);
    return { messages: [APOLOGY], context: {} };
  }
}

// What a developer at a bank might write by hand for V1: LivePerson's HTTP client, texts, and a transfer by the name
// of the competency. No checks, no rich content, no deadline, no order of messages, no reply to a repeated event.
const { Toolbelt } = require("lp-faas-toolbelt");

const TRANSFER_COMPETENCIES = ["agent_handover", "live_agent", "human_agent"];
const APOLOGY = "Sorry, I am having technical difficulties. Please try again in a moment.";

let secrets;

function readSecrets() {
  const client = Toolbelt.SecretClient();
  secrets ||= Promise.all(
    ["clinc_host", "clinc_app_key", "clinc_ai_version"].map((name) =>
      client.readSecret(name).then(({ value }) => value),
    ),
  ).catch((error) => {
    secrets = undefined;
    throw error;
  });
  return secrets;
}

async function askClinc(query, conversationId) {
  const [host, appKey, aiVersion] = await readSecrets();
  const response = await Toolbelt.HTTPClient()(`${host}/v1/query`, {
    method: "POST",
    headers: { Authorization: `App-Key ${appKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      query,
      language: "en",
      device: "liveperson",
      dialog_seed: conversationId,
      ai_version: aiVersion,
    }),
    timeout: 8000,
    simple: false,
    resolveWithFullResponse: true,
  });
  if (response.statusCode !== 200) throw new Error(`Clinc answered with ${response.statusCode}`);
  return JSON.parse(response.body);
}

async function answer({ message, convId }) {
  const reply = await askClinc(message || "hello", convId);
  const { intent, intent_probability: score, competency, visuals } = reply;
  const context = { intentId: intent, intentName: intent.replace(/_/g, " "), confidenceScore: score };
  if (TRANSFER_COMPETENCIES.includes(competency)) {
    context.action = "TRANSFER";
    context.actionParameters = { skill: process.env.TRANSFER_SKILL };
  }
  return { messages: [visuals.formattedResponse], context };
}

function lambda(input, callback) {
  answer(input.payload)
    .catch((error) => {
      console.error(`Clinc: ${error.message}`);
      return { messages: [APOLOGY], context: {} };
    })
    .then((reply) => {
      console.info(`turn ${JSON.stringify({ conversation: input.payload.convId, ...reply.context })}`);
      callback(null, reply);
    });
}

module.exports = { lambda };

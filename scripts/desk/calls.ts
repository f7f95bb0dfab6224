import { paint } from "../kit/terminal.ts";

/** Where to look, and the calls of the widget as lines for a shell: whoever copies them sees what an agent gets to see. */
export function callsToTry(address: string, conversationId: string, workspace: string): string {
  const asked = { conversationId, messageId: "line-1", text: "How long does a new card take?" };
  return [
    `${paint("bold", "An agent workspace with the widget")}  ${paint("cyan", workspace)}`,
    `${paint("bold", "The desk behind it")}                  ${paint("cyan", address)}`,
    "",
    "Open the workspace: the bot has just handed its conversation over. Write something as the consumer, and look at the widget.",
    "Or copy these into another terminal. They begin a session, brief the agent who takes over, and suggest a reply:",
    "",
    `TOKEN=$(${curl(address, "session", {})} | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
    `${curl(address, "briefing", { conversationId }, TOKEN)}; echo`,
    `${curl(address, "suggestion", asked, TOKEN)}; echo`,
    "",
    "What the desk writes of each call stands below. Ctrl-C ends it.",
  ].join("\n");
}

const TOKEN = ' -H "Authorization: Bearer $TOKEN"';

function curl(address: string, call: string, body: unknown, more = ""): string {
  const headers = `-H 'Origin: ${address}' -H 'Content-Type: application/json'${more}`;
  return `curl -s ${address}/api/${call} ${headers} -d '${JSON.stringify(body)}'`;
}

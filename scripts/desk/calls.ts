/** The calls of the widget as lines for a shell: whoever copies them sees what an agent gets to see. */
export function callsToTry(address: string, conversationId: string): string {
  const asked = { conversationId, messageId: "line-1", text: "How long does a new card take?" };
  return [
    `TOKEN=$(${curl(address, "session", {})} | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
    `${curl(address, "briefing", { conversationId }, TOKEN)}; echo`,
    `${curl(address, "suggestion", asked, TOKEN)}; echo`,
  ].join("\n");
}

const TOKEN = ' -H "Authorization: Bearer $TOKEN"';

function curl(address: string, call: string, body: unknown, more = ""): string {
  const headers = `-H 'Origin: ${address}' -H 'Content-Type: application/json'${more}`;
  return `curl -s ${address}/api/${call} ${headers} -d '${JSON.stringify(body)}'`;
}

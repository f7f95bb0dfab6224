/** A reply to LivePerson that says this, with an intent as every reply has one. */
export function replySaying(...messages: unknown[]) {
  return { messages, context: { intentId: "greet", intentName: "greet", confidenceScore: 1 } };
}

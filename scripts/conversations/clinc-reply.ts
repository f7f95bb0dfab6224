/** What whoever stands in for Clinc decides; the rest of a Clinc reply follows from it. */
export type Decision = {
  /** Clinc's intent, with its `_start` or `_update`. */
  intent: string;
  competency: string;
  /** The state that the texts belong to, after business logic. */
  state: string;
  text: string;
  probability: number;
  /** Resolved slots, by name without the underscores around it. */
  slots?: Record<string, string>;
  /** What the business logic adds for LivePerson. */
  liveperson?: unknown;
  /** What it adds for the agent. */
  agent?: unknown;
};

/** The body of a query, as far as the mock looks at it. */
export type MockQuery = {
  query: string;
  dialog_seed?: string;
  device?: string;
  language?: string;
  ai_version?: string;
  external_user_id?: string;
  lat?: number;
  lon?: number;
  /** What the bank's business logic is told; Clinc does not know the key, and passes it on. */
  liveperson?: unknown;
};

/** A whole reply of the Query API with business logic, in the field set of a real one. */
export function clincReply(query: MockQuery, decision: Decision, sessionId: string) {
  const slots = Object.fromEntries(
    Object.entries(decision.slots ?? {}).map(([name, value]) => [
      `_${name}_`,
      { type: "string", values: [{ tokens: value.toLowerCase(), resolved: 1, value }] },
    ]),
  );
  const echo = {
    query: query.query,
    device: query.device ?? "default",
    lat: query.lat ?? 0,
    lon: query.lon ?? 0,
    time_offset: 0,
    external_user_id: query.external_user_id ?? "1",
    ...(query.liveperson !== undefined && { liveperson: query.liveperson }),
  };
  const { liveperson, agent } = decision;
  const visualPayload = {
    ...(liveperson !== undefined && { liveperson }),
    ...(agent !== undefined && { agent }),
  };
  const qid = crypto.randomUUID();
  return {
    version: "release-v0.8.19.1",
    qid,
    today: new Date().toISOString(),
    session_id: sessionId,
    dialog: crypto.randomUUID().replaceAll("-", "").slice(0, 32),
    ai_version: query.ai_version ?? "00000000-0000-4000-8000-000000000101",
    ...echo,
    classifier: "stateful-example-bank",
    intent_raw: decision.intent,
    intent: decision.intent,
    intent_probability: decision.probability,
    certainty: decision.probability > 0.5,
    classifier_state: decision.competency,
    competency: decision.competency,
    sentiment: 0,
    is_correction: false,
    is_repeat: false,
    slots,
    slot_probabilities: {},
    slot_token_ranges: {},
    response: {
      type: decision.state,
      query: query.query,
      slots: Object.entries(slots).map(([slot, raw]) => ({
        slot,
        raw_value: raw,
        visual: raw.values[0]?.value,
        speakable: raw.values[0]?.value,
      })),
    },
    visuals: {
      formattedResponse: decision.text,
      speakableResponse: decision.text.replace(/\\[nm]/g, " "),
      ...visualPayload,
    },
    bl_resp: {
      ...echo,
      qid,
      state: decision.state,
      slots,
      intent: decision.intent,
      sentiment: 0,
      session_id: sessionId,
      visual_payload: visualPayload,
    },
    latency: 0.2,
    latencies: { total: 0.2, webhook_total: 0.05, external_api: null, webhook_latency: {} },
  };
}

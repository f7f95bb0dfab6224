import { contextService, MOCK_CONTEXT_KEY } from "../../stand-ins/context-service/service.ts";

/** LivePerson's Conversation Context Service, without a network. */
export type ContextService = {
  answer(request: { method: string; path: string; headers: Record<string, string>; body: string }): {
    status: number;
    body?: unknown;
  };
};

/** Where conversations are remembered: by each instance for itself, and, with a service, by all of them in common. */
export type Keeping = {
  name: string;
  service?: { start: () => ContextService; line: Line };
};

/** The way to a service. */
export type Line = {
  /** Milliseconds to it and back, from and to. */
  latencyMs: readonly [number, number];
  /** The share of what puts something into a record that is lost; LivePerson promises nothing about its service. */
  loses: number;
};

/** LivePerson tells nothing about it; so it is slow, and then quick. */
const SLOW: Line = { latencyMs: [20, 300], loses: 0.01 };
const QUICK: Line = { latencyMs: [20, 20], loses: 0.01 };

/** Those that are measured. */
export const KEEPINGS: readonly Keeping[] = [
  { name: "without a record" },
  { name: "with a record", service: { start: contextService, line: SLOW } },
  { name: "with a record, in 20 ms", service: { start: contextService, line: QUICK } },
];

/** What the function needs to keep a record, beside what it needs anyway. */
export const RECORD = {
  secrets: { clinc_context_key: MOCK_CONTEXT_KEY },
  environment: { CONTEXT_HOST: "z1", CONTEXT_ACCOUNT: "12345678" },
} as const;

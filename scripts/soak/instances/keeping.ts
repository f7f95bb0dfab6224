import { contextService, MOCK_CONTEXT_KEY } from "../../stand-ins/context-service/service.ts";

/** LivePerson's Conversation Context Service, without a network. */
export type ContextService = {
  answer(request: { method: string; path: string; headers: Record<string, string>; body: string }): {
    status: number;
    body?: unknown;
  };
};

/** Where conversations are remembered: by each instance for itself, and, with a service, by all of them in common. */
export type Keeping = { name: string; startContextService?: () => ContextService };

/** Those that are measured. */
export const KEEPINGS: readonly Keeping[] = [
  { name: "without a record" },
  { name: "with a record", startContextService: () => contextService() },
];

/** What the function needs to keep a record, beside what it needs anyway. */
export const RECORD = {
  secrets: { clinc_context_key: MOCK_CONTEXT_KEY },
  environment: { CONTEXT_HOST: "z1", CONTEXT_ACCOUNT: "12345678" },
} as const;

import { pause } from "../../../src/runtime/deadline.ts";
import type { InMemoryAnswer, InMemoryRequest } from "../../stand-ins/functions/in-memory.ts";
import type { Chance } from "../chance.ts";
import type { ContextService } from "./keeping.ts";

/** Milliseconds to the service and back, from and to. */
const LATENCY_MS = [20, 300] as const;

/** What puts something into a record, and the share of it that is lost; LivePerson promises nothing about its service. */
const WRITES = ["PATCH", "PUT"];
const FAILS = 0.01;

/** The way to the Conversation Context Service, on which now and then a write is lost. */
export class ContextLine {
  lostWrites = 0;

  constructor(
    private readonly service: ContextService,
    private readonly chance: Chance,
  ) {}

  async respond({ method, url, headers, body }: InMemoryRequest): Promise<InMemoryAnswer> {
    const oneWay = this.chance.between(...LATENCY_MS) / 2;
    await pause(oneWay);
    const isLost = WRITES.includes(method) && this.chance.next() < FAILS;
    if (isLost) this.lostWrites += 1;
    const { pathname, search } = new URL(url);
    const answer = isLost
      ? { status: 500, body: { error: "internal server error" } }
      : this.service.answer({ method, path: pathname + search, headers, body });
    await pause(oneWay);
    return {
      status: answer.status,
      headers: { "content-type": "application/json" },
      body: answer.body === undefined ? "" : JSON.stringify(answer.body),
    };
  }
}

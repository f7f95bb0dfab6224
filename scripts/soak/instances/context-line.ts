import { pause } from "../../../src/runtime/deadline.ts";
import type { Chance } from "../../kit/chance.ts";
import type { InMemoryAnswer, InMemoryRequest } from "../../stand-ins/functions/in-memory.ts";
import type { ContextService, Line } from "./keeping.ts";

/** What puts something into a record. */
const WRITES = ["PATCH", "PUT"];

/** The way to the Conversation Context Service, on which now and then a write is lost. */
export class ContextLine {
  /** Writes that were lost when they were sent again as well. */
  lostForGood = 0;
  private readonly lost = new Set<string>();

  constructor(
    private readonly service: ContextService,
    private readonly line: Line,
    private readonly chance: Chance,
  ) {}

  async respond({ method, url, headers, body }: InMemoryRequest): Promise<InMemoryAnswer> {
    const oneWay = this.chance.between(...this.line.latencyMs) / 2;
    await pause(oneWay);
    const isLost = WRITES.includes(method) && this.isLost(url);
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

  private isLost(url: string): boolean {
    const isLost = this.chance.next() < this.line.loses;
    if (isLost && this.lost.has(url)) this.lostForGood += 1;
    if (isLost) this.lost.add(url);
    else this.lost.delete(url);
    return isLost;
  }
}

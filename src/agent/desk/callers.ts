import type { Context } from "hono";
import type * as z from "zod/mini";
import type { AuditLine } from "./audit.ts";
import type { Work } from "./audited.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import type { Agent } from "./session.ts";
import { type Bindings, bodyOf, refuseForeign } from "./shell.ts";

/** Answers what a signed-in agent asks about a conversation. */
export type Answering<Body> = (call: { body: Body; agent: Agent; line: AuditLine }) => Promise<Response>;

/** Lets agents with a token in, and hands their call on; before that nothing of its body is read. */
export function forAgents({ settings, sessions }: Desk, counts: Counts) {
  const { origin } = settings.DESK_PUBLIC_URL;
  return <Schema extends z.ZodMiniType<{ conversationId: string }>>(
    schema: Schema,
    answer: Answering<z.infer<Schema>>,
  ): Work =>
    async (context, line) => {
      const { raw } = context.req;
      refuseForeign(raw, origin);
      const agent = await agentOf(context);
      line.agent = agent.agent;
      await counts.agent(agent.agent);
      const body = checked(schema, await bodyOf(raw));
      line.conversation = body.conversationId;
      return answer({ body, agent, line });
    };

  async function agentOf(context: Context<Bindings>): Promise<Agent> {
    const [, token = ""] = /^Bearer ([\w.-]+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    return sessions.open(token).catch(async (refusal) => {
      await counts.stranger(context);
      throw refusal;
    });
  }
}

/** @throws {Refusal} for what the schema does not take; what it was is not repeated */
export function checked<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
  const { success, data } = schema.safeParse(body);
  if (!success) throw new Refusal("bad_request");
  return data;
}

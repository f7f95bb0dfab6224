import { FREE_A_MONTH } from "../account/invocations.ts";
import { grouped } from "../kit/terminal.ts";
import { type Check, ok, warning } from "./check.ts";

/** Invocations of one month, planned. */
export type Invocations = {
  conversations: number;
  /** Of the consumer, in one conversation. */
  messages: number;
  aMonth: number;
  freeAMonth: number;
  /** Of the free ones; 0.6 is 60 %. */
  share: number;
};

/** One for each message of the consumer, and one for the welcome when a conversation opens. */
export function planInvocations(conversations: number, messages: number): Invocations {
  const aMonth = conversations * (messages + 1);
  return { conversations, messages, aMonth, freeAMonth: FREE_A_MONTH, share: aMonth / FREE_A_MONTH };
}

/** What a month that is planned comes to. */
export function judgeInvocations({ conversations, messages, aMonth, share }: Invocations): Check {
  const percent = `${grouped(Math.round(share * 1000) / 10)} %`;
  const finding = `${grouped(conversations)} × (${grouped(messages)} + 1) = ${grouped(aMonth)} a month, ${percent} of ${grouped(FREE_A_MONTH)} free ones`;
  if (share <= 1) return ok("invocations", finding);
  const remedy =
    "Ask LivePerson what invocations beyond the free ones cost, and what your account is limited to, before you start.";
  return warning("invocations", finding, remedy);
}

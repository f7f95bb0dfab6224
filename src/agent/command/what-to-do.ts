import type { Fault } from "../../runtime/fault.ts";

/** What an agent can do about a fault: nothing but to wait, or to tell who can. No secret is in any of it. */
export function whatToDo({ responsible, reason, remedy }: Fault): string {
  const tell = `tell your administrator: ${remedy} (${reason}).`;
  const mayPass = responsible === "network" || responsible === "clinc";
  return mayPass ? `Try again in a moment; if this lasts, ${tell}` : `Please ${tell}`;
}

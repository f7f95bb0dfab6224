import * as z from "zod";
import type { Account } from "./account.ts";
import { answerOf } from "./answer.ts";
import type { Services } from "./domain-api.ts";
import { type Limits, request } from "./request.ts";

const SERVICE = { service: "accountConfigReadOnly", title: "configuration to read" };

const skills = z.array(
  z.looseObject({
    id: z.union([z.string(), z.number()]),
    name: z.string(),
    deleted: z.boolean().nullish(),
  }),
);

/** A skill of an account. Agents and bots are found by its name, which is unique. */
export type Skill = z.infer<typeof skills>[number];

/**
 * All skills of an account.
 *
 * @throws {AccountFailure} for any answer but the list: 401 and 403 are documented, and 500
 * @see https://developers.liveperson.com/skills-api-methods-get-all-skills.html
 */
export async function skillsOf(
  { token }: Pick<Account, "token">,
  services: Services,
  limits: Limits,
): Promise<Skill[]> {
  const path = "/configuration/le-users/skills";
  const url = new URL(services.address(SERVICE) + path);
  url.searchParams.set("v", "4.0");
  const headers = { Authorization: `Bearer ${token}`, Accept: "application/json" };
  return answerOf(await request(url, { headers }, limits), skills, `GET ${path}`, token);
}

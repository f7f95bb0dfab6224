import { nameIn } from "../../../src/bot/languages.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import type { Account } from "../../account/account.ts";
import type { Services } from "../../account/domain-api.ts";
import type { Variables } from "../../account/installed.ts";
import type { Limits } from "../../account/request.ts";
import { type Skill, skillsOf } from "../../account/skills.ts";
import { type Check, failed, ok, skipped } from "../check.ts";
import { WHERE_TO_FIX_VARIABLES } from "../where-to-fix.ts";
import { looked } from "./unseen.ts";
import { textsOf } from "./variables.ts";

const CHECK = "skills";
const WHERE = "In LivePerson, where users and skills are managed:";

/** Looks whether the account has the skills to which the bot hands over; LivePerson finds them by their exact names. */
export async function examineSkills(
  account: Account,
  services: Services,
  variables: Variables,
  limits: Limits,
): Promise<Check[]> {
  const wanted = skillsIn(variables);
  if (wanted.length === 0) return [skipped(CHECK, "needs TRANSFER_SKILL")];
  return looked(
    CHECK,
    async () => {
      const skills = await skillsOf(account, services, limits);
      const faults = wanted.flatMap(([variable, name]) => faultOf(variable, name, skills));
      return faults.length > 0 ? faults : ok(CHECK, `the account has all that are named, ${wanted.length}`);
    },
    `${WHERE} look for the skills that TRANSFER_SKILL and TRANSFER_SKILLS name. The login needs a user who may see skills.`,
  );
}

/** Each skill with the variable that names it, in all languages of the bank's list. */
function skillsIn(variables: Variables): Array<[variable: string, skill: string]> {
  const { languages, settingsIn } = readSettings(textsOf(variables));
  const all = languages.flatMap((language, at) => {
    const { TRANSFER_SKILL, TRANSFER_SKILLS } = settingsIn(language);
    const named = (name: "TRANSFER_SKILL" | "TRANSFER_SKILLS") => (at === 0 ? name : nameIn(language, name));
    return [
      [TRANSFER_SKILL, named("TRANSFER_SKILL")] as const,
      ...[...TRANSFER_SKILLS.values()].map((skill) => [skill, named("TRANSFER_SKILLS")] as const),
    ];
  });
  // The first language's variables serve the others where these have none of their own.
  return [...new Map(all.filter(([skill]) => skill !== "").toReversed())].map(([skill, name]) => [
    name,
    skill,
  ]);
}

function faultOf(variable: string, name: string, skills: readonly Skill[]): Check[] {
  const exact = skills.find((skill) => skill.name === name);
  if (exact && !exact.deleted) return [];
  const near = skills.find((skill) => !skill.deleted && plain(skill.name) === plain(name));
  const byId = skills.find((skill) => !skill.deleted && String(skill.id) === name);
  const meant = near ?? byId;
  const finding = exact
    ? `the skill in ${variable} was deleted`
    : `the account has no skill of the name in ${variable}${byId ? ", which is a skill's id" : ""}`;
  const remedy = meant
    ? `Set ${variable} to "${meant.name}", letter by letter.`
    : `${WHERE} create the skill, or set ${variable} to the name of one that is there, capitals included.`;
  return [failed(CHECK, finding, `${remedy} ${WHERE_TO_FIX_VARIABLES}`)];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}

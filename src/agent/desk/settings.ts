import { checkedAccess } from "../../clinc/access.ts";
import type { Fault } from "../../runtime/fault.ts";
import { type Environment, valuesOf } from "../../runtime/variables.ts";
import { contradictions } from "./contradictions.ts";
import { inTermsOfDesk } from "./operator-notes.ts";
import { withSecretFiles } from "./secret-files.ts";
import { type DeskSettings, type GivenSettings, VARIABLES } from "./variables.ts";

/**
 * Reads the settings. Unlike the functions the desk does not go on with a default in place of a wrong value: what guards
 * agents and consumers must be as the bank meant it.
 *
 * @returns a sentence for each setting that is wrong or missing; none for settings that count
 */
export function readDeskSettings(environment: Environment): Read {
  const wrong: string[] = [];
  const given = withSecretFiles(environment, wrong);
  const settings = valuesOf(given, VARIABLES, wrong);
  const complaints = wrong.map((complaint) => complaint.replace("; the default is used", ""));
  const named = new Set(complaints.map((complaint) => /^\w+/.exec(complaint)?.[0]));
  const others = [...contradictions(settings), ...aboutClinc(settings)];
  return {
    settings: settings as DeskSettings,
    complaints: [...complaints, ...others.filter(([name]) => !named.has(name)).map(told)],
  };
}

/** The settings are whole where there is nothing to complain of. */
type Read = { settings: DeskSettings; complaints: string[] };

type Complaint = readonly [name: string, what: string];

function told([name, what]: Complaint): string {
  return `${name} ${what}`;
}

/** As the functions check the secrets of the same names. */
function aboutClinc(settings: GivenSettings): Complaint[] {
  const missing = (["CLINC_HOST", "CLINC_APP_KEY"] as const).filter((name) => settings[name] === "");
  if (missing.length > 0) return missing.map((name) => [name, "is missing"] as const);
  const { CLINC_HOST, CLINC_APP_KEY, CLINC_AI_VERSION, CLINC_ASSIST_AI_VERSION } = settings;
  return [CLINC_AI_VERSION, CLINC_ASSIST_AI_VERSION].flatMap((version, index) => {
    try {
      checkedAccess(CLINC_HOST, CLINC_APP_KEY, version, index === 0 ? "clinc" : "clinc_assist");
      return [];
    } catch (error) {
      const [, name = "", what = ""] = /^(\w+) (.*)$/.exec(inTermsOfDesk((error as Fault).remedy)) ?? [];
      return index === 0 || name === "CLINC_ASSIST_AI_VERSION" ? [[name, what] as const] : [];
    }
  });
}

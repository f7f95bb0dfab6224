import { checkedAccess, isAiVersion } from "../../clinc/access.ts";
import { faultOf } from "../../runtime/fault.ts";
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

/** Values that count, beside the one that is looked at: all at once would name the first fault only. */
const SOUND = { host: "api.clinc.example", key: "sound", version: "" };

/** As the functions check the secrets of the same names. */
function aboutClinc(settings: GivenSettings): Complaint[] {
  const { CLINC_HOST: host, CLINC_APP_KEY: key, CLINC_AI_VERSION: version } = settings;
  const missing = (["CLINC_HOST", "CLINC_APP_KEY"] as const).filter((name) => settings[name] === "");
  const given = [...(host ? [{ host }] : []), ...(key ? [{ key }] : []), { version }];
  const assist = settings.CLINC_ASSIST_AI_VERSION;
  return [
    ...missing.map((name) => [name, "is missing"] as const),
    ...given.flatMap((one) => complaintAbout({ ...SOUND, ...one })),
    ...(assist === "" || isAiVersion(assist) ? [] : [NO_VERSION]),
  ];
}

const NO_VERSION = ["CLINC_ASSIST_AI_VERSION", "must be the UUID of an AI version"] as const;

function complaintAbout({ host, key, version }: typeof SOUND): Complaint[] {
  try {
    checkedAccess(host, key, version, "clinc");
    return [];
  } catch (error) {
    const [, name = "", what = ""] = /^(\w+) (.*)$/.exec(inTermsOfDesk(faultOf(error).remedy)) ?? [];
    return [[name, what]];
  }
}

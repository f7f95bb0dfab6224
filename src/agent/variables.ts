import { NAME_VARIABLES } from "../answer/variables.ts";
import { CLINC_VARIABLES } from "../clinc/variables.ts";
import { RECORD_VARIABLES } from "../record/variables.ts";
import { names, numberBetween, type Values, variable, wholeNumber } from "../runtime/variables.ts";

const { TRANSFER_COMPETENCIES, CLOSE_COMPETENCIES, OUT_OF_SCOPE_COMPETENCIES } = NAME_VARIABLES;

/** The variables that say which of Clinc's answers is worth an agent's attention. */
export const ASSIST_VARIABLES = {
  ASSIST_MIN_SCORE: variable("0.5", numberBetween(0, 1)),
  ASSIST_MIN_WORDS: variable("2", wholeNumber(1, 20)),
  ASSIST_REFUSED_COMPETENCIES: variable(
    `${TRANSFER_COMPETENCIES.standard}, ${CLOSE_COMPETENCIES.standard}`,
    names,
  ),
  OUT_OF_SCOPE_COMPETENCIES,
};

/** Every environment variable of the agent's side. All are optional; a wrong one is named and the default is used. */
export const AGENT_VARIABLES = { ...CLINC_VARIABLES, ...RECORD_VARIABLES, ...ASSIST_VARIABLES };

/** All settings of the agent's side, checked and in their own types. */
export type AgentSettings = Values<typeof AGENT_VARIABLES>;

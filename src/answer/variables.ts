import { names, variable } from "../runtime/variables.ts";

/** The variables that say what a reply's names mean, for every function that reads replies. */
export const NAME_VARIABLES = {
  TRANSFER_COMPETENCIES: variable(
    "agent_handover, faq_agent_handover, live_agent, human_agent, speak_to_agent, transfer_to_agent",
    names,
  ),
  CLOSE_COMPETENCIES: variable("clean_goodbye, close_conversation, end_conversation", names),
  OUT_OF_SCOPE_COMPETENCIES: variable("out_of_scope, outofscope, oos", names),
};

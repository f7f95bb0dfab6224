import type { ReadBriefing } from "../briefing.ts";
import type { Suggest } from "../suggestion.ts";
import type { CheckAssignment } from "./assignment.ts";
import type { Audit } from "./audit.ts";
import type { Note } from "./operator-notes.ts";
import type { PublicFile } from "./public-files.ts";
import type { Seal } from "./seal.ts";
import type { Sessions } from "./session.ts";
import type { SignIn } from "./sign-in.ts";
import type { DeskSettings } from "./variables.ts";

/** All that a desk is made of. */
export type Desk = {
  settings: DeskSettings;
  /** By the path at which they are served. */
  files: ReadonlyMap<string, PublicFile>;
  seal: Seal;
  sessions: Sessions;
  /** None where everybody on this machine is the agent `local`. */
  signIn: SignIn | undefined;
  checkAssignment: CheckAssignment;
  briefing: ReadBriefing;
  suggest: Suggest;
  /** Who asks for suggestions: the agent (`manual`), the widget by itself, nobody. */
  suggests: "manual" | "auto" | "off";
  audit: Audit;
  note: Note;
};

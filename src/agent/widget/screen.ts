import { type BriefingCard, briefingCard } from "./briefing-card.ts";
import { type Notice, noticeFor } from "./notice.ts";
import { draftOf, type State } from "./state.ts";
import { type SuggestionCard, suggestionCard } from "./suggestion-card.ts";

/** What is to be seen, in words: a notice alone where nothing else can be shown, else the cards. */
export type Screen =
  | { kind: "notice"; notice: Notice }
  | { kind: "cards"; suggestion?: SuggestionCard; briefing: BriefingCard };

/** What an agent sees in this state; pure, so that every state can be looked at without a workspace. */
export function screenOf(state: State): Screen {
  const notice = noticeFor(state);
  if (notice) return { kind: "notice", notice };
  const isOff = state.session.kind === "open" && state.session.suggest === "off";
  return {
    kind: "cards",
    briefing: briefingCard(state.briefing),
    ...(!isOff && { suggestion: suggestionCard(state) }),
  };
}

/** What a screen reader is told once: that there is a new suggestion, and how good it is. `""` is nothing. */
export function announcementOf(state: State): string {
  const draft = draftOf(state);
  return draft ? `New suggestion: ${draft.text}` : "";
}

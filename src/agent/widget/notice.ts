import { isSpectator, type Session, type SignIn, type State } from "./state.ts";

/** Something that fills the panel: what is the matter, and what to do. */
export type Notice = {
  tone: "busy" | "calm" | "act" | "bad";
  title: string;
  text: string;
  /** What the one button does. */
  action?: { label: string; act: NoticeAct };
  /** Until when the button waits, in milliseconds since the epoch. */
  until?: number;
  /** A field for the code that the other window shows; with a link where the browser blocks windows. */
  code?: { withLink: boolean };
};

export type NoticeAct = "reload" | "sign_in" | "open_session" | "check_again";

const NOTICES = {
  connecting: {
    tone: "busy",
    title: "Connecting",
    text: "Waiting for the agent workspace.",
  },
  absent: {
    tone: "bad",
    title: "Not inside a workspace",
    text: "This panel works inside LivePerson’s agent workspace, which does not answer. If you are in it, load the panel again; if that does not help, tell your administrator.",
    action: { label: "Load again", act: "reload" },
  },
  blocked: {
    tone: "bad",
    title: "LivePerson’s script is blocked",
    text: "Your browser or network did not load the script that connects this panel to the workspace. Your administrator can allow it: lpcdn.lpsnmedia.net.",
    action: { label: "Load again", act: "reload" },
  },
  idle: {
    tone: "calm",
    title: "No conversation is open",
    text: "Open one, and you see here what Clinc knows of it.",
  },
  spectator: {
    tone: "calm",
    title: "You are looking on",
    text: "Briefing and suggestions are shown to the agent who holds this conversation.",
  },
  opening: { tone: "busy", title: "Signing in", text: "Your sign-in is being checked." },
  notAssigned: {
    tone: "bad",
    title: "Not your conversation",
    text: "LivePerson says that another agent holds it. Take it over first.",
    action: { label: "Check again", act: "check_again" },
  },
} satisfies Record<string, Notice>;

/** @returns `undefined` where the cards are to be seen */
export function noticeFor({ workspace, seat, session, briefing }: State): Notice | undefined {
  if (workspace !== "connected") return NOTICES[workspace];
  if (seat.conversation === "") return NOTICES.idle;
  if (isSpectator(seat)) return NOTICES.spectator;
  if (briefing.kind === "failed" && briefing.problem.code === "not_assigned") return NOTICES.notAssigned;
  // A session that is renewed while the agent works takes nothing away.
  const isQuiet = session.kind === "opening" || (session.kind === "sign_in" && session.way.step === "quiet");
  if (isQuiet && briefing.kind === "answered") return undefined;
  return forSession(session);
}

function forSession(session: Session): Notice | undefined {
  switch (session.kind) {
    case "open":
      return undefined;
    case "sign_in":
      return forSignIn(session.way);
    case "failed":
      return session.problem.code === "too_many"
        ? {
            tone: "bad",
            title: "Too many sign-ins",
            text: "The desk takes no more for a moment.",
            action: { label: "Try again", act: "open_session" },
            ...(session.problem.until !== undefined && { until: session.problem.until }),
          }
        : {
            tone: "bad",
            title: "The desk does not answer",
            text: "Briefing and suggestions come from your bank’s own server, which cannot be reached now. The conversation itself is not touched by this.",
            action: { label: "Try again", act: "open_session" },
          };
    default:
      return NOTICES.opening;
  }
}

const TROUBLE: Record<NonNullable<SignIn["trouble"]>, string> = {
  popup_blocked: "Your browser blocked the window.",
  code_refused: "That code was not taken: it counts for a minute, and once.",
  refused: "The sign-in was refused or broken off.",
  not_allowed: "Your account may not use this panel. Ask your administrator.",
  unavailable: "The sign-in did not work.",
};

function forSignIn({ step, trouble }: SignIn): Notice {
  const said = trouble && `${TROUBLE[trouble]} `;
  const tone = trouble ? "bad" : "act";
  switch (step) {
    case "quiet":
      return NOTICES.opening;
    case "popup":
      return {
        tone,
        title: "Sign in",
        text: `${said ?? "What Clinc knows is for your bank’s agents. "}A window opens for the sign-in.`,
        action: { label: "Sign in", act: "sign_in" },
      };
    case "waiting":
      return {
        tone,
        title: "Finish in the other window",
        text: `${said ?? ""}The panel goes on by itself. If the window shows you a code, paste it here.`,
        action: { label: "Open it again", act: "sign_in" },
        code: { withLink: false },
      };
    case "code":
      return {
        tone,
        title: "Sign in with a code",
        text: `${said ?? ""}Open the sign-in page yourself, and paste the code that it shows you.`,
        action: { label: "Try a window", act: "sign_in" },
        code: { withLink: true },
      };
  }
}

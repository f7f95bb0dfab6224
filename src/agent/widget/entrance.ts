import type { Desk } from "./desk.ts";
import { preparePopup, type SignedIn, signInByCode, signInByPopup, signInQuietly } from "./sign-in.ts";
import type { Session, SignIn } from "./state.ts";

/** Leads to a session, by the quietest way that works. */
export class Entrance {
  readonly #desk: Desk;
  readonly #tell: (session: Session) => void;
  #step: SignIn["step"] | "inside" = "quiet";

  /** @param tell hears of each change of the session */
  constructor(desk: Desk, tell: (session: Session) => void) {
    this.#desk = desk;
    this.#tell = tell;
  }

  /** A desk that asks nobody to sign in gives a session at once. */
  async open(): Promise<void> {
    this.#step = "quiet";
    const came = await this.#desk.open({});
    const mustSignIn = "problem" in came && came.problem.code === "sign_in_required";
    if (mustSignIn) await this.#goOn(await signInQuietly());
    else this.#settle(came);
  }

  /** To be called at a click: a browser opens no window otherwise. */
  async byPopup(): Promise<void> {
    const signedIn = signInByPopup(() => void this.#goOn({ way: { step: "waiting" } }));
    await this.#goOn(await signedIn);
  }

  async byCode(code: string): Promise<void> {
    await this.#goOn(signInByCode(code));
  }

  /** A session with what came of a way, else the next way. A window that is still open may come late. */
  async #goOn(signedIn: SignedIn): Promise<void> {
    if (this.#step === "inside") return;
    if ("way" in signedIn) await this.#offer(signedIn.way);
    else this.#settle(await this.#desk.open(signedIn.request));
  }

  async #offer(way: SignIn): Promise<void> {
    // The code that another window may show belongs to what was made for that window.
    if (way.step === "popup") await preparePopup();
    this.#step = way.step;
    this.#tell({ kind: "sign_in", way });
  }

  /** Once inside, what comes of a second try is of no interest: a code counts once. */
  #settle(came: Awaited<ReturnType<Desk["open"]>>): void {
    if (this.#step === "inside") return;
    if ("answer" in came) {
      this.#step = "inside";
      this.#tell({ kind: "open", suggest: came.answer.suggest });
    } else if (came.problem.code !== "sign_in_required")
      this.#tell({ kind: "failed", problem: came.problem });
    else if (this.#step === "waiting" || this.#step === "code")
      void this.#offer({ step: this.#step, trouble: "code_refused" });
    else void this.#offer({ step: "popup", trouble: "unavailable" });
  }
}

/** Any JSON object, by the names of its properties. */
export type Properties = Record<string, unknown>;

type Stored = { value: unknown; expiresAt: number };

/** Characters of a session; one that is larger takes no more. */
const LARGEST = 800_000;

/** What is stored of each session, and until when. */
export class Sessions {
  private readonly sessions = new Map<string, Map<string, Stored>>();
  private readonly secondsToLive = new Map<string, number>();

  /** @param now milliseconds since the epoch */
  constructor(private readonly now: () => number) {}

  /** The properties that have not expired. */
  read(session: string): Properties {
    const kept = [...(this.sessions.get(session) ?? [])].filter(
      ([, { expiresAt }]) => expiresAt > this.now(),
    );
    return Object.fromEntries(kept.map(([name, { value }]) => [name, value]));
  }

  /**
   * Puts properties in, each in place of the former one: of two writers of one property the last wins, of two writers of
   * different ones none loses.
   *
   * @returns false when the session would become too large
   */
  write(session: string, properties: Properties): boolean {
    if (JSON.stringify({ ...this.read(session), ...properties }).length > LARGEST) return false;
    const stored = this.sessions.get(session) ?? new Map<string, Stored>();
    const expiresAt = this.now() + (this.secondsToLive.get(session) ?? Number.POSITIVE_INFINITY) * 1_000;
    for (const [name, value] of Object.entries(properties)) stored.set(name, { value, expiresAt });
    this.sessions.set(session, stored);
    return true;
  }

  /** Deletes one property, or all; the time to live stays. */
  delete(session: string, name?: string): void {
    if (name === undefined) this.sessions.delete(session);
    else this.sessions.get(session)?.delete(name);
  }

  /** Sets the time to live of what is written from now on. */
  keepFor(session: string, seconds: number): void {
    this.secondsToLive.set(session, seconds);
  }

  /** What was stored without a time to live: session and property. */
  lasting(): string[] {
    return [...this.sessions].flatMap(([session, stored]) =>
      [...stored]
        .filter(([, { expiresAt }]) => expiresAt === Number.POSITIVE_INFINITY)
        .map(([name]) => `${session}/${name}`),
    );
  }
}

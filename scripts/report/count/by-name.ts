/** Different names that are told apart; of all further ones there is one sum. A log of an attacker has many. */
const MOST_NAMES = 2_000;

/** A sum of each name, however many names there are. */
export class ByName<Sum> {
  private readonly sums = new Map<string, Sum>();
  private others: Sum | undefined;

  /** @param fresh makes a sum of nothing */
  constructor(
    private readonly fresh: () => Sum,
    private readonly most = MOST_NAMES,
  ) {}

  /** The sum to which something of this name is to be added. */
  of(name: string): Sum {
    const known = this.sums.get(name);
    if (known !== undefined) return known;
    if (this.sums.size >= this.most) {
      this.others ??= this.fresh();
      return this.others;
    }
    const sum = this.fresh();
    this.sums.set(name, sum);
    return sum;
  }

  /** All sums with their names, that of all further names last, as `others`. */
  all(): Array<[name: string, sum: Sum]> {
    return [...this.sums, ...(this.others === undefined ? [] : [["others", this.others] as [string, Sum]])];
  }
}

/** How many there are of each name, the most first. */
export class Counts {
  private readonly byName: ByName<{ count: number }>;

  constructor(most?: number) {
    this.byName = new ByName(() => ({ count: 0 }), most);
  }

  add(name: string): void {
    this.byName.of(name).count += 1;
  }

  count(name: string): number {
    return this.all().find((each) => each.name === name)?.count ?? 0;
  }

  total(): number {
    return this.all().reduce((sum, { count }) => sum + count, 0);
  }

  all(): Array<{ name: string; count: number }> {
    const all = this.byName.all().map(([name, { count }]) => ({ name, count }));
    return all.sort((one, other) => other.count - one.count);
  }
}

type Minutes = {
  /** Of each member of the panel: what they have, changed here alone. */
  readonly load: Float64Array;
  /** What each agreed to. */
  readonly minutesMax: Float64Array;
};

/**
 * Some members of a panel in the order of how much they have of what they agreed to, kept while it changes: finding the
 * least burdened among thousands must not mean looking at thousands.
 */
export class Burdens {
  private readonly minutes: Minutes;
  /** Least burdened first; of equals the first of the list. */
  private readonly order: Int32Array;
  /** What one minute weighs for whoever agreed to the most. */
  private readonly lightest: number;

  constructor(members: readonly number[], minutes: Minutes) {
    this.minutes = minutes;
    this.order = Int32Array.from(members).sort((one, other) => this.compare(one, other));
    this.lightest = 1 / members.reduce((most, member) => Math.max(most, minutes.minutesMax[member] as number), 0);
  }

  /** Share of what they agreed to, with so many minutes more; more than any for whoever agreed to none. */
  with(member: number, minutes: number): number {
    const max = this.minutes.minutesMax[member] as number;
    return max === 0 ? Infinity : ((this.minutes.load[member] as number) + minutes) / max;
  }

  /** Whoever would have the least share of what they agreed to with so many minutes more, or null. */
  leastWith(minutes: number, suits: (member: number) => boolean): number | null {
    let best: number | null = null;
    let least = Infinity;
    for (const member of this.order) {
      // Nobody further on can do better.
      if (this.with(member, 0) + minutes * this.lightest >= least) break;
      const burden = this.with(member, minutes);
      if (burden >= least || !suits(member)) continue;
      best = member;
      least = burden;
    }
    return best;
  }

  add(member: number, minutes: number): void {
    const last = this.order.length - 1;
    this.order.copyWithin(this.placeOf(member, last + 1), this.placeOf(member, last + 1) + 1);
    this.minutes.load[member] = (this.minutes.load[member] as number) + minutes;
    const place = this.placeOf(member, last);
    this.order.copyWithin(place + 1, place, last);
    this.order[place] = member;
  }

  /** Where a member is, or belongs, among the first so many. */
  private placeOf(member: number, among: number): number {
    let [low, high] = [0, among];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.order[middle] as number, member) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(one: number, other: number): number {
    return this.with(one, 0) - this.with(other, 0) || one - other;
  }
}

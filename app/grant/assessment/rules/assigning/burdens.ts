import type { Desk } from './desk.ts';

/** Nobody takes more than they agreed to; a little beyond, as shares are rounded and minutes are not. */
const BURDEN_MAX = 1 + 1e-9;

/** The minutes of the shortest application and of the longest. */
export type Lengths = { readonly shortest: number; readonly longest: number };

/**
 * Some members of a panel, so kept that the least burdened among thousands is found without looking at thousands.
 *
 * They are the leaves of a tree. A knot knows the least share of what they agreed to that anybody below it would have
 * with the shortest application, and with the longest. With one between, the least share is never under the line from
 * one to the other: it is the least of straight lines, so concave. Branches above the best so far are not entered. The
 * knot above two others has half their number, and the root is 1.
 */
export class Burdens {
  private readonly desk: Desk;
  private readonly members: readonly number[];
  /** Of each member of the panel: their leaf. */
  private readonly leafOf: Int32Array;
  /** How many leaves there is room for, and so the number of the first. */
  private readonly leaves: number;
  private readonly lengths: Lengths;
  private readonly withShortest: Float64Array;
  private readonly withLongest: Float64Array;
  /** Knots still to be looked at, the next last. */
  private readonly ahead: Int32Array;

  constructor(desk: Desk, members: readonly number[], lengths: Lengths) {
    this.desk = desk;
    this.members = members;
    this.leafOf = new Int32Array(desk.members);
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, members.length)));
    this.lengths = lengths;
    this.withShortest = new Float64Array(2 * this.leaves).fill(Number.MAX_VALUE);
    this.withLongest = new Float64Array(2 * this.leaves).fill(Number.MAX_VALUE);
    this.ahead = new Int32Array(2 + Math.log2(this.leaves));
    for (const [place, member] of members.entries()) {
      this.leafOf[member] = this.leaves + place;
      this.note(member);
    }
  }

  /**
   * Of those here who may and can take an application: whoever would be the least burdened by it.
   *
   * @param best  whom they have to be better than, or null
   * @returns     them, or else `best`
   */
  leastFor(application: number, best: number | null): number | null {
    const { desk, ahead, leaves } = this;
    const minutes = desk.minutes[application] as number;
    const length = this.lengthOf(minutes);
    let found = best;
    let least = best === null ? BURDEN_MAX : desk.burden(best, minutes);
    ahead[0] = 1;
    for (let last = 0; last >= 0; ) {
      let knot = ahead[last] as number;
      last -= 1;
      if (this.atLeast(knot, length) >= least) continue;
      while (knot < leaves) {
        // The better branch at once: it often saves the other.
        const isLeft = this.atLeast(2 * knot, length) <= this.atLeast(2 * knot + 1, length);
        last += 1;
        ahead[last] = isLeft ? 2 * knot + 1 : 2 * knot;
        knot = isLeft ? 2 * knot : 2 * knot + 1;
      }
      const member = this.members[knot - leaves] as number;
      const burden = desk.burden(member, minutes);
      if (burden >= least || !desk.hasMinutes(application, member) || !desk.mayTake(application, member)) continue;
      found = member;
      least = burden;
    }
    return found;
  }

  /** Takes note of a load that changed. */
  note(member: number): void {
    const { withShortest, withLongest } = this;
    let knot = this.leafOf[member] as number;
    withShortest[knot] = this.desk.burden(member, this.lengths.shortest);
    withLongest[knot] = this.desk.burden(member, this.lengths.longest);
    for (knot >>= 1; knot >= 1; knot >>= 1) {
      withShortest[knot] = Math.min(withShortest[2 * knot] as number, withShortest[2 * knot + 1] as number);
      withLongest[knot] = Math.min(withLongest[2 * knot] as number, withLongest[2 * knot + 1] as number);
    }
  }

  /** 0 for the shortest application, 1 for the longest. */
  private lengthOf(minutes: number): number {
    const { shortest, longest } = this.lengths;
    return shortest === longest ? 0 : (minutes - shortest) / (longest - shortest);
  }

  /** What anybody below a knot would have at least with an application of that length. */
  private atLeast(knot: number, length: number): number {
    return (1 - length) * (this.withShortest[knot] as number) + length * (this.withLongest[knot] as number);
  }
}

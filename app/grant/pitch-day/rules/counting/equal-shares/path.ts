/**
 * The way a run went: which options were looked at in which order, who was too poor to pay in full at each look, and what
 * was bought, tied with what.
 *
 * Along one way all money and every price is a sum of the endowment and fixed amounts, each with a fixed factor, and the
 * run went this way because some of them are smaller than others. Two such sums that compare alike at two endowments
 * compare alike at every endowment in between. So where two runs went the same way, every run between them did.
 */
export class Path {
  #steps = new Int32Array(512);
  #size = 0;

  push(step: number): void {
    if (this.#size === this.#steps.length) {
      const longer = new Int32Array(2 * this.#size);
      longer.set(this.#steps);
      this.#steps = longer;
    }
    this.#steps[this.#size] = step;
    this.#size += 1;
  }

  equals(other: Path): boolean {
    if (this.#size !== other.#size) return false;
    for (let at = 0; at < this.#size; at += 1) if (this.#steps[at] !== other.#steps[at]) return false;
    return true;
  }

  clear(): void {
    this.#size = 0;
  }
}

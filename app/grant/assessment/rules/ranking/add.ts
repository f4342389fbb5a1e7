/** Adds to one of many sums. */
export function add(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] as number) + more;
}

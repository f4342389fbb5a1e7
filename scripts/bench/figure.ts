/** One line of the bench. `ratio` is value over baseline, both measured in the same run. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'requests/s' | 'bytes/s' | 'bytes' | 'µs';
  readonly baseline: number;
  readonly ratio: number;
};

export function figure(name: string, value: number, unit: Figure['unit'], baseline: number): Figure {
  return {
    name,
    value: Math.round(value),
    unit,
    baseline: Math.round(baseline),
    ratio: Number((value / baseline).toFixed(2)),
  };
}

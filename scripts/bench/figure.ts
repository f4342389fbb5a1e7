/** One line of the bench. `ratio` is value over baseline, both measured in the same run. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'requests/s' | 'bytes/s' | 'bytes' | 'µs' | 'µ';
  readonly baseline: number;
  readonly ratio: number;
  /** Whether the ratio keeps what was promised; not there where nothing was. */
  readonly isKept?: boolean;
};

/** What was promised of a ratio. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number };

export function figure(name: string, value: number, unit: Figure['unit'], baseline: number, limit?: Limit): Figure {
  const ratio = Number((value / baseline).toFixed(2));
  const figures = { name, value: Math.round(value), unit, baseline: Math.round(baseline), ratio };
  if (limit === undefined) return figures;
  return { ...figures, isKept: 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast };
}

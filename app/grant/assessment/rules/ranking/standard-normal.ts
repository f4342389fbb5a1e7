/**
 * The probability that a standard normal value is at most so much; exact to seven decimals.
 *
 * @source Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.17
 */
export function standardNormal(value: number): number {
  const size = Math.abs(value);
  const t = 1 / (1 + 0.2316419 * size);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const beyond = 0.3989422804014327 * Math.exp((-size * size) / 2) * series;
  return value < 0 ? beyond : 1 - beyond;
}

import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { UNITS_PER_VOTE } from '#app/grant/pitch-day/rules/counting/scottish-stv.ts';
import { type Fraction, fraction, toDecimal, ZERO } from '#app/kernel/fraction.ts';

/** An option as people read it: its name, and its id where that is something else. */
export type Name = (option: number) => string;

export function nameIn({ options }: Pick<Profile, 'options'>): Name {
  return (at) => {
    const { id, name } = options[at] ?? { id: '', name: '' };
    return name === id ? id : `${name} (${id})`;
  };
}

/** `12,345` or `12,345.67`: two decimals, or none where there are none. */
export function plain(value: Fraction): string {
  return grouped(toDecimal(value, value.denominator === 1n ? 0 : 2));
}

/** Votes of the single transferable vote with the five decimals in which they are counted, or none where there are none. */
export function inVotes(units: number): string {
  const votes = fraction(units, UNITS_PER_VOTE);
  return grouped(toDecimal(votes, votes.denominator === 1n ? 0 : 5));
}

/** `1 supporter`, `2 supporters`. */
export function counted(number: Fraction | number, one: string): string {
  const value = typeof number === 'number' ? fraction(number) : number;
  return `${plain(value)} ${value.numerator === value.denominator ? one : `${one}s`}`;
}

export function costOf(option: number, { options }: Pick<Profile, 'options'>): Fraction {
  return options[option]?.cost ?? ZERO;
}

function grouped(decimal: string): string {
  const [whole = '', ...decimals] = decimal.split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...decimals].join('.');
}

/** `12,345`, of a whole number. */
export function plainNumber(value: number): string {
  return plain(fraction(value));
}

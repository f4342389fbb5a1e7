import type { Instant } from '#app/kernel/instant.ts';

type Titled = { readonly title: string };

/** The call that opened last comes first; calls that opened together, by title. */
export function byOpening(one: Titled & { readonly opensAt: Instant }, other: typeof one): number {
  return other.opensAt - one.opensAt || byTitle(one, other);
}

/** As a reader looks for it: capitals and accents count for nothing. */
export function byTitle(one: Titled, other: Titled): number {
  return one.title.localeCompare(other.title, 'en');
}

import type { Id } from '#app/kernel/id.ts';

/** Two letters for the strand, so that a voice on the telephone knows which call it is. */
const PREFIXES = { 'social-innovation': 'SI', 'social-enterprise': 'SE' } as const;

/**
 * The name an application has in letters and on the telephone: "SI-7K3D2M".
 *
 * @param randomId  a fresh id; its first six symbols (30 random bits, no I, L, O or U) are used
 */
export function referenceOf(strand: keyof typeof PREFIXES, randomId: Id): string {
  return `${PREFIXES[strand]}-${randomId.slice(0, 6).toUpperCase()}`;
}

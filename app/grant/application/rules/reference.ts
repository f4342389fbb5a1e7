import type { Id } from '#app/kernel/id.ts';

/** Two letters for the strand, so that a voice on the telephone knows which call it is. */
const PREFIXES = { 'social-innovation': 'SI', 'social-enterprise': 'SE' } as const;

/** A pretend application is known by its name wherever it goes; triggers know it by the same. */
const TEST_PREFIX = 'TEST';

/** The name of a pretend application, by which a call is tried out before it is published: "TEST-7K3D2M". */
export function testReferenceOf(randomId: Id): string {
  return named(TEST_PREFIX, randomId);
}

/** Whether an application is only pretend. */
export function isTest({ reference }: { readonly reference: string }): boolean {
  return reference.startsWith(`${TEST_PREFIX}-`);
}

/**
 * The name an application has in letters and on the telephone: "SI-7K3D2M".
 *
 * @param randomId  a fresh id; its first six symbols (30 random bits, no I, L, O or U) are used
 */
export function referenceOf(strand: keyof typeof PREFIXES, randomId: Id): string {
  return named(PREFIXES[strand], randomId);
}

function named(prefix: string, randomId: Id): string {
  return `${prefix}-${randomId.slice(0, 6).toUpperCase()}`;
}

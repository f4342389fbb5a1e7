/** A promise the code makes to itself was broken: always our fault, never a person's. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** @throws InvariantError saying why the condition had to hold */
export function invariant(condition: unknown, whyItMustHold: string): asserts condition {
  if (!condition) throw new InvariantError(whyItMustHold);
}

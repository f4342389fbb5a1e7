import type { Id } from './id.ts';

/**
 * The address of somebody who has none. No mailbox can ever have it, and no domain ever ends so.
 *
 * @source RFC 2606 section 2, RFC 6761 section 6.4
 */
export function addressOfNobody(personId: Id): string {
  return `${personId}@no-address.invalid`;
}

/** Whether a letter can go to an address at all. */
export function isReachable(email: string): boolean {
  return !email.endsWith('.invalid');
}

import { fromHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { LETTER_CODE_BYTES, type LetterCode, makeLetterCode } from '../rules/letter-code.ts';

/** Who somebody on the roll is: sealed in the database. */
export type Voter = { readonly address: string; readonly name: string };

type Keys = Pick<Context, 'secrets'>;
const SEALED_FOR = 'roll-entry';

/** As the database keeps it. */
export function sealVoter({ secrets }: Keys, voter: Voter): string {
  return secrets.seal(JSON.stringify(voter), SEALED_FOR);
}

/** What was sealed. */
export function voterOf({ secrets }: Keys, entry: { readonly sealed: string }): Voter {
  return JSON.parse(secrets.open(entry.sealed, SEALED_FOR));
}

/** One address, one entry of one roll: the same person on two rolls has two hashes. */
export function voterHash({ secrets }: Keys, eventId: Id, address: string): string {
  return secrets.keyedHash(`${eventId} ${address.toLowerCase()}`, 'roll-contact');
}

/** The code in the letter: made from the portal's key, so that every letter can have it and the database only a hash. */
export function letterCodeOf({ secrets }: Keys, entryId: Id): LetterCode {
  const bytes = fromHex(secrets.keyedHash(entryId, 'letter-code').slice(0, 2 * LETTER_CODE_BYTES), LETTER_CODE_BYTES);
  invariant(bytes, 'a keyed hash is in hexadecimal');
  return makeLetterCode(bytes);
}

/** What is kept of a code. */
export function letterCodeHash({ secrets }: Keys, code: LetterCode): string {
  return secrets.keyedHash(code, 'letter-code-hash');
}

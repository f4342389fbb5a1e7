import { toHex } from '#app/kernel/hex.ts';
import { receiptMessage } from '../rules/leaf.ts';
import { trackerOf } from '../rules/tracker.ts';
import type { PollTerms } from './poll-terms.server.ts';
import { signMessage, signMessageAside } from './signing.server.ts';

/** Everything but the choice, so that it can be shown to anyone. */
export type Receipt = {
  readonly pollId: string;
  readonly leaf: string;
  readonly tracker: string;
  /** Ed25519 over `receiptMessage`, in hexadecimal; verifies with the manifest's signing key. */
  readonly signature: string;
};

/** What a receipt is made of: a ballot that is in the box. */
export type Taken = { readonly terms: PollTerms; readonly leaf: Uint8Array };

/** The one receipt of a ballot: a leaf and a key always give the same. */
export function signReceipt({ terms, leaf }: Taken): Receipt {
  const { pollId } = terms.manifest;
  return receiptOf(pollId, leaf, signMessage(terms.signingKey, receiptMessage(pollId, leaf)));
}

/** The same, signed beside everything else: signing is a good part of what a ballot costs. */
export async function signReceiptAside({ terms, leaf }: Taken): Promise<Receipt> {
  const { pollId } = terms.manifest;
  return receiptOf(pollId, leaf, await signMessageAside(terms.signingKey, receiptMessage(pollId, leaf)));
}

function receiptOf(pollId: string, leaf: Uint8Array, signature: Uint8Array): Receipt {
  return { pollId, leaf: toHex(leaf), tracker: trackerOf(leaf), signature: toHex(signature) };
}

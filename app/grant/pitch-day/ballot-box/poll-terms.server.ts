import { toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { isRankedRule, type Manifest } from '../rules/manifest.ts';
import type { PollState } from '../rules/poll-state.ts';
import type { FixedTerms } from './fixed-terms.ts';
import { issuingPublicKey } from './issuing.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { privateKeyOf } from './signing.server.ts';

export type PollTerms = FixedTerms & {
  readonly state: PollState;
  /** Number of the checkpoint that will cover a ballot cast now. */
  readonly batchSeq: number;
};

/** The poll's promises, key and state now; null when there is no such poll. */
export function termsOf(box: BallotBox, pollId: string): PollTerms | null {
  const row = box.casting.findPoll(pollId);
  if (row === null) return null;
  const { state, batchSeq } = row;
  const known = box.terms.get(pollId);
  // A poll whose creation was undone may be created again, with another key and so with another hash.
  if (known !== undefined && row.manifestHash.equals(known.manifestHash)) return { ...known, state, batchSeq };
  const fixed = readTerms(box, pollId, row.manifestHash);
  box.terms.set(pollId, fixed);
  return { ...fixed, state, batchSeq };
}

function readTerms(box: BallotBox, pollId: string, manifestHash: Uint8Array): FixedTerms {
  const key = box.statements.findSigningKey.get({ pollId });
  const row = box.statements.findManifest.get({ pollId });
  invariant(key && row, 'a poll is made together with its manifest and its signing key');
  // Written by createPoll from a checked manifest, and no update can reach it.
  const manifest = JSON.parse(row.manifest) as Manifest;
  return {
    manifest,
    manifestHash,
    ballotRules: {
      pollId,
      manifestHash: toHex(manifestHash),
      levels: manifest.levels,
      optionCount: manifest.options.length,
      maxChoices: manifest.maxChoices,
      blankAllowed: manifest.blankAllowed,
      isRanked: isRankedRule(manifest.rule),
    },
    signingKey: privateKeyOf(key.secret),
    issuingKey: manifest.issuingKey === undefined ? null : issuingPublicKey(manifest.issuingKey),
  };
}

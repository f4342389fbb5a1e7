import type { KeyObject } from 'node:crypto';
import { invariant } from '#app/kernel/invariant.ts';
import type { BallotRules } from '../rules/ballot-body.ts';
import { toHex } from '../rules/hex.ts';
import type { Manifest } from '../rules/manifest.ts';
import type { PollState } from '../rules/poll-state.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { privateKeyOf } from './signing.server.ts';

/** What never changes about a poll, in the shape its work needs. */
export type PollTerms = {
  readonly manifest: Manifest;
  readonly manifestHash: Uint8Array;
  readonly ballotRules: BallotRules;
  readonly signingKey: KeyObject;
};

/** The poll's state now, or null when there is no such poll. */
export function stateOf(box: BallotBox, pollId: string): PollState | null {
  return box.statements.findPoll.get({ pollId })?.state ?? null;
}

/** The poll's promises and key; null when there is no such poll. */
export function termsOf(box: BallotBox, pollId: string): PollTerms | null {
  const known = box.terms.get(pollId);
  if (known !== undefined) return known;
  const row = box.statements.findPoll.get({ pollId });
  if (row === undefined) return null;
  const key = box.statements.findSigningKey.get({ pollId });
  invariant(key, 'a poll is made together with its signing key');
  // Written by createPoll from a checked manifest, and no update can reach it.
  const manifest = JSON.parse(row.manifest) as Manifest;
  const terms: PollTerms = {
    manifest,
    manifestHash: row.manifestHash,
    ballotRules: {
      pollId,
      manifestHash: toHex(row.manifestHash),
      levels: manifest.levels,
      optionCount: manifest.options.length,
      maxChoices: manifest.maxChoices,
      blankAllowed: manifest.blankAllowed,
    },
    signingKey: privateKeyOf(key.secret),
  };
  // Inside a transaction that is later undone the poll may vanish again; then nothing must remember it.
  if (!box.connection.inTransaction) box.terms.set(pollId, terms);
  return terms;
}

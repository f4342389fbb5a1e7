import type { KeyObject } from 'node:crypto';
import type { BallotRules } from '../rules/ballot-body.ts';
import type { Manifest } from '../rules/manifest.ts';

/** What never changes about a poll, in the shape its work needs. */
export type FixedTerms = {
  readonly manifest: Manifest;
  readonly manifestHash: Uint8Array;
  readonly ballotRules: BallotRules;
  readonly signingKey: KeyObject;
  /** What passes verify with; null where the poll has no level for them. */
  readonly issuingKey: KeyObject | null;
};

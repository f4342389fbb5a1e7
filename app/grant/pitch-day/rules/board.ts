import type { Level } from './level.ts';
import type { Manifest } from './manifest.ts';
import type { Checkpoint, Issue } from './notes.ts';
import type { PollState } from './poll-state.ts';
import type { PollResult } from './tally.ts';

/** Sheets of paper, counted by two people after the close. Handed out = printed − returned − spoiled. */
export type PaperCount = { readonly printed: number; readonly returned: number; readonly spoiled: number };

/** A ballot as the public sees it; `r` and the leaf in hexadecimal, the body exactly as cast. */
export type PublishedBallot = { readonly leaf: string; readonly r: string; readonly body: string };

export type Signed<Promised> = Promised & { readonly signature: string };

/** All that anyone needs to check a vote. The format is described in BOARD.md beside this folder. */
export type Board = {
  readonly format: 'common-pot/board/1';
  readonly state: PollState;
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly issued: readonly Signed<Issue>[];
  readonly checkpoints: readonly (Signed<Checkpoint> & { readonly note: string })[];
  /** Of the ballots under a checkpoint, in the tree's order. */
  readonly trackers: readonly string[];
  /** Where people on a closed roll vote with passes: how many they are and, from the close on, how many passes were issued. */
  readonly roll?: Signed<{ readonly size: number; readonly passes: Signed<{ readonly issued: number }> | null }>;
  /** Null until the reveal: no choice and no total by option leaves the ballot box before. */
  readonly revealed: RevealedBoard | null;
};

export type RevealedBoard = {
  /** In the tree's order. */
  readonly ballots: readonly PublishedBallot[];
  /** Token hashes in hexadecimal, sorted. */
  readonly issuedTokens: readonly { readonly level: Level; readonly hashes: readonly string[] }[];
  readonly voidTokens: readonly string[];
  readonly spentTokens: readonly string[];
  /** Those of them that are passes, with the signature of the issuing key; by hash. */
  readonly passes?: readonly { readonly hash: string; readonly signature: string }[];
  readonly paper: PaperCount | null;
  readonly randomness: string | null;
  readonly result: PollResult;
};

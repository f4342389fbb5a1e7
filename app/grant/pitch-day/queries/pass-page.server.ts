import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { findEventOfPoll } from '../store.server.ts';

/** What somebody with a letter is shown: the same page for everybody, whoever they are. */
export type PassPage = {
  readonly pollId: Id;
  readonly title: string;
  readonly issuingKey: string;
  /** Whether passes are given out now. */
  readonly isOpen: boolean;
  readonly hasDirectCodes: boolean;
};

/** Null where nobody votes with a pass, and for a draft. No actor is checked: whoever has a letter has no account. */
export function passPage(context: Pick<Context, 'db' | 'votes' | 'now'>, pollId: Id): PassPage | null {
  const terms = termsOf(ballotBoxOf(context), pollId);
  const { issuingKey } = terms?.manifest ?? {};
  if (terms === null || terms.state === 'draft' || issuingKey === undefined) return null;
  if (findEventOfPoll(context.db, pollId) === null) return null;
  const { manifest, state } = terms;
  return {
    pollId,
    title: manifest.title,
    issuingKey,
    isOpen: (state === 'frozen' || state === 'open') && context.now < manifest.closesAt,
    hasDirectCodes: manifest.levels.includes('B-'),
  };
}

import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { freezePoll } from '../ballot-box/freeze-poll.server.ts';
import { certifyPoll, recordPaperCount } from '../ballot-box/reveal-poll.server.ts';
import { tokenLedger } from '../ballot-box/token-ledger.server.ts';
import { transact } from '../ballot-box/transact.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import { countRoll } from '../store/roll.server.ts';
import { findSheetCount, insertSheetCount, pitchesOf } from '../store.server.ts';
import { addStocks } from './add-stocks.server.ts';
import { addDirectCodes, inviteRoll } from './invite-roll.server.ts';
import { voidLostSheets } from './void-lost-sheets.server.ts';

/**
 * Promises the sheets: from here on none can be added, and anyone can check that. The roll closes with them, and everybody
 * on it is promised a letter.
 *
 * The box commits last; a crash between the two leaves a frozen vote without letters, and the same button promises them.
 * The transaction keeps the shortlist and the ballot paper as they are meanwhile. Safe to repeat until the vote opens.
 */
export function freezeVote(
  context: Context,
  callId: Id,
): Outcome<'frozen', 'not-found' | 'no-paper' | 'already-frozen' | 'group-gone' | 'too-few-voters' | 'roll-too-short'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { pollId } = own.event;
    if (pollId === null) return refused('no-paper');
    if (own.poll === 'frozen') {
      // A crash may have left the box ahead, and nobody with a letter.
      inviteRoll(tx, context, own.event.id);
      return done('frozen');
    }
    if (own.poll !== 'draft') return refused('already-frozen');
    const standing = new Set(shortlistOf(context, callId).map((card) => card.id));
    if (pitchesOf(tx, own.event.id).some((pitch) => !standing.has(pitch.applicationId))) return refused('group-gone');
    const box = ballotBoxOf(context);
    voidLostSheets(tx, box, own.event, pollId);
    inviteRoll(tx, context, own.event.id);
    const frozen = transact(box, () => {
      addDirectCodes(tx, context, own.event.id, pollId);
      addStocks(tx, context, own.event.id, pollId);
      return freezePoll(box, pollId, countRoll(tx, own.event.id));
    });
    if (frozen.ok) return done('frozen');
    const isTooFew = frozen.reason === 'too-few-voters' || frozen.reason === 'roll-too-short';
    return refused(isTooFew ? frozen.reason : 'already-frozen');
  });
}

export type CountedPaper = {
  readonly printed: number;
  readonly returned: number;
  readonly spoiled: number;
  /** Two people, by name. */
  readonly countedBy: string;
  readonly checkedBy: string;
};

export type CountRefusal =
  | 'not-found'
  | 'vote-not-closed'
  | 'same-person'
  | 'count-impossible'
  | 'more-than-made'
  | 'already-recorded'
  /** The box holds other numbers: its commit outlived a crash that took the names. */
  | 'other-count-sealed';

/**
 * Records the sheets as two people counted them, between the close and the reveal.
 *
 * After a crash the box may hold the numbers without the names: the same numbers, sent again at any time, add them.
 */
export function countPaper(context: Context, callId: Id, counted: CountedPaper): Outcome<'recorded', CountRefusal> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { pollId } = own.event;
    if (pollId === null) return refused('vote-not-closed');
    if (findSheetCount(tx, pollId) !== null) return refused('already-recorded');
    const box = ballotBoxOf(context);
    const sealed = box.statements.findPaperCount.get({ pollId });
    if (sealed === undefined && own.poll !== 'closed') return refused('vote-not-closed');
    const { printed, returned, spoiled } = counted;
    if (nameOf(counted.countedBy) === nameOf(counted.checkedBy)) return refused('same-person');
    if (returned + spoiled > printed) return refused('count-impossible');
    const ledger = tokenLedger(box, pollId);
    const made = ledger.ok ? (ledger.value.find(({ level }) => level === 'A')?.issued ?? 0) : 0;
    if (printed > made) return refused('more-than-made');
    insertSheetCount(tx, {
      ...counted,
      pollId,
      eventId: own.event.id,
      recordedBy: actor.personId,
      recordedAt: context.now,
    });
    if (sealed === undefined) {
      const recorded = recordPaperCount(box, pollId, { printed, returned, spoiled });
      invariant(recorded.ok, 'a closed vote without a count takes a possible one');
      return recorded;
    }
    const isSame = sealed.printed === printed && sealed.returned === returned && sealed.spoiled === spoiled;
    return isSame ? done('recorded') : refused('other-count-sealed');
  });
}

/**
 * Declares the result final. The throw must be recorded, whether or not the room's vote is tied: the lot between equal
 * points of panel and room together is drawn from it, and nothing can be recorded after this. Safe to repeat.
 */
export function certifyVote(
  context: Context,
  callId: Id,
): Outcome<'certified', 'not-found' | 'not-revealed' | 'throw-missing'> {
  const own = ownEventOfCall(context, callId);
  if (own === null || own.event.pollId === null) return refused('not-found');
  const { pollId } = own.event;
  const box = ballotBoxOf(context);
  if (own.poll === 'certified') return done('certified');
  if (own.poll === null || !hasReached(own.poll, 'revealed')) return refused('not-revealed');
  if (box.statements.findRandomness.get({ pollId }) === undefined) return refused('throw-missing');
  return certifyPoll(box, pollId).ok ? done('certified') : refused('not-revealed');
}

function nameOf(typed: string): string {
  return typed.trim().toLowerCase();
}

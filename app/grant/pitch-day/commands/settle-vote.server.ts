import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { freezePoll } from '../ballot-box/freeze-poll.server.ts';
import { certifyPoll, recordPaperCount, recordRandomness } from '../ballot-box/reveal-poll.server.ts';
import { tokenLedger } from '../ballot-box/token-ledger.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { changeEvent, findSheetCount, insertSheetCount } from '../store.server.ts';

/** Promises the sheets: from here on none can be added, and anyone can check that. */
export function freezeVote(
  context: Context,
  callId: Id,
): Outcome<'frozen', 'not-found' | 'no-paper' | 'already-frozen' | 'too-few-voters' | 'moved-on'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    if (own.event.pollId === null) return refused('no-paper');
    // The stage follows the version, so that phones that wait hear of it.
    if (!changeEvent(tx, own.event, {})) return refused('moved-on');
    const frozen = freezePoll(ballotBoxOf(context), own.event.pollId);
    if (frozen.ok) return done('frozen');
    return refused(frozen.reason === 'too-few-voters' ? 'too-few-voters' : 'already-frozen');
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
  | 'already-recorded';

/** Records the sheets as two people counted them, between the close and the reveal. */
export function countPaper(context: Context, callId: Id, counted: CountedPaper): Outcome<'recorded', CountRefusal> {
  const { actor } = context;
  const own = ownEventOfCall(context, callId);
  if (actor === null || own === null) return refused('not-found');
  const { pollId } = own.event;
  if (pollId === null || own.poll !== 'closed') return refused('vote-not-closed');
  if (findSheetCount(context.db, pollId) !== null) return refused('already-recorded');
  const { printed, returned, spoiled } = counted;
  if (nameOf(counted.countedBy) === nameOf(counted.checkedBy)) return refused('same-person');
  if (returned + spoiled > printed) return refused('count-impossible');
  const box = ballotBoxOf(context);
  const ledger = tokenLedger(box, pollId);
  const made = ledger.ok ? ledger.value.reduce((sum, line) => sum + line.issued, 0) : 0;
  if (printed > made) return refused('more-than-made');
  return context.transact((tx) => {
    insertSheetCount(tx, {
      ...counted,
      pollId,
      eventId: own.event.id,
      recordedBy: actor.personId,
      recordedAt: context.now,
    });
    const recorded = recordPaperCount(box, pollId, { printed, returned, spoiled });
    return recorded.ok ? recorded : refused('already-recorded');
  });
}

/** Records what was thrown or drawn in public, exactly as it fell; once, after the close. */
export function recordTieRandomness(
  context: Context,
  callId: Id,
  value: string,
): Outcome<'recorded', 'not-found' | 'vote-not-closed' | 'already-recorded' | 'moved-on'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null || own.event.pollId === null) return refused('not-found');
    // A new version, so that the screen counts again with the tie decided.
    if (!changeEvent(tx, own.event, {})) return refused('moved-on');
    const recorded = recordRandomness(ballotBoxOf(context), own.event.pollId, value);
    if (recorded.ok) return recorded;
    return refused(recorded.reason === 'already-recorded' ? 'already-recorded' : 'vote-not-closed');
  });
}

/** Declares the result final; refused while a tie that decides is open. */
export function certifyVote(
  context: Context,
  callId: Id,
): Outcome<'certified', 'not-found' | 'not-revealed' | 'tie-undecided' | 'moved-on'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null || own.event.pollId === null) return refused('not-found');
    if (!changeEvent(tx, own.event, {})) return refused('moved-on');
    const certified = certifyPoll(ballotBoxOf(context), own.event.pollId);
    if (certified.ok) return certified;
    return refused(certified.reason === 'tie-undecided' ? 'tie-undecided' : 'not-revealed');
  });
}

function nameOf(typed: string): string {
  return typed.trim().toLowerCase();
}

import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import { hiddenFromPerson } from '../../application/queries/hidden-from.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { type CallFacts, callForManager } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { finalCheckpoint } from '../ballot-box/board.server.ts';
import { VOTERS_MIN } from '../ballot-box/freeze-poll.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { REVEAL_WAIT } from '../ballot-box/reveal-poll.server.ts';
import { type LedgerLine, tokenBatches, tokenLedger } from '../ballot-box/token-ledger.server.ts';
import type { PaperCount } from '../rules/board.ts';
import { STOCK_LEVELS, type StockLevel } from '../rules/level.ts';
import { isRankedRule } from '../rules/manifest.ts';
import { hasReached, type PollState } from '../rules/poll-state.ts';
import {
  batchesOf,
  findEventOfCall,
  findSheetCount,
  type PitchEvent,
  pitchesOf,
  type SheetBatch,
  type SheetCount,
} from '../store.server.ts';

export type { DayOffer };

import { type DayOffer, findOffer } from '../store/coming.server.ts';
import { findCards } from '../store/pitch-cards.server.ts';
import { findStock } from '../store/stock.server.ts';
import { codesHanded } from './codes-handed.server.ts';
import { knownResult } from './known-result.server.ts';

export type DeskPitch = {
  readonly id: Id;
  readonly title: string;
  readonly groupName: string;
  readonly applicationId: Id;
  readonly amountMinor: number;
  /** What the group has written of it, and whether everybody may see that. */
  readonly cardState: 'none' | 'hidden' | 'shown';
  /** Whoever the group named to stay away mends nothing of it. */
  readonly mayMend: boolean;
  /** No longer on the shortlist. */
  readonly isGone: boolean;
};

export type DeskBatch = SheetBatch & {
  /** In the ballot box. True without a time when a crash took the mark: the same button sets it. */
  readonly isVoid: boolean;
};

export type DeskPoll = {
  readonly pollId: Id;
  readonly state: PollState;
  readonly manifestHash: string;
  readonly maxChoices: number;
  readonly seats: number;
  readonly isRanked: boolean;
  /** What the room shares out; null where it does not. */
  readonly roomPotMinor: Minor | null;
  /** From the freeze on: how many sheets were promised, and the root over their hashes. */
  readonly issued: { readonly count: number; readonly root: string } | null;
  readonly ledger: LedgerLine | null;
  /** Codes for anybody, at the levels that decide nothing; `ledger` is null until the freeze makes them. */
  readonly stocks: readonly {
    readonly level: StockLevel;
    readonly size: number;
    /** How many are with people. */
    readonly handed: number;
    readonly ledger: LedgerLine | null;
  }[];
  readonly batches: readonly DeskBatch[];
  /** So few valid sheets that somebody could guess who chose what: they are not frozen. */
  readonly hasTooFewSheets: boolean;
  readonly paper: SheetCount | null;
  /** The numbers in the ballot box. There without `paper` when a crash took the names: the same form adds them. */
  readonly sealedPaper: PaperCount | null;
  readonly randomness: string | null;
  /** When the result may be revealed; null before the close. */
  readonly revealAt: Instant | null;
  /** True when the winners hang on a throw that was not recorded yet; false before the reveal. */
  readonly isTieOpen: boolean;
};

/** Everything a manager needs to prepare the day and to settle it. */
export type Desk = {
  readonly call: CallFacts;
  readonly shortlisted: number;
  readonly event: PitchEvent | null;
  readonly offer: DayOffer | null;
  readonly pitches: readonly DeskPitch[];
  /** On the shortlist, not in the running order. */
  readonly missing: number;
  readonly poll: DeskPoll | null;
};

/** Null unless the signed-in person manages the call and it has a pitch day. */
export function deskOf(context: Context, callId: Id): Desk | null {
  const call = callForManager(context, callId);
  if (call === null || !call.hasPitchDay) return null;
  const event = findEventOfCall(context.db, callId);
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  // What is printed on the ballot paper everybody may read, by the name that was chosen for it.
  const isPrinted = event !== null && event.pollId !== null;
  const isShown = (applicationId: Id) => isPrinted || !hidden.has(applicationId);
  const order = event === null ? [] : pitchesOf(context.db, event.id).filter((row) => isShown(row.applicationId));
  const cards = applicationHeads(
    context,
    order.map((row) => row.applicationId),
  );
  const shortlist = new Set(
    shortlistOf(context, callId)
      .map((card) => card.id)
      .filter(isShown),
  );
  const said = findCards(context.db, [...cards.keys()]);
  const pitches = order.map((pitch): DeskPitch => {
    const card = cards.get(pitch.applicationId);
    const saying = said.get(pitch.applicationId);
    return {
      id: pitch.id,
      applicationId: pitch.applicationId,
      cardState: saying === undefined ? 'none' : saying.shownSince === null ? 'hidden' : 'shown',
      mayMend: card?.state === 'submitted' && !hidden.has(pitch.applicationId),
      title: card?.title ?? '',
      groupName: (hidden.has(pitch.applicationId) ? card?.publicName : card?.groupName) ?? '',
      amountMinor: card?.amountMinor ?? 0,
      isGone: !shortlist.has(pitch.applicationId),
    };
  });
  for (const pitch of order) shortlist.delete(pitch.applicationId);
  return {
    call,
    shortlisted: shortlist.size + pitches.filter((pitch) => !pitch.isGone).length,
    event,
    offer: event === null ? null : findOffer(context.db, event.id),
    pitches,
    missing: event === null ? 0 : shortlist.size,
    poll: event === null ? null : deskPoll(context, event),
  };
}

function deskPoll(context: Context, event: PitchEvent): DeskPoll | null {
  const { pollId } = event;
  const box = ballotBoxOf(context);
  const terms = pollId === null ? null : termsOf(box, pollId);
  if (pollId === null || terms === null) return null;
  const { manifest, state } = terms;
  const issue = box.statements.listIssues.all({ pollId })[0];
  const ledger = tokenLedger(box, pollId);
  const sealed = box.statements.findPaperCount.get({ pollId });
  const voided = new Set(tokenBatches(box, pollId).flatMap((line) => (line.isVoid ? [line.batch] : [])));
  const batches = batchesOf(context.db, event.id)
    .filter((batch) => batch.pollId === pollId)
    .map((batch) => ({ ...batch, isVoid: voided.has(batch.label) }));
  return {
    pollId,
    state,
    manifestHash: terms.ballotRules.manifestHash,
    maxChoices: manifest.maxChoices,
    seats: manifest.seats ?? 0,
    isRanked: isRankedRule(manifest.rule),
    roomPotMinor: manifest.rule === 'mes_cost_add1' ? manifest.budgetMinor : null,
    issued: issue === undefined ? null : { count: issue.count, root: Buffer.from(issue.root).toString('hex') },
    ledger: ledger.ok ? (ledger.value[0] ?? null) : null,
    stocks: STOCK_LEVELS.flatMap((level) => {
      const stock = findStock(context.db, event.id, level);
      const line = ledger.ok ? ledger.value.find((each) => each.level === level) : undefined;
      const handed = codesHanded(context, event, level) ?? 0;
      return stock === null ? [] : [{ level, size: stock.size, handed, ledger: line ?? null }];
    }),
    batches,
    hasTooFewSheets:
      batches.reduce((sum, batch) => sum + (batch.isVoid || batch.voidedAt !== null ? 0 : batch.printed), 0) <
      VOTERS_MIN,
    paper: findSheetCount(context.db, pollId),
    sealedPaper:
      sealed === undefined ? null : { printed: sealed.printed, returned: sealed.returned, spoiled: sealed.spoiled },
    randomness: box.statements.findRandomness.get({ pollId })?.value ?? null,
    revealAt: hasReached(state, 'closed') ? finalCheckpoint(box, pollId).at + REVEAL_WAIT : null,
    isTieOpen: knownResult(box, pollId)?.counted.winners === null,
  };
}

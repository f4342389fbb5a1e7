import { randomBytes } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { printPublicNames, releasePublicNames } from '../../application/commands/print-public-names.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { createPoll } from '../ballot-box/create-poll.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { levelsOf, STOCK_LEVELS, type StockLevel } from '../rules/level.ts';
import type { Manifest } from '../rules/manifest.ts';
import { paperTerms, voteWindow } from '../rules/plan.ts';
import { findRemoteVote } from '../store/roll.server.ts';
import { deleteStocks, insertStock } from '../store/stock.server.ts';
import { batchesOf, changeEvent, markBatchVoid, pitchesOf } from '../store.server.ts';

/** How many codes of levels C and D; a level that is left out is not offered. */
export type Stocks = { readonly [Level in StockLevel]?: number | null };

export type FixRefusal = 'not-found' | 'paper-fixed' | 'shortlist-changed' | 'moved-on' | 'paper-impossible';

/**
 * Fixes the ballot paper: makes a poll whose manifest lists the pitches in running order.
 *
 * From here on sheets can be made; the order, the title, the start and the tie rule stay as they are. Every group on
 * the paper is told when and where it pitches, and in which place.
 *
 * @param assets  what a voter's phone runs, from `boothAssets()`
 * @param stocks  how many codes there will be for anybody, 10 to 5000, at each level of them that the vote offers
 */
export function fixBallotPaper(
  context: Context,
  callId: Id,
  assets: Manifest['assets'],
  stocks: Stocks = {},
): Outcome<{ pollId: Id; manifestHash: string }, FixRefusal> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { event, call } = own;
    if (event.pollId !== null) return refused('paper-fixed');
    const cards = new Map(shortlistOf(context, callId).map((card) => [card.id, card]));
    const pitches = pitchesOf(tx, event.id);
    const options = pitches.flatMap((pitch) => cards.get(pitch.applicationId) ?? []);
    if (options.length !== cards.size || options.length !== pitches.length) return refused('shortlist-changed');
    const pollId = context.newId();
    const deciding = levelsOf(findRemoteVote(tx, event.id));
    const offered = STOCK_LEVELS.filter((level) => typeof stocks[level] === 'number');
    for (const level of offered) insertStock(tx, { eventId: event.id, level, size: stocks[level] ?? 0 });
    if (!changeEvent(tx, event, { pollId })) return refused('moved-on');
    promise(tx, context, { kind: 'pitches-announced', subjectId: event.id });
    const created = createPoll(
      ballotBoxOf(context),
      {
        pollId,
        title: event.title,
        options: options.map((card) => ({
          id: card.id,
          title: `${card.title} – ${card.publicName}`.slice(0, 300).toWellFormed(),
          costMinor: card.amountMinor ?? 0,
        })),
        ...paperTerms(
          call,
          options.map(({ amountMinor }) => amountMinor ?? 0),
        ),
        currency: call.currency,
        blankAllowed: false,
        ...voteWindow(event.startsAt),
        levels: [...deciding, ...offered],
        // Money follows paper and people on a closed roll alike, and nobody else.
        countedLevels: deciding,
        tie: { rule: 'public-randomness', source: event.tieSource },
        assets,
      },
      randomBytes,
    );
    // Fewer than two pitches, or a ballot too long to cast: a person can mend the running order.
    if (!created.ok) return refused('paper-impossible');
    printPublicNames(tx, context, options);
    return done({ pollId, manifestHash: created.value.manifestHash });
  });
}

/**
 * Takes an unfrozen ballot paper back, so that the plan can change. Its sheets are waste paper: they belong to a
 * poll that will never open.
 */
export function takeBackBallotPaper(
  context: Context,
  callId: Id,
): Outcome<'taken-back', 'not-found' | 'no-paper' | 'already-frozen' | 'moved-on'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    if (own.poll === null) return refused('no-paper');
    if (own.poll !== 'draft') return refused('already-frozen');
    if (!changeEvent(tx, own.event, { pollId: null })) return refused('moved-on');
    deleteStocks(tx, own.event.id);
    for (const batch of batchesOf(tx, own.event.id))
      if (batch.voidedAt === null) markBatchVoid(tx, batch.id, context.now);
    releasePublicNames(
      tx,
      pitchesOf(tx, own.event.id).map(({ applicationId }) => applicationId),
    );
    return done('taken-back');
  });
}

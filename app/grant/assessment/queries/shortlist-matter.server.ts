import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Composition, compositionOf } from '../rules/composition.ts';
import { scoresHashOf } from '../rules/counted-scores.ts';
import { contentHash } from '../rules/deciding/content-hash.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { findLetters, findLock, findPending, type LockRow, type PendingRow } from '../store/decisions.server.ts';
import { membersOf, panelStateOf } from '../store/panel.server.ts';
import { countedScoresOf } from '../store/sheets.server.ts';
import { shortlistingsOf } from '../store/shortlistings.server.ts';
import { type DecidingSeat, decidingSeat } from './deciding-seat.server.ts';

/** Everything a shortlist in the making consists of. */
export type ShortlistMatter = DecidingSeat & {
  readonly state: PanelState;
  readonly composition: Composition;
  readonly choices: ReadonlyMap<Id, PendingRow>;
  readonly lock: LockRow | null;
  readonly isDecided: boolean;
};

/** The shortlist of a call in the making, for whoever has a seat where it is decided; null for anybody else. */
export function shortlistMatter(context: Context, callId: Id): ShortlistMatter | null {
  const seat = decidingSeat(context, callId);
  if (seat === null) return null;
  return {
    ...seat,
    state: panelStateOf(context.db, callId),
    composition: compositionOf(membersOf(context.db, callId), seat.call.participantShareMinPercent),
    choices: new Map(findPending(context.db, callId).map((row) => [row.applicationId, row])),
    lock: findLock(context.db, callId, 'shortlist'),
    isDecided: shortlistingsOf(context.db, callId).length > 0,
  };
}

/** The same for a manager alone: she makes the decision, and finance people look at it. */
export function managedShortlist(context: Context, callId: Id): ShortlistMatter | null {
  const matter = shortlistMatter(context, callId);
  return matter?.role === 'manager' ? matter : null;
}

/**
 * The fingerprint of a shortlist as it stands in the database, with every letter that is written down. Whoever was
 * withdrawn since it was locked stays in it: that changes nothing about the others.
 */
export function shortlistHash(context: Pick<Context, 'db'>, callId: Id, feedbackFrom: Instant | null): string {
  const pending = findPending(context.db, callId);
  const letters = findLetters(
    context.db,
    pending.map((row) => row.applicationId),
    'shortlist',
  );
  const decided = new Set(pending.map((row) => row.applicationId));
  const scores = countedScoresOf(context.db, callId).filter((row) => decided.has(row.applicationId));
  return contentHash({
    stage: 'shortlist',
    rows: pending.map((row) => [row.applicationId, row.decision, row.reason, row.nearly]),
    scoresHash: scoresHashOf(callById(context, callId)?.criteria ?? [], scores),
    letters: new Map(letters.map((row) => [row.applicationId, row])),
    feedbackFrom,
  });
}

import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { leftToLots, proposedShortlist } from '../queries/proposed-shortlist.server.ts';
import { rankedPanel } from '../queries/ranked-panel.server.ts';
import { managedShortlist, type ShortlistMatter } from '../queries/shortlist-matter.server.ts';
import type { PendingName } from '../rules/deciding/pending-names.ts';
import {
  decideSaving,
  fillChoices,
  fillReasons,
  mergeChoices,
  type PendingChoice,
  type SaveRefusal,
} from '../rules/deciding/pending-shortlist.ts';
import { putPending } from '../store/decisions.server.ts';
import { wantRanking } from './want-ranking.server.ts';

/** A row of the form with the mark of what the form had shown. */
export type SentRow = { readonly choice: PendingChoice; readonly shown: string };

/** How many rows were written; where colleagues clash, none was. */
export type Saved = { readonly saved: number; readonly clashes: readonly Id[] };

/**
 * Keeps what a manager means to decide, in private: row by row, complete or not. Rows that she left as they were shown
 * stay as they are now; what a colleague has changed otherwise meanwhile is named and nothing is written.
 */
export function savePendingShortlist(
  context: Context,
  callId: Id,
  sent: readonly SentRow[],
): Outcome<Saved, SaveRefusal | 'not-found'> {
  return context.transact((tx): Outcome<Saved, SaveRefusal | 'not-found'> => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    const { changed, clashes } = mergeChoices(matter.choices, sent);
    if (clashes.length > 0) return done({ saved: 0, clashes });
    const written = write(tx, context, matter, changed);
    return written.ok ? done({ saved: written.value, clashes: [] }) : written;
  });
}

/**
 * Fills in what the ranking proposes for so many places; where lots are to be drawn it proposes nothing yet.
 *
 * @param replaces  also where something else is chosen already; what is not eligible stays so
 */
export function fillShortlist(
  context: Context,
  callId: Id,
  places: number,
  replaces: boolean,
): Outcome<{ saved: number }, SaveRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    const ranked = matter.state === 'closed' ? rankedPanel(context, callId) : null;
    const proposed = proposedShortlist(context, matter.call, ranked, places);
    const open = leftToLots(context, matter.call, ranked, places);
    const ids = matter.cards.map(({ id }) => id).filter((id) => !open.has(id));
    const written = write(tx, context, matter, fillChoices(ids, proposed, matter.choices, replaces));
    return written.ok ? done({ saved: written.value }) : written;
  });
}

/** Gives a reason to every row that has none of its own, by what is chosen there. */
export function fillShortlistReasons(
  context: Context,
  callId: Id,
  usual: Readonly<Record<PendingName, string>>,
): Outcome<{ saved: number }, SaveRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    const standing = new Set(matter.cards.map(({ id }) => id));
    const filled = fillReasons(matter.choices, usual).filter(({ applicationId }) => standing.has(applicationId));
    const written = write(tx, context, matter, filled);
    return written.ok ? done({ saved: written.value }) : written;
  });
}

function write(
  tx: Tx,
  context: Context,
  matter: ShortlistMatter,
  choices: readonly PendingChoice[],
): Outcome<number, SaveRefusal> {
  const facts = {
    panel: matter.state,
    isDecided: matter.isDecided,
    isLocked: matter.lock !== null,
    applicationIds: new Set(matter.cards.map(({ id }) => id)),
  };
  const decision = decideSaving(facts, choices);
  if (!decision.ok) return decision;
  putPending(
    tx,
    decision.value.map(({ applicationId, decision: chosen, reason, nearly }) => ({
      applicationId,
      callId: matter.call.id,
      decision: chosen,
      reason,
      nearly,
      savedAt: context.now,
      savedBy: matter.personId,
    })),
  );
  // Who is not eligible is ranked no longer, so the others are ranked anew.
  const isOut = (choice: PendingChoice | undefined) => choice?.decision === 'ineligible';
  if (decision.value.some((choice) => isOut(choice) !== isOut(matter.choices.get(choice.applicationId))))
    wantRanking(tx, context, matter.call.id, matter.personId);
  return done(decision.value.length);
}

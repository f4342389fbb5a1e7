import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { mediaToShow } from '../../application/queries/media-to-show.server.ts';
import { pitchOfStaff, pitchOfTeam } from '../queries/pitch-of.server.ts';
import { type CardRefusal, type CardSaving, decideCard, type WantedCard } from '../rules/pitch-card.ts';
import { changeCard, findCards, insertCard } from '../store/pitch-cards.server.ts';

export type SaveCardRefusal = CardRefusal | 'not-found' | 'not-theirs';

/** Writes what a group says of its pitch, and whether everybody may see it, for somebody of its team. */
export function savePitchCard(
  context: Context,
  applicationId: Id,
  wanted: WantedCard,
  seenRevision: number,
): Outcome<'write' | 'same', SaveCardRefusal> {
  return context.transact((tx) => {
    const own = pitchOfTeam(context, applicationId);
    if (own === null || own.as === 'reads') return refused('not-found');
    const { as, isVoteOpen } = own;
    return write(tx, context, applicationId, wanted, { as, isVoteOpen, seenRevision });
  });
}

/** Mends it for a group, by whoever runs its pitch day; what the group has not shown stays unseen. */
export function mendPitchCard(
  context: Context,
  callId: Id,
  applicationId: Id,
  wanted: WantedCard,
  seenRevision: number,
): Outcome<'write' | 'same', SaveCardRefusal> {
  return context.transact((tx) => {
    const own = pitchOfStaff(context, callId, applicationId);
    if (own === null) return refused('not-found');
    return write(tx, context, applicationId, wanted, { as: 'staff', isVoteOpen: own.isVoteOpen, seenRevision });
  });
}

function write(
  tx: Tx,
  context: Context,
  applicationId: Id,
  wanted: WantedCard,
  saving: CardSaving,
): Outcome<'write' | 'same', SaveCardRefusal> {
  const { actor } = context;
  invariant(actor !== null, 'whoever may write is signed in');
  const { pictures, films } = mediaToShow(context, applicationId);
  const isTheirs = (chosen: Id | null, among: readonly { readonly id: Id }[]) =>
    chosen === null || among.some(({ id }) => id === chosen);
  if (!isTheirs(wanted.pictureId, pictures) || !isTheirs(wanted.filmId, films)) return refused('not-theirs');
  const row = findCards(tx, [applicationId]).get(applicationId) ?? null;
  const decision = decideCard(row && { ...row, isShown: row.shownSince !== null }, wanted, saving);
  if (!decision.ok || decision.value === 'same') return decision;
  const { isShown, oneLine, language, captionsUrl, transcriptUrl, pictureId, filmId } = wanted;
  const next = {
    applicationId,
    oneLine,
    language,
    captionsUrl,
    transcriptUrl,
    pictureId,
    filmId,
    shownSince: isShown ? (row?.shownSince ?? context.now) : null,
    revision: saving.seenRevision + 1,
    savedBy: actor.personId,
    savedAt: context.now,
  };
  if (row === null) insertCard(tx, next);
  else invariant(changeCard(tx, next), 'a card is read and changed in one transaction');
  return decision;
}

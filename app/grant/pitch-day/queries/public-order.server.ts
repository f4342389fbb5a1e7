import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationNames } from '../../application/queries/application-card.server.ts';
import { filmsShown } from '../../application/queries/media-to-show.server.ts';
import type { Recorded } from '../../application/queries/recorded.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import { type PitchEvent, pitchesOf } from '../store.server.ts';
import { pollStateOf } from './own-event.server.ts';
import { type ShownCard, shownCards } from './shown-cards.server.ts';

type ApprovedText = Pick<NonNullable<Recorded['captions']>, 'language' | 'text'>;

/** A film that a group shows, without what it was called on somebody's telephone. */
export type ShownFilm = Omit<Recorded, 'id' | 'copy' | 'captions' | 'transcript'> & {
  readonly captions: ApprovedText | null;
  readonly transcript: ApprovedText | null;
};

/** One pitch as everybody may know it. */
export type PublicPitch = {
  readonly applicationId: Id;
  readonly title: string;
  readonly groupName: string;
  readonly card: ShownCard | null;
  /** As a page plays it, with captions where the group approved some; null for none. */
  readonly film: ShownFilm | null;
};

/** Who pitches, in order; null before the freeze: until then nobody was promised a place. No actor is checked. */
export function publicOrder(context: Pick<Context, 'db' | 'votes'>, event: PitchEvent): PublicPitch[] | null {
  const state = pollStateOf(context, event);
  if (state === null || !hasReached(state, 'frozen')) return null;
  const ids = pitchesOf(context.db, event.id).map(({ applicationId }) => applicationId);
  const names = applicationNames(context, ids);
  const cards = shownCards(context, ids);
  const films = filmsShown(
    context,
    [...cards.values()].flatMap(({ filmId }) => filmId ?? []),
  );
  return ids.map((applicationId) => {
    const named = names.get(applicationId);
    const card = cards.get(applicationId) ?? null;
    const film = card?.filmId == null ? undefined : films.get(card.filmId);
    return {
      applicationId,
      title: named?.title ?? '',
      groupName: named?.publicName ?? '',
      card,
      film: film === undefined ? null : playedByEverybody(film),
    };
  });
}

/** Captions and texts that nobody of the group has approved are not for everybody; nor is what a file was called. */
function playedByEverybody({ kind, mime, seconds, bytes, hasPoster, captions, transcript }: Recorded): ShownFilm {
  const approved = (text: Recorded['captions']) =>
    text?.approvedAt == null ? null : { language: text.language, text: text.text };
  const texts = { captions: approved(captions), transcript: approved(transcript) };
  return { kind, mime, seconds, fileName: '', bytes, hasPoster, ...texts };
}

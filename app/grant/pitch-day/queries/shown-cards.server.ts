import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import type { CardWords } from '../rules/pitch-card.ts';
import { findCards } from '../store/pitch-cards.server.ts';

/** What a group shows everybody of its pitch. */
export type ShownCard = CardWords;

/**
 * What these groups have said that everybody may see; groups that have not, or took their application back, are missing.
 * No actor is checked: it is public. Four queries however many.
 */
export function shownCards(context: Pick<Context, 'db'>, applicationIds: readonly Id[]): ReadonlyMap<Id, ShownCard> {
  const shown = [...findCards(context.db, applicationIds).values()].filter((card) => card.shownSince !== null);
  const heads = applicationHeads(
    context,
    shown.map((card) => card.applicationId),
  );
  return new Map(
    shown.flatMap(({ applicationId, oneLine, language, captionsUrl, transcriptUrl, pictureId, filmId }) =>
      heads.get(applicationId)?.state === 'submitted'
        ? [[applicationId, { oneLine, language, captionsUrl, transcriptUrl, pictureId, filmId }] as const]
        : [],
    ),
  );
}

import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsById } from './application-card.server.ts';
import { hiddenFromMe, namedAmong } from './hidden-from.server.ts';

/** Somebody whom an applicant has named, certainly or perhaps. */
export type NamedPerson = {
  readonly hiddenId: Id;
  readonly personId: Id;
  readonly applicationId: Id;
  readonly reference: string;
  readonly member: string;
  /** As the applicant wrote it. */
  readonly named: string;
  readonly isCertain: boolean;
};

/**
 * Those of these people whom an applicant of the call has named, as far as the application was sent and may be known
 * to the signed-in manager. She is not told about herself: a colleague is. The caller has checked who asks.
 */
export function namedPeople(context: Context, callId: Id, personIds: readonly Id[]): NamedPerson[] {
  const others = [...new Set(personIds)].filter((personId) => personId !== context.actor?.personId);
  const pairs = namedAmong(context, callId, others);
  if (pairs.length === 0) return [];
  const applicationIds = pairs.map(({ hidden }) => hidden.applicationId);
  const cards = applicationsById(context, applicationIds);
  const hiddenToo = hiddenFromMe(context, applicationIds);
  const people = peopleById(context, others);
  return pairs.flatMap(({ hidden, personId, match }) => {
    const card = cards.get(hidden.applicationId);
    if (card?.state !== 'submitted' || hiddenToo.has(card.id)) return [];
    return [
      {
        hiddenId: hidden.id,
        personId,
        applicationId: card.id,
        reference: card.reference,
        member: people.get(personId)?.name ?? '',
        named: hidden.name,
        isCertain: match === 'same',
      },
    ];
  });
}

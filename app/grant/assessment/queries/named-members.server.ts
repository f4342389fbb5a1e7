import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { namedAmong } from '../../application/queries/hidden-from.server.ts';
import { runPanel } from './run-panel.server.ts';

/** Somebody on the panel whom an applicant has named, certainly or perhaps. */
export type NamedMember = {
  readonly hiddenId: Id;
  readonly personId: Id;
  readonly reference: string;
  readonly member: string;
  /** As the applicant wrote it. */
  readonly named: string;
  readonly isCertain: boolean;
};

/** What staff who run a panel are told of the people whom applicants have named, and nobody else is. */
export function namedMembers(context: Context, callId: Id): NamedMember[] {
  const run = runPanel(context, callId);
  if (run === null) return [];
  const personIds = run.members.map(({ personId }) => personId);
  const pairs = namedAmong(context, callId, personIds);
  if (pairs.length === 0) return [];
  const cards = new Map(applicationsUnderReview(context, callId).map((card) => [card.id, card]));
  const people = peopleById(context, personIds);
  const hiddenFromMe = namedAmong(context, callId, [run.managerId]).filter(({ match }) => match === 'same');
  return pairs.flatMap(({ hidden, personId, match }) => {
    const card = cards.get(hidden.applicationId);
    if (card === undefined || hiddenFromMe.some((one) => one.hidden.applicationId === card.id)) return [];
    return [
      {
        hiddenId: hidden.id,
        personId,
        reference: card.reference,
        member: people.get(personId)?.name ?? '',
        named: hidden.name,
        isCertain: match === 'same',
      },
    ];
  });
}

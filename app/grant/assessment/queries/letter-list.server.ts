import type { Id } from '#app/kernel/id.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { DecidingRole } from '../rules/access.ts';
import { letterMark } from '../rules/deciding/letter-editing.ts';
import type { PendingName } from '../rules/deciding/pending-names.ts';
import { outdatedAmong, type StandingLetter, shortlistLetters } from './shortlist-letters.server.ts';
import { shortlistMatter } from './shortlist-matter.server.ts';
import { pageOf } from './shortlist-page.server.ts';

/** Letters are read in full: a page of them is long before it is a hundred. */
const LETTERS_PAGE = 25;

export type ListedLetter = StandingLetter & {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly groupName: string;
  readonly reader: string;
  readonly decision: PendingName;
  readonly mark: string;
};

export type LetterList = {
  readonly call: { readonly id: Id; readonly title: string };
  readonly role: DecidingRole;
  readonly isLocked: boolean;
  readonly isReleased: boolean;
  /** Applications nobody has decided about yet: they have no letter. */
  readonly undecided: number;
  /** Letters that somebody rewrote before the decision was changed: nothing is locked until they are read again. */
  readonly outdated: number;
  readonly count: number;
  readonly rows: readonly ListedLetter[];
  readonly before: Id | null;
  readonly after: Id | null;
};

/**
 * Every letter about the shortlist as it would go out now, in order of reference; those that must be read again come
 * first. For whoever has a seat where it is decided; null for anybody else.
 */
export function letterList(context: Context, callId: Id, from: PageFrom | null): LetterList | null {
  const matter = shortlistMatter(context, callId);
  if (matter === null || (matter.role === 'second' && matter.lock === null)) return null;
  const { call, cards, choices, lock } = matter;
  const decided = cards.filter(({ id }) => choices.has(id));
  const outdated = lock === null ? outdatedAmong(context, decided, choices) : new Set<Id>();
  const inOrder = decided
    .map((card) => ({ ...card, applicationId: card.id }))
    .toSorted((one, other) => Number(outdated.has(other.id)) - Number(outdated.has(one.id)));
  const page = pageOf(inOrder, from, LETTERS_PAGE);
  const letters = shortlistLetters(context, call, page.rows, choices);
  const people = peopleById(
    context,
    page.rows.map((card) => card.applicantId),
  );
  const rows = page.rows.flatMap((card): ListedLetter[] => {
    const letter = letters.get(card.id);
    const choice = choices.get(card.id);
    if (letter === undefined || choice === undefined) return [];
    return [
      {
        ...letter,
        applicationId: card.id,
        reference: card.reference,
        title: card.title,
        groupName: card.groupName,
        reader: people.get(card.applicantId)?.name ?? '',
        decision: choice.decision,
        mark: letterMark(letter),
      },
    ];
  });
  return {
    call: { id: call.id, title: call.title },
    role: matter.role,
    isLocked: lock !== null,
    isReleased: lock !== null && lock.releasedAt !== null,
    undecided: cards.length - decided.length,
    outdated: outdated.size,
    count: decided.length,
    rows,
    before: page.before,
    after: page.after,
  };
}

import type { Id } from '#app/kernel/id.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { pageOf } from '../../assessment/queries/shortlist-page.server.ts';
import { letterMark } from '../../assessment/rules/deciding/letter-editing.ts';
import type { AwardsChosen, OutcomeName } from '../rules/deciding.ts';
import { findDraft } from '../store.server.ts';
import { type AwardLetter, awardLetters } from './award-letters.server.ts';
import { type DecisionMatter, decisionMatter, lockedMatter } from './decision-matter.server.ts';

/** Letters are read in full: a page of them is long before it is a hundred. */
const LETTERS_PAGE = 25;

export type ListedAwardLetter = AwardLetter & {
  readonly applicationId: Id;
  readonly reference: string;
  readonly groupName: string;
  readonly reader: string;
  readonly outcome: OutcomeName;
  readonly mark: string;
};

export type AwardLetterList = {
  readonly isMaker: boolean;
  readonly isLocked: boolean;
  readonly count: number;
  readonly rows: readonly ListedAwardLetter[];
  readonly before: Id | null;
  readonly after: Id | null;
};

/** Every letter about the awards as it would go out now; null for whoever neither makes nor confirms the decision. */
export function awardLetterList(
  context: Context,
  callId: Id,
  chosen: AwardsChosen,
  from: PageFrom | null,
): AwardLetterList | null {
  const own = decisionMatter(context, callId);
  const matter = own ?? lockedMatter(context, callId);
  if (matter === null) return null;
  const isLocked = decisionLockOf(context, callId, 'award') !== null;
  const savedAt = isLocked ? null : (findDraft(context.db, callId)?.savedAt ?? null);
  const rows = listed(context, matter, chosen, awardLetters(context, matter, chosen, savedAt));
  return { isMaker: own !== null, isLocked, count: rows.length, ...pageOf(rows, from, LETTERS_PAGE) };
}

function listed(
  context: Context,
  { cards }: DecisionMatter,
  chosen: AwardsChosen,
  letters: ReadonlyMap<Id, AwardLetter>,
): ListedAwardLetter[] {
  const outcomes = new Map(chosen.choices.map((choice) => [choice.applicationId, choice.outcome]));
  const people = peopleById(
    context,
    cards.map((card) => card.applicantId),
  );
  const rows = cards.flatMap((card): ListedAwardLetter[] => {
    const letter = letters.get(card.id);
    const outcome = outcomes.get(card.id);
    if (letter === undefined || outcome === undefined) return [];
    return [
      {
        ...letter,
        applicationId: card.id,
        reference: card.reference,
        groupName: card.groupName,
        reader: people.get(card.applicantId)?.name ?? '',
        outcome,
        mark: letterMark(letter),
      },
    ];
  });
  return rows.toSorted((one, other) => Number(other.isOutdated) - Number(one.isOutdated));
}

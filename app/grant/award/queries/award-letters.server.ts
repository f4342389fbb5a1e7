import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import { type KeptLetter, keptLetters } from '../../assessment/queries/decision-lock.server.ts';
import { shortlistingsOfCall } from '../../assessment/queries/panel-ranking.server.ts';
import { type ReviewersOn, reviewersOn } from '../../assessment/queries/reviewer-answers.server.ts';
import type { LetterWords } from '../../assessment/rules/deciding/content-hash.ts';
import { mergedFeedback, type ReviewerAnswers } from '../../assessment/rules/deciding/feedback.ts';
import type { AwardsChosen, Choice } from '../rules/deciding.ts';
import { isToldAlready } from '../rules/telling.ts';
import type { DecisionMatter } from './decision-matter.server.ts';

/** A letter as it would go out now. */
export type AwardLetter = LetterWords & {
  readonly isEdited: boolean;
  /** The decision was saved again after somebody rewrote it, or a sheet it quotes was set aside: it must be read again. */
  readonly isOutdated: boolean;
};

/**
 * The letter to each group about the awards: as somebody has rewritten it, and otherwise as the portal drafts it, in the
 * language the applicant has chosen, with what reviewers wrote. Whoever was told the very same with the shortlist gets
 * none. The caller checks who asks.
 *
 * @param savedAt  when the decision was saved; null where it does not matter any more
 */
export function awardLetters(
  context: Context,
  matter: DecisionMatter,
  chosen: AwardsChosen,
  savedAt: Instant | null,
): ReadonlyMap<Id, AwardLetter> {
  const { call, cards } = matter;
  const shortlistings = shortlistingsOfCall(context, call.id);
  const choices = new Map(chosen.choices.map((choice) => [choice.applicationId, choice]));
  const told = cards.filter(({ id }) => {
    const choice = choices.get(id);
    if (choice === undefined) return false;
    return choice.outcome !== 'declined' || !isToldAlready(choice, shortlistings.get(id) ?? null);
  });
  const ids = told.map(({ id }) => id);
  const kept = keptLetters(context, ids, 'award');
  const reviewers = reviewersOn(context, ids);
  const people = peopleById(
    context,
    told.map((card) => card.applicantId),
  );
  const partner = partnerById(context, call.partnerId);
  const about = { matter, chosen, partnerName: partner?.name ?? '', partnerEmail: partner?.email ?? '' };
  return new Map(
    told.flatMap((card): [Id, AwardLetter][] => {
      const choice = choices.get(card.id);
      if (choice === undefined) return [];
      const written = kept.get(card.id);
      const theirs = reviewers.get(card.id);
      if (written !== undefined) return [[card.id, keptLetter(written, savedAt, theirs)]];
      const reader = people.get(card.applicantId)?.language ?? 'en';
      const draft = draftLetter(reader, about, card, choice, theirs?.answers ?? []);
      return [[card.id, { ...draft, isEdited: false, isOutdated: false }]];
    }),
  );
}

/** What somebody edited keeps every word it had, those of a reviewer who turned out to be tied too. */
function keptLetter(kept: KeptLetter, savedAt: Instant | null, reviewers: ReviewersOn | undefined): AwardLetter {
  const { writtenAt, isEdited, ...words } = kept;
  const changedAt = Math.max(savedAt ?? 0, reviewers?.takenOutAt ?? 0);
  return { ...words, isEdited, isOutdated: isEdited && savedAt !== null && changedAt > writtenAt };
}

type About = {
  readonly matter: DecisionMatter;
  readonly chosen: AwardsChosen;
  readonly partnerName: string;
  readonly partnerEmail: string;
};

function draftLetter(
  reader: string,
  about: About,
  card: ApplicationHead,
  choice: Choice,
  answers: readonly ReviewerAnswers[],
): LetterWords {
  const { words, language } = wordsIn(reader);
  const { award, strengths, concerns } = words.decisionLetter;
  const paragraphs = { awarded, reserve, declined }[choice.outcome](reader, about, card, choice);
  return {
    language,
    subject: say(language, award.subjects[choice.outcome], { title: card.title }),
    body: paragraphs.join('\n\n'),
    feedback: mergedFeedback(answers, { strengths, concerns }),
  };
}

function awarded(reader: string, about: About, card: ApplicationHead, choice: Choice): string[] {
  const { words, language, money } = wordsIn(reader);
  const { award } = words.decisionLetter;
  const amount = money(choice.amountMinor ?? 0, about.matter.call.currency);
  const offered = { partner: about.partnerName, group: card.groupName, amount, title: card.title };
  return [say(language, award.offer, offered), say(language, award.offerAsk, { email: about.partnerEmail })];
}

function reserve(reader: string, about: About, card: ApplicationHead): string[] {
  const { words, language, date } = wordsIn(reader);
  const { award } = words.decisionLetter;
  const { call, ranked } = about.matter;
  const position = ranked.find((entry) => entry.applicationId === card.id)?.position ?? '';
  const until = date(about.chosen.reserveUntil ?? call.closesAt, call.timeZone);
  return [
    say(language, award.reserve, { call: call.title, position }),
    say(language, award.reserveMore, { until }),
    award.reserveTell,
  ];
}

function declined(reader: string, about: About, card: ApplicationHead, choice: Choice): string[] {
  const { words, language } = wordsIn(reader);
  const text = words.decisionLetter;
  const { call, ranked } = about.matter;
  const place = ranked.find((entry) => entry.applicationId === card.id);
  return [
    say(language, text.award.declined, { call: call.title, partner: about.partnerName, title: card.title }),
    choice.ineligible ? text.award.ineligible : text.award.declinedTitle,
    say(language, text.reason, { reason: choice.reason.trim() }),
    ...(choice.nearly ? [text.nearly] : []),
    ...(place === undefined
      ? []
      : [say(language, text.award.points, { points: place.points, position: place.position, count: ranked.length })]),
    ...(place === undefined ? [] : panelPart(reader, about, place)),
    say(language, text.award.ask, { email: about.partnerEmail }),
  ];
}

/** Whose scores the panel's part of the points is, where judges scored on the day or should have. */
function panelPart(reader: string, about: About, { judges }: { readonly judges?: number }): string[] {
  const { words, language } = wordsIn(reader);
  const { formula } = about.matter;
  if (formula?.insteadOfJudges !== undefined) return [words.judging.letterInstead];
  return judges === undefined ? [] : [say(language, words.judging.letter, { count: judges })];
}

import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { usualReasonIn } from '#app/words/usual-reason.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import { mergedFeedback } from '../rules/deciding/feedback.ts';
import type { PendingChoice } from '../rules/deciding/pending-shortlist.ts';
import type { ShortlistDecision } from '../rules/shortlisting.ts';
import { answersOn, findLetters, type LetterRow, type PendingRow, takenOutAt } from '../store/decisions.server.ts';

/** A letter as it would go out now. */
export type StandingLetter = LetterWords & {
  /** Somebody changed it by hand. */
  readonly isEdited: boolean;
  /** The decision or its reason was changed after that, or a sheet it quotes was set aside: it must be read again. */
  readonly isOutdated: boolean;
};

/**
 * The letter to each group about the shortlist: as somebody has changed it by hand, and otherwise as the portal drafts
 * it, in the language the applicant has chosen, with what reviewers wrote. The caller checks who asks. The same few
 * queries however many.
 */
export function shortlistLetters(
  context: Context,
  call: CallFacts,
  cards: readonly ApplicationHead[],
  choices: ReadonlyMap<Id, PendingRow>,
): ReadonlyMap<Id, StandingLetter> {
  const decided = cards.filter(({ id }) => choices.has(id));
  const ids = decided.map(({ id }) => id);
  const stored = new Map(findLetters(context.db, ids, 'shortlist').map((row) => [row.applicationId, row]));
  const people = peopleById(
    context,
    decided.map((card) => card.applicantId),
  );
  const answers = Map.groupBy(answersOn(context.db, ids), (row) => row.applicationId);
  const takenOut = takenOutAt(context.db, ids);
  const partner = partnerById(context, call.partnerId);
  const about = { call, partnerName: partner?.name ?? '', partnerEmail: partner?.email ?? '' };
  return new Map(
    decided.flatMap((card): [Id, StandingLetter][] => {
      const choice = choices.get(card.id);
      if (choice === undefined) return [];
      const kept = stored.get(card.id);
      if (kept !== undefined) return [[card.id, keptLetter(kept, choice, takenOut)]];
      const reader = people.get(card.applicantId)?.language ?? 'en';
      const draft = draftLetter(reader, about, card, choice, answers.get(card.id) ?? []);
      return [[card.id, { ...draft, isEdited: false, isOutdated: false }]];
    }),
  );
}

/** Those whose letter somebody rewrote, and whose decision or reviewers were changed after that. */
export function outdatedAmong(
  context: Pick<Context, 'db'>,
  cards: readonly { readonly id: Id }[],
  choices: ReadonlyMap<Id, PendingRow>,
): ReadonlySet<Id> {
  const ids = cards.map(({ id }) => id);
  const stored = findLetters(context.db, ids, 'shortlist');
  const takenOut = takenOutAt(context.db, ids);
  return new Set(
    stored.flatMap((row) => {
      const choice = choices.get(row.applicationId);
      return choice !== undefined && isOutdated(row, choice, takenOut) ? [row.applicationId] : [];
    }),
  );
}

/** What somebody edited keeps every word it had, those of a reviewer who turned out to be tied too. */
function isOutdated(row: LetterRow, choice: PendingRow, takenOut: ReadonlyMap<Id, Instant>): boolean {
  const changedAt = Math.max(choice.savedAt, takenOut.get(row.applicationId) ?? 0);
  return row.editedBy !== null && changedAt > row.writtenAt;
}

function keptLetter(row: LetterRow, choice: PendingRow, takenOut: ReadonlyMap<Id, Instant>): StandingLetter {
  const { language, subject, body, feedback } = row;
  const isEdited = row.editedBy !== null;
  return { language, subject, body, feedback, isEdited, isOutdated: isOutdated(row, choice, takenOut) };
}

/** What the portal writes to one group about a decision from before letters were kept. */
export function draftedLetter(
  context: Context,
  call: CallFacts,
  card: ApplicationHead,
  decided: { readonly decision: ShortlistDecision; readonly reason: string },
): LetterWords {
  const reader = peopleById(context, [card.applicantId]).get(card.applicantId)?.language ?? 'en';
  const partner = partnerById(context, call.partnerId);
  const about = { call, partnerName: partner?.name ?? '', partnerEmail: partner?.email ?? '' };
  const decision = decided.decision === 'shortlisted' ? 'shortlisted' : 'declined';
  return draftLetter(
    reader,
    about,
    card,
    { applicationId: card.id, decision, reason: decided.reason, nearly: false },
    [],
  );
}

type About = { readonly call: CallFacts; readonly partnerName: string; readonly partnerEmail: string };

function draftLetter(
  reader: string,
  { call, partnerName, partnerEmail }: About,
  card: ApplicationHead,
  choice: PendingChoice,
  answers: readonly { readonly strength: string; readonly concern: string }[],
): LetterWords {
  const { words, language } = wordsIn(reader);
  const text = words.decisionLetter;
  const { decision } = choice;
  const next = call.hasPitchDay ? text.nextPitch : say(language, text.nextNoPitch, { partner: partnerName });
  const paragraphs = [
    say(language, text.leads[decision], { reference: card.reference, title: card.title, call: call.title }),
    say(language, text.reason, { reason: usualReasonIn(language, choice.reason) }),
    ...(choice.nearly ? [text.nearly] : []),
    decision === 'shortlisted' ? next : say(language, text.ask, { email: partnerEmail }),
  ];
  return {
    language,
    subject: say(language, text.subjects[decision], { title: card.title }),
    body: paragraphs.join('\n\n'),
    feedback: mergedFeedback(answers, { strengths: text.strengths, concerns: text.concerns }),
  };
}

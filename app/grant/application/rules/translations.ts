import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ApplicationState } from './state.ts';
import { mayEdit, maySign, mayView, type TeamRole } from './team.ts';

/** What somebody may do with the translations of an application's answers. */
export type TranslationPowers = {
  readonly mayRead: boolean;
  /** Whoever writes the answers; and the partner's managers, or a translator they name, once they were sent. */
  readonly mayWrite: boolean;
  /** Only those who speak for the group say that a translation says what they mean. */
  readonly mayApprove: boolean;
};

/**
 * A translation is no change of an answer, so it may be written and approved after the application was sent.
 *
 * @param isManager  whether the partner's manager may read the application as it is
 */
export function translationPowers(
  state: ApplicationState,
  role: TeamRole | null,
  isManager: boolean,
): TranslationPowers {
  const isAlive = state !== 'withdrawn';
  return {
    mayRead: mayView(role) || isManager,
    mayWrite: isAlive && (mayEdit(role) || isManager),
    mayApprove: isAlive && maySign(role),
  };
}

/** What is known of an answer and of the translation that stands beside it. */
type Translated = {
  /** BCP 47 tag of the answer, written or else spoken. */
  readonly answerLanguage: string;
  readonly hasAnswer: boolean;
  /** Revision of the answer that the writer read, and that there is now. */
  readonly readRevision: number;
  readonly answerRevision: number;
};

export type TranslateRefusal = 'may-not-write' | 'no-answer' | 'same-language' | 'changed-elsewhere';

/** The first refusal wins. */
export function decideTranslate(answer: Translated, language: string): Outcome<'written', TranslateRefusal> {
  if (!answer.hasAnswer) return refused('no-answer');
  if (answer.answerLanguage === language) return refused('same-language');
  if (answer.readRevision !== answer.answerRevision) return refused('changed-elsewhere');
  return done('written');
}

/** What somebody set on the page about their safety. */
type Safety = {
  readonly publicName: string;
  readonly contactWay: string;
  readonly contactNote: string;
  readonly neutralSubject: boolean;
};

/** Whoever hides anything from anybody has not said yes to a machine elsewhere that reads along. */
export function mayBeShownToMachine(settings: Safety | null, hiddenCount: number): boolean {
  if (hiddenCount > 0) return false;
  if (settings === null) return true;
  const { publicName, contactWay, contactNote, neutralSubject } = settings;
  return publicName === '' && contactWay === 'either' && contactNote === '' && !neutralSubject;
}

/**
 * Where new words for a translation go: in its place; or beside it, where the group has approved it, those who decide may
 * have read it, and whoever writes does not speak for the group.
 */
export function placeOfWords(
  isFixed: boolean,
  powers: Pick<TranslationPowers, 'mayApprove'>,
): 'in its place' | 'beside it' {
  return isFixed && !powers.mayApprove ? 'beside it' : 'in its place';
}

export type TranslationState = 'approved' | 'waiting' | 'outdated';

/** Where a translation stands: an answer that changed after it was translated leaves it behind. */
export function translationState(
  translation: { readonly approvedAt: number | null; readonly ofRevision: number },
  answerRevision: number,
): TranslationState {
  if (translation.ofRevision !== answerRevision) return 'outdated';
  return translation.approvedAt === null ? 'waiting' : 'approved';
}

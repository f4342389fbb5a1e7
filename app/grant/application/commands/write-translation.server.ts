import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { decideTranslate, placeOfWords, type TranslateRefusal } from '../rules/translations.ts';
import {
  findCorrections,
  findTranslation,
  markApproved,
  writeCorrection,
  writeTranslation,
} from '../store/translations.server.ts';

type Written = {
  readonly language: string;
  readonly text: string;
  /** Who translated; empty when it was who writes it here. */
  readonly translator: string;
  /** Of the answer, as the writer read it. */
  readonly ofRevision: number;
  /** Of the translation that the writer saw in this language; 0 for none. */
  readonly baseRevision: number;
};

/**
 * Puts a person's translation beside an answer. Who speaks for the group approves by writing; anybody else's waits,
 * and the applicant hears of it. What the group has approved and sent stays: other words from others stand beside it
 * until the group takes them over.
 */
export function writeTranslationOf(
  context: Context,
  applicationId: Id,
  questionId: Id,
  written: Written,
): Outcome<'written', TranslateRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact<'written', TranslateRefusal | 'not-found'>((tx) => {
    const page = translationPage(context, applicationId, questionId);
    if (actor === null || page === null) return refused('not-found');
    if (!page.powers.mayWrite) return refused('may-not-write');
    const { language, text, translator, ofRevision } = written;
    const { shown, lang, media } = page.answer;
    const decision = decideTranslate(
      {
        answerLanguage: shown.as === 'nothing' ? (media?.lang ?? lang) : lang,
        hasAnswer: page.hasAnswer,
        readRevision: ofRevision,
        answerRevision: page.revision,
      },
      language,
    );
    if (!decision.ok) return decision;
    const place = { applicationId, questionId, language };
    const isFixed = page.translations.find((row) => row.language === language)?.isFixed ?? false;
    if (placeOfWords(isFixed, page.powers) === 'beside it') {
      return writeBeside(tx, context, place, { ...written, by: actor.personId });
    }
    const stored = findTranslation(tx, place);
    const isSame = stored?.text === text && stored.translator === translator && stored.ofRevision === ofRevision;
    // A second press of the same button finds its own words and is content.
    if (isSame) return done('written');
    if ((stored?.revision ?? 0) !== written.baseRevision) return refused('changed-elsewhere');
    writeTranslation(tx, {
      ...place,
      text,
      translator,
      ofRevision,
      revision: written.baseRevision + 1,
      origin: 'person',
      writtenBy: actor.personId,
      writtenAt: context.now,
    });
    if (page.powers.mayApprove) markApproved(tx, place, actor.personId, context.now);
    else
      promise(tx, context, { kind: 'translation-written', subjectId: applicationId, detail: { questionId, language } });
    return done('written');
  });
}

/** Other words for what the group has approved and sent; the group hears of them. */
function writeBeside(
  tx: Tx,
  context: Context,
  place: { readonly applicationId: Id; readonly questionId: Id; readonly language: string },
  { text, translator, ofRevision, baseRevision, by }: Written & { readonly by: Id },
): Outcome<'written', TranslateRefusal> {
  const { applicationId, questionId, language } = place;
  const standing = findCorrections(tx, applicationId, questionId).find((row) => row.language === language);
  const isSame = standing?.text === text && standing.translator === translator && standing.ofRevision === ofRevision;
  if (isSame) return done('written');
  if ((standing?.revision ?? 0) !== baseRevision) return refused('changed-elsewhere');
  const said = { text, translator, ofRevision, writtenBy: by, writtenAt: context.now };
  writeCorrection(tx, { ...place, ...said, revision: baseRevision + 1 });
  promise(tx, context, { kind: 'translation-written', subjectId: applicationId, detail: { questionId, language } });
  return done('written');
}

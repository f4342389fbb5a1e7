import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationAnswers, type ReadableAnswer } from '../../application/queries/application-answers.server.ts';
import type { SpokenText } from '../../application/queries/recorded.server.ts';
import { audibleAmong } from '../../application/queries/sound-file.server.ts';
import { cuesOf } from '../../application/rules/captions.ts';
import type { ShownAnswer } from '../../application/rules/shown-answer.ts';
import type { ReviewRules } from '../rules/review-phases.ts';
import type { BlindCopy } from './blind-copies.server.ts';

/** An answer as the phase shows it. */
export type SeenAnswer = Omit<ReadableAnswer, 'media'> & {
  /** What may be watched, heard or opened; only its sound where the phase says so. */
  readonly media: ReadableAnswer['media'];
  /** What is said in a recording that is not sent; without words where nobody has written them down. */
  readonly spoken: { readonly text: string | null; readonly language: string } | null;
  /** A file was sent with it that the phase does not show: it may hold names, or pictures. */
  readonly hidesFile: boolean;
};

/**
 * The answers of an application as far as the phase shows them. The caller has checked who asks.
 *
 * @param blind  the copy to read while names are hidden
 */
export function seenAnswers(
  context: Context,
  applicationId: Id,
  rules: ReviewRules,
  blind: BlindCopy | null,
): SeenAnswer[] {
  const answers = applicationAnswers(context, applicationId);
  const isHeard = rules.recordings === 'sound';
  const audible = isHeard
    ? audibleAmong(
        context,
        answers.flatMap(({ media }) => media?.id ?? []),
      )
    : new Set<Id>();
  return answers.map((answer) => ({
    ...(blind === null ? answer : blindAnswer(answer, blind)),
    ...seenMedia(answer, rules, blind, audible),
  }));
}

/** What somebody wrote instead stands alone: a translation would say what was taken out. */
function blindAnswer(answer: ReadableAnswer, blind: BlindCopy): ReadableAnswer {
  const written = blind.written(answer.questionId);
  if (written !== null) return { ...answer, shown: asText(written), translations: [] };
  return {
    ...answer,
    shown: blindShown(answer.shown, blind),
    translations: answer.translations.map((translation) => ({
      ...translation,
      text: blind.masked(translation.text),
      translator: blind.masked(translation.translator),
    })),
  };
}

function blindShown(shown: ShownAnswer, blind: BlindCopy): ShownAnswer {
  switch (shown.as) {
    case 'text':
      return asText(blind.masked(shown.text));
    case 'links':
      // An address of a page is a name.
      return { as: 'options', items: shown.items.map((link) => blind.masked(link)) };
    case 'costs':
      return { ...shown, rows: shown.rows.map((row) => ({ ...row, item: blind.masked(row.item) })) };
    default:
      return shown;
  }
}

function asText(text: string): ShownAnswer {
  return text.trim() === '' ? { as: 'nothing' } : { as: 'text', text };
}

function seenMedia(
  { media, questionId }: ReadableAnswer,
  rules: ReviewRules,
  blind: BlindCopy | null,
  audible: ReadonlySet<Id>,
) {
  const nothing = { media: null, spoken: null, hidesFile: false };
  if (media === null) return nothing;
  if (media.kind === 'file') {
    return blind === null && rules.recordings === 'all' ? { ...nothing, media } : { ...nothing, hidesFile: true };
  }
  if (rules.recordings === 'all') return { ...nothing, media };
  const said = spokenText(media);
  if (rules.recordings === 'sound' && audible.has(media.id)) {
    // What is heard comes with its words to read: nobody reads captions in a player without a picture.
    return {
      ...nothing,
      media: { ...media, kind: 'audio' as const, hasPoster: false, captions: null, transcript: said },
    };
  }
  const own = said?.text ?? null;
  const text =
    blind === null ? own : (blind.written(`spoken:${questionId}`) ?? (own === null ? null : blind.masked(own)));
  return { ...nothing, spoken: { text, language: said?.language ?? media.lang } };
}

/** The transcript, or what the captions say. */
export function spokenText(media: NonNullable<ReadableAnswer['media']>): SpokenText | null {
  if (media.transcript !== null || media.captions === null) return media.transcript;
  const said = cuesOf(media.captions.text).map((cue) => cue.text);
  return { ...media.captions, text: said.join('\n') };
}

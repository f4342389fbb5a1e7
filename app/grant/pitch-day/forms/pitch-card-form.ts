import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';
import { CARD_LINK_MAX, isCardLink, ONE_LINE_MAX } from '../rules/pitch-card.ts';

/** What a group, or staff for it, types about its pitch; as `WantedCard`, with the revision that was on the page. */
export const pitchCardForm = inEachLanguage(({ language, words: { common, pitchCard } }) => {
  const line = (max: number) =>
    z
      .string()
      .trim()
      .max(max, say(language, common.fieldTooLong, { max }))
      .default('');
  const link = line(CARD_LINK_MAX).refine((typed) => typed === '' || isCardLink(typed), pitchCard.linkWrong);
  const chosen = z
    .string()
    .default('')
    .transform((id) => (id === '' ? null : id));
  return z
    .object({
      // A line break typed or pasted: it is one line.
      oneLine: line(ONE_LINE_MAX).transform((typed) => typed.replaceAll(/\s+/g, ' ')),
      language: z.enum(LANGUAGES, common.fieldNotChosen),
      captionsUrl: link,
      transcriptUrl: link,
      pictureId: chosen,
      filmId: chosen,
      isShown: z
        .literal('on')
        .optional()
        .transform((tick) => tick === 'on'),
      revision: z.coerce.number().int().min(0).max(1_000_000).default(0),
    })
    .transform(({ revision, ...wanted }) => ({ wanted, revision }));
});

import { z } from 'zod';
import type { Id } from '#app/kernel/id.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames } from '../forms.ts';
import { NOTES_MAX } from '../rules/meeting.ts';
import { VOTES } from '../rules/meeting-votes.ts';
import type { Score } from '../rules/panel-score.ts';

const { language, words } = wordsIn('en');

/** Scores that a member changes in a meeting; a criterion that is not sent stays as it is. */
export function changedScoresForm(criterionIds: readonly Id[]) {
  const choice = z.enum(['1', '2', '3', '4', '5', CANNOT_JUDGE]).optional();
  return z
    .object(Object.fromEntries(criterionIds.map((id) => [fieldNames.score(id), choice])))
    .transform((posted): Record<Id, Score> => {
      const sent = criterionIds.flatMap((id) => {
        const chosen = posted[fieldNames.score(id)];
        return chosen === undefined ? [] : [[id, chosen === CANNOT_JUDGE ? null : Number(chosen)] as const];
      });
      return Object.fromEntries(sent);
    });
}

/** What a member said aloud, as the chair pressed it. */
export const spokenVoteForm = z.object({ memberId: z.string(), applicationId: z.string(), vote: z.enum(VOTES) });

/** What was said about one application, and which save of it the page had shown. */
export const meetingNotesForm = z.object({
  applicationId: z.string(),
  revision: z.coerce.number().int().min(0),
  // A field that was emptied counts as not sent: nothing was said, then.
  notes: z
    .string()
    .max(NOTES_MAX, say(language, words.meetingDesk.notesTooLong, { max: NOTES_MAX }))
    .default(''),
});

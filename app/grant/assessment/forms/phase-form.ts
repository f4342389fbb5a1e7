import { z } from 'zod';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PHASE_NAME_MAX, type PhaseDraft } from '../rules/planning-phases.ts';

const { language, words } = wordsIn('en');
const { common, panelPhasesDesk: text } = words;

/** One phase of a panel, with its times in the zone of the call. */
export function phaseForm(timeZone: string) {
  const moment = z.string(text.timeMissing).transform((typed, check) => {
    const at = readLocalTime(typed, timeZone);
    if (at.ok) return at.value;
    check.addIssue({ code: 'custom', message: text.timeMissing });
    return z.NEVER;
  });
  return z
    .object({
      phaseId: z.string().optional(),
      name: z
        .string(text.nameMissing)
        .trim()
        .min(1, text.nameMissing)
        .max(PHASE_NAME_MAX, say(language, common.fieldTooLong, { max: PHASE_NAME_MAX })),
      startsAt: moment,
      endsAt: moment,
      allows: z.enum(['read', 'score'], text.choose),
      names: z.enum(['shown', 'hidden'], text.choose),
      others: z.enum(['never', 'after-mine', 'always'], text.choose),
      reviewerNames: z.enum(['yes', 'no'], text.choose),
      scope: z.enum(['assigned', 'all'], text.choose),
      recordings: z.enum(['all', 'sound', 'transcript'], text.choose),
    })
    .transform(({ phaseId, reviewerNames, ...rest }): { phaseId: string | null; draft: PhaseDraft } => ({
      phaseId: phaseId ?? null,
      draft: { ...rest, reviewerNames: reviewerNames === 'yes' },
    }));
}

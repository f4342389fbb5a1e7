import { z } from 'zod';
import type { Id } from '#app/kernel/id.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import { CONFLICT_REASON_MAX, type NamedConflict } from '../rules/conflicts.ts';

/** One reason for every application that was ticked, and how close; the first time also the tick that all were looked at. */
export function tiesForm(
  language: string,
  applications: readonly { readonly applicationId: Id; readonly groupName: string }[],
  hasDeclared: boolean,
) {
  const { common, panelTies } = wordsIn(language).words;
  const tooLong = say(language, common.fieldTooLong, { max: CONFLICT_REASON_MAX });
  const reason = z.string().trim().max(CONFLICT_REASON_MAX, tooLong).optional();
  return z
    .object({
      tie: z.array(z.string()),
      looked: z.string().optional(),
      ...Object.fromEntries(applications.map((row) => [fieldNames.reason(row.applicationId), reason])),
      ...Object.fromEntries(applications.map((row) => [fieldNames.level(row.applicationId), z.string().optional()])),
    })
    .transform((posted, check): NamedConflict[] => {
      if (!hasDeclared && posted.looked !== 'on') {
        check.addIssue({ code: 'custom', path: ['looked'], message: panelTies.lookedMissing });
      }
      const fields = posted as Record<string, unknown>;
      return posted.tie.map((applicationId) => {
        const written = String(fields[fieldNames.reason(applicationId)] ?? '');
        const ticked = applications.find((row) => row.applicationId === applicationId);
        if (written === '' && ticked !== undefined) {
          const message = say(language, panelTies.reasonMissing, { group: ticked.groupName });
          check.addIssue({ code: 'custom', path: [fieldNames.reason(applicationId)], message });
        }
        const level = fields[fieldNames.level(applicationId)] === 'soft' ? 'soft' : 'hard';
        return { applicationId, reason: written, level };
      });
    });
}

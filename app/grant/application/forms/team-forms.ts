import { z } from 'zod';
import { inEachLanguage } from '#app/words/use-words.ts';
import { COMMENT_CHARACTERS_MAX } from '../rules/commenting.ts';
import { LINK_USES_MAX } from '../rules/inviting.ts';
import { MEMBER_ROLES } from '../rules/team.ts';

const person = z.string().max(40).default('');

/** An invitation: an address that it is sent to, or how many may use the link. */
export const inviteForm = inEachLanguage(({ words: { common, team } }) =>
  z
    .object({
      invitationId: z.string(),
      how: z.enum(['email', 'link'], common.fieldNotChosen),
      email: z.string().trim().max(200).default(''),
      role: z.enum(MEMBER_ROLES, common.fieldNotChosen),
      usesMax: z
        .string()
        .trim()
        .default('1')
        .transform((typed) => (/^\d{1,3}$/.test(typed) ? Number(typed) : 0)),
    })
    .superRefine((form, check) => {
      const isAddress = z.email().safeParse(form.email).success;
      if (form.how === 'email' && !isAddress) {
        check.addIssue({ code: 'custom', path: ['email'], message: team.inviteEmailMissing });
      }
      if (form.how === 'link' && (form.usesMax < 1 || form.usesMax > LINK_USES_MAX)) {
        check.addIssue({ code: 'custom', path: ['usesMax'], message: team.inviteRefusals['uses-out-of-range'] });
      }
    }),
);

export const invitationForm = z.object({ invitationId: z.string().max(40) });
export const memberForm = z.object({ personId: person });
export const roleForm = inEachLanguage(({ words: { common } }) =>
  z.object({ personId: person, role: z.enum(MEMBER_ROLES, common.fieldNotChosen) }),
);
export const handoverForm = z.object({ personId: person });

/** The words are judged by the rule, so that an overlong comment comes back whole. */
export const commentForm = z.object({
  commentId: z.string().max(40),
  comment: z
    .string()
    .max(20 * COMMENT_CHARACTERS_MAX)
    .default(''),
});
export const resolveForm = z.object({ commentId: z.string().max(40) });

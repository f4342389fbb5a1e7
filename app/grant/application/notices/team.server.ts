import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { handoverById, invitationById } from '../queries/team-letters.server.ts';

/** The way into a team. Nobody at the office reads it: that somebody writes at all is the group's own business. */
export const sendTeamInvitation: Keeper = async (context, promised) => {
  const invitation = invitationById(context, promised.subjectId);
  const card = invitation === null ? null : applicationCard(context, invitation.applicationId);
  const call = card === null ? null : callById(context, card.callId);
  invariant(invitation && card && call, 'an invitation belongs to an application of a call');
  const { sealedToken = '', toPersonId } = promised.detail;
  const invited = toPersonId === undefined ? null : personById(context, toPersonId);
  const to = invitation.email ?? invited?.email ?? null;
  if (to === null || invitation.revokedAt !== null) return () => undefined;
  const token = context.secrets.open(sealedToken, 'invitation-token');
  const inviter = personById(context, card.applicantId);
  const owner = inviter?.name ?? '';
  // Nothing more is known of a stranger than that the two work together.
  const { words, language, deadline } = wordsIn((invited ?? inviter)?.language ?? 'en');
  const text = words.team;
  return writeLetter(context, promised, {
    to,
    subject: say(language, text.letterInviteSubject, { owner }),
    secret: true,
    body: PlainLetter({
      title: text.letterInviteTitle,
      sender: words.common.product,
      language,
      before: [say(language, text.letterInviteLead, { owner, call: call.title }), text.roleHints[invitation.role]],
      after: [
        say(language, text.letterInviteUntil, { when: deadline(invitation.expiresAt, call.timeZone) }),
        say(language, text.letterInviteIgnore, { owner }),
      ],
      button: { label: text.letterInviteButton, href: linkTo(context, paths.applyJoin({ token })) },
    }),
  });
};

/** To the person who would take over. */
export const askToTakeOver: Keeper = async (context, promised) => {
  const { handover, card, from, to } = handoverOf(context, promised);
  if (handover.answer !== null) return () => undefined;
  const { words, language } = wordsIn(to.language);
  const text = words.team;
  return writeLetter(context, promised, {
    to: to.email,
    neutral: neutralLetter(context, card.id, language),
    subject: say(language, text.letterHandSubject, { owner: from.name }),
    body: PlainLetter({
      title: text.letterHandTitle,
      sender: words.common.product,
      language,
      before: [
        say(language, text.letterHandLead, { owner: from.name, reference: card.reference }),
        text.letterHandMore,
      ],
      button: { label: text.letterHandButton, href: linkTo(context, paths.applyTeam({ applicationId: card.id })) },
    }),
  });
};

/** To the person who asked. */
export const tellHandoverAnswer: Keeper = async (context, promised) => {
  const { handover, card, from, to } = handoverOf(context, promised);
  const { words, language } = wordsIn(from.language);
  const text = words.team;
  const isAccepted = handover.answer === 'accepted';
  const facts = { name: to.name, reference: card.reference };
  return writeLetter(context, promised, {
    to: from.email,
    neutral: neutralLetter(context, card.id, language),
    subject: say(language, text.letterHandedSubject, { reference: card.reference }),
    body: PlainLetter({
      title: text.letterHandedTitle,
      sender: words.common.product,
      language,
      before: [say(language, isAccepted ? text.letterHandedYes : text.letterHandedNo, facts)],
      button: { label: text.letterHandedButton, href: linkTo(context, paths.applyTeam({ applicationId: card.id })) },
    }),
  });
};

function handoverOf(context: Context, promised: Promised) {
  const handover = handoverById(context, promised.subjectId);
  const card = handover === null ? null : applicationCard(context, handover.applicationId);
  const from = handover === null ? null : personById(context, handover.fromId);
  const to = handover === null ? null : personById(context, handover.toId);
  invariant(handover && card && from && to, 'a handover is between two people, about an application');
  return { handover, card, from, to };
}

function linkTo(context: Context, path: string): string {
  return new URL(path, context.env.PUBLIC_URL).href;
}

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
import { areKeptApart } from '../queries/kept-apart.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { joinRequestById } from '../queries/team-letters.server.ts';

/** To the owner of the group that was asked. The message itself waits behind the sign-in. */
export const sendJoinUpAsked: Keeper = async (context, promised) => {
  const { request, to } = partiesOf(context, promised);
  if (request.answer !== null || areKeptApart(context, request.fromId, request.toId)) return () => undefined;
  const call = callById(context, to.card.callId);
  const { words, language } = wordsIn(to.owner.language);
  const text = words.matchMaking;
  return writeLetter(context, promised, {
    to: to.owner.email,
    neutral: neutralLetter(context, to.card.id),
    subject: text.letterAskedSubject,
    body: PlainLetter({
      title: text.letterAskedTitle,
      sender: words.common.product,
      language,
      before: [say(language, text.letterAskedLead, { call: call?.title ?? '' }), text.letterAskedMore],
      button: { label: text.letterAskedButton, href: linkTo(context, to.card.id) },
    }),
  });
};

/** To the owner of the group that asked. */
export const sendJoinUpAccepted: Keeper = async (context, promised) => {
  const { request, from, to } = partiesOf(context, promised);
  if (areKeptApart(context, request.fromId, request.toId)) return () => undefined;
  const { words, language } = wordsIn(from.owner.language);
  const text = words.matchMaking;
  return writeLetter(context, promised, {
    to: from.owner.email,
    neutral: neutralLetter(context, from.card.id),
    subject: text.letterAcceptedSubject,
    body: PlainLetter({
      title: text.letterAcceptedTitle,
      sender: words.common.product,
      language,
      before: [say(language, text.letterAcceptedLead, { name: to.owner.name })],
      button: { label: text.letterAcceptedButton, href: linkTo(context, from.card.id) },
    }),
  });
};

function partiesOf(context: Context, promised: Promised) {
  const request = joinRequestById(context, promised.subjectId);
  invariant(request !== null, 'a promise about joining up names a question that was asked');
  return { request, from: sideOf(context, request.fromId), to: sideOf(context, request.toId) };
}

function sideOf(context: Context, applicationId: string) {
  const card = applicationCard(context, applicationId);
  const owner = card === null ? null : personById(context, card.applicantId);
  invariant(card !== null && owner !== null, 'who asks and is asked has an application and an owner');
  return { card, owner };
}

function linkTo(context: Context, applicationId: string): string {
  return new URL(paths.applyOthers({ applicationId }), context.env.PUBLIC_URL).href;
}

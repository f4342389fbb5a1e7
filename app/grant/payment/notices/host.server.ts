import { ownerOf } from '#app/grant/application/queries/team.server.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { neutralLetter } from '../../application/queries/neutral-letter.server.ts';
import { hostNews } from '../queries/host-news.server.ts';

/** Asks a fiscal host whether it will hold a group's money: the link in it is the only one. Nobody at the office reads it. */
export const askHost: Keeper = async (context, promised) => {
  const { award, host, call, letter } = hostNews(context, promised.subjectId);
  const token = context.secrets.open(promised.detail.sealedToken ?? '', 'host-token');
  const { words, language, money, deadline } = wordsIn('en');
  const text = words.payee;
  const gets = award.amountMinor - host.keepsMinor;
  return writeLetter(context, promised, {
    to: host.email,
    subject: say(language, text.letterHostSubject, { group: award.groupName }),
    secret: true,
    body: PlainLetter({
      title: text.letterHostTitle,
      sender: letterFoot(context, award.partnerId, language),
      language,
      before: [
        say(language, text.letterHostLead, {
          group: award.groupName,
          amount: money(award.amountMinor, award.currency),
          partner: call.partnerName,
          host: host.name,
        }),
        say(language, text.letterHostFee, {
          keeps: money(host.keepsMinor, award.currency),
          gets: money(gets, award.currency),
        }),
        text.letterHostAsk,
      ],
      after: [
        say(language, text.letterHostUntil, { when: deadline(letter.expiresAt, call.timeZone) }),
        text.letterHostIgnore,
      ],
      button: { label: text.letterHostButton, href: linkTo(context, paths.host({ token })) },
    }),
  });
};

/** Tells the recipient what the host has said, and who acts next. */
export const tellHostAnswer: Keeper = async (context, promised) => {
  const { award, host, letter } = hostNews(context, promised.subjectId);
  const recipient = personById(context, ownerOf(context, award.applicationId));
  invariant(recipient !== null, 'an award has a recipient');
  const { words, language } = wordsIn(recipient.language);
  const text = words.payee;
  const sentence = letter.answer === 'accepted' ? text.letterAnsweredYes : text.letterAnsweredNo;
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    subject: say(language, text.letterAnsweredSubject, { host: host.name }),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    body: PlainLetter({
      title: text.letterAnsweredTitle,
      sender: letterFoot(context, award.partnerId, language),
      language,
      before: [say(language, sentence, { host: host.name })],
      button: {
        label: text.letterAnsweredButton,
        href: linkTo(context, paths.applyPayment({ applicationId: award.applicationId })),
      },
    }),
  });
};

function linkTo(context: Context, path: string): string {
  return new URL(path, context.env.PUBLIC_URL).href;
}

import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { phoneOf } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DecisionLetter } from '#emails/assessment/decision.tsx';
import { neutralLetter } from '../../application/queries/neutral-letter.server.ts';
import { feedbackInLetter } from '../../assessment/queries/decided-letter.server.ts';
import { agreedLetter } from '../queries/agreed-letter.server.ts';
import { awardOf, linkTo } from './award-of.server.ts';

/** The offer: an answer is needed, and by when. The words are those that two people agreed on. */
export const sendOffer: Keeper = async (context, promised) => {
  const { award, call, partner, recipient } = awardOf(context, promised);
  const kept = agreedLetter(context, award.applicationId, 'awarded');
  const { words, language, money, deadline, date } = wordsIn(kept?.language ?? recipient.language);
  const text = words.decisionLetter.award;
  const offered = {
    partner: partner.name,
    group: award.groupName,
    amount: money(award.amountMinor, award.currency),
    title: award.title,
  };
  const ask = say(language, text.offerAsk, { email: partner.email });
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId, language),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: kept?.subject ?? text.subjects.awarded,
    short: {
      to: phoneOf(context, recipient.id),
      words: say(language, words.award.textOffer, {
        product: words.common.product,
        when: date(award.respondBy, call.timeZone),
        url: linkTo(context, paths.applyAward({ applicationId: award.applicationId })),
      }),
    },
    body: DecisionLetter({
      title: kept?.subject ?? text.subjects.awarded,
      language,
      sender: letterFoot(
        context,
        award.partnerId,
        language,
        say(language, words.decisionLetter.sender, { partner: partner.name }),
      ),
      body: [
        kept?.body ?? [say(language, text.offer, offered), ask].join('\n\n'),
        say(language, text.offerDo, { when: deadline(award.respondBy, call.timeZone) }),
      ].join('\n\n'),
      feedback: kept === null ? null : feedbackInLetter(kept),
      button: {
        label: text.offerButton,
        href: linkTo(context, paths.applyAward({ applicationId: award.applicationId })),
      },
    }),
  });
};
